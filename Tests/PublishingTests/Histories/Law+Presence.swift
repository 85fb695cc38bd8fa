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
      if !old.isCancelled, step.after.isPast(old, in: step.before) {
        violations.append("\(old.uid) of \(old.start) took place, and is gone")
      }
    }
    return violations
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
    for event in after.release.events {
      for path in paths(of: event) where after.feeds[path]?.byUID[event.uid] == nil {
        violations.append("\(event.uid) is not in \(path)")
      }
      if event.kind == .deadline, after.feeds["all.ics"]?.byUID[event.uid] != nil {
        violations.append("\(event.uid) is in the feed of everything public")
      }
    }
    return violations
      + after.feeds.filter { $0.value.events.isEmpty }.map { "\($0.key) is without an event" }
  }

  /// The feeds that an event is to be found in.
  private static func paths(of event: PublishedEvent) -> [String] {
    switch event.kind {
    case .issue:
      ["all.ics", "\(event.outlet ?? "").ics"] + (event.theme.map { ["themes/\($0).ics"] } ?? [])
    case .airing: ["all.ics", "\(event.outlet ?? "").ics"]
    case .deadline: ["production/\(event.owner ?? "").ics"]
    case .activity: ["all.ics", "activities.ics"]
    }
  }
}
