package import CivilTime

/// `observance`: what it costs that the issue which serves a day that matters has another theme.
///
/// A day is served, in each series that it concerns, by the last issue in its window.
package enum ObservanceTerm {
  /// What an issue should be about, or it costs points.
  package struct Wish: Sendable, Hashable {
    /// The identifier of the observance.
    package var observance: String
    /// The date that matters.
    package var date: CivilDate
    /// The identifier of the theme.
    package var theme: String
    /// The points if the issue has another theme, or none.
    package var points: Int

    /// Creates a wish.
    package init(observance: String, date: CivilDate, theme: String, points: Int) {
      self.observance = observance
      self.date = date
      self.theme = theme
      self.points = points
    }

    /// The points, given the theme of the issue.
    package func points(with theme: String?) -> Int { theme == self.theme ? 0 : points }
  }

  /// What each issue should be about.
  ///
  /// - Complexity: O(w n) for w windows of observances and n issues.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - issues: Issues, by day.
  /// - Returns: For each issue its wishes, in the plan's order of observances.
  package static func wishes(
    in plan: Plan,
    for issues: [(series: String, date: CivilDate)]
  ) -> [[Wish]] {
    var wishes = [[Wish]](repeating: [], count: issues.count)
    for observance in plan.observances {
      guard let theme = observance.theme else { continue }
      for series in plan.series where observance.concerns(series) {
        for date in observance.dates where plan.period.contains(date) {
          let window = observance.window(around: date)
          let serving = issues.lastIndex { issue in
            issue.series == series.id && window.contains(issue.date)
          }
          guard let serving else { continue }
          wishes[serving].append(
            Wish(observance: observance.id, date: date, theme: theme, points: observance.points)
          )
        }
      }
    }
    return wishes
  }
}
