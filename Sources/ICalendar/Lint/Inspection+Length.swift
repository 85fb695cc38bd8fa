internal import CivilTime

extension Inspection {
  /// Checks that a component ends after it begins, and in the same form of time.
  mutating func checkLength(of component: LintComponent) {
    let end = component.first(component.name == "VTODO" ? "DUE" : "DTEND")
    let duration = component.first("DURATION")
    if end != nil, let duration, let end {
      report(
        .endAndDuration,
        at: duration.place,
        reference: component.definition?.reference,
        "the event has \(end.name) and DURATION, which exclude each other",
        advice: "keep one of them"
      )
    }
    guard let start = component.first("DTSTART")?.time else { return }
    if let end { checkEnd(end, start) }
    if let duration { checkDuration(duration, start) }
  }

  private mutating func checkEnd(_ property: LintProperty, _ start: EventTime) {
    guard let end = property.time else { return }
    if end.isDay != start.isDay {
      report(
        .endType,
        property,
        "DTSTART is \(start.isDay ? "a day" : "a time") and \(property.name) "
          + "\(end.isDay ? "a day" : "a time")",
        advice: "write both as days (VALUE=DATE), or both as times"
      )
    } else if end.isFloating != start.isFloating {
      report(
        .endType,
        property,
        "one of DTSTART and \(property.name) has a time zone, the other has none",
        advice: "write both in a time zone or in UTC, or neither"
      )
    } else if end == start {
      report(
        .zeroLength,
        property,
        "\(property.name) is the same as DTSTART, and should be later",
        advice: start.isDay
          ? "write the day after: the end is the first day that does not belong to it"
          : "leave it out of an event that takes no time"
      )
    } else if end.hasSameClock(as: start), end.secondsOnItsClock < start.secondsOnItsClock {
      report(
        .endBeforeStart,
        property,
        "the event ends at \(end.basicFormat), before it begins at \(start.basicFormat)"
      )
    }
  }

  private mutating func checkDuration(_ property: LintProperty, _ start: EventTime) {
    let value = property.line.valueBytes.trimmed
    guard value.isDuration else { return }
    if value.first == UInt8(ascii: "-") {
      report(.eventDuration, property, "DURATION is negative")
    } else if start.isDay, value.contains(UInt8(ascii: "T")) {
      report(
        .eventDuration,
        property,
        "DTSTART is a day, and DURATION is not of whole days",
        advice: "write a duration such as P1D, or a start with a time"
      )
    }
  }
}

extension EventTime {
  /// Whether the time is on whatever clock its reader has.
  fileprivate var isFloating: Bool {
    if case .floating = self { true } else { false }
  }
}
