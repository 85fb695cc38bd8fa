import CivilTime
import Foundation
import Publishing
import Scheduling
import TestSupport

/// A random history of one plan: it changes, days pass, and it is published again and again.
///
/// The same seed is the same history: a failure names seed and step, and is replayed by them.
struct PlanHistory {
  /// What was published, and what holds of it.
  private(set) var publications: [Publication] = []
  /// How the laws were broken.
  private(set) var violations: [String] = []
  /// What happened, and how often.
  private(set) var tally = Tally()

  private let seed: Int
  private var random: SeededGenerator
  private var plan: Plan
  /// What the clock says, in seconds since 1970.
  private var now: Int
  private var memory = Memory()
  private var edits: [String] = []
  private var isOfAnOlderRelease = false
  /// Where everything is published.
  private var address: PublicAddress?

  /// Begins the history of a seed.
  init(seed: Int) {
    self.seed = seed
    random = SeededGenerator(seed: seed)
    plan = .tiny(using: &random)
    let days = random.chance(70) ? -random.number(5...40) : random.number(0...20)
    now = (plan.period.lowerBound + days).dayNumber * 86_400 + random.number(0...86_399)
  }

  /// Goes on by some steps.
  ///
  /// - Parameters:
  ///   - count: How many steps.
  ///   - observe: Called with each release that is published.
  /// - Throws: What `observe` throws, and `ICalendarError` where a feed cannot be written.
  mutating func run(_ count: Int, observe: (Publication) throws -> Void = { _ in }) throws {
    for step in 1...count where violations.isEmpty {
      let known = publications.count
      edit()
      passTime()
      try publish(step: step)
      if violations.isEmpty, !publications.isEmpty, random.chance(30) {
        try publishWithoutChange(step: step)
      }
      if publications.count > known { try observe(publications[publications.count - 1]) }
    }
  }

  private mutating func edit() {
    for _ in 0..<(random.one(of: [0, 1, 1, 2, 3]) ?? 1) {
      guard let edit = random.one(of: PlanEdit.all) else { continue }
      var changed = plan
      if edit.apply(&changed, publications.last?.release, &random) {
        plan = changed
        edits.append(edit.name)
      }
    }
    if random.chance(5) {
      address = random.one(of: [nil, "http://127.0.0.1:8080", "https://lich.example.vn/"])?
        .flatMap(PublicAddress.init)
      edits.append("address")
    }
  }

  private mutating func passTime() {
    if random.chance(60) { now += random.number(0...15) * 86_400 + random.number(0...80_000) }
    if random.chance(5) {
      now = max(now, (plan.period.upperBound + random.number(1...50)).dayNumber * 86_400)
    }
  }

  /// When the next release is made, as the command line finds it.
  private mutating func occasion() -> Release.Occasion {
    let last = publications.last?.release.time.utc.secondsSinceEpoch
    var clock = now
    if let last, random.chance(8) {
      clock = last - random.number(1...2_000_000)
      tally.count("the clock ran backwards")
    }
    let time = max(clock, last ?? clock)
    let offset = TimeZone(identifier: plan.timeZone)?
      .secondsFromGMT(for: Date(timeIntervalSince1970: Double(time)))
    let today = CivilDateTime(secondsSinceEpoch: time + (offset ?? 0)).date
    var from: CivilDate?
    if random.chance(4) {
      from = today + random.number(-5...20)
      tally.count("the day from which it may change was given")
    }
    return Release.Occasion(
      of: plan,
      at: Timestamp(secondsSinceEpoch: clock),
      today: today,
      from: from
    )
  }

  private mutating func publish(step: Int) throws {
    let occasion = occasion()
    let isFresh = random.chance(10)
    if let newest = publications.last?.release, random.chance(7),
      let old = random.one(of: publications.dropLast())?.release
    {
      tally.count("an older release again")
      isOfAnOlderRelease = true
      let again = Release(again: old, after: newest, at: occasion)
      return try append(Publication(again, of: nil, at: occasion), at: step)
    }
    guard let release = release(at: occasion, isFresh: isFresh) else {
      tally.count("a plan that cannot be met")
      // Planners mend such a plan, mostly by taking back what they did.
      if let published = publications.last?.plan, random.chance(80) { plan = published }
      edits = []
      return
    }
    let publication = try Publication(release, of: plan, at: occasion)
    // What was made as a trial and thrown away leaves no trace: the release comes again as it was.
    if random.chance(5) {
      tally.count("a dry run")
      if self.release(at: occasion, isFresh: isFresh) != release { report("a dry run", step) }
    }
    if let previous = publications.last, release.publishesTheSame(as: previous.release) {
      tally.count("nothing to publish")
      if publication.texts != previous.texts { report("publishes the same, as other texts", step) }
      return
    }
    if isFresh { tally.count("a fresh schedule") }
    try append(publication, at: step, isFresh: isFresh)
  }

  /// The release of the plan's best schedule; `nil` where it has none.
  private func release(at occasion: Release.Occasion, isFresh: Bool) -> Release? {
    let previous = publications.last?.release
    var released = previous?.released ?? ReleasedSchedule()
    released.isBinding = !isFresh
    // Why a plan cannot be met is of no interest here, and takes long to find out.
    let request = SchedulingRequest(plan, keeping: released, from: occasion.from)
    guard let schedule = try? request.schedule(while: { true }, explainingWhile: { false }) else {
      return nil
    }
    let explainer = Explainer(schedule, of: plan, keeping: released, from: occasion.from)
    return Release(
      schedule,
      of: plan,
      after: previous,
      at: occasion,
      reasons: previous == nil ? [:] : explainer.reasonsForChanges(),
      address: address
    )
  }

  /// Holds a release against the laws, and goes on from it.
  private mutating func append(
    _ publication: Publication,
    at step: Int,
    isFresh: Bool = false
  ) throws {
    let previous = publications.last
    let isQuiet =
      edits.isEmpty && !isFresh && !isOfAnOlderRelease && publication.plan != nil
      && publication.plan == previous?.plan
      && publication.release.plan.address == previous?.release.plan.address
      && publication.occasion.today <= plan.period.upperBound
      && publication.occasion.from ?? plan.period.lowerBound >= previous?.from ?? .min
    let transition = Transition(
      before: previous,
      after: publication,
      memory: memory,
      isQuiet: isQuiet
    )
    tally.count(transition)
    for law in Law.all {
      for violation in law.violations(transition) { report("\(law.name): \(violation)", step) }
    }
    for edit in edits { tally.count(edit) }
    edits = []
    isOfAnOlderRelease = publication.plan == nil
    memory.remember(publication)
    publications.append(publication)
    if random.chance(30) {
      tally.count("a restart")
      let text = try JSONText.encode(publication.release)
      publications[publications.count - 1].release = try JSONText.decode(Release.self, from: text)
    }
  }

  /// Publishes the plan as it was published last, at once: nothing may come of it.
  private mutating func publishWithoutChange(step: Int) throws {
    guard let last = publications.last, last.plan == plan, last.release.plan.address == address
    else { return }
    tally.count("published twice")
    var occasion = last.occasion
    occasion.time = Timestamp(secondsSinceEpoch: now)
    guard let release = release(at: occasion, isFresh: false) else {
      return report("what was published cannot be met", step)
    }
    if !release.publishesTheSame(as: last.release) {
      report("publishing twice is not publishing once", step)
    }
    if try Publication.texts(of: release) != last.texts {
      report("publishing twice makes other feeds", step)
    }
  }

  private mutating func report(_ violation: String, _ step: Int) {
    violations.append(
      "seed \(seed), step \(step), after \(edits.joined(separator: ", ")): \(violation)"
    )
  }
}
