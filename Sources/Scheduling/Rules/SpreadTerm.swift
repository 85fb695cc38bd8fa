/// `spread`: what it costs that the issues of a theme do not lie evenly among those that could
/// have it.
package enum SpreadTerm {
  /// Where an issue stands among those that could have its theme.
  package struct Place: Sendable, Hashable {
    /// Which issue of the theme it is, from 1.
    package var issue: Int
    /// How many issues the theme has.
    package var count: Int
    /// The rank of the issue among those eligible for the theme, from 0.
    package var rank: Int
    /// How many issues are eligible, at least `count`.
    package var eligible: Int

    /// Creates a place.
    package init(issue: Int, count: Int, rank: Int, eligible: Int) {
      self.issue = issue
      self.count = count
      self.rank = rank
      self.eligible = eligible
    }

    /// The points for the issue.
    package var points: Int {
      SpreadTerm.points(issue: issue, of: count, rank: rank, among: eligible)
    }
  }

  /// The points for one issue of a theme.
  ///
  /// It is the squared distance in ranks from the issue's even place, rounded half up. An issue that
  /// comes earlier and has a lower rank costs less than any exchange of the two: the squares differ
  /// by at least 2 and each of the four is rounded by at most a half. So where issues of one theme
  /// are placed at least cost, they are in order, whatever order was asked for.
  ///
  /// - Parameters:
  ///   - issue: Which issue of the theme it is, from 1.
  ///   - count: How many issues the theme has.
  ///   - rank: The rank of the issue among those eligible for the theme, from 0.
  ///   - eligible: How many issues are eligible, at least `count`.
  /// - Returns: The points.
  package static func points(issue: Int, of count: Int, rank: Int, among eligible: Int) -> Int {
    let difference = (2 * rank + 1) * count - (2 * issue - 1) * eligible
    return roundedQuotient(difference * difference, by: 4 * count * count)
  }
}
