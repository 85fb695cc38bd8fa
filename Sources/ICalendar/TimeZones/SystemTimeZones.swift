internal import CivilTime
internal import Foundation

/// The time zones that the system knows.
///
/// They are read from the system's files, in the folder that libical finds, and not through libical
/// 3.0.16: it makes rules of the changes of past years and loses some of them (in 96 of the zones of
/// 2025, such as Europe/London in 1977 and Asia/Jerusalem from 2013 to 2016), it does not know all
/// rules for the years to come (Africa/Cairo), and it fills its table of zones without a lock.
enum SystemTimeZones {
  /// The definition of a zone, change by change.
  ///
  /// - Parameters:
  ///   - name: The IANA name, such as `Europe/Berlin`.
  ///   - last: The last day for which the changes are given.
  /// - Returns: `nil` where the system has no such zone.
  static func definition(of name: String, through last: CivilDate) -> TimeZoneDefinition? {
    guard let file = file(of: name) else { return nil }
    return TimeZoneDefinition(id: name, changes: file.changes(through: last))
  }

  /// Whether the system has a zone of a name.
  static func contains(_ name: String) -> Bool {
    file(of: name) != nil
  }

  /// The changes of a zone in order; `nil` where the system has no such zone.
  static func changes(of name: String, through last: CivilDate) -> [ZoneChange]? {
    file(of: name)?.changes(through: last)
  }

  private static func file(of name: String) -> TZifFile? {
    guard let folder = ZoneFolder.path, isName(name),
      let content = FileManager.default.contents(atPath: "\(folder)/\(name)")
    else { return nil }
    return TZifFile(Array(content))
  }

  /// Whether a text can name a zone: names become paths, and a file names any zone it likes.
  private static func isName(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      !part.isEmpty
        && part.allSatisfy { byte in
          switch byte {
          case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
            UInt8(ascii: "+"):
            true
          default: false
          }
        }
    }
  }
}

/// A change of the offset of a zone.
struct ZoneChange: Equatable {
  /// When it takes place, in seconds since 1970-01-01 00:00 UTC.
  var moment: Int
  /// The offset before, in seconds east of UTC.
  var offsetFrom: Int
  /// What holds from then on.
  var period: ZonePeriod
}

/// What holds between two changes of a zone.
struct ZonePeriod: Equatable {
  /// The seconds east of UTC.
  var offset: Int
  /// Whether this is daylight saving time.
  var isDaylight: Bool
  /// What it is called, such as `CEST` or `+07`.
  var name: String
}

extension TimeZoneDefinition {
  /// Creates a definition that gives each change, those alike as one observance.
  ///
  /// - Parameters:
  ///   - id: The name of the zone.
  ///   - changes: The changes in order.
  init(id: String, changes: [ZoneChange]) {
    self.init(id: id, observances: [])
    for change in changes {
      // A change before the year 1, which some files begin with, means always.
      let local =
        CivilDateTime.seconds.contains(change.moment + change.offsetFrom)
        ? CivilDateTime(secondsSinceEpoch: change.moment + change.offsetFrom)
        : CivilDateTime(.min, .midnight)
      let observance = Observance(
        isDaylight: change.period.isDaylight,
        onset: local,
        offsetFrom: change.offsetFrom,
        offsetTo: change.period.offset,
        name: change.period.name
      )
      let alike = observances.firstIndex { other in
        other.isDaylight == observance.isDaylight && other.offsetFrom == observance.offsetFrom
          && other.offsetTo == observance.offsetTo && other.name == observance.name
      }
      if let alike {
        observances[alike].furtherOnsets.append(local)
      } else {
        observances.append(observance)
      }
    }
  }
}
