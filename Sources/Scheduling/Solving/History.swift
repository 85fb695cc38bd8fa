package import CivilTime

/// What the last release says about each series, told apart by the day from which the schedule may
/// change.
///
/// Of two released issues of one series on one day the first counts; those outside the plan's
/// period and before `from` are of no concern.
package struct History: Sendable {
  /// The day from which the schedule may change.
  package let from: CivilDate
  private let settledIssues: [String: [Occurrence]]
  private let openIssues: [String: [Occurrence]]
  private let cancelledNumbers: [IssueDay: Int]
  private let isBinding: Bool
  private let themes: [IssueDay: String?]
  private let nextNumbers: [String: Int]

  /// A day of a series.
  private struct IssueDay: Hashable {
    var series: String
    var date: CivilDate
  }

  /// Sorts what was released.
  ///
  /// - Parameters:
  ///   - released: What was released.
  ///   - plan: The plan.
  ///   - from: The day from which the schedule may change; the period's first day where it is
  ///     `nil`.
  package init(_ released: ReleasedSchedule, plan: Plan, from: CivilDate?) {
    let from = from ?? plan.period.lowerBound
    self.from = from
    var days: Set<IssueDay> = []
    var settled: [String: [Occurrence]] = [:]
    var open: [String: [Occurrence]] = [:]
    var themes: [IssueDay: String?] = [:]
    var next = released.nextNumbers
    for issue in released.occurrences + released.cancelled {
      next[issue.series] = max(next[issue.series] ?? 1, issue.number + 1)
    }
    for issue in released.occurrences.sorted(by: { $0.date < $1.date }) {
      let day = IssueDay(series: issue.series, date: issue.date)
      guard days.insert(day).inserted else { continue }
      if issue.date >= from {
        open[issue.series, default: []].append(issue)
      } else if plan.period.contains(issue.date) {
        settled[issue.series, default: []].append(issue)
        themes[day] = .some(issue.theme)
      }
    }
    cancelledNumbers = Dictionary(
      released.cancelled.map { (IssueDay(series: $0.series, date: $0.date), $0.number) },
      uniquingKeysWith: max
    )
    isBinding = released.isBinding
    settledIssues = settled
    openIssues = open
    self.themes = themes
    nextNumbers = next
  }

  /// The issues of a series before `from`, by day: they stay as they are.
  package func settled(_ series: String) -> [Occurrence] { settledIssues[series] ?? [] }

  /// The issues of a series from `from` on, by day: they may change.
  package func open(_ series: String) -> [Occurrence] { openIssues[series] ?? [] }

  /// The issues of a series from `from` on that it costs points to change.
  package func binding(_ series: String) -> [Occurrence] { isBinding ? open(series) : [] }

  /// The number of the issue of a series that was cancelled on a day and is still published.
  package func cancelledNumber(series: String, date: CivilDate) -> Int? {
    cancelledNumbers[IssueDay(series: series, date: date)]
  }

  /// The number that the next new issue of a series gets, above every number that was released.
  package func nextNumber(_ series: String) -> Int { nextNumbers[series] ?? 1 }

  /// Whether an issue of a series on a day is history.
  package func isSettled(series: String, date: CivilDate) -> Bool {
    themes[IssueDay(series: series, date: date)] != nil
  }

  /// The theme of an issue that is history; `nil` for any other issue, and for one without a
  /// theme.
  package func settledTheme(series: String, date: CivilDate) -> String? {
    themes[IssueDay(series: series, date: date)] ?? nil
  }
}
