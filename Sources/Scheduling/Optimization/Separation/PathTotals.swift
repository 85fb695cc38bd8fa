/// What the limits on the total of each path ask of its states.
struct PathTotals {
  private let relaxation: SeparationRelaxation
  /// For each path, whether its limits forbid any count.
  let matter: [Bool]
  /// For each state, the fewest and the most positions that may follow.
  private let followers: ContiguousArray<GroupedPath.Limits>

  /// Finds how many positions may follow each state.
  ///
  /// - Complexity: O(a) for a arcs.
  init(_ relaxation: SeparationRelaxation, automata: PathAutomata) {
    self.relaxation = relaxation
    matter = relaxation.paths.indices.map { path in
      let totals = relaxation.totals[path]
      return totals.least > 0 || totals.most < relaxation.paths[path].path.positions.count
    }
    followers = automata.followers()
  }

  /// What a path costs at least, scaled, beyond what the bound counts for it, if a state of it has a
  /// count; `nil` where its limits cannot be kept any more.
  ///
  /// The price of its positions is in all costs, but whether it buys anything depends on the total:
  /// the relaxation has counted the best one.
  func slack(of path: Int, state: Int, count: Int) -> Int? {
    guard matter[path] else { return 0 }
    let totals = relaxation.totals[path]
    // What a path without a position costs is known without its total.
    if count + followers[state].least == 0, totals.least == 0 { return 0 }
    let fewest = max(totals.least, count + followers[state].least)
    let most = min(totals.most, count + followers[state].most)
    guard fewest <= most else { return nil }
    // It is linear in the total, and nowhere negative.
    return min(
      relaxation.slack(ofTotal: fewest, path: path),
      relaxation.slack(ofTotal: most, path: path)
    )
  }

  /// The same at the end of a path, where nothing follows.
  func slack(of path: Int, total: Int) -> Int? {
    guard matter[path] else { return 0 }
    if total == 0 { return relaxation.totals[path].least > 0 ? nil : 0 }
    guard relaxation.totals[path].contains(total) else { return nil }
    return relaxation.slack(ofTotal: total, path: path)
  }
}
