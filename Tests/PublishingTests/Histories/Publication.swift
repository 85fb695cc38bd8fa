import CivilTime
import Publishing
import Scheduling

/// A release beside what subscribers get of it.
struct Publication {
  /// The plan; `nil` for a release that was made of an older one.
  let plan: Plan?
  /// The release.
  var release: Release
  /// When it was made.
  let occasion: Release.Occasion
  /// The text of each feed, by its path.
  let texts: [String: String]
  /// Each feed, taken apart.
  let feeds: [String: FeedText]
  /// Everything that is published: the feed of everything public, and those of deadlines.
  let all: FeedText
  /// The events of the release by identity.
  let events: [String: PublishedEvent]

  /// Makes the feeds of a release; other texts where they are given.
  init(
    _ release: Release,
    of plan: Plan?,
    at occasion: Release.Occasion,
    texts: [String: String]? = nil
  ) throws {
    self.release = release
    events = Dictionary(
      release.events.map { ($0.uid, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    self.plan = plan
    self.occasion = occasion
    let texts = try texts ?? Self.texts(of: release)
    self.texts = texts
    feeds = texts.mapValues(FeedText.init)
    let deadlines = texts.keys.filter { $0.hasPrefix("production/") }.sorted()
    all = FeedText((["all.ics"] + deadlines).compactMap { texts[$0] }.joined())
  }

  /// The text of each feed of a release, by its path.
  static func texts(of release: Release) throws -> [String: String] {
    try Dictionary(
      uniqueKeysWithValues: Feed.feeds(of: release).map { ($0.path, try $0.text()) }
    )
  }

  /// The day before which everything stands as it was published.
  ///
  /// A day that is still to come is no past, also where the period begins behind it.
  var from: CivilDate { occasion.from ?? min(release.plan.from, occasion.today) }

  /// The day before which an event of a kind stands: deadlines follow what may still change until their
  /// own day has come, and without a bound where the schedule has none.
  func from(_ kind: PublishedEvent.Kind?) -> CivilDate {
    guard kind == .deadline else { return from }
    return occasion.from.map { min($0, occasion.today) } ?? .min
  }

  /// Whether an event that was published before stands as it was.
  func isPast(_ old: FeedText.Event, in before: Publication?) -> Bool {
    old.day.map { $0 < from(before?.events[old.uid]?.kind) } ?? false
  }
}

/// One release after another, and what was published before them.
struct Transition {
  /// The release before; `nil` for the first.
  let before: Publication?
  /// The release.
  var after: Publication
  /// What was published before.
  let memory: Memory
  /// Whether the plan is as it was for the release before, and a later day at most has come.
  var isQuiet = false
}

/// What was ever published under an identity.
struct Memory {
  /// What each identity means: for ever.
  private(set) var meanings: [String: String] = [:]
  /// The last version of each event.
  private(set) var versions: [String: (sequence: Int, stamp: String)] = [:]
  /// The highest number of each series.
  private(set) var numbers: [String: Int] = [:]

  /// What an event's identity means.
  static func meaning(of event: PublishedEvent, in plan: Release.Plan) -> String {
    let parts = event.uid.split(separator: ".")
    let issue = "\(event.kind) \(event.number) of \(event.series)"
    if event.kind == .deadline { return "\(issue), \(parts.last ?? "")" }
    guard event.kind == .airing, let number = parts.last?.split(separator: "@").first else {
      return issue
    }
    // A further airing stays on its channel: an hour or a day may change, but radio is not TV.
    let airing = plan.airings[event.series]?.first { "\($0.number)" == number }
    return "\(issue), airing \(number) on \(airing?.channel ?? "any")"
  }

  /// Remembers a release.
  mutating func remember(_ publication: Publication) {
    for event in publication.release.events {
      meanings[event.uid] = Self.meaning(of: event, in: publication.release.plan)
      guard event.kind != .activity else { continue }
      numbers[event.series] = max(numbers[event.series] ?? 0, event.number)
    }
    for event in publication.all.events {
      versions[event.uid] = (event.sequence, event.value("DTSTAMP"))
    }
  }
}
