package import CivilTime

/// `missed`: what it costs that no issue of a series is near a day that matters to it.
package enum MissedTerm {
  /// Days of which one at least should have an issue, or it costs points.
  package struct Window: Sendable, Equatable {
    /// The observance.
    package var observance: String
    /// The date that matters.
    package var date: CivilDate
    /// The days near it, which may reach beyond the period.
    package var days: ClosedRange<CivilDate>
    /// The points if none of them has an issue.
    package var points: Int

    /// Creates a window.
    package init(observance: String, date: CivilDate, days: ClosedRange<CivilDate>, points: Int) {
      self.observance = observance
      self.date = date
      self.days = days
      self.points = points
    }

    /// The points, given the days of all issues of the series.
    package func points(on dates: [CivilDate]) -> Int {
      dates.contains { days.contains($0) } ? 0 : points
    }
  }

  /// The windows of a series, in the plan's order of observances, then by date.
  package static func windows(of series: Series, in plan: Plan) -> [Window] {
    plan.observances.filter { $0.concerns(series) }.flatMap { observance in
      observance.dates.filter { plan.period.contains($0) }.map { date in
        Window(
          observance: observance.id,
          date: date,
          days: observance.window(around: date),
          points: observance.points
        )
      }
    }
  }
}
