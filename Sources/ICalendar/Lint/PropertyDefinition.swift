/// What RFC 5545 and RFC 7986 say of the value of a property.
struct PropertyDefinition: Sendable {
  /// The types of values that are told apart, by their names in `VALUE`.
  enum ValueType: String {
    case binary = "BINARY"
    case calendarAddress = "CAL-ADDRESS"
    case date = "DATE"
    case dateTime = "DATE-TIME"
    case duration = "DURATION"
    case period = "PERIOD"
    case recurrence = "RECUR"
    case text = "TEXT"
    case uri = "URI"
    case utcOffset = "UTC-OFFSET"
    case integer = "INTEGER"
    case geo = "FLOAT"
  }

  /// What a value must be, beyond its type.
  enum Constraint {
    case none
    /// One of some words, by component; the key `*` stands for all others.
    case oneOf([String: [String]])
    /// A word, whichever: programs may make up their own.
    case word
    /// A number in a range.
    case range(ClosedRange<Int>)
    /// A time in UTC.
    case utc
    /// The version 2.0.
    case version
  }

  /// Where the property is described.
  let reference: String
  /// The types that it takes, the one that it has without `VALUE` first.
  let types: [ValueType]
  /// Whether several values may stand there, with commas between them.
  let isList: Bool
  /// What else the value must be.
  let constraint: Constraint

  private init(
    _ section: String,
    _ types: ValueType...,
    list: Bool = false,
    must constraint: Constraint = .none,
    rfc: Int = 5545
  ) {
    reference = "RFC \(rfc), section \(section)"
    self.types = types
    isList = list
    self.constraint = constraint
  }

  /// The properties that are known; all others may have any value.
  static let all: [String: PropertyDefinition] = calendar.merging(descriptive) { first, _ in first }
    .merging(times) { first, _ in first }
    .merging(relations) { first, _ in first }

  private static let calendar: [String: PropertyDefinition] = [
    "CALSCALE": .init("3.7.1", .text, must: .oneOf(["*": ["GREGORIAN"]])),
    "METHOD": .init("3.7.2", .text, must: .word),
    "PRODID": .init("3.7.3", .text),
    "VERSION": .init("3.7.4", .text, must: .version),
    "NAME": .init("5.1", .text, rfc: 7986),
    "REFRESH-INTERVAL": .init("5.7", .duration, rfc: 7986),
    "SOURCE": .init("5.8", .uri, rfc: 7986),
    "CONFERENCE": .init("5.11", .uri, rfc: 7986),
  ]

  private static let descriptive: [String: PropertyDefinition] = [
    "ATTACH": .init("3.8.1.1", .uri, .binary),
    "CATEGORIES": .init("3.8.1.2", .text, list: true),
    "CLASS": .init("3.8.1.3", .text, must: .word),
    "COMMENT": .init("3.8.1.4", .text),
    "DESCRIPTION": .init("3.8.1.5", .text),
    "GEO": .init("3.8.1.6", .geo),
    "LOCATION": .init("3.8.1.7", .text),
    "PERCENT-COMPLETE": .init("3.8.1.8", .integer, must: .range(0...100)),
    "PRIORITY": .init("3.8.1.9", .integer, must: .range(0...9)),
    "RESOURCES": .init("3.8.1.10", .text, list: true),
    "STATUS": .init(
      "3.8.1.11",
      .text,
      must: .oneOf([
        "VEVENT": Event.Status.allCases.map(\.rawValue),
        "VTODO": ["NEEDS-ACTION", "COMPLETED", "IN-PROCESS", "CANCELLED"],
        "VJOURNAL": ["DRAFT", "FINAL", "CANCELLED"],
      ])
    ),
    "SUMMARY": .init("3.8.1.12", .text),
    "TRANSP": .init(
      "3.8.2.7",
      .text,
      must: .oneOf(["*": Event.Transparency.allCases.map(\.rawValue)])
    ),
  ]

  private static let times: [String: PropertyDefinition] = [
    "COMPLETED": .init("3.8.2.1", .dateTime, must: .utc),
    "DTEND": .init("3.8.2.2", .dateTime, .date),
    "DUE": .init("3.8.2.3", .dateTime, .date),
    "DTSTART": .init("3.8.2.4", .dateTime, .date),
    "DURATION": .init("3.8.2.5", .duration),
    "FREEBUSY": .init("3.8.2.6", .period, list: true),
    "TZID": .init("3.8.3.1", .text),
    "TZNAME": .init("3.8.3.2", .text),
    "TZOFFSETFROM": .init("3.8.3.3", .utcOffset),
    "TZOFFSETTO": .init("3.8.3.4", .utcOffset),
    "TZURL": .init("3.8.3.5", .uri),
    "RECURRENCE-ID": .init("3.8.4.4", .dateTime, .date),
    "EXDATE": .init("3.8.5.1", .dateTime, .date, list: true),
    "RDATE": .init("3.8.5.2", .dateTime, .date, .period, list: true),
    "RRULE": .init("3.8.5.3", .recurrence),
    "ACTION": .init("3.8.6.1", .text, must: .word),
    "REPEAT": .init("3.8.6.2", .integer, must: .range(0...Int(Int32.max))),
    "TRIGGER": .init("3.8.6.3", .duration, .dateTime),
    "CREATED": .init("3.8.7.1", .dateTime, must: .utc),
    "DTSTAMP": .init("3.8.7.2", .dateTime, must: .utc),
    "LAST-MODIFIED": .init("3.8.7.3", .dateTime, must: .utc),
    "SEQUENCE": .init("3.8.7.4", .integer, must: .range(0...Int(Int32.max))),
  ]

  private static let relations: [String: PropertyDefinition] = [
    "ATTENDEE": .init("3.8.4.1", .calendarAddress),
    "CONTACT": .init("3.8.4.2", .text),
    "ORGANIZER": .init("3.8.4.3", .calendarAddress),
    "URL": .init("3.8.4.6", .uri),
    "UID": .init("3.8.4.7", .text),
  ]
}
