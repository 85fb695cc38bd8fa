package import CivilTime

/// `per-year`: the fewest and the most issues of a series in the period.
///
/// The fewest are not enforced once the whole period is history; the most never make history
/// itself impossible.
package enum PerYearLimit {
  /// The limits that the plan states for a series.
  package static func limits(of series: Series) -> [Limit] {
    let line = PlanLine.series(series.id, .perYear)
    var limits: [Limit] = []
    if series.perYear.min > 0 {
      limits.append(Limit(.perYearAtLeast(series.perYear.min), of: .series(series.id), line: line))
    }
    if let most = series.perYear.max {
      limits.append(Limit(.perYearAtMost(most), of: .series(series.id), line: line))
    }
    return limits
  }

  /// The bounds that are enforced.
  ///
  /// The most that follows from those of the months is left to the months.
  ///
  /// - Parameters:
  ///   - limits: The limits that hold.
  ///   - isHistory: Whether the period ends before the day from which the schedule may change.
  ///   - settled: How many issues are history.
  /// - Returns: The fewest and the most.
  package static func bounds(
    _ limits: [Limit],
    isHistory: Bool,
    settled: Int
  ) -> GroupedPath.Limits {
    var bounds = GroupedPath.Limits()
    for limit in limits {
      switch limit.rule {
      case .perYearAtLeast(let least): bounds.least = isHistory ? 0 : least
      case .perYearAtMost(let most): bounds.most = max(most, settled)
      default: break
      }
    }
    return bounds
  }

  /// What was found: the number of issues.
  package static func findings(of series: Series, on dates: [CivilDate]) -> [LimitFinding] {
    limits(of: series).map { limit in
      let bounds = bounds([limit], isHistory: false, settled: 0)
      return LimitFinding(limit, found: dates.count, holds: bounds.contains(dates.count))
    }
  }
}
