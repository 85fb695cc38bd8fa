extension Inspection {
  /// Checks a definition of a zone, and remembers it.
  mutating func checkTimeZone(_ zone: LintComponent, in calendar: inout LintCalendar) {
    if !zone.children.contains(where: { $0 == "STANDARD" || $0 == "DAYLIGHT" }) {
      report(
        .emptyTimeZone,
        at: zone.place,
        "the time zone says nothing of its offset",
        advice: "give it a STANDARD"
      )
    }
    guard let id = zone.first("TZID") else { return }
    if let first = calendar.zones.updateValue(zone.place.line, forKey: id.text) {
      report(
        .repeatedTimeZone,
        id,
        "the time zone \(id.text.utf8.shown) is defined in line \(first) too",
        advice: "keep one of the definitions"
      )
    }
  }

  /// Checks that the onset of an observance is a time on a clock.
  mutating func checkOnset(of observance: LintComponent) {
    for property in observance.properties where ["DTSTART", "RDATE"].contains(property.name) {
      let values = property.line.valueBytes.split(separator: UInt8(ascii: ","))
      for value in values {
        switch EventTime(basicFormat: value.trimmed) {
        case .floating where !property.line.hasParameter("TZID"): continue
        // What is no time at all is reported as that, but for periods, which further dates may be elsewhere.
        case nil where !value.isPeriod: continue
        default: break
        }
        report(
          .onset,
          property,
          on: value.startIndex..<value.endIndex,
          "the onset of an observance is a time on the clock before it, without Z and TZID",
          advice: "write one such as 19750613T000000"
        )
      }
    }
  }

  /// Remembers the zone that a property names, and checks that it needs one.
  mutating func noteZone(of property: LintProperty, in calendar: inout LintCalendar) {
    guard property.line.parameterCount > 0, let zone = property.line.parameter("TZID") else {
      return
    }
    if calendar.usedZones.insert(zone).inserted { calendar.zoneUses.append((zone, property)) }
    let first = property.line.valueBytes.prefix {
      $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "/")
    }
    switch EventTime(basicFormat: first.trimmed) {
    case .day, .utc:
      report(
        .timeZoneParameter,
        property,
        "\(property.name) names a time zone, and its value is "
          + (first.trimmed.count == 8 ? "a day" : "in UTC"),
        advice: "leave TZID out, or write a local time"
      )
    default: break
    }
  }

  /// Reports each zone that is named and not defined, at its first use.
  mutating func checkTimeZoneUses(_ calendar: LintCalendar) {
    for (zone, property) in calendar.zoneUses where calendar.zones[zone] == nil {
      report(
        .undefinedTimeZone,
        at: property.place,
        "the time zone \(zone.utf8.shown) is not defined: readers take the time for another, or "
          + "refuse it",
        advice: "add its VTIMEZONE, or write times in UTC"
      )
    }
  }
}
