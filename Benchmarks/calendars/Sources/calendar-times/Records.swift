internal import CivilTime
internal import ICalendar

/// The file of records, from which all programs write a calendar and to which they put what they
/// have read.
///
/// A record ends in U+001E, and its fields are parted by U+001F. The first record is the calendar
/// with its zone, each other an event; `generate.py` has the order of the fields.
enum Records {
  /// Why a file cannot be read.
  struct Mistake: Error {
    var field: Substring
  }

  /// Reads a calendar from records.
  ///
  /// - Parameter bytes: The records.
  /// - Returns: The calendar.
  /// - Throws: ``Mistake`` where a field is not what it should be.
  static func calendar(_ bytes: [UInt8]) throws -> Calendar {
    let records = String(decoding: bytes, as: UTF8.self).split(separator: "\u{1E}")
      .map { $0.split(separator: "\u{1F}", omittingEmptySubsequences: false) }
    let head = records[0].map(String.init)
    let observance = TimeZoneDefinition.Observance(
      onset: try time(records[0][3]),
      offsetFrom: try number(records[0][4]),
      offsetTo: try number(records[0][5]),
      name: head[6]
    )
    return Calendar(
      productID: head[0],
      name: head[1],
      timeZones: [TimeZoneDefinition(id: head[2], observances: [observance])],
      events: try records.dropFirst().map(event)
    )
  }

  /// The records of a calendar.
  static func text(_ calendar: Calendar) -> String {
    let zone = calendar.timeZones[0]
    let observance = zone.observances[0]
    let head = [
      calendar.productID, calendar.name ?? "", zone.id, text(observance.onset),
      "\(observance.offsetFrom)", "\(observance.offsetTo)", observance.name ?? "",
    ]
    return ([head] + calendar.events.map(fields))
      .map { $0.joined(separator: "\u{1F}") + "\u{1E}" }.joined()
  }

  private static func event(_ fields: [Substring]) throws -> Event {
    let zone = String(fields[6])
    return Event(
      uid: String(fields[0]),
      stamp: try time(fields[1]),
      lastModified: try time(fields[2]),
      sequence: try number(fields[3]),
      start: .zoned(try time(fields[4]), zone: zone),
      end: .zoned(try time(fields[5]), zone: zone),
      summary: String(fields[7]),
      description: String(fields[8]),
      categories: [String(fields[9]), String(fields[10])],
      status: Event.Status(rawValue: String(fields[12])),
      transparency: Event.Transparency(rawValue: String(fields[13])),
      classification: Event.Classification(rawValue: String(fields[14])),
      location: String(fields[11])
    )
  }

  private static func fields(_ event: Event) -> [String] {
    guard case .zoned(let start, let zone) = event.start, case .zoned(let end, _)? = event.end,
      let lastModified = event.lastModified, event.categories.count == 2
    else { return ["not what was written", event.uid] }
    return [
      event.uid, text(event.stamp), text(lastModified), "\(event.sequence)", text(start), text(end),
      zone, event.summary ?? "", event.description ?? "", event.categories[0], event.categories[1],
      event.location ?? "", event.status?.rawValue ?? "", event.transparency?.rawValue ?? "",
      event.classification?.rawValue ?? "",
    ]
  }

  private static func time(_ field: Substring) throws -> CivilDateTime {
    guard let time = CivilDateTime(String(field)) else { throw Mistake(field: field) }
    return time
  }

  /// A time with its seconds, which `description` leaves out where they are none.
  private static func text(_ time: CivilDateTime) -> String {
    time.time.second == 0 ? "\(time):00" : "\(time)"
  }

  private static func number(_ field: Substring) throws -> Int {
    guard let number = Int(field) else { throw Mistake(field: field) }
    return number
  }
}
