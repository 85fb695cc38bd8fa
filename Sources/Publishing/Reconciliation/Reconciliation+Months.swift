package import CivilTime
internal import Scheduling

extension Reconciliation {
  /// A month of a series: what was found in it, and whether that is what the plan asks for.
  package struct MonthRow: Sendable, Hashable {
    /// The identifier of the series.
    package var series: String
    /// The month.
    package var month: Month
    /// The issues, by day.
    package var issues: [FoundIssue]
    /// Whether the limits on months are kept; `nil` where the plan has none for the series.
    package var verdict: JudgedLimit.Verdict?
  }

  /// The months of the series that the feeds can tell of, by series, then by month.
  package var months: [MonthRow] {
    series.flatMap { id in
      let limits = limits.filter { $0.finding.limit.subject == .series(id) && $0.isOfMonths }
      let own = issues.filter { $0.series == id }
      return plan.months.map { month in
        let outlooks = limits.flatMap(\.breaches).filter { $0.finding.month == month }
          .map(\.outlook)
        let verdict: JudgedLimit.Verdict =
          outlooks.contains(.broken) ? .broken : outlooks.isEmpty ? .met : .open
        return MonthRow(
          series: id,
          month: month,
          issues: own.filter {
            month.days.contains($0.entry.date) && plan.period.contains($0.entry.date)
          },
          verdict: limits.isEmpty ? nil : verdict
        )
      }
    }
  }

  /// A few entries of other programmes, by day, none called like another.
  package var someOthers: [LogEntry] {
    var some: [LogEntry] = []
    for entry in others where !some.contains(where: { $0.title == entry.title }) {
      some.append(entry)
      if some.count == 5 { break }
    }
    return some
  }

  /// What comes of all limits: broken where one is, else open where one is.
  ///
  /// What the feeds do not tell breaks nothing.
  package var verdict: JudgedLimit.Verdict {
    let verdicts = Set(limits.map(\.verdict))
    return verdicts.contains(.broken) ? .broken : verdicts.contains(.open) ? .open : .met
  }
}

extension JudgedLimit {
  /// Whether it is one on the issues of a month.
  fileprivate var isOfMonths: Bool {
    switch finding.limit.rule {
    case .perMonthAtLeast, .perMonthAtMost: true
    default: false
    }
  }
}
