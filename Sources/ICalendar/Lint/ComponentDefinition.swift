/// What RFC 5545, section 3.6, says of a component.
struct ComponentDefinition: Sendable {
  /// Where the component is described.
  let reference: String
  /// The component that it lies in; `nil` for the calendar itself.
  let parents: [String]
  /// The properties that must be there.
  let required: [String]
  /// The properties, beside those, that may be there once at the most.
  let single: Set<String>

  /// Whether a property may be there once at the most.
  func isSingle(_ name: String) -> Bool {
    single.contains(name) || required.contains(name)
  }

  /// The components that are known.
  static let all: [String: ComponentDefinition] = [
    "VCALENDAR": ComponentDefinition(
      reference: "RFC 5545, section 3.6",
      parents: [],
      required: ["PRODID", "VERSION"],
      single: [
        "CALSCALE", "METHOD", "UID", "LAST-MODIFIED", "URL", "REFRESH-INTERVAL", "SOURCE", "COLOR",
      ]
    ),
    "VEVENT": ComponentDefinition(
      reference: "RFC 5545, section 3.6.1",
      parents: ["VCALENDAR"],
      // DTSTART may be missing where the calendar has a METHOD; no feed has one.
      required: ["UID", "DTSTAMP", "DTSTART"],
      single: recurring.union([
        "DESCRIPTION", "GEO", "LOCATION", "PRIORITY", "TRANSP", "DTEND", "DURATION",
      ])
    ),
    "VTODO": ComponentDefinition(
      reference: "RFC 5545, section 3.6.2",
      parents: ["VCALENDAR"],
      required: ["UID", "DTSTAMP"],
      single: recurring.union([
        "COMPLETED", "DESCRIPTION", "DTSTART", "DUE", "DURATION", "GEO", "LOCATION",
        "PERCENT-COMPLETE", "PRIORITY",
      ])
    ),
    "VJOURNAL": ComponentDefinition(
      reference: "RFC 5545, section 3.6.3",
      parents: ["VCALENDAR"],
      required: ["UID", "DTSTAMP"],
      single: recurring.union(["DTSTART"])
    ),
    "VFREEBUSY": ComponentDefinition(
      reference: "RFC 5545, section 3.6.4",
      parents: ["VCALENDAR"],
      required: ["UID", "DTSTAMP"],
      single: ["CONTACT", "DTSTART", "DTEND", "ORGANIZER", "URL"]
    ),
    "VTIMEZONE": ComponentDefinition(
      reference: "RFC 5545, section 3.6.5",
      parents: ["VCALENDAR"],
      required: ["TZID"],
      single: ["LAST-MODIFIED", "TZURL"]
    ),
    "STANDARD": observance,
    "DAYLIGHT": observance,
    "VALARM": ComponentDefinition(
      reference: "RFC 5545, section 3.6.6",
      parents: ["VEVENT", "VTODO"],
      required: ["ACTION", "TRIGGER"],
      single: ["DESCRIPTION", "SUMMARY", "DURATION", "REPEAT", "UID"]
    ),
  ]

  /// What events, to-dos and journals have once.
  private static let recurring: Set<String> = [
    "CLASS", "COLOR", "CREATED", "LAST-MODIFIED", "ORGANIZER", "RECURRENCE-ID", "SEQUENCE",
    "STATUS", "SUMMARY", "URL",
  ]

  private static let observance = ComponentDefinition(
    reference: "RFC 5545, section 3.6.5",
    parents: ["VTIMEZONE"],
    required: ["DTSTART", "TZOFFSETFROM", "TZOFFSETTO"],
    single: ["RRULE"]
  )
}
