internal import CLibical

/// The properties that a component has once, or that it must have.
enum PropertyName: Int, CaseIterable {
  case prodID, version
  case uid, stamp, lastModified, sequence, recurrenceID, start, end, duration
  case summary, description, location, url, status, transparency, classification
  case rule, furtherDates, exceptions, categories
  case timeZoneID, offsetFrom, offsetTo, refreshInterval, trigger

  /// The name in the text.
  var text: String {
    switch self {
    case .prodID: "PRODID"
    case .version: "VERSION"
    case .uid: "UID"
    case .stamp: "DTSTAMP"
    case .lastModified: "LAST-MODIFIED"
    case .sequence: "SEQUENCE"
    case .recurrenceID: "RECURRENCE-ID"
    case .start: "DTSTART"
    case .end: "DTEND"
    case .duration: "DURATION"
    case .summary: "SUMMARY"
    case .description: "DESCRIPTION"
    case .location: "LOCATION"
    case .url: "URL"
    case .status: "STATUS"
    case .transparency: "TRANSP"
    case .classification: "CLASS"
    case .rule: "RRULE"
    case .furtherDates: "RDATE"
    case .exceptions: "EXDATE"
    case .categories: "CATEGORIES"
    case .timeZoneID: "TZID"
    case .offsetFrom: "TZOFFSETFROM"
    case .offsetTo: "TZOFFSETTO"
    case .refreshInterval: "REFRESH-INTERVAL"
    case .trigger: "TRIGGER"
    }
  }

  /// Whether a property without a value means nothing, and is passed over: many producers write an
  /// empty `DESCRIPTION` or `LOCATION`.
  var mayBeEmpty: Bool {
    switch self {
    case .summary, .description, .location, .url, .status, .transparency, .classification,
      .categories, .lastModified, .sequence, .refreshInterval, .trigger, .rule:
      true
    default: false
    }
  }

  /// What to write where the property is missing.
  var advice: String? {
    switch self {
    case .prodID: "name the program that made the file, such as PRODID:-//Example//Holidays//VI"
    case .version: "write VERSION:2.0"
    case .uid: "give the event an identity that no other has, such as UID:tet-2024@example.org"
    case .stamp: "say when the event was written down, such as DTSTAMP:20240101T000000Z"
    case .start: "say when it begins, such as DTSTART;VALUE=DATE:20240210"
    case .timeZoneID: "name the zone as the events do, such as TZID:Asia/Ho_Chi_Minh"
    default: nil
    }
  }
}

/// Watches over the properties of one component while they are read: which came, which came twice,
/// and which libical did not understand.
struct PropertyReader {
  /// A problem with the property that it came from.
  struct Finding {
    var problem: ICalendarError.Problem
    /// The property, whose line is looked up; the component's own line without it.
    var property: PropertyName?
    /// Which of the properties of that name.
    var occurrence = 0
  }

  /// The position of the component in the text.
  let component: Int
  /// What is wrong.
  private(set) var findings: [Finding] = []
  /// The properties that came, a bit for each.
  private var seen: UInt64 = 0

  /// Begins a component.
  init(_ component: Int) {
    self.component = component
  }

  /// Whether a property came.
  func has(_ name: PropertyName) -> Bool {
    seen & (1 << UInt64(name.rawValue)) != 0
  }

  /// Looks at a property before it is read: libical puts errors among the properties.
  ///
  /// A property that is not known is passed over.
  mutating func begin(_ property: PropertyView) {
    guard property.kind == ICAL_XLICERROR_PROPERTY, let text = property.text else { return }
    // "No value for NAME property", and "Can't parse as KIND value in NAME property".
    let isEmpty = text.hasPrefix("No value for ")
    guard isEmpty || text.hasPrefix("Can't parse as ") else { return }
    let words = text.split(separator: " ", maxSplits: isEmpty ? 4 : 7)
    guard words.count > (isEmpty ? 3 : 6),
      let name = PropertyName.allCases.first(where: { $0.text == words[isEmpty ? 3 : 6] }),
      !(isEmpty && name.mayBeEmpty)
    else { return }
    note(name)
    report(.value, "the value of \(name.text) cannot be read", in: name)
  }

  /// Reads a property that may come once.
  mutating func once(_ name: PropertyName, _ read: () -> Void) {
    if has(name) {
      report(.repeatedProperty, "\(name.text) comes twice", in: name, occurrence: 1)
    } else {
      note(name)
      read()
    }
  }

  private mutating func note(_ name: PropertyName) {
    seen |= 1 << UInt64(name.rawValue)
  }

  /// Reports a problem.
  mutating func report(
    _ rule: ICalendarError.Rule,
    _ message: String,
    advice: String? = nil,
    in property: PropertyName? = nil,
    occurrence: Int = 0
  ) {
    guard findings.count < ICalendarError.mostProblems else { return }
    findings.append(
      Finding(
        problem: ICalendarError.Problem(rule: rule, message: message, advice: advice),
        property: property,
        occurrence: occurrence
      )
    )
  }
}
