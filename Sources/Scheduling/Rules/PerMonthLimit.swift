package import CivilTime

/// `per-month`: the fewest and the most issues of a series in a calendar month.
///
/// A month that the period touches counts like a whole one. The fewest are not enforced in months
/// that are history; the most never make history itself impossible.
package enum PerMonthLimit {
  /// The limits of a series.
  package static func limits(of series: Series) -> [Limit] {
    let line = PlanLine.series(series.id, .perMonth)
    var limits: [Limit] = []
    if series.perMonth.min > 0 {
      limits.append(
        Limit(.perMonthAtLeast(series.perMonth.min), of: .series(series.id), line: line)
      )
    }
    if let most = series.perMonth.max {
      limits.append(Limit(.perMonthAtMost(most), of: .series(series.id), line: line))
    }
    return limits
  }

  /// The bounds that are enforced in a month.
  ///
  /// - Parameters:
  ///   - limits: The limits that hold.
  ///   - isHistory: Whether no day of the month in the period is left that may change.
  ///   - settled: How many issues of the month are history.
  /// - Returns: The fewest and the most.
  package static func bounds(
    _ limits: [Limit],
    isHistory: Bool,
    settled: Int
  ) -> GroupedPath.Limits {
    var bounds = GroupedPath.Limits()
    for limit in limits {
      switch limit.rule {
      case .perMonthAtLeast(let least): bounds.least = isHistory ? 0 : least
      case .perMonthAtMost(let most): bounds.most = max(most, settled)
      default: break
      }
    }
    return bounds
  }

  /// What was found: the fewest and the most issues in any month of the plan.
  package static func findings(
    of series: Series,
    in plan: Plan,
    on dates: [CivilDate]
  ) -> [LimitFinding] {
    limits(of: series).compactMap { limit in
      let months = findings(of: limit, inEachMonthOf: plan, on: dates)
      let worst =
        switch limit.rule {
        case .perMonthAtLeast: months.min { ($0.found ?? 0) < ($1.found ?? 0) }
        default: months.max { ($0.found ?? 0) < ($1.found ?? 0) }
        }
      return worst.map { worst in
        LimitFinding(limit, found: worst.found, month: worst.month, holds: worst.holds)
      }
    }
  }

  /// What was found month by month: how many issues, and their days.
  ///
  /// - Complexity: O(m n) for m months and n issues.
  ///
  /// - Parameters:
  ///   - limit: One of a series' limits on months.
  ///   - plan: The plan.
  ///   - dates: The days of the series' issues.
  /// - Returns: A finding for each month of the plan.
  package static func findings(
    of limit: Limit,
    inEachMonthOf plan: Plan,
    on dates: [CivilDate]
  ) -> [LimitFinding] {
    let bounds = bounds([limit], isHistory: false, settled: 0)
    return plan.months.map { month in
      let days = dates.filter(month.days.contains)
      return LimitFinding(
        limit,
        found: days.count,
        month: month,
        dates: days,
        holds: bounds.contains(days.count)
      )
    }
  }
}
