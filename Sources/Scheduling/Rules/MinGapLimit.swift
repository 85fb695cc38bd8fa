package import CivilTime

/// `min-gap`: the fewest days between two issues of a series.
///
/// It is not enforced between two issues that are history.
package enum MinGapLimit {
  /// The limit of a series.
  package static func limit(of series: Series) -> Limit {
    Limit(.minGap(series.minGap), of: .series(series.id), line: .series(series.id, .minGap))
  }

  /// The least gap that is enforced, in days: 1, that of one issue a day, where the limit is not
  /// among those that hold.
  package static func leastGap(_ limits: [Limit]) -> Int {
    for limit in limits {
      if case .minGap(let days) = limit.rule { return max(1, days) }
    }
    return 1
  }

  /// What was found: the least gap, and the first two days that it lies between.
  package static func finding(of series: Series, on dates: [CivilDate]) -> LimitFinding {
    let least = zip(dates, dates.dropFirst()).min { $0.1 - $0.0 < $1.1 - $1.0 }
    guard let least else {
      return LimitFinding(limit(of: series), found: nil, holds: true)
    }
    let gap = least.1 - least.0
    return LimitFinding(
      limit(of: series),
      found: gap,
      dates: [least.0, least.1],
      holds: gap >= series.minGap
    )
  }

  /// Every two consecutive issues that are too close: their days, and how many lie between.
  package static func breaches(of series: Series, on dates: [CivilDate]) -> [LimitFinding] {
    zip(dates, dates.dropFirst()).filter { $1 - $0 < series.minGap }.map { first, second in
      LimitFinding(
        limit(of: series),
        found: second - first,
        dates: [first, second],
        holds: false
      )
    }
  }
}
