extension Plan {
  /// What is wrong with one theme.
  func themeProblems(_ theme: Theme) -> [PlanProblem] {
    // A theme that need not come can be left out; one that must cannot.
    let severity: PlanProblem.Severity = theme.atLeast > 0 ? .error : .warning
    var problems: [PlanProblem] = []
    if let most = theme.atMost, theme.atLeast > most {
      problems.append(
        PlanProblem(
          .leastAboveMost(what: "the theme", least: theme.atLeast, most: most),
          at: .theme(theme.id, .atLeast)
        )
      )
    }
    if let window = theme.window, !window.overlaps(period) {
      problems.append(
        PlanProblem(
          .windowOutsidePeriod(window: window, period: period),
          at: .theme(theme.id, .window),
          severity: severity
        )
      )
    }
    if !series.contains(where: { theme.takes(series: $0.id) }) {
      problems.append(
        PlanProblem(.themeWithoutSeries, at: .theme(theme.id, .series), severity: severity)
      )
    }
    return problems
  }

  /// What is wrong with all themes together: they ask for more issues than there can be, or take
  /// fewer than there must be.
  func themeTotalProblems() -> [PlanProblem] {
    var problems: [PlanProblem] = []
    let atLeast = themes.reduce(0) { $0 + $1.atLeast }
    let mostIssues = series.reduce(0) { sum, series in
      sum + min(aim(of: series), perYear(of: series).max ?? .max)
    }
    if atLeast > mostIssues, let last = themes.last(where: { $0.atLeast > 0 }) {
      problems.append(
        PlanProblem(
          .themesAboveIssues(least: atLeast, issues: mostIssues),
          at: .theme(last.id, .atLeast)
        )
      )
    }
    let atMost = themes.compactMap(\.atMost)
    let fewestIssues = series.reduce(0) { $0 + leastIssues(of: $1) }
    if let last = themes.last, atMost.count == themes.count, atMost.reduce(0, +) < fewestIssues {
      problems.append(
        PlanProblem(
          .themesBelowIssues(most: atMost.reduce(0, +), issues: fewestIssues),
          at: .theme(last.id, .atMost)
        )
      )
    }
    return problems
  }
}
