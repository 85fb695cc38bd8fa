/// The search for what mends a plan: changes are made up for each limit of a clash, and tried.
struct MendSearch {
  /// What cannot be met.
  let request: SchedulingRequest
  /// How long changes may be tried.
  let time: SearchTime

  /// How often a plan that was mended may turn out to clash in another way.
  private static let mostRounds = 8

  /// What was found.
  struct Outcome {
    /// The mends, those first that change the least.
    var mends: [Mend]
    /// What was left open because there was no more time.
    var exhausted: Set<Infeasibility.Question>
  }

  /// The changes each of which mends the plan; where there are none, changes that do together.
  ///
  /// Every change is first tried on the first days that are found, and only then, as long as there is
  /// time, on the best ones.
  ///
  /// - Parameter clashes: All clashes, none of which has a limit in common with another.
  /// - Returns: The mends.
  func mends(of clashes: [Clash]) -> Outcome {
    // No change eases two clashes that have nothing in common.
    let single = clashes.count > 1 ? [] : changes(for: clashes[0], without: []) { tried([$0]) }
    let outcome = outcome(of: single.map { ([$0.change], $0.trial) })
    if !outcome.mends.isEmpty { return outcome }
    let joint = self.outcome(of: joint(clashes).map { [($0, tried($0))] } ?? [])
    return Outcome(mends: joint.mends, exhausted: joint.exhausted.union(outcome.exhausted))
  }

  private func tried(_ changes: [PlanChange]) -> Trial {
    request.changed(by: changes).tried(insteadOf: request.plan, in: time)
  }

  private func settled(_ trial: Trial, of changes: [PlanChange]) -> Trial {
    request.changed(by: changes).settled(trial, in: time)
  }

  /// Those of several sets of changes that mend the plan, after what came of the first days.
  private func outcome(of trials: [(changes: [PlanChange], trial: Trial)]) -> Outcome {
    // From here on nothing new is tried.
    var exhausted: Set<Infeasibility.Question> = time.hasEnded ? [.mends] : []
    var mends: [Mend] = []
    for (changes, first) in trials {
      let trial = settled(first, of: changes)
      if trial.isWorthAnOffer { mends.append(Mend(changes)) }
      if trial.isOpen { exhausted.insert(trial.isWorthAnOffer ? .days : .mends) }
    }
    return Outcome(mends: mends, exhausted: exhausted)
  }

  /// Changes that end a clash, by how little they change.
  ///
  /// - Parameters:
  ///   - clash: A clash.
  ///   - excluded: The limits of the other clashes, which are mended apart from it.
  ///   - attempt: Tries a change as soon as it is made up, so that some were tried when time ends.
  /// - Returns: The changes, each of which was tried as if nothing else were wrong, with what came of
  ///   the attempt.
  private func changes<Result>(
    for clash: Clash,
    without excluded: Set<Limit>,
    attempt: (PlanChange) -> Result
  ) -> [(change: PlanChange, trial: Result)] {
    let easing: (Limit) -> [PlanChange]
    switch clash.choice {
    case .days:
      easing = DayMends(request, clash: clash, without: excluded, time: time).changes(easing:)
    case .themes:
      guard let days = try? request.firstDays() else { return [] }
      let issues = request.issues(on: days)
      easing = ThemeMends(request, issues: issues, without: excluded, time: time).changes(easing:)
    }
    var seen: Set<PlanChange> = []
    var found: [(change: PlanChange, trial: Result)] = []
    for change in clash.limits.lazy.flatMap(easing) where seen.insert(change).inserted {
      found.append((change, attempt(change)))
    }
    return found.enumerated()
      .sorted { ($0.element.change.extent, $0.offset) < ($1.element.change.extent, $1.offset) }
      .map(\.element)
  }

  /// Changes that end a clash, by how little they change, none of which was tried on the whole plan.
  private func changes(for clash: Clash, without excluded: Set<Limit>) -> [PlanChange] {
    changes(for: clash, without: excluded) { _ in () }.map(\.change)
  }

  /// The least change for each clash, and for what clashes then; `nil` where that mends nothing.
  private func joint(_ clashes: [Clash]) -> [PlanChange]? {
    var clashes = clashes
    var made: [PlanChange] = []
    for _ in 0..<Self.mostRounds {
      let search = MendSearch(request: request.changed(by: made), time: time)
      for (index, clash) in clashes.enumerated() {
        let others = clashes.indices.filter { $0 != index }.flatMap { clashes[$0].limits }
        guard
          let change = search.changes(for: clash, without: Set(others)).first
            ?? search.changeEndingOnly(clash)
        else { return nil }
        add(change, to: &made)
      }
      // The best days take the longest to find, so all else is done on the first ones before.
      if tried(made).isWorthAnOffer {
        let needed = withoutIdleChanges(made)
        if isMet(with: needed) { return needed }
      }
      clashes = request.changed(by: made).clashes(while: time.isLeft).found
      if clashes.isEmpty { return isMet(with: made) ? withoutIdleChanges(made) : nil }
    }
    return nil
  }

  /// Adds a change, as one with a change of the same line that was made before.
  private func add(_ change: PlanChange, to made: inout [PlanChange]) {
    for (index, earlier) in made.enumerated() {
      guard let both = change.following(earlier) else { continue }
      made[index] = both
      return
    }
    made.append(change)
  }

  /// The least change that ends a clash where its limits are a part of others that a change cannot
  /// end as well; `nil` where there is none.
  private func changeEndingOnly(_ clash: Clash) -> PlanChange? {
    let all =
      switch clash.choice {
      case .days: DateProblem.limits(in: request.plan, from: request.history.from)
      case .themes: ThemeProblem.limits(in: request.plan)
      }
    return changes(for: clash, without: Set(all).subtracting(clash.limits)).first { change in
      // A day that is the nearest for these limits alone is hardly one for the others.
      if case .movePin = change { false } else { true }
    }
  }

  /// Only those of some changes without which the plan cannot be met.
  private func withoutIdleChanges(_ changes: [PlanChange]) -> [PlanChange] {
    var kept = changes
    for change in changes {
      let rest = kept.filter { $0 != change }
      if !rest.isEmpty && tried(rest).isWorthAnOffer { kept = rest }
    }
    return kept
  }

  private func isMet(with changes: [PlanChange]) -> Bool {
    settled(tried(changes), of: changes).isWorthAnOffer
  }
}
