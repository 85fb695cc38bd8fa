internal import CivilTime

extension PlanChange {
  /// How much a plan is another one after a change.
  ///
  /// First comes what is changed: one issue moved, one day decided otherwise, one limit eased, a
  /// line that no longer says what it said, the past. Within that the number of days that an issue
  /// moves, and for a number by how many thousandths of the greater value it changes.
  package struct Extent: Comparable, Sendable {
    /// What is changed, from the least.
    package enum Reach: Int, Sendable {
      case move
      case day
      case limit
      case line
      case past
    }

    /// What is changed.
    package var reach: Reach
    /// How much it is changed.
    package var amount: Int

    package static func < (first: Extent, second: Extent) -> Bool {
      (first.reach.rawValue, first.amount) < (second.reach.rawValue, second.amount)
    }
  }

  /// How little the change changes.
  package var extent: Extent {
    switch self {
    case .movePin(let pin, let date): Extent(reach: .move, amount: abs(date - pin.date))
    case .addPin(_, let calendar): Extent(reach: .day, amount: calendar == nil ? 1 : 0)
    case .removeBan, .removePinnedTheme: Extent(reach: .day, amount: 0)
    case .removePin: Extent(reach: .day, amount: 2)
    case .number(_, let old, let new):
      Extent(reach: .limit, amount: abs(new - old) * 1_000 / max(old, new, 1))
    case .widenWindow(_, let old, let new):
      Extent(reach: .limit, amount: (new.count - old.count) * 1_000 / max(new.count, 1))
    case .addSeries: Extent(reach: .line, amount: 0)
    case .useCalendar, .removeSeparation: Extent(reach: .line, amount: 1)
    case .changeFrom(let date, let old): Extent(reach: .past, amount: old - date)
    }
  }
}
