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
  package static func clash(_ issues: [Issue], in plan: Plan, history: History) -> Clash {
    clashes(issues, in: plan, history: history, atMost: 1).first
      ?? Clash(limits: [], choice: .themes)
  }

  /// Clashes with no limit in common, such that without all of their limits themes can be chosen.
  ///
  /// - Complexity: O(k² log n) answers of ``counts()`` for each clash of k limits of n.
  ///
  /// - Parameters:
  ///   - issues: The issues, by day, then by series in the plan's order.
  ///   - plan: The plan.
  ///   - history: What was released.
  ///   - count: How many are sought.
  /// - Returns: The clashes; none where themes can be chosen.
  package static func clashes(
    _ issues: [Issue],
    in plan: Plan,
    history: History,
    atMost count: Int = .max
  ) -> [Clash] {
    func isInfeasible(_ limits: LimitSet) -> Bool {
      ThemeProblem(issues, in: plan, history: history, under: limits).counts() == nil
    }
    var clashes: [Clash] = []
    var excluded: Set<Limit> = []
    while clashes.count < count, isInfeasible(.except(excluded)) {
      let limits = limits(in: plan).filter { !excluded.contains($0) }
      let clash = smallInfeasibleSubset(of: limits) { isInfeasible(.only(Set($0))) }
      guard !clash.isEmpty else { break }
      clashes.append(Clash(limits: clash, choice: .themes))
      excluded.formUnion(clash)
    }
    return clashes
  }
}
