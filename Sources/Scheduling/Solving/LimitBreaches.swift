internal import CivilTime

extension Plan {
  /// Every single breach of the plan's limits in a set of issues: each month, each day, each two issues
  /// that are too close.
  ///
  /// ``limits(of:keeping:from:)`` says of each limit whether it holds; this says of those that do not
  /// where they are broken, and every time. Nothing is history here.
  ///
  /// - Complexity: That of ``limits(of:keeping:from:)``, and O(m n) for m months and n issues.
  ///
  /// - Parameter occurrences: The issues, in any order.
  /// - Returns: Findings that do not hold, at least one for each limit that is broken, in the order of
  ///   the limits, then by day. A breach of a limit on months has the month and the days of its issues;
  ///   one of a limit on days, the day; one of a distance, both days.
  public func breaches(of occurrences: [Occurrence]) -> [LimitFinding] {
    let issues = inOrder(occurrences)
    return limits(of: issues).filter { !$0.holds }.flatMap { finding in
      let own = issues.filter { finding.limit.subject == .series($0.series) }
      let series = series.first { finding.limit.subject == .series($0.id) }
      switch (finding.limit.rule, series) {
      case (.perMonthAtLeast, _), (.perMonthAtMost, _):
        return PerMonthLimit.findings(of: finding.limit, inEachMonthOf: self, on: own.map(\.date))
          .filter { !$0.holds }
      case (.minGap, let series?):
        return MinGapLimit.breaches(of: series, on: own.map(\.date))
      case (.maxMinutes, let series?):
        return MaxMinutesLimit.breaches(of: series, in: own)
      case (.apart, _):
        guard case .separation(let index) = finding.limit.line else { return [finding] }
        return ApartLimit.breaches(at: index, in: self, issues)
      case (.slots, _), (.avoid, _), (.ban, _), (.themeSeries, _), (.themeWindow, _):
        return finding.dates.map { LimitFinding(finding.limit, brokenBy: [$0]) }
      default:
        return [finding]
      }
    }
  }
}
