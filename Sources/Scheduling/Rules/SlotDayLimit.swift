package import CivilTime

/// `slots`: issues appear only on days that a rule of the series gives, or a pin.
package enum SlotDayLimit {
  /// The limit of a series.
  package static func limit(of series: Series) -> Limit {
    Limit(.slots, of: .series(series.id), line: .series(series.id, .slots))
  }

  /// The days that the rules give: of two rules the cheaper, of two as cheap the first.
  ///
  /// Every day of the period, at 0 points, where the limit is not among those that hold.
  package static func candidates(
    of series: Series,
    in plan: Plan,
    under limits: LimitSet
  ) -> DayTable<Slot> {
    var slots = DayTable<Slot>(plan.period)
    guard limits.holds(limit(of: series)) else {
      for date in plan.period { slots[date] = Slot(date: date) }
      return slots
    }
    for rule in series.slotRules {
      for candidate in rule.candidates where plan.period.contains(candidate.date) {
        if let slot = slots[candidate.date], slot.cost <= rule.cost { continue }
        slots[candidate.date] = Slot(
          date: candidate.date,
          time: candidate.time,
          cost: rule.cost
        )
      }
    }
    return slots
  }

  /// What was found: the issues on days that neither a rule nor a pin gives.
  ///
  /// A day that a calendar or a ban took out is theirs to name.
  package static func finding(
    of series: Series,
    in plan: Plan,
    on dates: [CivilDate]
  ) -> LimitFinding {
    let given = candidates(of: series, in: plan, under: .all)
    let pinned = PinLimit.days(of: series, in: plan)
    return LimitFinding(
      limit(of: series),
      brokenBy: dates.filter { given[$0] == nil && !pinned.contains($0) }
    )
  }
}
