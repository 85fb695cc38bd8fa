internal import CLibical
internal import CivilTime

extension CalendarWriter {
  /// Adds the definition of a zone to a calendar.
  mutating func add(_ zone: TimeZoneDefinition, to calendar: inout Component) {
    begin(.timeZone(zone.id))
    guard var component = Component(ICAL_VTIMEZONE_COMPONENT) else { return }
    if zone.id.isEmpty || zone.id.unicodeScalars.contains(where: \.isUnfitForTimeZoneID) {
      report(
        .timeZone,
        "TZID has a character that cannot stand in a parameter, or none at all",
        advice: "call the zone by its IANA name"
      )
    } else if !define(zone.id) {
      report(.timeZone, "it is defined twice", advice: "keep one of the definitions")
    } else {
      add(zone.id, as: ICAL_TZID_PROPERTY, "TZID", to: &component)
    }
    if zone.observances.isEmpty { report(.timeZone, "it has no observance") }
    for observance in zone.observances { add(observance, to: &component) }
    calendar.add(component)
  }

  private mutating func add(
    _ observance: TimeZoneDefinition.Observance,
    to zone: inout Component
  ) {
    let kind = observance.isDaylight ? ICAL_XDAYLIGHT_COMPONENT : ICAL_XSTANDARD_COMPONENT
    guard var component = Component(kind) else { return }
    add(observance.onset, as: ICAL_DTSTART_PROPERTY, "DTSTART", to: &component)
    for (property, name, offset) in [
      (ICAL_TZOFFSETFROM_PROPERTY, "TZOFFSETFROM", observance.offsetFrom),
      (ICAL_TZOFFSETTO_PROPERTY, "TZOFFSETTO", observance.offsetTo),
    ] {
      if abs(offset) < 86_400 {
        component.add(Property(property, offset: offset))
      } else {
        report(.timeZone, "\(name) is \(offset) seconds, which is a day or more")
      }
    }
    add(observance.name, as: ICAL_TZNAME_PROPERTY, "TZNAME", to: &component)
    if let rule = observance.recurrence {
      component.add(Property(ICAL_RRULE_PROPERTY, rule: rule.normalText))
    }
    for onset in observance.furtherOnsets {
      add(onset, as: ICAL_RDATE_PROPERTY, "RDATE", to: &component)
    }
    zone.add(component)
  }

  private mutating func add(
    _ onset: CivilDateTime,
    as kind: icalproperty_kind,
    _ name: String,
    to component: inout Component
  ) {
    let time = EventTime.floating(onset)
    if checkYear(of: time, name) { component.add(Property(kind, time)) }
  }
}

extension Unicode.Scalar {
  /// Whether the character would end the parameter `TZID`, or be changed in it.
  fileprivate var isUnfitForTimeZoneID: Bool {
    switch self {
    case "\"", "^", ";", ":", ",", "\\": true
    default: isControl || !isASCII
    }
  }
}
