public import CivilTime

/// Chooses the days and the themes of a plan's issues.
public enum Scheduler {
  /// The schedule with the fewest points that breaks no limit of the plan.
  ///
  /// First come the days, each series by a shortest path over its slots; then how often each theme
  /// comes; then which issue has which theme. Where choices are as good as each other:
  ///
  /// - Days: the earliest first issue of a series, then the earliest second, and so on; a further
  ///   issue comes before none.
  /// - Counts: the themes that come earlier in the plan come more often.
  /// - Identity: the earliest released issue that can keeps its number, on the earliest day. A new
  ///   issue on the day of a cancelled one that is still published is that one again.
  /// - Placement: the first issue has the earliest theme in the plan's order, then the second.
  ///
  /// Issues released before `from` stay as they are, with number, day, hour and theme. Everything
  /// that is left out of the plan since, such as their slot or theme, is no obstacle to them.
  ///
  /// Between series that keep apart, and around repeated themes, the search itself decides among
  /// choices as good as each other; it is the same on every machine.
  ///
  /// - Complexity: For each series that of ``GroupedPathSolver``; O(n³) for n issues.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - released: What the last release published.
  ///   - from: The day from which the schedule may change; the period's first day where it is
  ///     `nil`.
  ///   - mayGoOn: Asked between the stages of a search whether it may begin another; where it may
  ///     not, the schedule is the best that was found, and its bounds say how good it may be.
  /// - Returns: The schedule, with its points, term by term, and proven lower bounds.
  /// - Throws: ``SchedulingError``: `invalid` for numbers out of range and for identifiers doubled
  ///   or unknown, `infeasible` with a smallest set of limits that cannot hold together, or with what
  ///   was left of them when the search was stopped, and `exhausted` where it was stopped before it
  ///   found a schedule.
  public static func optimal(
    for plan: Plan,
    keeping released: ReleasedSchedule = ReleasedSchedule(),
    from: CivilDate? = nil,
    while mayGoOn: @escaping () -> Bool = { true }
  ) throws -> Schedule {
    try SchedulingRequest(plan, keeping: released, from: from).schedule(while: mayGoOn)
  }

  /// The schedule with the fewest points for its themes on days that stand.
  ///
  /// - Parameters:
  ///   - days: The days of each series, in the plan's order of series.
  ///   - plan: The plan.
  ///   - history: What was released.
  ///   - mayGoOn: Asked between the stages of the search whether it may begin another.
  ///   - mayExplain: Asked again and again whether the search for a clash may go on; where it is
  ///     `nil`, as long as that for a schedule may.
  /// - Returns: The schedule.
  /// - Throws: `SchedulingError.infeasible` where the themes keep no limits on these days.
  package static func schedule(
    on days: DateProblem.Solution,
    in plan: Plan,
    history: History,
    while mayGoOn: @escaping () -> Bool = { true },
    explainingWhile mayExplain: (() -> Bool)? = nil
  ) throws -> Schedule {
    let issues = issues(on: days.slots, in: plan, history: history)
    var occurrences = issues.map(\.occurrence)

    let themes = try themes(
      for: issues,
      in: plan,
      history: history,
      while: mayGoOn,
      explainingWhile: mayExplain ?? mayGoOn
    )
    for (index, theme) in themes.placement.themes.enumerated() {
      if let theme { occurrences[index].theme = plan.themes[theme].id }
    }
    let scorer = Scorer(for: plan, history: history)
    var dates = scorer.dates(of: occurrences)
    dates.bound = days.bound
    var placement = scorer.placement(of: occurrences)
    placement.bound = themes.placement.bound
    return Schedule(
      dates: dates,
      counts: zip(plan.themes, themes.counts).map { ThemeCount(theme: $0.id, count: $1) },
      placement: placement,
      occurrences: occurrences
    )
  }

  private static func themes(
    for issues: [ThemeProblem.Issue],
    in plan: Plan,
    history: History,
    while mayGoOn: @escaping () -> Bool,
    explainingWhile mayExplain: () -> Bool
  ) throws -> (counts: [Int], placement: ThemeProblem.Placement) {
    let problem = ThemeProblem(issues, in: plan, history: history)
    guard let counts = problem.counts(),
      let placement = problem.placement(counts: counts, while: mayGoOn)
    else {
      throw SchedulingError.infeasible(
        ThemeProblem.clash(issues, in: plan, history: history, while: mayExplain)
      )
    }
    return (counts, placement)
  }

  /// The issues on the days that were chosen, numbered, and without a theme unless they are history.
  ///
  /// - Parameters:
  ///   - slots: The days of each series.
  ///   - plan: The plan.
  ///   - history: What was released.
  /// - Returns: The issues, by day, then by series in the plan's order.
  static func issues(
    on slots: [[Slot]],
    in plan: Plan,
    history: History
  ) -> [ThemeProblem.Issue] {
    let issues = zip(plan.series, slots).flatMap { series, slots in
      let identified = Identity.issues(on: slots, series: series.id, history: history)
      return self.issues(identified, of: series, history: history)
    }
    return plan.inOrder(issues, by: \.occurrence)
  }

  /// The issues of a series, numbered, and without a theme unless they are history.
  private static func issues(
    _ identified: [Identity.Issue],
    of series: Series,
    history: History
  ) -> [ThemeProblem.Issue] {
    var next = history.nextNumber(series.id)
    return identified.map { issue in
      if let released = issue.released,
        history.isSettled(series: series.id, date: released.date)
      {
        return ThemeProblem.Issue(released, released: released)
      }
      let number =
        issue.released?.number
        ?? history.cancelledNumber(series: series.id, date: issue.slot.date) ?? next
      if number == next { next += 1 }
      let occurrence = Occurrence(
        series: series.id,
        number: number,
        date: issue.slot.date,
        time: issue.slot.time,
        minutes: series.minutes
      )
      let isBinding = !history.binding(series.id).isEmpty
      return ThemeProblem.Issue(occurrence, released: isBinding ? issue.released : nil)
    }
  }
}
