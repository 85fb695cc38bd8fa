/// How much work the expansion of recurrences may still take.
///
/// A step is about what libical does for a day of a daily rule, 3 microseconds.
struct ExpansionBudget {
  /// The steps that are left.
  private(set) var steps: Int

  /// What it takes to begin with a rule.
  static let beginning = 10

  /// What libical takes to find out that a rule never comes to a day: it searches 18,000 years.
  static let fruitlessSearch = 100_000

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
  /// The steps from one day of the rule to the next, about.
  ///
  /// - Parameter days: How many days lie between them.
  /// - Returns: At least 1.
  func cost(over days: Int) -> Int {
    let perPeriod: (days: Int, steps: Int)
    switch frequency {
    case .daily: perPeriod = (1, 1)
    case .weekly: perPeriod = (7, Swift.max(1, weekdays.count))
    case .monthly: perPeriod = (30, 2 + weekdays.count)
    case .yearly:
      // All days of a period are made before BYSETPOS picks among them.
      let numbered = monthDays.count * Swift.max(1, months.count) + yearDays.count
      perPeriod = (365, 5 + 20 * weekdays.count + numbered / 4)
    }
    let length = perPeriod.days * interval
    return Swift.max(1, (days + length / 2) / length * perPeriod.steps)
  }
}
