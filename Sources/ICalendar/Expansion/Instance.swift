public import CivilTime

/// One taking place of an event, on the clocks of one zone.
public struct Instance: Sendable, Equatable {
  /// The event: the one that recurs, or the one that took the place of an instance of it.
  public var event: Event
  /// The first day.
  public var firstDay: CivilDate
  /// The last day, inclusive.
  public var lastDay: CivilDate
  /// When it begins; `nil` where it takes whole days.
  public var start: CivilDateTime?
  /// When it is over, exclusive; `nil` where it takes whole days.
  public var end: CivilDateTime?

  /// Creates an instance.
  public init(
    event: Event,
    firstDay: CivilDate,
    lastDay: CivilDate,
    start: CivilDateTime? = nil,
    end: CivilDateTime? = nil
  ) {
    self.event = event
    self.firstDay = firstDay
    self.lastDay = lastDay
    self.start = start
    self.end = end
  }

  /// The days that it touches; one that ends at midnight does not touch the day that begins then.
  public var days: ClosedRange<CivilDate> { firstDay...lastDay }

  /// Whether it does not take place after all.
  public var isCancelled: Bool { event.status == .cancelled }
}
