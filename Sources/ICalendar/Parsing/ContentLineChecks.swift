extension ContentLine {
  /// What is wrong with the line, so far as libical would not say so or would not survive it.
  ///
  /// - Parameter component: What the line stands in; where that is not read, little is checked.
  /// - Returns: The problem, without its line, or `nil` where there is none.
  func problem(in component: ComponentName) -> ICalendarError.Problem? {
    if name == "REQUEST-STATUS" {
      return ICalendarError.Problem(
        rule: .unsupported,
        message: "REQUEST-STATUS, which only replies to invitations have, is not read: libical "
          + "keeps a reference to memory that it has freed",
        advice: "take the line out"
      )
    }
    if component != .other, parameterCount > ParsingLimits.parametersOfOneProperty {
      return ICalendarError.Problem(
        rule: .limit,
        message: "\(name) has \(parameterCount) parameters"
      )
    }
    switch component {
    case .calendar: return calendarProblem
    case .event: return eventProblem
    case .alarm:
      let isDuration = name == "TRIGGER" && valueBytes.first.map(\.isDigit) != true
      return isDuration ? durationProblem : nil
    case .standard, .daylight: return observanceProblem
    case .timeZone, .other: return nil
    }
  }

  private var calendarProblem: ICalendarError.Problem? {
    switch name {
    case "VERSION": versionProblem
    case "REFRESH-INTERVAL": durationProblem
    default: nil
    }
  }

  private var eventProblem: ICalendarError.Problem? {
    switch name {
    case "DTSTART", "DTEND", "DTSTAMP", "LAST-MODIFIED":
      timesProblem(allowsMany: false, allowsPeriods: false)
    case "DURATION": durationProblem
    case "RECURRENCE-ID": recurrenceIDProblem
    case "EXDATE": timesProblem(allowsMany: true, allowsPeriods: false)
    case "RDATE": timesProblem(allowsMany: true, allowsPeriods: true)
    case "EXRULE": exceptionRuleProblem
    case "SEQUENCE": sequenceProblem
    case "CATEGORIES": categoriesProblem
    default: nil
    }
  }

  private var observanceProblem: ICalendarError.Problem? {
    switch name {
    case "DTSTART": timesProblem(allowsMany: false, allowsPeriods: false)
    case "RDATE": timesProblem(allowsMany: true, allowsPeriods: false)
    case "TZOFFSETFROM", "TZOFFSETTO": offsetProblem
    default: nil
    }
  }

  private var versionProblem: ICalendarError.Problem? {
    guard value != "2.0" else { return nil }
    return ICalendarError.Problem(
      rule: .calendarObject,
      message: "VERSION is \(value), and 2.0 is read",
      advice: "export the calendar as iCalendar 2.0, not as vCalendar"
    )
  }

  /// libical accepts the 31st of February, times such as 25:00, and a time that says that it is a text.
  private func timesProblem(
    allowsMany: Bool,
    allowsPeriods: Bool
  ) -> ICalendarError.Problem? {
    let types = ["DATE", "DATE-TIME"] + (allowsPeriods ? ["PERIOD"] : [])
    if let type = parameter("VALUE"), !types.contains(type.uppercased()) {
      return ICalendarError.Problem(
        rule: .value,
        message: "\(name) is of the type \(type)",
        advice: "write VALUE=DATE for a day, and nothing for a time"
      )
    }
    if EventTime(basicFormat: valueBytes.trimmed) != nil { return nil }
    let values = valueBytes.trimmed.split(
      separator: UInt8(ascii: ","),
      omittingEmptySubsequences: false
    )
    if values.count > ParsingLimits.valuesOfOneProperty {
      return ICalendarError.Problem(
        rule: .limit,
        message: "\(name) has \(values.count) values, of which libical keeps "
          + "\(ParsingLimits.valuesOfOneProperty)",
        advice: "write several lines \(name), each with fewer values"
      )
    }
    for value in values {
      if EventTime(basicFormat: value.trimmed) != nil, allowsMany || values.count == 1 { continue }
      if allowsPeriods, value.trimmed.isPeriod { continue }
      return ICalendarError.Problem(
        rule: .dateTime,
        message:
          "\(name) is \(String(decoding: value, as: UTF8.self)), which is no day and no time",
        advice: "write a day such as 20240611, or a time such as 20240611T201500"
      )
    }
    return nil
  }

  private var recurrenceIDProblem: ICalendarError.Problem? {
    guard !hasParameter("RANGE") else {
      return ICalendarError.Problem(
        rule: .unsupported,
        message: "RECURRENCE-ID with RANGE changes all later instances at once, which is not read",
        advice: "end the rule with UNTIL, and write a new event for the later instances"
      )
    }
    return timesProblem(allowsMany: false, allowsPeriods: false)
  }

  private var exceptionRuleProblem: ICalendarError.Problem? {
    ICalendarError.Problem(
      rule: .unsupported,
      message: "EXRULE was taken out of iCalendar in 2009, and is not read",
      advice: "list the days that are left out as EXDATE"
    )
  }

  private var durationProblem: ICalendarError.Problem? {
    guard !valueBytes.trimmed.isDuration else { return nil }
    return ICalendarError.Problem(
      rule: .duration,
      message: "\(name) is \(value), which is no duration",
      advice: "write one such as PT1H30M, P1D or P2W"
    )
  }

  private var sequenceProblem: ICalendarError.Problem? {
    // Some programs count in seconds since 1970.
    guard !valueBytes.trimmed.isEmpty, valueBytes.trimmed.wholeNumber == nil else { return nil }
    return ICalendarError.Problem(
      rule: .value,
      message: "SEQUENCE is \(value), which is no number from 0 to \(Int32.max)"
    )
  }

  private var offsetProblem: ICalendarError.Problem? {
    guard !valueBytes.trimmed.isUTCOffset else { return nil }
    return ICalendarError.Problem(
      rule: .value,
      message: "\(name) is \(value), which is no offset from UTC",
      advice: "write one such as +0700"
    )
  }

  /// libical takes a comma for part of a category where a backslash stands right or three before
  /// it, even where the backslash belongs to something else.
  private var categoriesProblem: ICalendarError.Problem? {
    let bytes = Array(valueBytes)
    var commas = 0
    var isEscaped = false
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: ","), !isEscaped {
        commas += 1
        let before = [1, 3].contains { distance in
          index >= distance && bytes[index - distance] == UInt8(ascii: "\\")
        }
        if before {
          return ICalendarError.Problem(
            rule: .unsupported,
            message: "CATEGORIES has a backslash close before a comma, where libical does not part "
              + "the categories",
            advice: "write one line CATEGORIES for each"
          )
        }
      }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    guard commas >= ParsingLimits.valuesOfOneProperty else { return nil }
    return ICalendarError.Problem(
      rule: .limit,
      message: "CATEGORIES has \(commas + 1) values, of which libical keeps "
        + "\(ParsingLimits.valuesOfOneProperty)",
      advice: "write several lines CATEGORIES"
    )
  }
}
