package import CivilTime
package import Scheduling

extension Release {
  /// When a release is made.
  package struct Occasion: Sendable, Hashable {
    /// The time.
    package var time: Timestamp
    /// The day that it is in the plan's time zone.
    package var today: CivilDate
    /// The day from which the schedule may change; where it is `nil` the period's first day, or today
    /// where that is earlier.
    package var from: CivilDate?

    /// Creates an occasion.
    package init(time: Timestamp, today: CivilDate, from: CivilDate? = nil) {
      self.time = time
      self.today = today
      self.from = from
    }
  }
}

extension Release.Occasion {
  /// The day before which everything stands as it was published.
  ///
  /// What is still to come is no past, also where the period begins later than it did.
  func from(in plan: Release.Plan) -> CivilDate { from ?? min(plan.from, today) }

  /// The occasion of a plan's next release.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - time: The time.
  ///   - today: The day that it is in the plan's time zone.
  ///   - from: The day from which the schedule may change, where one is asked for. Otherwise it is today
  ///     until the plan's period ends, and then its first day: issues that were released for days before
  ///     a period that now begins later are still to come, and may change.
  package init(
    of plan: Scheduling.Plan,
    at time: Timestamp,
    today: CivilDate,
    from: CivilDate? = nil
  ) {
    self.init(
      time: time,
      today: today,
      from: from ?? (today <= plan.period.upperBound ? today : nil)
    )
  }
}
