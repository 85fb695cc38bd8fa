internal import CLibical
internal import CivilTime

/// Writes values by way of components of libical, and says what in them cannot be written.
///
/// Each event is a component of its own while it is written: thousands of them in the memory of libical
/// at once take the program nearly twice the memory, and more time.
struct CalendarWriter {
  /// What cannot be written.
  private(set) var problems: [ICalendarError.Problem] = []
  /// What is written: the calendar, a zone or an event.
  private var subject = Subject.calendar
  /// The zones that are defined.
  private var zones: Set<String> = []

  /// Reports what cannot be written.
  mutating func report(
    _ rule: ICalendarError.Rule,
    _ message: String,
    advice: String? = nil
  ) {
    problems.append(
      ICalendarError.Problem(rule: rule, message: "\(subject): \(message)", advice: advice)
    )
  }

  /// Writes a calendar.
  ///
  /// - Parameter calendar: The calendar.
  /// - Returns: The text, which is of no use where there are problems; `nil` where libical has no
  ///   memory for it.
  mutating func text(of calendar: Calendar) -> String? {
    guard var text = frame(of: calendar)?.foldedText, text.hasSuffix(Self.end) else { return nil }
    text.removeLast(Self.end.count)
    var identities: Set<Identity> = []
    identities.reserveCapacity(calendar.events.count)
    for event in calendar.events {
      guard let component = component(of: event) else { return nil }
      if problems.isEmpty { text += component.foldedText }
      let identity = Identity(uid: event.uid, recurrenceID: event.recurrenceID)
      if !identities.insert(identity).inserted {
        report(
          .identity,
          "another event has the same UID",
          advice: "give each event an identity of its own"
        )
      }
    }
    return text + Self.end
  }

  /// What stands behind the events.
  private static let end = "END:VCALENDAR\r\n"

  /// The component of a calendar without its events.
  private mutating func frame(of calendar: Calendar) -> Component? {
    guard var component = Component(ICAL_VCALENDAR_COMPONENT) else { return nil }
    component.add(Property(ICAL_VERSION_PROPERTY, text: "2.0"))
    add(calendar.productID, as: ICAL_PRODID_PROPERTY, "PRODID", to: &component)
    component.add(Property(ICAL_CALSCALE_PROPERTY, text: "GREGORIAN"))
    if let name = plain(calendar.name, "NAME") {
      component.add(Property(ICAL_NAME_PROPERTY, text: name))
      component.add(Property(extension: "X-WR-CALNAME", name))
    }
    if let description = plain(calendar.description, "DESCRIPTION") {
      component.add(Property(ICAL_DESCRIPTION_PROPERTY, text: description))
      component.add(Property(extension: "X-WR-CALDESC", description))
    }
    if let zone = plain(calendar.displayTimeZone, "X-WR-TIMEZONE") {
      component.add(Property(extension: "X-WR-TIMEZONE", zone))
    }
    addRefreshInterval(of: calendar, to: &component)
    if let color = plain(calendar.color, "COLOR") {
      component.add(Property(ICAL_COLOR_PROPERTY, text: color))
    }
    if let color = plain(calendar.appleColor, "X-APPLE-CALENDAR-COLOR") {
      component.add(Property(extension: "X-APPLE-CALENDAR-COLOR", color))
    }
    if let source = address(calendar.source, "SOURCE") {
      component.add(Property(ICAL_SOURCE_PROPERTY, uri: source))
    }
    if let url = address(calendar.url, "URL") {
      component.add(Property(ICAL_URL_PROPERTY, uri: url))
    }
    // libical puts each time zone in front of the others.
    for zone in calendar.timeZones.reversed() { add(zone, to: &component) }
    return component
  }

  /// Begins what problems are about from here on.
  mutating func begin(_ subject: Subject) {
    self.subject = subject
  }

  /// Remembers that a zone is defined.
  ///
  /// - Returns: Whether no other zone has the name.
  mutating func define(_ zone: String) -> Bool {
    zones.insert(zone).inserted
  }

  /// Whether a zone is defined.
  func defines(_ zone: String) -> Bool {
    zones.contains(zone)
  }

  /// Whether libical writes the year of a time: later ones it turns to zeros, without a word.
  mutating func checkYear(of time: EventTime, _ name: String) -> Bool {
    guard time.date.year > Self.lastYear else { return true }
    report(.limit, "\(name) is \(time.basicFormat), and years are written up to \(Self.lastYear)")
    return false
  }

  /// The last year that libical writes.
  private static let lastYear = 3000

  private mutating func addRefreshInterval(of calendar: Calendar, to component: inout Component) {
    guard let seconds = calendar.refreshInterval else { return }
    guard 1...DurationFormat.longest ~= seconds else {
      return report(.duration, "REFRESH-INTERVAL is \(seconds) seconds, and must be more than none")
    }
    component.add(Property(ICAL_REFRESHINTERVAL_PROPERTY, seconds: seconds))
    component.add(Property(extension: "X-PUBLISHED-TTL", DurationFormat.text(ofSeconds: seconds)))
  }

  private struct Identity: Hashable {
    var uid: String
    var recurrenceID: EventTime?
  }
}

extension CalendarWriter {
  /// What is written.
  enum Subject: CustomStringConvertible {
    case calendar
    case timeZone(String)
    case event(String)

    /// What problems call it.
    var description: String {
      switch self {
      case .calendar: "the calendar"
      case .timeZone(let id): "the time zone \(id)"
      case .event(let uid): "the event \(uid)"
      }
    }
  }
}

extension Component {
  /// Adds a property at the end, where libical had memory for it.
  mutating func add(_ property: consuming Property?) {
    if let property { add(property) }
  }
}

extension Component {
  /// The component as text, with its lines folded between characters.
  fileprivate var foldedText: String {
    String(decoding: Folding.corrected(text), as: UTF8.self)
  }
}
