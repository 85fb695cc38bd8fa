internal import CivilTime
package import Scheduling

/// What was published at one time, complete and for ever.
///
/// Every file in the folder of a plan can be made from its releases alone: neither the plan file
/// nor the solver is asked again.
package struct Release: Sendable, Hashable, Codable {
  /// Why an issue changed, in words.
  package struct Reason: Sendable, Hashable, Codable {
    /// For those who read the feeds, in the plan's language.
    package var readers: String
    /// For those who write the plan, in English, with the clause.
    package var planners: String
  }

  /// The number of the release, from 1.
  package var release: Int
  /// When it was made, later than every release before it.
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
  /// Why issues are not as the release before had them, by their identities.
  package var reasons: [String: Reason]
  /// How often events changed that are published no more, by their identities; `nil` where there are
  /// none.
  ///
  /// One that comes back goes on from there: clients ignore what seems older than what they know.
  package var retired: [String: Int]?
}

extension Release {
  /// Makes the release of a schedule.
  ///
  /// What lies before the day from which the schedule may change stands as it was released, and so does
  /// every event that looks the same to a reader: to the byte, with its sequence number and the time
  /// of its last change. Events that are no longer in the schedule are cancelled, and stay as such for
  /// some days.
  ///
  /// - Parameters:
  ///   - schedule: The schedule to publish.
  ///   - plan: The plan that it is a schedule of.
  ///   - previous: The release before, if there is one.
  ///   - occasion: When the release is made. Where the clock is behind the release before, the new one
  ///     is dated a second after it: what a reader sees must never seem to become older.
  ///   - reasons: Why issues changed.
  ///   - address: The address under which everything is published; `nil` for none.
  ///   - message: What the planner says about it.
  package init(
    _ schedule: Schedule,
    of plan: Scheduling.Plan,
    after previous: Release?,
    at occasion: Occasion,
    reasons: [IssueID: ChangeReason] = [:],
    address: PublicAddress? = nil,
    message: String? = nil
  ) {
    var occasion = occasion
    if let previous { occasion.time = max(occasion.time, previous.time.next) }
    release = (previous?.release ?? 0) + 1
    time = occasion.time
    self.message = message
    self.plan = Plan(plan, after: previous?.plan, address: address)
    self.schedule = ScheduleDocument(schedule, of: plan)
    let wording = ReasonWording(plan: plan)
    let words = reasons.mapValues(wording.reason)
    self.reasons = Dictionary(
      words.map {
        (UID.issue(plan: plan.id, series: $0.key.series, number: $0.key.number), $0.value)
      },
      uniquingKeysWith: { first, _ in first }
    )
    events = EventHistory(of: self.plan, previous: previous, occasion: occasion, reasons: words)
      .continued(by: EventWriter(plan: plan, released: self.plan).events(of: schedule))
    nextNumbers = previous?.nextNumbers ?? [:]
    for occurrence in schedule.occurrences {
      nextNumbers[occurrence.series] = max(
        nextNumbers[occurrence.series, default: 1],
        occurrence.number + 1
      )
    }
    remember(previous)
    stateLimits(of: plan)
  }

  /// States what a plan requires, and what of it the release keeps.
  package mutating func stateLimits(of plan: Scheduling.Plan) {
    self.plan.limits = Plan.limits(of: plan, in: released.occurrences)
  }

  /// Keeps what is still needed of the release before: the outlets, themes and owners that the plan has
  /// no more, as long as their feeds hold an event, and how often events changed that are there no more.
  mutating func remember(_ previous: Release?) {
    let feeds = Set(events.flatMap(\.feeds))
    func isGone(_ path: String, _ present: some Sequence<String>) -> Bool {
      feeds.contains(path) && !present.contains(path)
    }
    let outlets = plan.outlets.map { Feed.path(ofOutlet: $0.id) }
    plan.outlets += (previous?.plan.outlets ?? [])
      .filter { isGone(Feed.path(ofOutlet: $0.id), outlets) }
    let themes = plan.themes.map { Feed.path(ofTheme: $0.id) }
    plan.themes += (previous?.plan.themes ?? []).filter {
      isGone(Feed.path(ofTheme: $0.id), themes)
    }
    let owners = (plan.owners ?? []).map { Feed.path(ofOwner: $0.id) }
    let gone = (previous?.plan.owners ?? []).filter { isGone(Feed.path(ofOwner: $0.id), owners) }
    if !gone.isEmpty { plan.owners = (plan.owners ?? []) + gone }
    let published = Set(events.map(\.uid))
    let versions = (previous?.events ?? []).map { ($0.uid, $0.sequence) }
    let retired = (previous?.retired ?? [:]).merging(versions) { $1 }
      .filter { !published.contains($0.key) }
    self.retired = retired.isEmpty ? nil : retired
  }

  /// Whether both publish the same, whenever, with whatever message and for whatever points: what a
  /// schedule costs depends on what was released before, and nobody sees it.
  package func publishesTheSame(as other: Release) -> Bool {
    (plan, events, nextNumbers) == (other.plan, other.events, other.nextNumbers)
  }

  /// Everything that it publishes, by its identities.
  package var eventsByIdentity: [String: PublishedEvent] {
    Dictionary(events.map { ($0.uid, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The issues that stand, by their identities.
  package var issuesByIdentity: [String: Occurrence] {
    Dictionary(
      events.filter { $0.kind == .issue && $0.status == .confirmed }.map {
        ($0.uid, $0.occurrence)
      },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// What the release binds the next schedule to.
  package var released: ReleasedSchedule {
    let issues = events.filter { $0.kind == .issue }
    return ReleasedSchedule(
      occurrences: issues.filter { $0.status == .confirmed }.map(\.occurrence),
      cancelled: issues.filter { $0.status == .cancelled }.map(\.occurrence),
      nextNumbers: nextNumbers
    )
  }
}

extension PublishedEvent {
  /// The issue that the event is.
  fileprivate var occurrence: Occurrence {
    Occurrence(
      series: series,
      number: number,
      date: date,
      time: time,
      minutes: minutes,
      theme: theme
    )
  }
}
