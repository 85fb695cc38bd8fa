package import CivilTime

/// `avoid`: no issue on the days of certain calendars, unless a pin says so.
package enum AvoidLimit {
  /// The limits of a series, one for each calendar.
  package static func limits(of series: Series) -> [Limit] {
    series.avoid.map { calendar in
      Limit(
        .avoid(calendar: calendar),
        of: .series(series.id),
        line: .series(series.id, .avoid)
      )
    }
  }

  /// The days that the calendars take out, in the order of the series' list, then by day.
  package static func exclusions(
    of series: Series,
    in plan: Plan,
    under limits: LimitSet
  ) -> [(date: CivilDate, exclusion: SlotExclusion)] {
    zip(series.avoid, self.limits(of: series)).flatMap { id, limit in
      guard limits.holds(limit), let calendar = plan.calendars.first(where: { $0.id == id }) else {
        return [(date: CivilDate, exclusion: SlotExclusion)]()
      }
      return calendar.days.filter { plan.period.contains($0.key) }
        .sorted { $0.key < $1.key }
        .map { ($0.key, .avoided(calendar: id, day: $0.value)) }
    }
  }

  /// What was found: for each calendar, the issues on its days that are not pinned.
  package static func findings(
    of series: Series,
    in plan: Plan,
    on dates: [CivilDate]
  ) -> [LimitFinding] {
    let pinned = PinLimit.days(of: series, in: plan)
    return limits(of: series).map { limit in
      let days = Set(
        exclusions(of: series, in: plan, under: .only([limit])).map(\.date)
      )
      return LimitFinding(
        limit,
        brokenBy: dates.filter { days.contains($0) && !pinned.contains($0) }
      )
    }
  }
}
