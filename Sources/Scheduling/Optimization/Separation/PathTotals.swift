/// What the limits on the total of each path ask of its states.
struct PathTotals {
  /// For each path, the fewest and the most positions.
  let limits: [GroupedPath.Limits]
  /// The price of a position of each path.
  var prices: [Int]
  /// For each path, whether its limits forbid any count.
  let matter: [Bool]
  /// For each path, its state without a position.
  private let initial: [Int]
  /// For each state, the fewest and the most positions that may follow.
  private let followers: ContiguousArray<GroupedPath.Limits>

  /// Finds how many positions may follow each state.
  ///
  /// - Complexity: O(a) for a arcs.
  init(_ relaxation: SeparationRelaxation, automata: PathAutomata) {
    limits = relaxation.totals
    prices = relaxation.prices.perPosition
    matter = zip(relaxation.totals, relaxation.paths).map { totals, path in
      totals.least > 0 || totals.most < path.path.positions.count
    }
    initial = automata.initial
    followers = automata.followers()
  }

  /// What a path costs at least, scaled, beyond what the bound counts for it, if a state of it has a
  /// count; `nil` where its limits cannot be kept any more.
  ///
  /// The price of its positions is in all costs, but whether it buys anything depends on the total:
  /// the relaxation has counted the best one.
  func slack(of path: Int, state: Int, count: Int) -> Int? {
    guard matter[path] else { return 0 }
    let totals = limits[path]
    // What a path without a position costs is known without its total.
    if count + followers[state].least == 0, totals.least == 0 { return 0 }
    let fewest = max(totals.least, count + followers[state].least)
    let most = min(totals.most, count + followers[state].most)
    guard fewest <= most else { return nil }
    // It is linear in the total, and nowhere negative.
    return min(
      slack(ofTotal: fewest, path: path),
      slack(ofTotal: most, path: path)
    )
  }

  /// What a path with a number of positions within its limits costs beyond what the bound counts for
  /// it, at least 0.
  private func slack(ofTotal count: Int, path: Int) -> Int {
    limits[path].worth(of: prices[path]) - prices[path] * count
  }

  /// Whether a state of a path is the one in which it has no position.
  func isWithoutPosition(_ path: Int, state: Int) -> Bool { initial[path] == state }

  /// The same at the end of a path, where nothing follows.
  func slack(of path: Int, total: Int) -> Int? {
    guard matter[path] else { return 0 }
    if total == 0 { return limits[path].least > 0 ? nil : 0 }
    guard limits[path].contains(total) else { return nil }
    return slack(ofTotal: total, path: path)
  }
}
