/// `uneven`: what it costs that gaps differ from the ideal gap, the days of the period by the aim.
///
/// The points are squared distances in days from the ideal gap, rounded half up, times `price`. The
/// ends of the period count as half a gap. Where the aim is 0 there is no ideal gap, and no points.
package struct UnevenTerm: Sendable {
  /// The days of the period.
  package var dayCount: Int
  /// The number of issues that are wanted.
  package var aim: Int
  /// The points for a squared day.
  package var price: Int

  /// Creates the term for one series.
  package init(dayCount: Int, aim: Int, price: Int) {
    self.dayCount = dayCount
    self.aim = aim
    self.price = price
  }

  /// The points for two consecutive issues.
  ///
  /// - Parameter days: The days from the one to the other.
  /// - Returns: The points.
  package func points(gap days: Int) -> Int {
    guard aim > 0 else { return 0 }
    let difference = aim * days - dayCount
    return price * roundedQuotient(difference * difference, by: aim * aim)
  }

  /// The points for the first issue.
  ///
  /// - Parameter days: The days from the first day of the period to the issue.
  /// - Returns: The points.
  package func points(fromStart days: Int) -> Int { points(halfDays: 2 * days + 1) }

  /// The points for the last issue.
  ///
  /// - Parameter days: The days from the issue to the last day of the period.
  /// - Returns: The points.
  package func points(toEnd days: Int) -> Int { points(halfDays: 2 * days + 1) }

  private func points(halfDays: Int) -> Int {
    guard aim > 0 else { return 0 }
    let difference = aim * halfDays - dayCount
    return price * roundedQuotient(difference * difference, by: 4 * aim * aim)
  }
}
