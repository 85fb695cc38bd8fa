internal import CivilTime

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
    let pins = pins.filter { $0.theme == theme.id && period.contains($0.date) }
    if let most = theme.atMost, pins.count > most {
      problems.append(
        PlanProblem(
          .themePinnedAboveMost(pins: Set(pins).count, most: most),
          at: .theme(theme.id, .atMost)
        )
      )
    }
    // What was said of the theme by itself leaves no room to speak of.
    return problems.isEmpty ? roomProblems(of: theme, pinned: pins) : problems
  }

  /// What the window of a theme has no room for in the series that take it.
  private func roomProblems(of theme: Theme, pinned: [Pin]) -> [PlanProblem] {
    let window = window(of: theme).clamped(to: period)
    let takers = series.filter { theme.takes(series: $0.id) }
    var hasSlot = !pinned.isEmpty
    var fitting = Set(pinned.filter { !window.contains($0.date) }).count
    for series in takers {
      let slots = slots(of: series).slots
      hasSlot = hasSlot || slots.contains { window.contains($0.date) }
      let most = min(aim(of: series), perYear(of: series).max ?? .max)
      fitting += min(room(on: slots, of: series, in: window) ?? most, most)
    }
    if !hasSlot {
      return [
        PlanProblem(
          .themeWithoutSlot(window: window),
          at: .theme(theme.id, theme.window == nil ? .series : .window),
          severity: theme.atLeast > 0 ? .error : .warning
        )
      ]
    }
    guard theme.atLeast > fitting else { return [] }
    return [
      PlanProblem(
        .themeAboveRoom(least: theme.atLeast, fitting: fitting),
        at: .theme(theme.id, .atLeast)
      )
    ]
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
