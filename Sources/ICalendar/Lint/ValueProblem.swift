internal import CivilTime

/// What is wrong with the form of a value, to be read after "DTSTART is 20240631, ".
struct ValueProblem {
  /// The rule that the value does not keep.
  let rule: LintRule
  /// What was expected, or for a rule the whole message.
  let message: String
  /// What to write instead.
  var advice: String?
  /// Where the form is described, where that is not the reference of the rule.
  var reference: String?

  private init(_ rule: LintRule, _ message: String, _ advice: String?, _ reference: String? = nil) {
    self.rule = rule
    self.message = message
    self.advice = advice
    self.reference = reference
  }

  /// Looks for what is wrong with a value.
  ///
  /// - Parameters:
  ///   - value: The value, one of them where there are several.
  ///   - type: The type that it must have.
  ///   - constraint: What else it must be.
  /// - Returns: `nil` where it has the form of its type.
  static func of(
    _ value: ArraySlice<UInt8>,
    _ type: PropertyDefinition.ValueType,
    _ constraint: PropertyDefinition.Constraint
  ) -> ValueProblem? {
    switch type {
    case .text, .binary: nil
    case .date, .dateTime: time(value, type)
    case .period: value.isPeriod ? nil : period
    case .duration: value.isDuration ? nil : duration
    case .integer: number(value, constraint)
    case .utcOffset: value.isUTCOffset ? nil : offset
    case .uri: value.isURI ? nil : address("https://example.org/a%20b")
    case .calendarAddress: value.isURI ? nil : address("mailto:a@example.org")
    case .geo: value.isPosition ? nil : position
    case .recurrence: recurrence(value)
    }
  }

  private static var period: ValueProblem {
    ValueProblem(
      .dateTime,
      "which is no period",
      "write one such as 20240611T131500Z/PT12M",
      "RFC 5545, section 3.3.9"
    )
  }

  private static var duration: ValueProblem {
    ValueProblem(.duration, "which is no duration", "write one such as PT1H30M, P1D or P2W")
  }

  private static var offset: ValueProblem {
    ValueProblem(.utcOffset, "which is no offset from UTC", "write one such as +0700")
  }

  private static var position: ValueProblem {
    ValueProblem(
      .geo,
      "which is no latitude, semicolon and longitude",
      "write degrees, such as 10.0125;105.0809"
    )
  }

  private static func address(_ example: String) -> ValueProblem {
    ValueProblem(
      .uri,
      "which is no address: it needs a scheme, and no spaces and letters beyond ASCII",
      "write one such as \(example)"
    )
  }

  private static func time(
    _ value: ArraySlice<UInt8>,
    _ type: PropertyDefinition.ValueType
  ) -> ValueProblem? {
    guard let time = EventTime(basicFormat: value) else {
      return ValueProblem(
        .dateTime,
        "which is no day and no time",
        "write a day such as 20240611, or a time such as 20240611T201500",
        type == .date ? "RFC 5545, section 3.3.4" : nil
      )
    }
    guard time.isDay != (type == .date) else { return nil }
    return time.isDay
      ? ValueProblem(
        .valueType,
        "a day, and VALUE=DATE is missing",
        "add ;VALUE=DATE to the name"
      )
      : ValueProblem(
        .valueType,
        "a time, and VALUE=DATE asks for a day",
        "take VALUE=DATE out, or write a day"
      )
  }

  private static func number(
    _ value: ArraySlice<UInt8>,
    _ constraint: PropertyDefinition.Constraint
  ) -> ValueProblem? {
    guard case .range(let range) = constraint else { return nil }
    if let number = value.wholeNumber, range.contains(number) { return nil }
    return ValueProblem(
      .number,
      "which is no number from \(range.lowerBound) to \(range.upperBound)",
      nil
    )
  }

  private static func recurrence(_ value: ArraySlice<UInt8>) -> ValueProblem? {
    do throws(ICalendarError) {
      _ = try RecurrenceRule(parsing: String(decoding: value, as: UTF8.self))
      return nil
    } catch {
      // What the reader alone does not take is sound.
      let problem = error.problems.first { $0.rule == .recurrenceRule }
      return problem.map { ValueProblem(.recurrenceRule, $0.message, $0.advice) }
    }
  }
}
