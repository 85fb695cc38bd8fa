internal import CivilTime

/// The choice of the days of one series, compiled to a shortest path.
///
/// The positions are the days of history, which are forced, and the slots from the day on from
/// which the schedule may change. The points of a path, with ``constantPoints``, are those of the
/// model.
package struct SeriesProblem: Sendable {
  /// The identifier of the series.
  package let series: String
  /// The days, by position.
  package let slots: [Slot]
  /// The path problem; `nil` where a pin cannot be met.
  package let path: GroupedPath?
  /// The points that every choice costs beside its path.
  package let constantPoints: Int

  /// Compiles the choice of days under some of the plan's limits.
  ///
  /// - Complexity: O(n² + nw) for n slots and w dates of observances.
  ///
  /// - Parameters:
  ///   - series: A series of the plan.
  ///   - plan: The plan.
  ///   - history: What was released.
  ///   - limits: The limits that hold.
  package init(
    of series: Series,
    in plan: Plan,
    history: History,
    under limits: LimitSet = .all
  ) {
    let isFixedBefore = limits.holds(FromLimit.limit(of: series, from: history.from))
    let calendar = SlotCalendar(of: series, in: plan, under: limits)
    let settled = Dictionary(
      history.settled(series.id).map { issue in
        let cost = UnusualTerm.points(on: issue.date, slots: calendar)
        return (issue.date, Slot(date: issue.date, time: issue.time, cost: cost))
      },
      uniquingKeysWith: { first, _ in first }
    )
    var slots = calendar.slots.filter { slot in
      settled[slot.date] == nil && (!isFixedBefore || slot.date >= history.from)
    }
    if !settled.isEmpty { slots = (slots + settled.values).sorted { $0.date < $1.date } }

    let pinned = PinLimit.requiredDays(of: series, in: plan, under: limits)
    let open = Set(history.binding(series.id).map(\.date))
    let aim = plan.aim(of: series)
    // A path that history alone makes longer than the aim is as long as history.
    let pointsOfOne =
      settled.count >= aim
      ? 0
      : ShortTerm.points(issues: 1, aim: aim, price: plan.costs.short)
        - ShortTerm.points(issues: 0, aim: aim, price: plan.costs.short)
    let uneven = UnevenTerm(dayCount: plan.dayCount, aim: aim, price: plan.costs.uneven)

    let months = plan.months
    let positions = slots.map { slot in
      let moved =
        open.contains(slot.date)
        ? MovedTerm.points(isChosen: true, price: plan.costs.moved)
          - MovedTerm.points(isChosen: false, price: plan.costs.moved)
        : 0
      return GroupedPath.Position(
        point: slot.date.dayNumber,
        group: months.lowerBound.distance(to: Month(containing: slot.date)),
        cost: slot.cost + pointsOfOne + moved,
        entryCost: uneven.points(fromStart: slot.date - plan.period.lowerBound),
        exitCost: uneven.points(toEnd: plan.period.upperBound - slot.date),
        isForced: settled[slot.date] != nil || pinned.contains(slot.date),
        isSettled: settled[slot.date] != nil
      )
    }
    let held = Self.limits(of: series, in: plan, from: history.from).filter(limits.holds)
    let groupLimits = months.map { month in
      PerMonthLimit.bounds(
        held,
        isHistory: plan.isHistory(month, before: history.from),
        settled: settled.keys.count { month.days.contains($0) }
      )
    }
    var totalLimits = PerYearLimit.bounds(
      held,
      isHistory: plan.period.upperBound < history.from,
      settled: settled.count
    )
    totalLimits.most = min(totalLimits.most, AimLimit.most(held, settled: settled.count))

    self.series = series.id
    self.slots = slots
    constantPoints =
      (settled.count >= aim ? 0 : ShortTerm.points(issues: 0, aim: aim, price: plan.costs.short))
      + MovedTerm.points(
        released: history.binding(series.id).map(\.date),
        chosen: [],
        price: plan.costs.moved
      )
    guard pinned.isEmpty || pinned.isSubset(of: slots.map(\.date)) else {
      path = nil
      return
    }
    path = GroupedPath(
      positions: positions,
      groupLimits: groupLimits,
      totalLimits: totalLimits,
      leastGap: MinGapLimit.leastGap(held),
      windows: MissedTerm.windows(of: series, in: plan).map { window in
        GroupedPath.Window(
          lower: window.days.lowerBound.dayNumber,
          upper: window.days.upperBound.dayNumber,
          cost: window.points
        )
      },
      gapCost: uneven.points(gap:)
    )
  }

  /// The days of the best choice and their points; `nil` where none keeps all limits.
  package func solve() -> (points: Int, slots: [Slot])? {
    guard let path else { return nil }
    var solver = GroupedPathSolver(path)
    guard let solution = solver.solve() else { return nil }
    return (solution.cost + constantPoints, solution.path.map { slots[$0] })
  }

  /// For each of ``slots``, the points of the best choice that has it; `nil` where none has.
  ///
  /// With the points of the best choice of all, this says what an issue on another day would cost.
  package func pointsOfForcing() -> [Int?] {
    guard let path else { return slots.map { _ in nil } }
    var solver = GroupedPathSolver(path)
    return solver.costsOfForcing().map { cost in cost.map { $0 + constantPoints } }
  }
}
