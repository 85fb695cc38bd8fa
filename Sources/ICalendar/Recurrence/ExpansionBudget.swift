internal import CivilTime

/// How much work the expansion of recurrences may still take.
///
/// A step is about what libical does for a day of a daily rule, 3 microseconds.
struct ExpansionBudget {
  /// The steps that are left.
  private(set) var steps: Int

  /// What libical takes to find out that a rule never comes to a day: it searches 18,000 years.
  static let fruitlessSearch = 400_000

  /// Takes steps away.
  ///
  /// - Throws: ``ICalendarError`` where there are not enough.
  mutating func charge(_ cost: Int) throws(ICalendarError) {
    steps -= cost
    guard steps >= 0 else {
      throw ICalendarError(
        .limit,
        "the recurrences take too long to expand",
        advice: "let the events begin later, or recur less often"
      )
    }
  }
}

extension RecurrenceRule.Parts {
  /// The steps that an expansion over some days takes, about.
  func cost(over days: Int) -> Int {
    let perPeriod: (days: Int, steps: Int)
    switch frequency {
    case .daily: perPeriod = (1, 1)
    case .weekly: perPeriod = (7, Swift.max(1, weekdays.count))
    case .monthly: perPeriod = (30, 2)
    case .yearly: perPeriod = (365, 5)
    }
    return 10 + days / (perPeriod.days * interval) * perPeriod.steps
  }

  /// Whether there may be no day of the rule at all, which libical then searches for 18,000 years.
  ///
  /// Days up to the 28th, and the first four of a weekday, come in every month.
  ///
  /// - Parameter start: The day that the rule begins at.
  /// - Returns: `false` where the rule certainly comes to a day within its first years.
  func mayNeverCome(from start: CivilDate) -> Bool {
    guard frequency == .monthly || frequency == .yearly else { return false }
    let lastCertainOrdinal = frequency == .monthly || !months.isEmpty ? 4 : 52
    let isStartDay = weekdays.isEmpty && monthDays.isEmpty && yearDays.isEmpty
    return !positions.isEmpty || !weekdays.isEmpty && !(monthDays.isEmpty && yearDays.isEmpty)
      || frequency == .monthly && interval > 1 && !months.isEmpty
      || monthDays.contains { abs($0) > 28 } || yearDays.contains { abs($0) > 365 }
      || weekdays.contains { abs($0.ordinal ?? 1) > lastCertainOrdinal }
      || isStartDay && start.day > 28
  }
}
