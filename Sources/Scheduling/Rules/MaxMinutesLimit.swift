/// `max-minutes`: the longest that an issue of a series may be.
package enum MaxMinutesLimit {
  /// The limit of a series; `nil` where the plan states none.
  package static func limit(of series: Series) -> Limit? {
    series.maxMinutes.map { most in
      Limit(.maxMinutes(most), of: .series(series.id), line: .series(series.id, .maxMinutes))
    }
  }

  /// What was found: the longest issue, and the days of those that are too long.
  package static func finding(of series: Series, in issues: [Occurrence]) -> LimitFinding? {
    guard let limit = limit(of: series), let most = series.maxMinutes else { return nil }
    let tooLong = issues.filter { $0.minutes.map { $0 > most } ?? false }
    return LimitFinding(
      limit,
      found: issues.compactMap(\.minutes).max(),
      dates: tooLong.map(\.date),
      holds: tooLong.isEmpty
    )
  }

  /// Every issue that is too long: its day and its minutes.
  package static func breaches(of series: Series, in issues: [Occurrence]) -> [LimitFinding] {
    guard let limit = limit(of: series), let most = series.maxMinutes else { return [] }
    return issues.compactMap { issue in
      guard let minutes = issue.minutes, minutes > most else { return nil }
      return LimitFinding(limit, found: minutes, dates: [issue.date], holds: false)
    }
  }
}
