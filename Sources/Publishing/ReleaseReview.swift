internal import CivilTime
package import Scheduling

/// What speaks against a release before it is published.
package struct ReleaseReview: Sendable {
  /// Something that speaks against it.
  package struct Objection: Sendable, Hashable {
    /// Whether the release is not to be published unless that is forced.
    package var blocks: Bool
    /// Whether a person is to look at it, whatever the plan's rules say.
    package var needsPerson: Bool
    /// What it is, and what to do.
    package var text: String
  }

  /// What speaks against it, what blocks it first.
  package private(set) var objections: [Objection] = []

  /// Whether the release may be published with nobody there to ask, where the plan states its rules.
  package var allowsUnattended: Bool { !objections.contains { $0.blocks || $0.needsPerson } }

  /// Whether something blocks the release.
  package var isBlocked: Bool { objections.contains(where: \.blocks) }

  /// Looks at a release.
  ///
  /// - Parameters:
  ///   - release: The release.
  ///   - previous: The release before, if there is one.
  ///   - schedule: The schedule that it publishes, where that was just solved.
  ///   - plan: The plan.
  ///   - findings: What was found of each limit.
  ///   - occasion: When it is made.
  package init(
    of release: Release,
    after previous: Release?,
    schedule: Schedule?,
    plan: Plan,
    findings: [LimitFinding],
    at occasion: Release.Occasion
  ) {
    let difference = ReleaseDifference(from: previous, to: release)
    reviewCancellations(difference, after: previous, today: occasion.today)
    reviewLimits(findings, of: plan, after: previous, from: occasion.from)
    reviewSlots(difference, of: plan)
    reviewDeadlines(difference, of: plan, today: occasion.today)
    reviewIdentifiers(of: release, after: previous)
    for warning in FeedInspection.warnings(of: release) { object(blocks: false, warning) }
    if let schedule, schedule.status == .feasible {
      object(
        blocks: false,
        "the search ended at its time limit: the days are not proven best (\(schedule.dates.points) points, "
          + "no fewer than \(schedule.dates.bound) are possible; themes \(schedule.placement.points), "
          + "\(schedule.placement.bound)); --time-limit gives it longer"
      )
    }
    objections = objections.filter(\.blocks) + objections.filter { !$0.blocks }
  }

  private mutating func object(blocks: Bool, needsPerson: Bool = false, _ text: String) {
    objections.append(Objection(blocks: blocks, needsPerson: needsPerson, text: text))
  }

  private mutating func object(_ severity: PublishingOptions.Severity, _ text: String) {
    guard severity != .ignore else { return }
    object(blocks: severity == .block, text)
  }

  /// More than half of what is to come is not cancelled by accident.
  private mutating func reviewCancellations(
    _ difference: ReleaseDifference,
    after previous: Release?,
    today: CivilDate
  ) {
    let coming = (previous?.events ?? []).filter {
      $0.kind == .issue && $0.status == .confirmed && $0.date >= today
    }
    let cancelled = difference.changes.count {
      $0.after.kind == .issue && $0.kinds.contains(.cancelled) && $0.after.date >= today
    }
    guard cancelled * 2 > coming.count else { return }
    object(
      blocks: true,
      "\(cancelled) of \(coming.count) coming issues would be cancelled"
    )
  }

  /// What was broken before cannot be held up any more: it is said, and blocks nothing.
  private mutating func reviewLimits(
    _ findings: [LimitFinding],
    of plan: Plan,
    after previous: Release?,
    from: CivilDate?
  ) {
    let broken = previous.map { previous in
      Set(plan.limits(of: previous.released.occurrences).filter { !$0.holds }.map(\.limit))
    }
    let first = Month(containing: from ?? plan.period.lowerBound)
    for finding in findings where !finding.holds {
      let isOld = broken?.contains(finding.limit) ?? finding.month.map { $0 < first } ?? false
      let severity = plan.publishing.broken
      let clause = finding.limit.line.flatMap { plan.citation(of: $0)?.clause }.map { "(\($0)) " }
      let place = finding.month.map { " in \($0)" } ?? ""
      object(
        isOld && severity == .block ? .warn : severity,
        "\(clause ?? "")\(finding.limit.subject): \(finding.limit.rule): broken\(place)"
      )
    }
  }

  private mutating func reviewSlots(_ difference: ReleaseDifference, of plan: Plan) {
    let calendars = Dictionary(
      plan.series.map { ($0.id, plan.slots(of: $0)) },
      uniquingKeysWith: { first, _ in first }
    )
    let unusual = difference.changes.filter { change in
      let event = change.after
      return event.kind == .issue
        && !Set(change.kinds).isDisjoint(with: [.added, .moved, .revived])
        && (calendars[event.series]?.slot(on: event.date)?.cost ?? 0) > 0
    }
    guard !unusual.isEmpty else { return }
    let some = unusual.prefix(5).map { "\($0.after.series) on \($0.after.date)" }
    let more = unusual.count > some.count ? " and \(unusual.count - some.count) more" : ""
    object(
      plan.publishing.unusual,
      "on unusual slots: " + some.joined(separator: ", ") + more
    )
  }

  /// A deadline that is over before anybody hears of it cannot be kept.
  private mutating func reviewDeadlines(
    _ difference: ReleaseDifference,
    of plan: Plan,
    today: CivilDate
  ) {
    let series = Dictionary(
      plan.series.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    for change in difference.changes {
      let event = change.after
      guard event.kind == .issue, event.status == .confirmed, event.date >= today,
        !Set(change.kinds).isDisjoint(with: [.added, .moved, .revived]),
        let series = series[event.series]
      else { continue }
      let days = plan.workingDays(of: series)
      let over = series.deadlines.compactMap { deadline -> String? in
        guard let day = days.date(deadline.before, before: event.date), day < today else {
          return nil
        }
        return "\(deadline.id) \(day)"
      }
      guard !over.isEmpty else { continue }
      object(
        blocks: false,
        "\(event.series).\(event.number) on \(event.date): deadlines are over: "
          + over.joined(separator: ", ")
      )
    }
  }

  /// Identifiers are part of identities and of addresses: whoever writes another one makes something
  /// else.
  private mutating func reviewIdentifiers(of release: Release, after previous: Release?) {
    guard let previous else { return }
    func gone(_ kind: String, _ before: [String], _ now: [String], _ what: String) {
      let left = before.filter { !now.contains($0) }
      let new = now.filter { !before.contains($0) }
      guard !left.isEmpty else { return }
      let renamed =
        new.isEmpty
        ? ""
        : "; if \(new.joined(separator: ", ")) is the same under another name, keep the identifier"
      object(
        blocks: false,
        needsPerson: true,
        "\(kind) \(left.joined(separator: ", ")) is not in the plan any more: \(what)\(renamed)"
      )
    }
    gone(
      "series",
      previous.plan.series.map(\.id),
      release.plan.series.map(\.id),
      "its coming issues are cancelled"
    )
    func activities(_ release: Release) -> [String] {
      Set(release.events.filter { $0.kind == .activity && $0.status == .confirmed }.map(\.series))
        .sorted()
    }
    gone(
      "activity",
      activities(previous),
      activities(release),
      "its coming days are cancelled"
    )
    let events = Set(release.events.compactMap(\.outlet))
    gone(
      "outlet",
      previous.plan.outlets.map(\.id).filter { id in previous.events.contains { $0.outlet == id } },
      release.plan.outlets.map(\.id).filter(events.contains),
      "its feed gets nothing new, and ends after its last event"
    )
  }
}
