internal import CLibical

/// Watches over the properties of one component while they are read: which came, which came twice,
/// and which libical did not understand.
struct PropertyReader {
  /// A problem with the property that it came from.
  struct Finding {
    var problem: ICalendarError.Problem
    /// The name of the property, whose line is looked up; the component's own line without it.
    var property: String?
    /// Which of the properties of that name.
    var occurrence = 0
  }

  /// The position of the component in the text.
  let component: Int
  /// The properties that came.
  private(set) var seen: Set<String> = []
  /// What is wrong.
  private(set) var findings: [Finding] = []

  /// Begins a component.
  init(_ component: Int) {
    self.component = component
  }

  /// Looks at a property before it is read: libical puts errors among the properties.
  ///
  /// A property that is not known is passed over, and so is one without a value: many producers
  /// write an empty `DESCRIPTION` or `LOCATION`.
  mutating func begin(_ property: PropertyView) {
    guard property.kind == ICAL_XLICERROR_PROPERTY, let text = property.text else { return }
    for name in Self.names where text.contains(" \(name) property") {
      if seen.insert(name).inserted, text.hasPrefix("No value"), !Self.needed.contains(name) {
        seen.remove(name)
        continue
      }
      report(.value, "the value of \(name) cannot be read", in: name)
    }
  }

  /// Reads a property that may come once.
  mutating func once(_ name: String, _ read: () -> Void) {
    guard seen.insert(name).inserted else {
      return report(.repeatedProperty, "\(name) comes twice", in: name, occurrence: 1)
    }
    read()
  }

  /// Reports a problem.
  mutating func report(
    _ rule: ICalendarError.Rule,
    _ message: String,
    advice: String? = nil,
    in property: String? = nil,
    occurrence: Int = 0
  ) {
    findings.append(
      Finding(
        problem: ICalendarError.Problem(rule: rule, message: message, advice: advice),
        property: property,
        occurrence: occurrence
      )
    )
  }

  /// The properties without which a component cannot be understood, should they be there.
  private static let needed: Set<String> = [
    "DTSTART", "DTEND", "DURATION", "DTSTAMP", "UID", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID",
    "TZID", "TZOFFSETFROM", "TZOFFSETTO",
  ]

  /// The properties that are read with a type of their own.
  private static let names =
    needed.sorted() + ["LAST-MODIFIED", "SEQUENCE", "REFRESH-INTERVAL", "TRIGGER"]

  /// What to write where a property is missing.
  static let advice = [
    "PRODID": "name the program that made the file, such as PRODID:-//Example//Holidays//VI",
    "VERSION": "write VERSION:2.0",
    "UID": "give the event an identity that no other has, such as UID:tet-2024@example.org",
    "DTSTAMP": "say when the event was written down, such as DTSTAMP:20240101T000000Z",
    "DTSTART": "say when the event begins, such as DTSTART;VALUE=DATE:20240210",
    "TZID": "name the zone as the events do, such as TZID:Asia/Ho_Chi_Minh",
  ]
}
