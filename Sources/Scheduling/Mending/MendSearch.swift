/// The search for what mends a plan: changes are made up for each limit of a clash, and tried.
struct MendSearch {
  /// What cannot be met.
  let request: SchedulingRequest
  /// Asked again and again whether another change may be tried.
  let mayGoOn: () -> Bool

  /// How often a plan that was mended may turn out to clash in another way.
  private static let mostRounds = 8

  /// The changes each of which mends the plan; where there are none, changes that do together.
  ///
  /// - Parameter clashes: All clashes, none of which has a limit in common with another.
  /// - Returns: The mends, those first that change the least.
  func mends(of clashes: [Clash]) -> [Mend] {
    // No change eases two clashes that have nothing in common.
    let single =
      clashes.count > 1
      ? [] : changes(for: clashes[0], without: []).filter { isMet(with: [$0]) }
    if !single.isEmpty { return single.map { Mend([$0]) } }
    return joint(clashes).map { [Mend($0)] } ?? []
  }

  /// Changes that end a clash, by how little they change.
  ///
  /// - Parameters:
  ///   - clash: A clash.
  ///   - excluded: The limits of the other clashes, which are mended apart from it.
  /// - Returns: The changes, each of which was tried as if nothing else were wrong.
  private func changes(for clash: Clash, without excluded: Set<Limit>) -> [PlanChange] {
    var changes: [PlanChange] = []
    switch clash.choice {
    case .days:
      let search = DayMends(request, clash: clash, without: excluded, while: mayGoOn)
      changes = clash.limits.flatMap(search.changes(easing:))
    case .themes:
      guard let issues = request.issuesOnBestDays(while: mayGoOn) else { return [] }
      let search = ThemeMends(request, issues: issues, without: excluded, while: mayGoOn)
      changes = clash.limits.flatMap(search.changes(easing:))
    }
    var seen: Set<PlanChange> = []
    return changes.filter { seen.insert($0).inserted }.enumerated()
      .sorted { ($0.element.extent, $0.offset) < ($1.element.extent, $1.offset) }
      .map(\.element)
  }

  /// The least change for each clash, and for what clashes then; `nil` where that mends nothing.
  private func joint(_ clashes: [Clash]) -> [PlanChange]? {
    var clashes = clashes
    var made: [PlanChange] = []
    for _ in 0..<Self.mostRounds {
      let search = MendSearch(request: request.changed(by: made), mayGoOn: mayGoOn)
      for (index, clash) in clashes.enumerated() {
        let others = clashes.indices.filter { $0 != index }.flatMap { clashes[$0].limits }
        guard
          let change = search.changes(for: clash, without: Set(others)).first
            ?? search.changeEndingOnly(clash)
        else { return nil }
        add(change, to: &made)
      }
      if isMet(with: made) { return withoutIdleChanges(made) }
      clashes = request.changed(by: made).clashes(while: mayGoOn)
      if clashes.isEmpty { return nil }
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
      if !rest.isEmpty && isMet(with: rest) { kept = rest }
    }
    return kept
  }

  private func isMet(with changes: [PlanChange]) -> Bool {
    mayGoOn() && request.changed(by: changes).isMet(insteadOf: request.plan, while: mayGoOn)
  }
}
