package import CivilTime

/// `aim`: never more issues of a series than are wanted.
///
/// It never makes history itself impossible. Where the plan states no aim, the line that it is
/// derived from is cited.
package enum AimLimit {
  /// The limit of a series.
  package static func limit(of series: Series, in plan: Plan) -> Limit {
    let aim = plan.aim(of: series)
    let key: PlanLine.SeriesKey =
      if series.aim != nil {
        .aim
      } else if aim > 0 && series.perYear.min == aim {
        .perYear
      } else if aim > 0 {
        .perMonth
      } else {
        .aim
      }
    return Limit(.aim(aim), of: .series(series.id), line: .series(series.id, key))
  }

  /// The most issues that are enforced; `Int.max` for no limit.
  ///
  /// - Parameters:
  ///   - limits: The limits that hold.
  ///   - settled: How many issues are history.
  /// - Returns: The most.
  package static func most(_ limits: [Limit], settled: Int) -> Int {
    for limit in limits {
      if case .aim(let aim) = limit.rule { return max(aim, settled) }
    }
    return .max
  }

  /// What was found: the number of issues, where the plan states an aim.
  package static func findings(
    of series: Series,
    in plan: Plan,
    on dates: [CivilDate]
  ) -> [LimitFinding] {
    guard series.aim != nil else { return [] }
    return [
      LimitFinding(
        limit(of: series, in: plan),
        found: dates.count,
        holds: dates.count <= plan.aim(of: series)
      )
    ]
  }
}
