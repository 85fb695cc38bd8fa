public import CivilTime

// What a plan leaves out: the one place that knows the defaults.
extension Plan {
  /// The fewest and the most issues of a series in the period.
  ///
  /// Where the plan states no most, it is what the months can hold; `nil` where those have no most
  /// either.
  ///
  /// - Parameter series: A series of the plan.
  /// - Returns: The limits, in issues.
  public func perYear(of series: Series) -> CountLimit {
    let most = series.perYear.max ?? series.perMonth.max.map { $0 * months.count }
    return CountLimit(min: series.perYear.min, max: most)
  }

  /// How many issues of a series are wanted: as many as it has at the most.
  ///
  /// Where the plan states none, it is the fewest that the limits of the year and of its months
  /// allow.
  ///
  /// - Parameter series: A series of the plan.
  /// - Returns: The number of issues.
  public func aim(of series: Series) -> Int {
    series.aim ?? max(series.perYear.min, months.count * series.perMonth.min)
  }

  /// The days on which a theme may come: its window, or the period.
  ///
  /// - Parameter theme: A theme of the plan.
  /// - Returns: The days, which need not all lie in the period.
  public func window(of theme: Theme) -> ClosedRange<CivilDate> {
    theme.window ?? period
  }

  /// Whether a month is history, so that its fewest issues are no longer enforced.
  ///
  /// Only the month's days in the period count: a plan that ends on 15 June is over on 16 June.
  ///
  /// - Parameters:
  ///   - month: A month of the plan.
  ///   - from: The day from which the schedule may change.
  /// - Returns: Whether no day of the month in the period is left.
  package func isHistory(_ month: Month, before from: CivilDate) -> Bool {
    min(month.last, period.upperBound) < from
  }
}

extension Theme {
  /// Whether issues of a series may have the theme, by its list of series.
  ///
  /// - Parameter series: The identifier of the series.
  /// - Returns: Whether it is on the list; `true` where there is none.
  public func takes(series: String) -> Bool {
    self.series?.contains(series) ?? true
  }
}
