internal import Publishing
internal import Scheduling

/// What a plan would publish now: its best schedule, as a release after its newest one.
struct ReleaseDraft {
  /// The plan.
  let loaded: LoadedPlan
  /// The folder of its releases.
  let folder: ExportFolder
  /// The newest release, if there is one.
  let previous: Release?
  /// The best schedule.
  let solution: Solution
  /// The release.
  let release: Release

  /// Solves a plan.
  ///
  /// - Parameters:
  ///   - loaded: The plan.
  ///   - options: Where the releases are, and how far they bind.
  ///   - now: The time it is.
  ///   - message: What the planner says about it.
  /// - Throws: ``Unschedulable`` where there is no schedule; `LedgerError` where the releases are not
  ///   whole.
  init(
    of loaded: LoadedPlan,
    options: ReleaseOptions,
    at now: Timestamp,
    message: String? = nil
  ) throws {
    self.loaded = loaded
    folder = options.exportFolder(of: loaded.plan)
    previous = try folder.ledger.newest()
    solution = try options.solve(loaded, after: previous, at: now)
    let explainer = Explainer(
      solution.schedule,
      of: loaded.plan,
      keeping: solution.released,
      from: solution.from,
      while: options.beginningTimeLimit().search
    )
    release = Release(
      solution.schedule,
      of: loaded.plan,
      after: previous,
      at: solution.occasion,
      reasons: previous == nil ? [:] : explainer.reasonsForChanges(),
      message: message
    )
  }

  /// The plan.
  var plan: Plan { loaded.plan }
  /// Whether nothing changed since the newest release.
  var isUnchanged: Bool { previous.map(release.publishesTheSame) ?? false }
}
