public import CivilTime

/// What the day of an issue costs and saves, term by term, the others' days as they are.
public struct DayPoints: Sendable, Hashable {
  /// The days between an issue and its neighbour, or an end of the period.
  public struct Gap: Sendable, Hashable {
    /// The day of the neighbour; `nil` for the end of the period.
    public var neighbour: CivilDate?
    /// The days to it: to the first or last day of the period where there is no neighbour.
    public var days: Int
    /// The points for its difference from the ideal gap, or from half of it at an end.
    public var points: Int
  }

  /// A date of an observance that no other issue of the series is near.
  public struct Service: Sendable, Hashable {
    /// The identifier of the observance.
    public var observance: String
    /// The date that matters.
    public var date: CivilDate
    /// What it would cost to miss it.
    public var points: Int
  }

  /// The cost of the slot.
  public var unusual: Int
  /// The gap before the issue.
  public var before: Gap
  /// The gap after the issue.
  public var after: Gap
  /// The days of the period, which divided by ``aim`` are the ideal gap.
  public var periodDays: Int
  /// How many issues of the series are wanted; 0 where there is no ideal gap.
  public var aim: Int
  /// The dates of observances that would be missed without the issue, in the plan's order.
  public var serves: [Service]
  /// The day on which the issue was released; `nil` for one that is new, or history.
  public var released: CivilDate?
  /// What it costs that the released day was given up.
  public var moved: Int
  /// What it saves that the released day was kept.
  public var movedSaved: Int

  /// The points that the two gaps cost.
  public var uneven: Int { before.points + after.points }
  /// The points that the observances save which only this issue serves.
  public var missedSaved: Int { serves.reduce(0) { $0 + $1.points } }

  /// Prices the day of an issue by the rules that price whole schedules.
  ///
  /// - Parameters:
  ///   - issue: An issue.
  ///   - dates: The days of all issues of its series, ascending, with that of the issue.
  ///   - series: Its series.
  ///   - plan: The plan.
  ///   - history: What was released.
  init(
    of issue: Occurrence,
    among dates: [CivilDate],
    series: Series,
    in plan: Plan,
    history: History
  ) {
    let date = issue.date
    let others = dates.filter { $0 != date }
    let aim = plan.aim(of: series)
    let term = UnevenTerm(dayCount: plan.dayCount, aim: aim, price: plan.costs.uneven)
    unusual = UnusualTerm.points(on: date, slots: plan.slots(of: series))
    if let neighbour = others.last(where: { $0 < date }) {
      let days = date - neighbour
      before = Gap(neighbour: neighbour, days: days, points: term.points(gap: days))
    } else {
      let days = date - plan.period.lowerBound
      before = Gap(neighbour: nil, days: days, points: term.points(fromStart: days))
    }
    if let neighbour = others.first(where: { $0 > date }) {
      let days = neighbour - date
      after = Gap(neighbour: neighbour, days: days, points: term.points(gap: days))
    } else {
      let days = plan.period.upperBound - date
      after = Gap(neighbour: nil, days: days, points: term.points(toEnd: days))
    }
    periodDays = plan.dayCount
    self.aim = aim
    serves = MissedTerm.windows(of: series, in: plan).compactMap { window in
      let saved = window.points(on: others) - window.points(on: dates)
      guard saved > 0 else { return nil }
      return Service(observance: window.observance, date: window.date, points: saved)
    }
    released = history.binding(series.id).first { $0.number == issue.number }?.date
    let given = released.map {
      MovedTerm.points(released: [$0], chosen: [], price: plan.costs.moved)
    }
    moved =
      released.map {
        MovedTerm.points(released: [$0], chosen: [date], price: plan.costs.moved)
      } ?? 0
    movedSaved = (given ?? 0) - moved
  }
}
