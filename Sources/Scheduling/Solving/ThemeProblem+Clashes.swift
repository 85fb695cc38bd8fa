extension ThemeProblem {
  /// The limits that a choice of themes keeps, those first that a clash should name last.
  package static func limits(in plan: Plan) -> [Limit] {
    plan.themes.flatMap { EligibilityLimit.limits(of: $0) }
      + plan.pins.indices.filter { plan.pins[$0].theme != nil }
      .map { PinLimit.limit(at: $0, in: plan) }
      + plan.themes.flatMap { ThemeBoundsLimit.limits(of: $0) }
  }

  /// Limits that no choice of themes keeps together, though it would keep them without any one.
  ///
  /// - Precondition: ``counts()`` gives `nil` under all limits, and the plan has a theme.
  ///
  /// - Parameters:
  ///   - issues: The issues, by day, then by series in the plan's order.
  ///   - plan: The plan.
  ///   - history: What was released.
  ///   - candidates: Limits that the clash is sought among; `nil` for all.
  ///   - excluded: Limits that do not hold.
  ///   - mayGoOn: Asked before each answer; where it may not go on, the clash is what is left so far.
  /// - Returns: The clash.
  package static func clash(
    _ issues: [Issue],
    in plan: Plan,
    history: History,
    among candidates: [Limit]? = nil,
    without excluded: Set<Limit> = [],
    while mayGoOn: () -> Bool = { true }
  ) -> Clash {
    let limits = (candidates ?? limits(in: plan)).filter { !excluded.contains($0) }
    return Clash(
      smallInfeasibleSubset(of: limits) { limits in
        guard mayGoOn() else { return nil }
        let problem = ThemeProblem(issues, in: plan, history: history, under: .only(Set(limits)))
        return problem.counts() == nil
      },
      choice: .themes
    )
  }

  /// Clashes with no limit in common, such that without all of their limits themes can be chosen.
  ///
  /// - Complexity: O(k² log n) answers of ``counts()`` for each clash of k limits of n.
  ///
  /// - Parameters:
  ///   - issues: The issues, by day, then by series in the plan's order.
  ///   - plan: The plan.
  ///   - history: What was released.
  ///   - known: A clash on these issues that is known; it is the first, smaller where it was not the
  ///     smallest.
  ///   - mayGoOn: Asked before each answer; where it may not go on, a clash is what is left so far.
  /// - Returns: The clashes.
  package static func clashes(
    _ issues: [Issue],
    in plan: Plan,
    history: History,
    beginningWith known: Clash? = nil,
    while mayGoOn: () -> Bool = { true }
  ) -> Clashes {
    var clashes = Clashes()
    if let known {
      let first =
        known.isSmallest
        ? known
        : clash(issues, in: plan, history: history, among: known.limits, while: mayGoOn)
      guard clashes.add(first) else { return clashes }
    }
    while true {
      guard mayGoOn() || clashes.found.isEmpty else {
        clashes.stop()
        return clashes
      }
      let excluded = clashes.limits
      let problem = ThemeProblem(issues, in: plan, history: history, under: .except(excluded))
      guard problem.counts() == nil else { return clashes }
      let clash = clash(issues, in: plan, history: history, without: excluded, while: mayGoOn)
      guard clashes.add(clash) else { return clashes }
    }
  }
}
