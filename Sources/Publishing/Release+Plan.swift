package import CivilTime
internal import Scheduling

extension Release {
  /// The plan as far as its files show it.
  package struct Plan: Sendable, Hashable, Codable {
    /// An outlet of the plan.
    package struct Outlet: Sendable, Hashable, Codable {
      package var id: String
      package var kind: String
      package var name: String
    }

    /// A series of the plan.
    package struct Series: Sendable, Hashable, Codable {
      package var id: String
      package var title: String
      /// The identifier of its outlet; `nil` in releases of earlier versions.
      package var outlet: String?
      /// The clause that asks for it.
      package var clause: String?
    }

    /// A theme of the plan.
    package struct Theme: Sendable, Hashable, Codable {
      package var id: String
      package var title: String
      /// The clause that names it.
      package var clause: String?
    }

    /// An activity of the plan beside its series.
    package struct Activity: Sendable, Hashable, Codable {
      package var id: String
      package var title: String
      /// The clause that asks for it.
      package var clause: String?
      /// Who is in charge.
      package var owner: String?
      /// The first day on which it may take place.
      package var from: CivilDate
      /// The last day.
      package var to: CivilDate
    }

    /// A further airing of every issue of a series, under a number that no other ever gets.
    package struct Airing: Sendable, Hashable, Codable {
      /// The number within the series, from 1: it is part of identities.
      package var number: Int
      /// How many days after the issue.
      package var after: Int
      /// The hour.
      package var time: TimeOfDay
      /// The channel.
      package var channel: String?
      /// Whether the plan has it, or had it once.
      package var isCurrent: Bool
    }

    /// The identifier, which names the folder.
    package var id: String
    /// What the plan is called.
    package var title: String
    /// The number of the document that it was issued as.
    package var source: String?
    /// The first day of the period.
    package var from: CivilDate
    /// The last day of the period.
    package var to: CivilDate
    /// The IANA name of the time zone of all times.
    package var timeZone: String
    /// The language of what is published.
    package var language: String
    /// The outlets, in the plan's order, and behind them those that it had before, as long as an event
    /// of theirs is published.
    package var outlets: [Outlet]
    /// The series, in the plan's order.
    package var series: [Series]
    /// The themes, in the plan's order, and behind them those that it had before, as outlets.
    package var themes: [Theme]
    /// The owners of deadlines, by their first deadline, and behind them those that it had before, as
    /// outlets; `nil` where there are none.
    package var owners: [Owner]?
    /// The address under which everything is published, where it is known.
    package var address: PublicAddress?
    /// For each series that is or was, its further airings: those of the plan in its order, then
    /// those that it had before.
    package var airings: [String: [Airing]]
    /// How many days a cancelled event stays after its day.
    package var keepCancelled: Int
    /// The activities, in the plan's order; `nil` in releases of earlier versions.
    package var activities: [Activity]?
    /// The limits that the plan's lines state, as the schedule keeps them; `nil` in releases of earlier
    /// versions.
    package var limits: [Limit]?
    /// The days off of the period; `nil` in releases of earlier versions.
    package var daysOff: [NamedDay]?
    /// The commemorative days of the period; `nil` in releases of earlier versions.
    package var observances: [NamedDay]?
  }
}

extension Release.Plan {
  /// Takes from a plan what its files show.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - previous: The plan as it was released before, for the numbers of its airings and the
  ///     identifiers of owners.
  ///   - address: The address under which everything is published, where it is known.
  init(_ plan: Scheduling.Plan, after previous: Release.Plan?, address: PublicAddress?) {
    var airings = (previous?.airings ?? [:]).mapValues { Self.airings(of: [], after: $0) }
    for series in plan.series {
      let numbered = Self.airings(of: series.repeats, after: previous?.airings[series.id] ?? [])
      airings[series.id] = numbered.isEmpty ? nil : numbered
    }
    let owners = Self.owners(of: plan, after: previous?.owners ?? [])
    self.init(
      id: plan.id,
      title: plan.title,
      source: plan.source?.number,
      from: plan.period.lowerBound,
      to: plan.period.upperBound,
      timeZone: plan.timeZone,
      language: plan.language.rawValue,
      outlets: plan.outlets.map { Outlet(id: $0.id, kind: $0.kind.rawValue, name: $0.name) },
      series: plan.series.map {
        Series(id: $0.id, title: $0.title, outlet: $0.outlet, clause: $0.clause)
      },
      themes: plan.themes.map { Theme(id: $0.id, title: $0.title, clause: $0.clause) },
      owners: owners.isEmpty ? nil : owners,
      address: address,
      airings: airings,
      keepCancelled: plan.publishing.keepCancelled,
      activities: plan.activities.map { activity in
        let window = activity.window ?? plan.period
        return Activity(
          id: activity.id,
          title: activity.title,
          clause: activity.clause,
          owner: activity.owner,
          from: window.lowerBound,
          to: window.upperBound
        )
      },
      daysOff: Self.daysOff(of: plan),
      observances: Self.observances(of: plan)
    )
  }

  /// Numbers the airings of a series.
  ///
  /// One that was there before keeps its number, also where it was gone meanwhile. Of the others one
  /// that has another day or hour on the same channel is taken for the one that is gone from there.
  ///
  /// - Parameters:
  ///   - repeats: The airings, in the plan's order.
  ///   - before: Those that were released, and those before them.
  /// - Returns: The airings in the plan's order, then those that are gone.
  private static func airings(of repeats: [Repeat], after before: [Airing]) -> [Airing] {
    var left = before
    var numbers = [Int?](repeating: nil, count: repeats.count)
    func number(where isSame: (Airing, Repeat) -> Bool) {
      for (index, airing) in repeats.enumerated() where numbers[index] == nil {
        guard let old = left.firstIndex(where: { isSame($0, airing) }) else { continue }
        numbers[index] = left.remove(at: old).number
      }
    }
    func isEqual(_ old: Airing, _ new: Repeat) -> Bool {
      (old.after, old.time, old.channel) == (new.after, new.time, new.channel)
    }
    number { $0.isCurrent && isEqual($0, $1) }
    number(where: isEqual)
    number { $0.isCurrent && $0.channel == $1.channel }
    var next = (before.map(\.number).max() ?? 0) + 1
    let current = zip(repeats, numbers).map { airing, number in
      let own = number ?? next
      if number == nil { next += 1 }
      return Airing(
        number: own,
        after: airing.after,
        time: airing.time,
        channel: airing.channel,
        isCurrent: true
      )
    }
    return current
      + left.map { airing in
        var airing = airing
        airing.isCurrent = false
        return airing
      }
  }
}
