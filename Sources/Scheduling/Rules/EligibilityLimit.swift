package import CivilTime

/// `series` and `window` of a theme: which issues may have it.
///
/// An issue that is pinned with a theme may have only that theme, in its window or not, but only if
/// the theme takes its series. An issue that is history has the theme it was released with,
/// whatever the plan says today.
package enum EligibilityLimit {
  /// The limits of a theme.
  package static func limits(of theme: Theme) -> [Limit] {
    var limits: [Limit] = []
    if let series = theme.series { limits.append(limit(of: theme, to: series)) }
    if let window = theme.window { limits.append(limit(of: theme, to: window)) }
    return limits
  }

  private static func limit(of theme: Theme, to series: [String]) -> Limit {
    Limit(.themeSeries(series), of: .theme(theme.id), line: .theme(theme.id, .series))
  }

  private static func limit(of theme: Theme, to window: ClosedRange<CivilDate>) -> Limit {
    Limit(.themeWindow(window), of: .theme(theme.id), line: .theme(theme.id, .window))
  }

  /// The themes that an issue may have, by their positions in the plan, ascending.
  ///
  /// - Parameters:
  ///   - series: The series of the issue.
  ///   - date: Its day.
  ///   - plan: The plan.
  ///   - history: What was released.
  ///   - limits: The limits that hold.
  /// - Returns: The themes; none for an issue that is history and whose theme the plan no longer
  ///   has.
  package static func themes(
    series: String,
    date: CivilDate,
    in plan: Plan,
    history: History,
    under limits: LimitSet = .all
  ) -> [Int] {
    if history.isSettled(series: series, date: date) {
      let theme = history.settledTheme(series: series, date: date)
      return plan.themes.indices.filter { plan.themes[$0].id == theme }
    }
    let pins = PinLimit.themed(series: series, date: date, in: plan)
      .filter { limits.holds(PinLimit.limit(at: $0, in: plan)) }
    return plan.themes.indices.filter { index in
      let theme = plan.themes[index]
      if let list = theme.series, !list.contains(series) {
        guard !limits.areAll, !limits.holds(self.limit(of: theme, to: list)) else { return false }
      }
      if let window = theme.window, pins.isEmpty, !window.contains(date) {
        guard !limits.areAll, !limits.holds(self.limit(of: theme, to: window)) else { return false }
      }
      return pins.allSatisfy { plan.pins[$0].theme == theme.id }
    }
  }

  /// What was found: for each theme, the days of the issues that must not have it.
  ///
  /// - Parameters:
  ///   - theme: A theme of the plan.
  ///   - plan: The plan.
  ///   - occurrences: Issues of any series.
  ///   - history: What was released.
  /// - Returns: A finding for the theme's series and one for its window, where it states them.
  package static func findings(
    of theme: Theme,
    in plan: Plan,
    _ occurrences: [Occurrence],
    history: History
  ) -> [LimitFinding] {
    let issues = occurrences.filter { issue in
      issue.theme == theme.id && !history.isSettled(series: issue.series, date: issue.date)
    }
    return limits(of: theme).map { limit in
      let broken = issues.filter { issue in
        switch limit.rule {
        case .themeSeries(let list): !list.contains(issue.series)
        case .themeWindow(let days):
          !days.contains(issue.date)
            && PinLimit.themed(series: issue.series, date: issue.date, in: plan).isEmpty
        default: false
        }
      }
      return LimitFinding(limit, brokenBy: broken.map(\.date))
    }
  }
}
