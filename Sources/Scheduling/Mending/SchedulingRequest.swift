public import CivilTime

/// What a schedule is asked for: a plan, what was released of it, and from when it may change.
///
/// What is found out while it is answered is remembered: a plan that has no schedule is not searched
/// a second time for why. Copies share what they remember.
public struct SchedulingRequest {
  /// The plan.
  public private(set) var plan: Plan
  /// What the last release published.
  public let released: ReleasedSchedule
  /// The day from which the schedule may change; the period's first day where it is `nil`.
  public private(set) var from: CivilDate?
  /// What is known of the days of this request and those made of it.
  private let known = KnownDays()

  /// Creates a request.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - released: What the last release published.
  ///   - from: The day from which the schedule may change; the period's first day where it is
  ///     `nil`.
  public init(
    _ plan: Plan,
    keeping released: ReleasedSchedule = ReleasedSchedule(),
    from: CivilDate? = nil
  ) {
    self.plan = plan
    self.released = released
    self.from = from
  }

  /// A clash that was found before.
  var knownClash: Clash? { known.clash(in: plan, from: from) }

  /// Takes note of a clash.
  func note(_ clash: Clash) { known.note(clash, in: plan, from: from) }

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
}

// MARK: - Days

extension SchedulingRequest {
  /// Whether some series can have days that keep all limits but the excluded.
  ///
  /// - Parameters:
  ///   - series: The series, with all that separations join to them.
  ///   - excluded: Limits that do not hold.
  ///   - mayGoOn: Asked again and again whether the search may go on.
  /// - Returns: Whether it is known that they can.
  func hasDays(
    for series: Set<String>,
    without excluded: Set<Limit> = [],
    while mayGoOn: @escaping () -> Bool
  ) -> Bool {
    let part = plan.only(series)
    return known.isFeasible(part, from: from, without: excluded) {
      // Already the making of the problem takes time.
      guard mayGoOn() else { return nil }
      return DateProblem(part, history: history, under: .except(excluded))
        .isFeasible(while: mayGoOn)
    } == true
  }

  /// The best days that were found before.
  var knownDays: DateProblem.Solution? { known.days(of: plan, from: from) }

  /// The first days that a search for the best ones finds, or better ones that are known.
  ///
  /// - Returns: `nil` where there are none.
  /// - Throws: `SchedulingError.exhausted` where the search found none at once.
  func firstDays() throws -> DateProblem.Solution? {
    if let days = knownDays { return days }
    return try solved(while: { false }, isSearched: false)
  }

  /// The best days.
  ///
  /// - Parameters:
  ///   - mayGoOn: Asked between the stages of the search whether it may begin another.
  ///   - isAsked: Whether it is these days that are asked for. A search for them that was stopped is
  ///     then made again, though where they are one step of many it would be stopped again.
  /// - Returns: The best days that were found; `nil` where there are none.
  /// - Throws: `SchedulingError.exhausted` where the search was stopped before it found any.
  func bestDays(
    while mayGoOn: @escaping () -> Bool,
    isAsked: Bool = false
  ) throws -> DateProblem.Solution? {
    let first = knownDays
    if let first, first.isProven { return first }
    if let first, !isAsked, known.isSearched(plan, from: from) { return first }
    do {
      return try solved(while: mayGoOn, isSearched: true)
    } catch {
      guard let first else { throw error }
      return first
    }
  }

  /// Searches for days, and takes note of what comes of it.
  private func solved(
    while mayGoOn: @escaping () -> Bool,
    isSearched: Bool
  ) throws -> DateProblem.Solution? {
    if known.isInfeasible(plan, from: from) { return nil }
    let days = try DateProblem(plan, history: history).solve(while: mayGoOn)
    if let days {
      known.note(days, of: plan, from: from, isSearched: isSearched)
    } else {
      known.noteInfeasible(plan, from: from)
    }
    return days
  }
}

// MARK: - Themes

extension SchedulingRequest {
  /// The issues on some days.
  func issues(on days: DateProblem.Solution) -> [ThemeProblem.Issue] {
    Scheduler.issues(on: days.slots, in: plan, history: history)
  }

  /// Whether issues can have themes that keep all limits but the excluded.
  func hasThemes(
    for issues: [ThemeProblem.Issue],
    without excluded: Set<Limit> = []
  ) -> Bool {
    ThemeProblem(issues, in: plan, history: history, under: .except(excluded)).counts() != nil
  }
}
