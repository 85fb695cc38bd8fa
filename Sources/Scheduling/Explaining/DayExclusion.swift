public import CivilTime

/// Why an issue of a series is not to be on a day.
public struct DayExclusion: Sendable, Hashable {
  /// What rules the day out.
  public enum Reason: Sendable, Hashable {
    /// The day is no slot.
    case slot(SlotExclusion)
    /// The day is before the one from which the schedule may change.
    case beforeFrom(CivilDate)
  }

  /// What rules the day out.
  public var reason: Reason
  /// The line that does; `nil` for the day from which the schedule may change.
  public var line: PlanLine?

  /// Creates an exclusion.
  public init(reason: Reason, line: PlanLine?) {
    self.reason = reason
    self.line = line
  }

  /// Whether a pin can put an issue on the day all the same.
  public var yieldsToPin: Bool {
    switch reason {
    case .slot(.noRule), .slot(.avoided): true
    case .slot(.outsidePeriod), .slot(.banned), .beforeFrom: false
    }
  }

  /// All that rules a day out for new issues of a series.
  ///
  /// - Parameters:
  ///   - date: A day.
  ///   - series: A series of the plan.
  ///   - plan: The plan.
  ///   - from: The day from which the schedule may change.
  /// - Returns: The reasons; none for a slot.
  package static func all(
    on date: CivilDate,
    of series: Series,
    in plan: Plan,
    from: CivilDate
  ) -> [DayExclusion] {
    let ofSlot = plan.slots(of: series).exclusions(on: date).map { exclusion in
      DayExclusion(
        reason: .slot(exclusion),
        line: exclusion.line(series: series.id)
      )
    }
    let isBefore = plan.period.contains(date) && date < from
    return ofSlot + (isBefore ? [DayExclusion(reason: .beforeFrom(from), line: nil)] : [])
  }
}

extension SlotExclusion {
  /// The line of the plan that makes a day no slot of a series.
  fileprivate func line(series: String) -> PlanLine {
    switch self {
    case .outsidePeriod: .period
    case .noRule: .series(series, .slots)
    case .avoided: .series(series, .avoid)
    case .banned(let index): .ban(index)
    }
  }
}
