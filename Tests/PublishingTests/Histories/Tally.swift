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
      "issue moved", "airing moved", "deadline moved",
      "activity moved", "a deadline is over when it is first told of", "an hour changed",
      "a theme changed",
      "an event was cancelled", "an event took place after all", "a cancelled event stayed",
      "a cancelled event went", "an event in a feed that it belonged to",
      "the feed of a theme that is gone", "the feed of an owner who is gone", "another address",
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
    if let themes = step.after.plan?.themes.map(\.id) {
      count(
        "the feed of a theme that is gone",
        times: release.plan.themes.filter { !themes.contains($0.id) }.count
      )
    }
    if let series = step.after.plan?.series {
      let owners = series.flatMap(\.deadlines).map(\.owner)
      count(
        "the feed of an owner who is gone",
        times: (release.plan.owners ?? []).filter { !owners.contains($0.name) }.count
      )
    }
    for event in release.events where event.formerFeeds != nil {
      count("an event in a feed that it belonged to")
    }
    if let before = step.before, before.release.plan.address != release.plan.address {
      count("another address")
    }
    let zone = "TZID=\(release.plan.timeZone)"
    let (old, new) = (step.before?.events ?? [:], step.after.events)
    for (uid, event) in new {
      guard let text = step.after.all.byUID[uid] else { continue }
      if event.time != nil, !text.text.contains(zone) { count("an event in another time zone") }
      guard let was = old[uid], let face = step.before?.all.byUID[uid] else {
        if step.memory.versions[uid] != nil { count("an event came back") }
        if event.kind == .deadline, event.date == step.after.from(.deadline) {
          count("a deadline is over when it is first told of")
        }
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
        if was.date != event.date { count("\(event.kind) moved") }
        if was.date == event.date, was.time != event.time { count("an hour changed") }
        if was.theme != event.theme { count("a theme changed") }
      }
    }
    for (uid, was) in old where new[uid] == nil && was.status == .cancelled {
      count("a cancelled event went")
    }
  }
}
