package import CivilTime

extension SeriesProblem {
  /// The limits that the days of a series keep, those first that a clash should name last.
  package static func limits(of series: Series, in plan: Plan, from: CivilDate) -> [Limit] {
    BanLimit.limits(of: series, in: plan)
      + AvoidLimit.limits(of: series)
      + [FromLimit.limit(of: series, from: from)]
      + [SlotDayLimit.limit(of: series)]
      + [AimLimit.limit(of: series, in: plan)]
      + [MinGapLimit.limit(of: series)]
      + PinLimit.limits(of: series, in: plan)
      + PerYearLimit.limits(of: series)
      + PerMonthLimit.limits(of: series)
  }

  /// Limits that no choice of days keeps together, though it would keep them without any one.
  ///
  /// - Complexity: O(k² log n) solutions for the k limits of the clash of the series' n.
  /// - Precondition: ``solve()`` gives `nil` under all limits but the excluded.
  ///
  /// - Parameters:
  ///   - series: A series of the plan.
  ///   - plan: The plan.
  ///   - history: What was released.
  ///   - excluded: Limits that do not hold.
  ///   - mayGoOn: Asked before each solution; where it may not go on, the clash is what is left so far.
  /// - Returns: The clash.
  package static func clash(
    of series: Series,
    in plan: Plan,
    history: History,
    without excluded: Set<Limit> = [],
    while mayGoOn: () -> Bool = { true }
  ) -> Clash {
    let limits = limits(of: series, in: plan, from: history.from)
      .filter { !excluded.contains($0) }
    return Clash(
      smallInfeasibleSubset(of: limits) { limits in
        guard mayGoOn() else { return nil }
        return SeriesProblem(of: series, in: plan, history: history, under: .only(Set(limits)))
          .solve() == nil
      }
    )
  }
}
