internal import CivilTime
internal import Scheduling

/// What becomes of the events of a release in the next one.
///
/// - An event before the day from which the schedule may change stands, whatever the plan says now.
/// - An event that looks the same to a reader stands to the byte.
/// - An event that looks different counts one change more, and says which.
/// - An event that is no longer scheduled is cancelled, and goes some days after its day.
struct EventHistory {
  private let previous: [PublishedEvent]
  private let occasion: Release.Occasion
  private let from: CivilDate
  private let reasons: [IssueID: Release.Reason]
  private let wording: Wording
  private let keepCancelled: Int
  private let timeZone: String
  /// How often events changed that went since.
  private let retired: [String: Int]
  /// The titles of the themes, as they were released before and as they are now.
  private let themes: (before: [String: String], now: [String: String])

  /// Prepares to continue the events of a release.
  ///
  /// - Parameters:
  ///   - plan: The plan as the next release has it.
  ///   - previous: The release before, if there is one.
  ///   - occasion: When the next release is made.
  ///   - reasons: Why issues changed.
  init(
    of plan: Release.Plan,
    previous: Release?,
    occasion: Release.Occasion,
    reasons: [IssueID: Release.Reason]
  ) {
    timeZone = plan.timeZone
    self.previous = previous?.events(inPlanOf: plan.timeZone) ?? []
    retired = previous?.retired ?? [:]
    self.occasion = occasion
    from = occasion.from(in: plan)
    self.reasons = reasons
    wording = Wording(language: Language(rawValue: plan.language) ?? .vietnamese)
    keepCancelled = plan.keepCancelled
    func titles(_ themes: [(String, String)]) -> [String: String] {
      Dictionary(themes, uniquingKeysWith: { first, _ in first })
    }
    themes = (
      titles(previous?.plan.themes.map { ($0.id, $0.title) } ?? []),
      titles(plan.themes.map { ($0.id, $0.title) })
    )
  }

  /// The events of the next release.
  ///
  /// - Complexity: O(n log n) for n events.
  ///
  /// - Parameter scheduled: The events of its schedule, as if published for the first time.
  /// - Returns: The events by day; those of one day in the order in which they were given, behind them
  ///   those that are no longer scheduled.
  func continued(by scheduled: [PublishedEvent]) -> [PublishedEvent] {
    let before = Dictionary(previous.map { ($0.uid, $0) }, uniquingKeysWith: { first, _ in first })
    let over = Set(scheduled.filter { $0.kind == .issue && $0.date < from }.map(\.issue))
    var standing: Set<String> = []
    var events: [PublishedEvent] = []
    for scheduled in scheduled {
      let event = stillInTime(scheduled)
      let old = before[event.uid]
      if old == nil, event.kind == .deadline {
        // Of what is over nothing needs to be ready, and a deadline that was told of is not told again
        // once it is over.
        let isLate = event.date != scheduled.date
        if over.contains(event.issue) || isLate && retired[event.uid] != nil { continue }
      }
      if let old, old.date < bound(of: old) {
        if let past = unscheduled(old) { events.append(past) }
      } else if event.date >= bound(of: event) || event.kind == .activity && old != nil {
        events.append(old.map { revised(event, after: $0) } ?? first(event))
      } else {
        continue
      }
      standing.insert(event.uid)
    }
    events += previous.filter { !standing.contains($0.uid) }.compactMap(unscheduled)
    return events.enumerated()
      .sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }
      .map(\.element)
  }

  /// The day before which an event stands as it was published.
  ///
  /// A deadline is no choice of the schedule: it follows its issue as long as it is still to come.
  private func bound(of event: PublishedEvent) -> CivilDate {
    guard event.kind == .deadline else { return from }
    return occasion.from.map { min($0, occasion.today) } ?? .min
  }

  /// A deadline that is over when it is first told of is due today: its day is in its text.
  private func stillInTime(_ event: PublishedEvent) -> PublishedEvent {
    guard event.kind == .deadline else { return event }
    var event = event
    event.date = max(event.date, bound(of: event))
    return event
  }

  /// An event that was not published before.
  private func first(_ event: PublishedEvent) -> PublishedEvent {
    var event = event
    event.sequence = retired[event.uid].map { $0 + 1 } ?? 0
    event.changed = occasion.time
    return event
  }

  /// An event that was published before, as it is now.
  private func revised(_ event: PublishedEvent, after old: PublishedEvent) -> PublishedEvent {
    var event = event
    let formerFeeds = old.feeds.filter { !event.ownFeeds.contains($0) }
    event.formerFeeds = formerFeeds.isEmpty ? nil : formerFeeds
    if let theme = event.theme, theme == old.theme, themes.now[theme] == nil,
      old.status == event.status
    {
      // An issue that stands has its theme, though the plan has it no more and cannot say what it is.
      (event.summary, event.description) = (old.summary, old.description)
      event.categories = old.categories
    }
    if event.looksTheSame(as: old) {
      (event.sequence, event.changed, event.note) = (old.sequence, old.changed, old.note)
      return event
    }
    event.sequence = old.sequence + 1
    event.changed = occasion.time
    let changes = changes(from: old, to: event)
    event.note =
      changes.isEmpty
      ? old.note
      : wording.changes(
        changes,
        reason: event.isOfIssue
          ? reasons[event.issue]?.readers : nil,
        on: occasion.today
      )
    return event
  }

  /// What becomes of an event that is not scheduled any more; `nil` where it goes.
  private func unscheduled(_ event: PublishedEvent) -> PublishedEvent? {
    if event.status == .cancelled {
      return event.date + keepCancelled >= occasion.today ? event : nil
    }
    guard event.date >= bound(of: event) else { return event }
    guard event.date + keepCancelled >= occasion.today else { return nil }
    var cancelled = event
    cancelled.status = .cancelled
    // Some clients show a cancelled event as if it stood: its title says that it does not.
    cancelled.summary = wording.cancelledTitle(event.summary)
    cancelled.reminders = []
    return revised(cancelled, after: event)
  }

  /// What a reader is told of a change.
  private func changes(from old: PublishedEvent, to new: PublishedEvent) -> [String] {
    if new.status == .cancelled { return [wording.cancellation] }
    var changes = old.status == .cancelled ? [wording.revival] : []
    if old.date != new.date {
      changes.append(wording.move(from: (old.time, old.date), to: (new.time, new.date)))
    } else if old.time != new.time {
      changes.append(wording.newHour(from: old.time, to: new.time))
    }
    if old.time != nil, new.time != nil, old.zone != new.zone {
      changes.append(
        wording.newZone(from: old.zone ?? timeZone, to: new.zone ?? timeZone)
      )
    }
    if !new.showsTheSameTheme(as: old) {
      changes.append(
        wording.newTheme(
          from: old.theme.flatMap { themes.before[$0] },
          to: new.theme.flatMap { themes.now[$0] }
        )
      )
    }
    return changes
  }
}

extension Release {
  /// The events, for a plan in some time zone: those of another name their own.
  fileprivate func events(inPlanOf timeZone: String) -> [PublishedEvent] {
    events.map { event in
      guard event.time != nil else { return event }
      var event = event
      let zone = event.zone ?? plan.timeZone
      event.zone = zone == timeZone ? nil : zone
      return event
    }
  }
}
