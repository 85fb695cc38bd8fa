package import CivilTime

/// `from`: before a day everything stays as it was released, and nothing new comes.
package enum FromLimit {
  /// The limit of a series.
  package static func limit(of series: Series, from: CivilDate) -> Limit {
    Limit(.from(from), of: .series(series.id), line: nil)
  }

  /// What was found: the days before `from` whose issues are not those that were released.
  ///
  /// Day, number and theme must be the same.
  ///
  /// - Parameters:
  ///   - series: A series of the plan.
  ///   - issues: Its issues.
  ///   - history: What was released.
  /// - Returns: The finding.
  package static func finding(
    of series: Series,
    in issues: [Occurrence],
    history: History
  ) -> LimitFinding {
    struct Key: Hashable {
      var date: CivilDate
      var number: Int
      var theme: String?

      init(_ issue: Occurrence) {
        date = issue.date
        number = issue.number
        theme = issue.theme
      }
    }
    let settled = Set(history.settled(series.id).map(Key.init))
    let found = Set(issues.filter { $0.date < history.from }.map(Key.init))
    let different = Set(settled.symmetricDifference(found).map(\.date)).sorted()
    return LimitFinding(limit(of: series, from: history.from), brokenBy: different)
  }
}
