import CivilTime
import Publishing
import Scheduling

/// How often what the laws are about really happened.
struct Tally: Sendable {
  /// The counts, by what was counted.
  private(set) var counts: [String: Int] = [:]

  /// What the laws are about: a test in which one of these never happens tests too little.
  static let expected =
    [
      "an event changed its face", "an event stayed as it was", "an event of the past stood",
      "an issue moved", "an airing moved", "an hour changed", "a theme changed",
      "an event was cancelled", "an event took place after all", "a cancelled event stayed",
      "a cancelled event went", "an event in a feed of a former outlet",
      "the feed of an outlet that is gone", "a reason was told", "a note was kept",
      "after the end", "before the beginning",
      "an event in another time zone", "an event came back",
      "the clock ran backwards", "the day from which it may change was given",
      "an older release again", "a plan that cannot be met", "a dry run", "nothing to publish",
      "a fresh schedule", "a restart", "published twice",
    ] + PlanEdit.all.map(\.name)

  /// Counts something.
  mutating func count(_ what: String, times: Int = 1) {
    counts[what, default: 0] += times
  }

  /// Adds what was counted elsewhere.
  mutating func add(_ other: Tally) {
    counts.merge(other.counts, uniquingKeysWith: +)
  }

  /// Counts what happened in a release.
  mutating func count(_ step: Transition) {
    let (release, occasion) = (step.after.release, step.after.occasion)
    if occasion.today > release.plan.to { count("after the end") }
    if occasion.today < release.plan.from { count("before the beginning") }
    if let outlets = step.after.plan?.outlets.map(\.id) {
      count(
        "the feed of an outlet that is gone",
        times: release.plan.outlets.filter { !outlets.contains($0.id) }.count
      )
    }
    for event in release.events where !event.formerOutlets.isEmpty {
      count("an event in a feed of a former outlet")
    }
    let zone = "TZID=\(release.plan.timeZone)"
    let (old, new) = (step.before?.events ?? [:], step.after.events)
    for (uid, event) in new {
      guard let text = step.after.all.byUID[uid] else { continue }
      if event.time != nil, !text.text.contains(zone) { count("an event in another time zone") }
      guard let was = old[uid], let face = step.before?.all.byUID[uid] else {
        if step.memory.versions[uid] != nil { count("an event came back") }
        continue
      }
      count(face.face == text.face ? "an event stayed as it was" : "an event changed its face")
      if was.date < step.after.from { count("an event of the past stood") }
      if text.note != nil, text.text == face.text { count("a note was kept") }
      if text.note?.hasSuffix(")") == true, text.text != face.text { count("a reason was told") }
      switch (was.status, event.status) {
      case (.confirmed, .cancelled): count("an event was cancelled")
      case (.cancelled, .confirmed): count("an event took place after all")
      case (.cancelled, .cancelled): count("a cancelled event stayed")
      case (.confirmed, .confirmed):
        if was.date != event.date { count("an \(event.kind) moved") }
        if was.date == event.date, was.time != event.time { count("an hour changed") }
        if was.theme != event.theme { count("a theme changed") }
      }
    }
    for (uid, was) in old where new[uid] == nil && was.status == .cancelled {
      count("a cancelled event went")
    }
  }
}
