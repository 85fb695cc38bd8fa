internal import CLibical
internal import CivilTime

extension CalendarReader {
  /// Reads a time zone.
  ///
  /// - Parameter view: The zone; the next component of the text.
  /// - Returns: `nil` where it has no name, which is reported.
  mutating func readTimeZone(_ view: ComponentView) -> TimeZoneDefinition? {
    var fields = PropertyReader(advance())
    var zone = TimeZoneDefinition(id: "", observances: [])
    view.forEachProperty { property in
      fields.begin(property)
      if property.kind == ICAL_TZID_PROPERTY {
        fields.once(.timeZoneID) { zone.id = property.text ?? "" }
      }
    }
    view.forEachComponent { child in
      switch next {
      case .standard, .daylight:
        if let observance = readObservance(child) { zone.observances.append(observance) }
      default: pass(child)
      }
    }
    if zone.observances.isEmpty {
      fields.report(
        .timeZone,
        "the time zone \(zone.id) says nothing of its offset",
        advice: "give it a STANDARD"
      )
    }
    finish(&fields, requiring: [.timeZoneID])
    return fields.has(.timeZoneID) ? zone : nil
  }

  private mutating func readObservance(
    _ view: ComponentView
  ) -> TimeZoneDefinition.Observance? {
    let isDaylight = next == .daylight
    let component = advance()
    var fields = PropertyReader(component)
    var onset: CivilDateTime?
    var offsetFrom: Int?
    var offsetTo: Int?
    var name: String?
    var furtherOnsets: [CivilDateTime] = []
    view.forEachProperty { property in
      fields.begin(property)
      switch property.kind {
      case ICAL_DTSTART_PROPERTY:
        fields.once(.start) {
          onset = property.time?.localTime
        }
      case ICAL_TZOFFSETFROM_PROPERTY:
        fields.once(.offsetFrom) { offsetFrom = property.offset }
      case ICAL_TZOFFSETTO_PROPERTY:
        fields.once(.offsetTo) { offsetTo = property.offset }
      case ICAL_TZNAME_PROPERTY: name = name ?? property.text
      case ICAL_RDATE_PROPERTY:
        if let time = property.time?.localTime { furtherOnsets.append(time) }
      default: break
      }
    }
    let rules = rules(of: component)
    if rules.count > 1 {
      fields.report(.repeatedProperty, "RRULE comes twice", in: .rule, occurrence: 1)
    }
    if let rule = rules.first, rule.parts.frequency != .yearly {
      fields.report(
        .unsupportedRecurrence,
        "a time zone that changes more often than once a year is not read",
        advice: "write FREQ=YEARLY",
        in: .rule
      )
    }
    // Outlook for Mac leaves TZOFFSETFROM out where a zone has one offset only.
    finish(&fields, requiring: [.start, .offsetTo])
    view.forEachComponent { pass($0) }
    guard let onset, let offsetTo else { return nil }
    return TimeZoneDefinition.Observance(
      isDaylight: isDaylight,
      onset: onset,
      offsetFrom: offsetFrom ?? offsetTo,
      offsetTo: offsetTo,
      name: name,
      recurrence: rules.first,
      furtherOnsets: furtherOnsets
    )
  }
}

extension EventTime {
  /// The time on the wall, with midnight for a whole day.
  fileprivate var localTime: CivilDateTime {
    switch self {
    case .day(let date): CivilDateTime(date, .midnight)
    case .zoned(let time, _), .utc(let time), .floating(let time): time
    }
  }
}
