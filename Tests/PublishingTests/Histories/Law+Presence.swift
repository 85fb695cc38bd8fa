import CivilTime
import ICalendar
import Publishing

extension Law {
  /// A cancelled event stays, and says that it is, until its days are over; no other goes.
  static let cancellations = Law("cancellations") { step in
    let release = step.after.release
    let today = step.after.occasion.today
    func isOver(_ event: FeedText.Event) -> Bool {
      event.day.map { $0 + release.plan.keepCancelled < today } ?? false
    }
    var violations: [String] = []
    for event in step.after.all.events where event.isCancelled {
      let summary = event.value("SUMMARY")
      if !summary.hasPrefix("[HỦY] ") && !summary.hasPrefix("[CANCELLED] ") {
        violations.append("\(event.uid) is cancelled, and called \(summary)")
      }
      if isOver(event) {
        violations.append("\(event.uid) of \(event.start) is cancelled, and over")
      }
    }
    for old in step.before?.all.events ?? [] where step.after.all.byUID[old.uid] == nil {
      if !isOver(old) { violations.append("\(old.uid) of \(old.start) is gone") }
      if !old.isCancelled, let day = old.day, day < step.after.from {
        violations.append("\(old.uid) of \(old.start) took place, and is gone")
      }
    }
    return violations
  }

  /// From the day from which the schedule may change, the feeds hold what is scheduled, and no more.
  ///
  /// Where an older release comes again, that is said of issues alone: its further airings are those that
  /// the releases had, and follow from no one plan.
  static let noGhosts = Law("no ghosts") { step in
    let (release, from) = (step.after.release, step.after.from)
    let before = step.before?.all.byUID ?? [:]
    func isPast(_ uid: String) -> Bool { before[uid]?.day.map { $0 < from } ?? false }
    var expected: Set<String> = []
    for issue in release.schedule.occurrences {
      func expect(_ uid: String, _ date: CivilDate, _ time: TimeOfDay?) {
        guard date >= from, !isPast(uid) else { return }
        let hour = time.map { "T\("\($0)".filter { $0 != ":" })00" } ?? ""
        expected.insert("\(uid) \("\(date)".filter { $0 != "-" })\(hour)")
      }
      expect(issue.uid, issue.date, issue.time)
      if step.after.plan == nil { continue }
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
    let events = step.after.all.events.filter { event in
      guard !event.isCancelled, let day = event.day, day >= from else { return false }
      return step.after.plan != nil || step.after.events[event.uid]?.kind == .issue
    }
    let found = Set(events.map { "\($0.uid) \($0.start)" })
    return found.subtracting(expected).map { "\($0) is published, and not scheduled" }
      + expected.subtracting(found).map { "\($0) is scheduled, and not published" }
  }

  /// The release holds each event of every feed, and reads back whole from its text.
  static let releaseHoldsAll = Law("the release holds all") { step in
    do {
      let text = try JSONText.encode(step.after.release)
      let read = try JSONText.decode(Release.self, from: text)
      let identities = Set(read.events.map(\.uid))
      var violations = step.after.feeds.flatMap { path, feed in
        feed.events.filter { !identities.contains($0.uid) }.map { "\($0.uid) is only in \(path)" }
      }
      if read != step.after.release { violations.append("reads back as another") }
      return violations
    } catch {
      return ["\(error)"]
    }
  }

  /// Every feed reads back, with all its events.
  static let readsBack = Law("feeds read back") { step in
    step.after.texts.compactMap { path, text in
      do {
        let count = try Calendar(parsing: Array(text.utf8)).events.count
        return count == step.after.feeds[path]?.events.count ? nil : "\(path) loses events"
      } catch {
        return "\(path): \(error)"
      }
    }
  }

  /// A feed that held an event shows what becomes of it, though its outlet may be gone.
  static let feedsKeepEvents = Law("feeds keep their events") { step in
    let after = step.after
    var violations: [String] = []
    for (path, feed) in step.before?.feeds ?? [:] {
      for event in feed.events where after.all.byUID[event.uid] != nil {
        if after.feeds[path]?.byUID[event.uid] == nil {
          violations.append("\(event.uid) is gone from \(path)")
        }
      }
    }
    for event in after.release.events
    where after.feeds["\(event.outlet).ics"]?.byUID[event.uid] == nil {
      violations.append("\(event.uid) is not in the feed of \(event.outlet)")
    }
    return violations
      + after.feeds.filter { $0.value.events.isEmpty }.map { "\($0.key) is without an event" }
  }
}
