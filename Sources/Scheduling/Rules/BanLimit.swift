package import CivilTime

/// `bans`: no issue of a series on a day.
package enum BanLimit {
  /// The limits of a series, in the plan's order of bans.
  package static func limits(of series: Series, in plan: Plan) -> [Limit] {
    plan.bans.indices.filter { plan.bans[$0].series == series.id }.map { limit(at: $0, in: plan) }
  }

  private static func limit(at index: Int, in plan: Plan) -> Limit {
    let ban = plan.bans[index]
    return Limit(.ban(ban.date), of: .series(ban.series), line: .ban(index))
  }

  /// The days within the period that bans take out, in the plan's order of bans.
  package static func exclusions(
    of series: Series,
    in plan: Plan,
    under limits: LimitSet
  ) -> [(date: CivilDate, exclusion: SlotExclusion)] {
    plan.bans.enumerated().compactMap { index, ban in
      guard ban.series == series.id, plan.period.contains(ban.date),
        limits.holds(limit(at: index, in: plan))
      else { return nil }
      return (ban.date, .banned(index))
    }
  }

  /// What was found: for each ban, the issues on its day.
  package static func findings(
    of series: Series,
    in plan: Plan,
    on dates: [CivilDate]
  ) -> [LimitFinding] {
    limits(of: series, in: plan).compactMap { limit in
      guard case .ban(let day) = limit.rule else { return nil }
      return LimitFinding(limit, brokenBy: dates.filter { $0 == day })
    }
  }
}
