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
}
