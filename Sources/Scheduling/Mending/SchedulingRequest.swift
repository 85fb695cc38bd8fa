internal import CivilTime

/// What a schedule is asked for, and whether there is one.
struct SchedulingRequest {
  /// The plan.
  var plan: Plan
  /// What the last release published.
  var released: ReleasedSchedule
  /// The day from which the schedule may change; the period's first day where it is `nil`.
  var from: CivilDate?
  /// The best days that were found for this request and those made of it.
  private let known = BestDays()

  /// Creates a request.
  init(plan: Plan, released: ReleasedSchedule, from: CivilDate?) {
    self.plan = plan
    self.released = released
    self.from = from
  }

  /// What is history.
  var history: History { History(released, plan: plan, from: from) }

  /// The request with changes to the plan.
  func changed(by changes: [PlanChange]) -> SchedulingRequest {
    let mend = Mend(changes)
    var changed = self
    changed.plan = mend.applied(to: plan)
    changed.from = mend.from ?? from
    return changed
  }

  /// Whether some series can have days that keep all limits but the excluded.
  ///
  /// - Parameters:
  ///   - series: The series, with all that separations join to them.
  ///   - excluded: Limits that do not hold.
  /// - Returns: Whether it is known that they can.
  func hasDays(for series: Set<String>, without excluded: Set<Limit> = []) -> Bool {
    DateProblem(plan.only(series), history: history, under: .except(excluded)).isFeasible() == true
  }

  /// Whether issues can have themes that keep all limits but the excluded.
  func hasThemes(
    for issues: [ThemeProblem.Issue],
    without excluded: Set<Limit> = []
  ) -> Bool {
    ThemeProblem(issues, in: plan, history: history, under: .except(excluded)).counts() != nil
  }

  /// The issues on the best days; `nil` where there are none or the search for them was stopped.
  func issuesOnBestDays(while mayGoOn: @escaping () -> Bool) -> [ThemeProblem.Issue]? {
    let history = history
    let days = known.days(for: plan.withoutThemes(), from: from) {
      let days = try? DateProblem(plan, history: history).solve(while: mayGoOn)
      return days.flatMap { $0.points == $0.bound ? $0 : nil }
    }
    return days.map { Scheduler.issues(on: $0.slots, in: plan, history: history) }
  }

  /// Whether the scheduler finds a schedule, and the plan makes no mistake that it did not make
  /// before.
  ///
  /// - Parameters:
  ///   - original: The plan before it was changed.
  ///   - mayGoOn: Asked again and again whether the search may go on.
  /// - Returns: Whether that is known to be so.
  func isMet(insteadOf original: Plan, while mayGoOn: @escaping () -> Bool) -> Bool {
    let mistakes = Set(original.mistakes.map(\.kind))
    guard plan.mistakes.allSatisfy({ mistakes.contains($0.kind) }) else { return false }
    // Themes are chosen on the best days alone, and days without regard to themes.
    guard !plan.themes.isEmpty else { return hasDays(for: Set(plan.series.map(\.id))) }
    return issuesOnBestDays(while: mayGoOn).map { hasThemes(for: $0) } ?? false
  }

  /// The clashes that keep the request from being met, none of which shares a limit with another.
  func clashes(while mayGoOn: @escaping () -> Bool) -> [Clash] {
    let history = history
    let clashes = DateProblem.clashes(in: plan, history: history)
    guard clashes.isEmpty, let issues = issuesOnBestDays(while: mayGoOn) else { return clashes }
    return ThemeProblem.clashes(issues, in: plan, history: history)
  }
}

extension Plan {
  /// The plan as far as days depend on it.
  fileprivate func withoutThemes() -> Plan {
    var plan = self
    plan.themes = []
    plan.citations = [:]
    for index in plan.pins.indices { plan.pins[index].theme = nil }
    return plan
  }

  /// Problems for which the plan cannot be understood.
  fileprivate var mistakes: [PlanProblem] {
    problems().filter { $0.severity == .error && !$0.isContradiction }
  }
}
