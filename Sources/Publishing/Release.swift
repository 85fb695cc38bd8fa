package import CivilTime
package import Scheduling

/// What was published at one time, complete and for ever.
///
/// Every file in the folder of a plan can be made from its releases alone: neither the plan file
/// nor the solver is asked again.
package struct Release: Sendable, Hashable, Codable {
  /// The plan as far as its files show it.
  package struct Plan: Sendable, Hashable, Codable {
    /// An outlet of the plan.
    package struct Outlet: Sendable, Hashable, Codable {
      package var id: String
      package var kind: String
      package var name: String
    }

    /// A theme of the plan.
    package struct Theme: Sendable, Hashable, Codable {
      package var id: String
      package var title: String
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
    /// The outlets, in the plan's order.
    package var outlets: [Outlet]
    /// The themes, in the plan's order.
    package var themes: [Theme]
    /// How many days a cancelled event stays after its day.
    package var keepCancelled: Int
  }

  /// The number of the release, from 1.
  package var release: Int
  /// When it was made.
  package var time: Timestamp
  /// What the planner said about it.
  package var message: String?
  /// The plan.
  package var plan: Plan
  /// The schedule that it publishes, with its points.
  package var schedule: ScheduleDocument
  /// Everything that it publishes, by day, then in the order of the schedule.
  package var events: [PublishedEvent]
  /// For each series, the number that its next new issue gets.
  package var nextNumbers: [String: Int]
}

extension Release {
  /// Makes the release of a schedule.
  ///
  /// Events that look the same to a reader as in the previous release keep their sequence number
  /// and the time of their last change. Events that are no longer in the schedule are cancelled,
  /// and stay as such for some days.
  ///
  /// - Parameters:
  ///   - schedule: The schedule to publish.
  ///   - plan: The plan that it is a schedule of.
  ///   - previous: The release before, if there is one.
  ///   - now: When the release is made.
  ///   - message: What the planner says about it.
  package init(
    _ schedule: Schedule,
    of plan: Scheduling.Plan,
    after previous: Release?,
    at now: Timestamp,
    message: String? = nil
  ) {
    release = (previous?.release ?? 0) + 1
    time = now
    self.message = message
    self.plan = Plan(plan)
    self.schedule = ScheduleDocument(schedule, of: plan)
    let writer = EventWriter(plan: plan)
    events = Self.revised(
      writer.events(of: schedule, at: now),
      after: previous?.events ?? [],
      at: now,
      cancelling: writer.cancelled,
      keepingFor: plan.publishing.keepCancelled
    )
    nextNumbers = previous?.nextNumbers ?? [:]
    for occurrence in schedule.occurrences {
      nextNumbers[occurrence.series] = max(
        nextNumbers[occurrence.series, default: 1],
        occurrence.number + 1
      )
    }
  }

  /// Events with their history: how often and when each last changed, and those that were cancelled.
  ///
  /// - Parameters:
  ///   - events: The events to publish, as if for the first time.
  ///   - published: The events of the release before.
  ///   - now: When they are published.
  ///   - cancelling: Words an event as cancelled.
  ///   - days: How many days a cancelled event stays after its day.
  /// - Returns: The events by day, those of one day in the order in which they were given, the
  ///   cancelled behind.
  private static func revised(
    _ events: [PublishedEvent],
    after published: [PublishedEvent],
    at now: Timestamp,
    cancelling: (PublishedEvent) -> PublishedEvent,
    keepingFor days: Int
  ) -> [PublishedEvent] {
    let before = Dictionary(
      published.map { ($0.uid, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let standing = Set(events.map(\.uid))
    let cancelled =
      published
      .filter { !standing.contains($0.uid) && $0.date + days >= now.utc.date }
      .map { $0.status == .cancelled ? $0 : cancelling($0) }
    return (events + cancelled)
      .map { event in
        guard let old = before[event.uid] else { return event }
        var event = event
        let isSame = event.looksTheSame(as: old)
        event.sequence = isSame ? old.sequence : old.sequence + 1
        event.changed = isSame ? old.changed : now
        return event
      }
      .enumerated()
      .sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }
      .map(\.element)
  }

  /// Whether both publish the same, whenever and with whatever message they were made.
  package func publishesTheSame(as other: Release) -> Bool {
    var other = other
    other.release = release
    other.time = time
    other.message = message
    return self == other
  }

  /// What the release binds the next schedule to.
  package var released: ReleasedSchedule {
    let standing = Set(
      events.filter { $0.kind == .issue && $0.status == .confirmed }.map(\.uid)
    )
    return ReleasedSchedule(
      occurrences: schedule.occurrences.filter { standing.contains($0.uid) }.map(\.occurrence),
      nextNumbers: nextNumbers
    )
  }
}

extension Release.Plan {
  /// Takes from a plan what its files show.
  fileprivate init(_ plan: Scheduling.Plan) {
    self.init(
      id: plan.id,
      title: plan.title,
      source: plan.source?.number,
      from: plan.period.lowerBound,
      to: plan.period.upperBound,
      timeZone: plan.timeZone,
      language: plan.language.rawValue,
      outlets: plan.outlets.map { Outlet(id: $0.id, kind: $0.kind.rawValue, name: $0.name) },
      themes: plan.themes.map { Theme(id: $0.id, title: $0.title) },
      keepCancelled: plan.publishing.keepCancelled
    )
  }
}
