public import CivilTime

/// Says why each issue of a schedule is where it is: what its day and its theme cost, and what others
/// would cost.
///
/// The price of another day is what the days of the best schedule cost more where the issue's series is
/// pinned to it; the price of another theme is what the best placement costs more where the issue is
/// pinned to it, on the same days. Nothing is estimated: each price comes from an exact solution, or
/// says within which limits it is known.
public struct Explainer {
  let schedule: Schedule
  let plan: Plan
  let history: History
  private let mayGoOn: () -> Bool

  /// Prepares to explain a schedule.
  ///
  /// - Parameters:
  ///   - schedule: What ``Scheduler/optimal(for:keeping:from:while:)`` gave for the plan, with the same
  ///     `released` and `from`.
  ///   - plan: The plan.
  ///   - released: What the last release published.
  ///   - from: The day from which the schedule may change; the period's first day where it is `nil`.
  ///   - mayGoOn: Asked between the stages of a search whether it may begin another; where it may not,
  ///     prices are known within limits only.
  public init(
    _ schedule: Schedule,
    of plan: Plan,
    keeping released: ReleasedSchedule = ReleasedSchedule(),
    from: CivilDate? = nil,
    while mayGoOn: @escaping () -> Bool = { true }
  ) {
    self.schedule = schedule
    self.plan = plan
    history = History(released, plan: plan, from: from)
    self.mayGoOn = mayGoOn
  }

  /// Why an issue is on its day and has its theme.
  ///
  /// - Complexity: A search for each day that may be among the cheapest, and a placement for each theme.
  /// - Precondition: The issue is one of the schedule.
  ///
  /// - Parameters:
  ///   - issue: An issue of the schedule.
  ///   - count: How many other days, and how many other themes, are wanted.
  /// - Returns: The explanation. An issue that is history stands, so it has no other days or themes.
  public func explanation(of issue: Occurrence, alternatives count: Int = 5) -> Explanation {
    let series = series(of: issue)
    let isHistory = history.isSettled(series: issue.series, date: issue.date)
    let themes =
      isHistory || issue.theme == nil
      ? (possible: [], excluded: []) : themePricing.changes(of: issue)
    return Explanation(
      issue: issue,
      isHistory: isHistory,
      day: DayPoints(
        of: issue,
        among: schedule.occurrences.filter { $0.series == issue.series }.map(\.date),
        series: series,
        in: plan,
        history: history
      ),
      otherDays: isHistory ? [] : dayPricing(of: series).cheapest(count, insteadOf: issue),
      theme: issue.theme == nil
        ? nil
        : ThemePoints(of: issue, among: schedule.occurrences, in: plan, history: history),
      otherThemes: Array(themes.possible.prefix(count)),
      excludedThemes: themes.excluded
    )
  }

  /// What a day would mean for an issue: what it costs, or which limits it breaks.
  ///
  /// A pin puts an issue also on a day that no slot rule gives, or that a calendar took out; so such a
  /// day has both a reason why it is no slot and a price.
  ///
  /// - Precondition: The issue is one of the schedule.
  ///
  /// - Parameters:
  ///   - date: Any day.
  ///   - issue: The issue that would move there.
  /// - Returns: The answer.
  public func answer(on date: CivilDate, for issue: Occurrence) -> DayAnswer {
    let series = series(of: issue)
    let exclusions = DayExclusion.all(on: date, of: series, in: plan, from: history.from)
    let outcome: DayAnswer.Outcome
    if let other = schedule.occurrences.first(where: { $0.series == series.id && $0.date == date })
    {
      outcome = .taken(other)
    } else if !exclusions.allSatisfy(\.yieldsToPin) {
      outcome = .ruledOut
    } else {
      switch dayPricing(of: series).pin(date, insteadOf: issue) {
      case .possible(let change): outcome = .possible(change)
      case .clash(let clash): outcome = .clash(clash)
      }
    }
    return DayAnswer(date: date, exclusions: exclusions, outcome: outcome)
  }

  private func series(of issue: Occurrence) -> Series {
    guard schedule.occurrences.contains(issue),
      let series = plan.series.first(where: { $0.id == issue.series })
    else { preconditionFailure("the issue must be one of the schedule") }
    return series
  }

  func dayPricing(of series: Series) -> DayPricing {
    DayPricing(for: series, in: schedule, of: plan, history: history, while: mayGoOn)
  }

  private var themePricing: ThemePricing {
    ThemePricing(schedule: schedule, plan: plan, history: history, mayGoOn: mayGoOn)
  }
}
