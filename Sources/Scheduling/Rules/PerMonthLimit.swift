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
    let months = plan.months.map { month in
      (month: month, count: dates.count { month.days.contains($0) })
    }
    return limits(of: series).compactMap { limit in
      switch limit.rule {
      case .perMonthAtLeast(let least):
        months.min { $0.count < $1.count }.map { found in
          LimitFinding(limit, found: found.count, month: found.month, holds: found.count >= least)
        }
      case .perMonthAtMost(let most):
        months.max { $0.count < $1.count }.map { found in
          LimitFinding(limit, found: found.count, month: found.month, holds: found.count <= most)
        }
      default: nil
      }
    }
  }
}
