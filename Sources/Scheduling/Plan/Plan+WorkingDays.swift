public import CivilTime

extension Plan {
  /// The days that are worked by those who make a series: all but weekends and the days of the calendars
  /// that it avoids, and those that are worked in exchange.
  ///
  /// - Complexity: O(n) for n days of the calendars.
  ///
  /// - Parameter series: A series of the plan.
  /// - Returns: The days.
  public func workingDays(of series: Series) -> WorkingDays {
    let avoided = calendars.filter { series.avoid.contains($0.id) }
    return WorkingDays(
      daysOff: avoided.reduce(into: []) { $0.formUnion($1.days.keys) },
      workedInExchange: avoided.reduce(into: []) { $0.formUnion($1.workedInExchange) }
    )
  }
}
