internal import CivilTime

extension Inspection {
  /// Checks the rules, the further dates and the exceptions of a component.
  mutating func checkRecurrence(of component: LintComponent) {
    let start = component.first("DTSTART")?.time
    for property in checkRules(of: component) {
      guard let start, let rule = try? RecurrenceRule(parsing: property.line.value) else {
        continue
      }
      checkStart(start, property, rule.parts)
    }
    guard let start else { return }
    for property in component.properties where ["EXDATE", "RDATE"].contains(property.name) {
      checkForm(of: property, start)
    }
  }

  /// Checks the rules of a component: their grammar, and the form of UNTIL.
  ///
  /// - Parameter component: The component.
  /// - Returns: The rules.
  @discardableResult
  mutating func checkRules(of component: LintComponent) -> [LintProperty] {
    let rules = component.all("RRULE")
    let start = component.first("DTSTART")?.time
    let isObservance = component.definition?.parents == ["VTIMEZONE"]
    for rule in rules {
      guard let until = rule.until, let start, !rule.line.valueBytes.isEmpty else { continue }
      checkUntil(until.time, until.part, of: rule, isObservance ? .utc(.epoch) : start)
    }
    return rules
  }

  /// UNTIL is of the form of the start; in UTC where the start has a zone.
  private mutating func checkUntil(
    _ until: EventTime,
    _ part: Range<Int>,
    of rule: LintProperty,
    _ start: EventTime
  ) {
    let expected: String
    switch (start, until) {
    case (.day, .day), (.utc, .utc), (.zoned, .utc), (.floating, .floating): return
    case (.day, _): expected = "a day, as DTSTART is"
    case (.utc, _), (.zoned, _): expected = "a time in UTC, as DTSTART has a zone"
    case (.floating, _): expected = "a time without a zone, as DTSTART is"
    }
    report(
      .until,
      rule,
      on: part,
      "UNTIL is \(until.basicFormat), and must be \(expected)",
      advice: "write \(start.isDay ? "UNTIL=20241231" : start.exampleOfUntil)"
    )
  }

  /// The start is the first of the days that the rule gives; what else it does is not defined.
  private mutating func checkStart(
    _ start: EventTime,
    _ property: LintProperty,
    _ parts: RecurrenceRule.Parts
  ) {
    guard let part = parts.part(without: start.date) else { return }
    report(
      .startOutsideRule,
      property,
      "\(part) does not give the day of DTSTART, \(start.date): some programs show that day, others "
        + "do not",
      advice: "let the event begin at the first day of its rule"
    )
  }

  /// Dates that are added or left out are days where the start is one, and times where it is one.
  private mutating func checkForm(of property: LintProperty, _ start: EventTime) {
    for value in property.line.valueBytes.split(separator: UInt8(ascii: ",")) {
      let isPeriod = value.contains(UInt8(ascii: "/"))
      guard let isDay = isPeriod ? false : EventTime(basicFormat: value.trimmed)?.isDay,
        isDay != start.isDay
      else { continue }
      return report(
        .dateListType,
        property,
        on: value.startIndex..<value.endIndex,
        reference: PropertyDefinition.all[property.name]?.reference,
        "\(property.name) is \(isDay ? "a day" : "a time"), and DTSTART \(isDay ? "a time" : "a day")",
        advice: isDay
          ? "write the time at which the instance begins, in the zone of DTSTART"
          : "write the day, with VALUE=DATE"
      )
    }
  }
}

extension LintProperty {
  /// The value of UNTIL in a rule, and where it stands.
  fileprivate var until: (time: EventTime, part: Range<Int>)? {
    for part in line.valueBytes.split(separator: UInt8(ascii: ";")) {
      let name = part.prefix { $0 != UInt8(ascii: "=") }
      let value = part.dropFirst(name.count + 1)
      guard String(decoding: name, as: UTF8.self).uppercased() == "UNTIL",
        let time = EventTime(basicFormat: value)
      else { continue }
      return (time, value.startIndex..<value.endIndex)
    }
    return nil
  }
}

extension RecurrenceRule.Parts {
  /// A part of the rule that certainly does not give a day.
  fileprivate func part(without day: CivilDate) -> String? {
    if !months.isEmpty, !months.contains(day.month) { return "BYMONTH" }
    let fromEnd = day.day - Month(containing: day).dayCount - 1
    if !monthDays.isEmpty, !monthDays.contains(day.day), !monthDays.contains(fromEnd) {
      return "BYMONTHDAY"
    }
    if !weekdays.isEmpty, !weekdays.contains(where: { $0.weekday == day.weekday }) {
      return "BYDAY"
    }
    return nil
  }
}

extension EventTime {
  /// An UNTIL that fits a start.
  fileprivate var exampleOfUntil: String {
    if case .floating = self { "UNTIL=20241231T235959" } else { "UNTIL=20241231T165959Z" }
  }
}

extension CivilDateTime {
  /// A moment that stands for any.
  fileprivate static var epoch: CivilDateTime { CivilDateTime(secondsSinceEpoch: 0) }
}
