internal import Publishing
internal import Scheduling

/// What a plan would publish now: its best schedule or an older release, as a release after its newest
/// one.
struct ReleaseDraft {
  /// The plan.
  let loaded: LoadedPlan
  /// The folder of its releases.
  let folder: ExportFolder
  /// The newest release, if there is one.
  let previous: Release?
  /// The best schedule; `nil` where an older release is published anew.
  let solution: Solution?
  /// The release.
  let release: Release
  /// When it is made.
  let occasion: Release.Occasion
  /// How long may be searched, for everything.
  private let limit: TimeLimit

  /// Solves a plan.
  ///
  /// - Parameters:
  ///   - loaded: The plan.
  ///   - options: Where the releases are, and how far they bind.
  ///   - now: The time it is.
  ///   - address: Where everything is published; that of the newest release where it is `nil`.
  ///   - message: What the planner says about it.
  /// - Throws: ``Unschedulable`` where there is no schedule; `LedgerError` where the releases are not
  ///   whole.
  init(
    of loaded: LoadedPlan,
    options: ReleaseOptions,
    at now: Timestamp,
    address: SiteAddress? = nil,
    message: String? = nil
  ) throws {
    self.loaded = loaded
    folder = options.exportFolder(of: loaded.plan)
    previous = try folder.ledger.newest()
    limit = options.beginningTimeLimit()
    let solution = try options.solve(
      loaded,
      after: previous,
      on: options.occasion(of: loaded.plan, after: previous, at: now),
      within: limit
    )
    self.solution = solution
    occasion = solution.occasion
    let explainer = Explainer(
      solution.schedule,
      of: loaded.plan,
      keeping: solution.released,
      from: solution.from,
      while: limit.search
    )
    release = Release(
      solution.schedule,
      of: loaded.plan,
      after: previous,
      at: solution.occasion,
      reasons: previous == nil ? [:] : explainer.reasonsForChanges(),
      address: address.map(\.address) ?? previous?.plan.address,
      message: message
    )
  }

  /// Takes up an older release.
  ///
  /// - Parameters:
  ///   - number: Its number.
  ///   - loaded: The plan.
  ///   - options: Where the releases are.
  ///   - now: The time it is.
  ///   - message: What the planner says about it.
  /// - Throws: `Failure` where there is no such release; `LedgerError` where they are not whole.
  init(
    again number: Int,
    of loaded: LoadedPlan,
    options: ReleaseOptions,
    at now: Timestamp,
    message: String? = nil
  ) throws {
    self.loaded = loaded
    folder = options.exportFolder(of: loaded.plan)
    let newest = try folder.ledger.newest()
    guard let newest, (1...newest.release).contains(number) else {
      throw Failure(
        message: "\(loaded.plan.id) has no release \(number): "
          + (newest.map { "the newest is \($0.release)" } ?? "nothing was published yet"),
        status: Failure.noInput
      )
    }
    previous = newest
    solution = nil
    limit = options.beginningTimeLimit()
    occasion = options.occasion(of: loaded.plan, after: newest, at: now)
    var release = Release(
      again: try folder.ledger.release(number),
      after: newest,
      at: occasion,
      message: message
    )
    release.stateLimits(of: loaded.plan)
    self.release = release
  }

  /// What speaks against the release.
  var review: ReleaseReview {
    ReleaseReview(
      of: release,
      after: previous,
      schedule: solution?.schedule,
      plan: plan,
      findings: solution?.findings ?? plan.limits(of: release.released.occurrences),
      at: occasion
    )
  }

  /// What a schedule made afresh would save, and what it would move.
  ///
  /// - Parameter options: How long may be searched, and whether the schedule is fresh already.
  /// - Returns: `nil` where nothing binds the schedule, and where nothing would be saved.
  func fresh(options: ReleaseOptions) -> DifferenceDocument.Fresh? {
    guard let solution, previous != nil, !options.fresh else { return nil }
    var released = solution.released
    released.isBinding = false
    let fresh = try? Scheduler.optimal(
      for: plan,
      keeping: released,
      from: solution.from,
      while: limit.search
    )
    guard let fresh else { return nil }
    let kept = solution.schedule
    let saved =
      kept.dates.points - kept.dates[.moved] + kept.placement.points - kept.placement[.rethemed]
      - fresh.dates.points - fresh.placement.points
    guard saved > 0 else { return nil }
    let issues = Dictionary(
      kept.occurrences.map { (IssueID($0), $0) },
      uniquingKeysWith: { first, _ in first }
    )
    var moved = 0
    var rethemed = 0
    for issue in fresh.occurrences {
      let same = issues[IssueID(issue)]
      if same?.date != issue.date {
        moved += 1
      } else if same?.theme != issue.theme {
        rethemed += 1
      }
    }
    moved += max(0, kept.occurrences.count - fresh.occurrences.count)
    return DifferenceDocument.Fresh(moved: moved, rethemed: rethemed, saved: saved)
  }

  /// The plan.
  var plan: Plan { loaded.plan }
  /// Whether nothing changed since the newest release.
  var isUnchanged: Bool { previous.map(release.publishesTheSame) ?? false }
}
