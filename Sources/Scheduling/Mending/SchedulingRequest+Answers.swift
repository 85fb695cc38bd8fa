extension SchedulingRequest {
  /// The schedule with the fewest points that breaks no limit of the plan.
  ///
  /// It is that of ``Scheduler/optimal(for:keeping:from:while:)``.
  ///
  /// - Parameters:
  ///   - mayGoOn: Asked between the stages of a search whether it may begin another; where it may
  ///     not, the schedule is the best that was found, and its bounds say how good it may be.
  ///   - mayExplain: Asked again and again whether the search for a clash may go on, where there is
  ///     no schedule; where it is `nil`, as long as the search for one may.
  /// - Returns: The schedule, with its points, term by term, and proven lower bounds.
  /// - Throws: ``SchedulingError``. The clash of `infeasible` is what is left of the plan's limits by
  ///   then where the search for a smallest one was stopped.
  public func schedule(
    while mayGoOn: @escaping () -> Bool = { true },
    explainingWhile mayExplain: (() -> Bool)? = nil
  ) throws -> Schedule {
    let mayExplain = mayExplain ?? mayGoOn
    let malformed = plan.malformations()
    guard malformed.isEmpty else { throw SchedulingError.invalid(malformed) }
    do {
      guard let days = try bestDays(while: mayGoOn, isAsked: true) else {
        let clash = DateProblem.clash(in: plan, history: history, while: mayExplain)
        throw SchedulingError.infeasible(clash)
      }
      return try Scheduler.schedule(
        on: days,
        in: plan,
        history: history,
        while: mayGoOn,
        explainingWhile: mayExplain
      )
    } catch SchedulingError.infeasible(let clash) {
      note(clash)
      throw SchedulingError.infeasible(clash)
    }
  }

  /// Why the plan cannot be met, and what would mend it.
  ///
  /// It is that of ``Scheduler/infeasibility(of:keeping:from:while:mendingWhile:)``, without the
  /// searches that ``schedule(while:explainingWhile:)`` has made before.
  ///
  /// - Parameters:
  ///   - mayGoOn: Asked again and again whether the search for clashes may go on.
  ///   - mayMend: Asked again and again whether another change may be tried; where it is `nil`, as
  ///     long as the search for clashes may go on.
  /// - Returns: The clashes and the mends; `nil` where the plan can be met, where it cannot be
  ///   understood, and where neither was found out.
  public func infeasibility(
    while mayGoOn: @escaping () -> Bool = { true },
    mendingWhile mayMend: (() -> Bool)? = nil
  ) -> Infeasibility? {
    guard plan.malformations().isEmpty else { return nil }
    var exhausted: Set<Infeasibility.Question> = []
    let clashes = clashes(while: mayGoOn, exhausted: &exhausted)
    guard !clashes.found.isEmpty else { return nil }
    if clashes.found.contains(where: { !$0.isSmallest }) { exhausted.insert(.clash) }
    if !clashes.areAll { exhausted.insert(.others) }
    let search = MendSearch(request: self, time: SearchTime(mayMend ?? mayGoOn))
    let found = search.mends(of: clashes.found)
    return Infeasibility(
      clashes: clashes.found,
      mends: found.mends,
      exhausted: exhausted.union(found.exhausted)
    )
  }

  /// The clashes that keep the plan from being met.
  func clashes(while mayGoOn: @escaping () -> Bool) -> Clashes {
    var exhausted: Set<Infeasibility.Question> = []
    return clashes(while: mayGoOn, exhausted: &exhausted)
  }

  private func clashes(
    while mayGoOn: @escaping () -> Bool,
    exhausted: inout Set<Infeasibility.Question>
  ) -> Clashes {
    var clash = knownClash
    var haveDays = clash?.choice == .themes
    if clash == nil {
      do {
        // Days that are found prove at once that none of their limits clash.
        haveDays = try firstDays() != nil
        if !haveDays { clash = DateProblem.clash(in: plan, history: history, while: mayGoOn) }
      } catch {
        haveDays = false
      }
    }
    if !haveDays {
      let clashes = DateProblem.clashes(
        in: plan,
        history: history,
        beginningWith: clash,
        while: mayGoOn
      )
      guard clashes.found.isEmpty, clashes.areAll else { return clashes }
    }
    guard !plan.themes.isEmpty, let days = try? bestDays(while: mayGoOn) else { return Clashes() }
    if !days.isProven { exhausted.insert(.days) }
    return ThemeProblem.clashes(
      issues(on: days),
      in: plan,
      history: history,
      beginningWith: clash,
      while: mayGoOn
    )
  }
}
