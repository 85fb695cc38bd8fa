internal import CivilTime

extension RecurrenceRule.Parts {
  /// The largest interval that libical keeps, a 16-bit number.
  static let largestInterval = Int(Int16.max)
  /// The largest count that libical keeps, a 32-bit number.
  static let largestCount = Int(Int32.max)

  /// The most bytes of a rule: more than twice those of one that names every day of the year.
  private static let mostBytes = 4_000

  /// Reads the parts of a rule.
  ///
  /// - Parameter text: The value of an `RRULE`.
  /// - Throws: ``ICalendarError`` with every part that does not follow the grammar.
  init(parsing text: String) throws(ICalendarError) {
    // Each mistake is told with the rule, so that all of them grow with the square of its length.
    guard text.utf8.count <= Self.mostBytes else {
      throw ICalendarError(
        .limit,
        "a rule has \(text.utf8.count) bytes, and at most \(Self.mostBytes) are read"
      )
    }
    var reader = RecurrenceGrammar(text)
    guard let parts = reader.parts(), reader.problems.isEmpty else {
      throw ICalendarError(reader.problems)
    }
    self = parts
  }
}

/// The grammar of a rule: which parts there are, and which values they take.
private struct RecurrenceGrammar {
  private let text: String
  private var values: [String: Substring] = [:]
  private(set) var problems: [ICalendarError.Problem] = []

  private static let names = [
    "FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO",
    "BYMONTH", "BYSETPOS", "WKST",
  ]

  init(_ text: String) {
    self.text = text
    var fields = text.split(separator: ";", omittingEmptySubsequences: false)
    // Outlook and others end a rule in a semicolon.
    if fields.count > 1, fields.last == "" { fields.removeLast() }
    for field in fields {
      let pair = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard pair.count == 2 else {
        refuse("\"\(field)\" is no part of a rule, which has the form NAME=VALUE")
        continue
      }
      let name = pair[0].uppercased()
      if let problem = Self.unsupported(name, value: pair[1]) {
        problems.append(problem)
      } else if !Self.names.contains(name) {
        refuse(
          "\"\(pair[0])\" is no part of a rule",
          advice: "the parts are \(Self.names.joined(separator: ", "))"
        )
      } else if values.updateValue(pair[1], forKey: name) != nil {
        refuse("\(name) comes twice", advice: "write it once, with its values joined by commas")
      }
    }
  }

  mutating func parts() -> RecurrenceRule.Parts? {
    let frequency = frequency()
    var parts = RecurrenceRule.Parts(frequency: frequency ?? .daily)
    if let value = values["INTERVAL"] {
      parts.interval =
        number("INTERVAL", value, in: 1...RecurrenceRule.Parts.largestInterval) ?? 1
    }
    if let value = values["COUNT"] {
      parts.count = number("COUNT", value, in: 1...RecurrenceRule.Parts.largestCount)
    }
    if let value = values["UNTIL"] {
      parts.until = EventTime(basicFormat: value.utf8)
      if parts.until == nil {
        refuse(
          "UNTIL=\(value) is neither a day, such as 20241231, nor a time, such as 20241231T165959Z"
        )
      }
    }
    if values["COUNT"] != nil, values["UNTIL"] != nil {
      refuse("COUNT and UNTIL exclude each other", advice: "keep one of them")
    }
    if let value = values["WKST"] {
      if let day = Weekday(code: value.uppercased()) {
        parts.weekStart = day
      } else {
        refuse("WKST=\(value) is no weekday", advice: Self.weekdayAdvice)
      }
    }
    parts.months = numbers("BYMONTH", upTo: 12, signed: false)
    parts.monthDays = numbers("BYMONTHDAY", upTo: 31)
    parts.yearDays = numbers("BYYEARDAY", upTo: 366)
    parts.weekNumbers = numbers("BYWEEKNO", upTo: 53)
    parts.positions = numbers("BYSETPOS", upTo: 366)
    parts.weekdays = weekdays()
    if let frequency { checkCombination(of: parts, frequency) }
    return frequency == nil ? nil : parts
  }

  private mutating func frequency() -> RecurrenceRule.Frequency? {
    guard let value = values["FREQ"] else {
      // A frequency that is not supported was reported as such.
      if !problems.contains(where: { $0.rule == .unsupportedRecurrence }) {
        refuse("FREQ is missing", advice: "begin with FREQ=DAILY, WEEKLY, MONTHLY or YEARLY")
      }
      return nil
    }
    guard let frequency = RecurrenceRule.Frequency(rawValue: value.uppercased()) else {
      refuse("FREQ=\(value) is no frequency", advice: "write DAILY, WEEKLY, MONTHLY or YEARLY")
      return nil
    }
    return frequency
  }

  /// What RFC 5545 does not allow together.
  private mutating func checkCombination(
    of parts: RecurrenceRule.Parts,
    _ frequency: RecurrenceRule.Frequency
  ) {
    if frequency == .weekly, !parts.monthDays.isEmpty {
      refuse(
        "BYMONTHDAY does not go with FREQ=WEEKLY",
        advice: "write FREQ=MONTHLY, or FREQ=DAILY with BYDAY"
      )
    }
    if frequency != .yearly, !parts.yearDays.isEmpty {
      refuse("BYYEARDAY goes with FREQ=YEARLY only", advice: "write FREQ=YEARLY")
    }
    if frequency != .yearly, !parts.weekNumbers.isEmpty {
      refuse("BYWEEKNO goes with FREQ=YEARLY only")
    }
    let largestOrdinal: Int
    switch frequency {
    case .daily, .weekly: largestOrdinal = 0
    case .monthly: largestOrdinal = 5
    case .yearly: largestOrdinal = parts.months.isEmpty ? 53 : 5
    }
    for day in parts.weekdays {
      guard let ordinal = day.ordinal, abs(ordinal) > largestOrdinal else { continue }
      if largestOrdinal == 0 {
        refuse(
          "BYDAY=\(day.text) counts weekdays, which goes with FREQ=MONTHLY and YEARLY only",
          advice: "write FREQ=MONTHLY;BYDAY=\(day.text), or BYDAY=\(day.weekday.code)"
        )
      } else {
        refuse("BYDAY=\(day.text) never comes: there are at most \(largestOrdinal)")
      }
    }
    if !parts.positions.isEmpty, parts.weekdays.isEmpty, parts.monthDays.isEmpty,
      parts.yearDays.isEmpty, parts.weekNumbers.isEmpty, parts.months.isEmpty
    {
      refuse("BYSETPOS picks among the days of another part, and there is none")
    }
  }

  private mutating func weekdays() -> [RecurrenceRule.OrdinalWeekday] {
    guard let value = values["BYDAY"] else { return [] }
    return value.split(separator: ",", omittingEmptySubsequences: false).compactMap { element in
      // Exchange writes a space after the comma.
      let element = element.drop { $0 == " " }.uppercased()
      let digits = element.dropLast(2)
      let ordinal = digits.isEmpty ? nil : Int(digits)
      guard let weekday = Weekday(code: element.suffix(2)), digits.isEmpty || ordinal != nil,
        ordinal != 0, digits.utf8.count <= 3
      else {
        refuse("BYDAY=\(element) is no weekday", advice: Self.weekdayAdvice)
        return nil
      }
      return RecurrenceRule.OrdinalWeekday(ordinal: ordinal, weekday: weekday)
    }
  }

  private mutating func numbers(_ name: String, upTo limit: Int, signed: Bool = true) -> [Int] {
    guard let value = values[name] else { return [] }
    return value.split(separator: ",", omittingEmptySubsequences: false).compactMap { element in
      let negative = signed && element.first == "-"
      let magnitude = number(name, negative ? element.dropFirst() : element, in: 1...limit)
      return magnitude.map { negative ? -$0 : $0 }
    }
  }

  private mutating func number(
    _ name: String,
    _ text: Substring,
    in range: ClosedRange<Int>
  ) -> Int? {
    let digits = text.utf8
    guard !digits.isEmpty, digits.count <= 10,
      digits.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }), let number = Int(text),
      range.contains(number)
    else {
      refuse("\(name)=\(text) is no number from \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    return number
  }

  private mutating func refuse(_ message: String, advice: String? = nil) {
    guard problems.count < ICalendarError.mostProblems else { return }
    problems.append(
      ICalendarError.Problem(
        rule: .recurrenceRule,
        message: "in \"\(text)\", \(message)",
        advice: advice
      )
    )
  }

  private static let weekdayAdvice = "write MO, TU, WE, TH, FR, SA or SU, such as 2SU or -1FR"

  /// The parts that no rule may have here: what is finer than a day, and other calendars.
  private static func unsupported(
    _ name: String,
    value: Substring
  ) -> ICalendarError.Problem? {
    switch (name, value.uppercased()) {
    case ("FREQ", "HOURLY"), ("FREQ", "MINUTELY"), ("FREQ", "SECONDLY"):
      ICalendarError.Problem(
        rule: .unsupportedRecurrence,
        message: "FREQ=\(value) recurs more often than daily, which libical may expand for ever",
        advice: "write FREQ=DAILY, one rule for each time of the day"
      )
    case ("BYHOUR", _), ("BYMINUTE", _), ("BYSECOND", _):
      ICalendarError.Problem(
        rule: .unsupportedRecurrence,
        message: "\(name)=\(value) sets times of the day, and rules here give days",
        advice: "take the time from the start, one rule for each time of the day"
      )
    case ("RSCALE", _), ("SKIP", _):
      ICalendarError.Problem(
        rule: .unsupportedRecurrence,
        message: "\(name)=\(value) asks for another calendar (RFC 7529); libical computes the "
          + "lunar one for China, where Tết 2027 is a day later",
        advice: "list the days, as RDATE or as events"
      )
    default: nil
    }
  }
}
