public import CivilTime

/// A day on which an issue of a series may appear.
public struct Slot: Sendable, Hashable {
  /// The day.
  public var date: CivilDate
  /// The hour; `nil` for an issue without an hour.
  public var time: TimeOfDay?
  /// The price in points, at least 0; 0 for a usual slot.
  public var cost: Int

  /// Creates a slot.
  public init(date: CivilDate, time: TimeOfDay? = nil, cost: Int = 0) {
    self.date = date
    self.time = time
    self.cost = cost
  }
}

/// Why an issue of a series must not appear on a day.
public enum SlotExclusion: Sendable, Hashable {
  /// The day lies outside the period of the plan.
  case outsidePeriod
  /// No rule of the series gives the day.
  case noRule
  /// A calendar that the series avoids has the day, under a name.
  case avoided(calendar: String, day: String)
  /// The plan bans the day; the position of the ban in the plan.
  case banned(Int)
}
