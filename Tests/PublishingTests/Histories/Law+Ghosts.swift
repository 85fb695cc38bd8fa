import CivilTime
import Publishing
import Scheduling

extension Law {
  /// From the day from which the schedule may change, the feeds hold what is scheduled, and no more.
  ///
  /// Where an older release comes again, that is said of issues alone: what goes with them is what the
  /// releases had, and follows from no one plan.
  static let noGhosts = Law("no ghosts") { step in
    let expected = ExpectedEvents(of: step).found
    let events = step.after.all.events.filter { event in
      guard !event.isCancelled, let day = event.day else { return false }
      let kind = step.after.events[event.uid]?.kind
      guard day >= step.after.from(kind) || kind == .activity else { return false }
      if let old = step.before?.all.byUID[event.uid], step.after.isPast(old, in: step.before) {
        return false
      }
      return step.after.plan != nil || kind == .issue
    }
    let found = Set(events.map { "\($0.uid) \($0.start)" })
    return found.subtracting(expected).map { "\($0) is published, and not scheduled" }
      + expected.subtracting(found).map { "\($0) is scheduled, and not published" }
  }
}

/// What the feeds are to hold of what may still change, worked out from the schedule and the plan.
private struct ExpectedEvents {
  /// Each event by its identity and its start.
  private(set) var found: Set<String> = []
  private let step: Transition
  private let release: Release

  init(of step: Transition) {
    self.step = step
    release = step.after.release
    for issue in release.schedule.occurrences {
      expect(issue.uid, issue.date, issue.time)
      guard let plan = step.after.plan else { continue }
      expectAirings(of: issue)
      expectDeadlines(of: issue, plan)
    }
    for activity in step.after.plan?.activities ?? [] { expect(activity) }
  }

  /// The text of an event that was published before.
  private func before(_ uid: String) -> FeedText.Event? { step.before?.all.byUID[uid] }

  private mutating func expect(_ uid: String, _ date: CivilDate, _ time: TimeOfDay?) {
    guard date >= step.after.from, !isPast(uid) else { return }
    add(uid, date, time)
  }

  private func isPast(_ uid: String) -> Bool {
    before(uid).map { step.after.isPast($0, in: step.before) } ?? false
  }

  private mutating func add(_ uid: String, _ date: CivilDate, _ time: TimeOfDay? = nil) {
    let hour = time.map { "T\("\($0)".filter { $0 != ":" })00" } ?? ""
    found.insert("\(uid) \("\(date)".filter { $0 != "-" })\(hour)")
  }

  private mutating func expectAirings(of issue: ScheduleDocument.Occurrence) {
    for airing in release.plan.airings[issue.series] ?? [] where airing.isCurrent {
      let uid = UID.airing(
        plan: release.plan.id,
        series: issue.series,
        number: issue.number,
        airing: airing.number
      )
      expect(uid, issue.date + airing.after, airing.time)
    }
  }

  /// A deadline is so many working days before; one that is over when it is first told of is due today.
  private mutating func expectDeadlines(of issue: ScheduleDocument.Occurrence, _ plan: Plan) {
    guard let series = plan.series.first(where: { $0.id == issue.series }) else { return }
    let holidays = plan.calendars.filter { series.avoid.contains($0.id) }
    func isWorked(_ day: CivilDate) -> Bool {
      if holidays.contains(where: { $0.workedInExchange.contains(day) }) { return true }
      return day.weekday < .saturday && !holidays.contains { $0.days[day] != nil }
    }
    for deadline in series.deadlines {
      let uid = "\(plan.id).\(series.id).\(issue.number).deadline.\(deadline.id)@lichsong"
      guard !isPast(uid), before(uid) != nil || issue.date >= step.after.from else { continue }
      var day = issue.date
      var left = deadline.before
      while left > 0 || !isWorked(day) {
        day = day - 1
        if isWorked(day) { left -= 1 }
      }
      let isLate = day < step.after.from(.deadline)
      // One that was told of once is not told again when it is over.
      if isLate, before(uid) == nil, step.memory.versions[uid] != nil { continue }
      add(uid, max(day, step.after.from(.deadline)))
    }
  }

  private mutating func expect(_ activity: Activity) {
    let window = activity.window ?? release.plan.to...release.plan.to
    let days =
      window.count == 1
      ? ["end": window.upperBound]
      : ["start": window.lowerBound, "end": window.upperBound]
    for (name, day) in days {
      let uid = "\(release.plan.id).activity.\(activity.id).\(name)@lichsong"
      guard !isPast(uid), before(uid) != nil || day >= step.after.from else { continue }
      add(uid, day)
    }
  }
}
