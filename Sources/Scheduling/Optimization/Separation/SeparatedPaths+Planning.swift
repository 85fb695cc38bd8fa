extension SeparatedPaths {
  /// A choice of positions of all paths that keeps all limits and distances.
  struct Choice: Sendable, Equatable {
    /// What it costs.
    var cost: Int
    /// The positions of each path.
    var positions: [[Int]]
  }

  /// The positions of a path that are too near to choices of others.
  ///
  /// - Complexity: O(c log n + b) for c choices, n positions and b that are too near.
  func blocked(_ path: Int, by choices: [[Int]]) -> Set<Int> {
    let positions = paths[path].positions
    var blocked: Set<Int> = []
    for other in paths.indices {
      let distance = distance(path, other)
      guard distance > 0 else { continue }
      for choice in choices[other] {
        let chosen = paths[other].positions[choice]
        let first = positions.partitioningIndex { $0.point > chosen.point - distance }
        for index in first..<positions.count {
          let position = positions[index]
          guard position.point < chosen.point + distance else { break }
          if !(position.isSettled && chosen.isSettled) { blocked.insert(index) }
        }
      }
    }
    return blocked
  }

  /// The positions that each path is forced to choose.
  var forcedChoices: [[Int]] {
    paths.map { path in path.positions.indices.filter { path.positions[$0].isForced } }
  }

  /// A choice of few positions, found without a search.
  ///
  /// Where limits ask for little, that is enough to see that there is a choice, whatever the best one
  /// is.
  ///
  /// - Returns: The positions of each path; `nil` where this found none, which proves nothing.
  package func plannedWithFewest() -> [[Int]]? {
    let counting = paths.map { $0.costing(1) }
    let problem = SeparatedPaths(paths: counting, separations: separations)
    return problem.plannedInTurn(along: counting.map(\.graph))?.positions
  }

  /// A choice found by planning one path after another, each around those before it, and around what
  /// those behind it are forced to choose.
  ///
  /// Every path is once the first; the others follow in their order.
  ///
  /// - Parameter graphs: The arcs that each path may take.
  /// - Returns: The best of these choices; `nil` where none keeps all limits.
  func plannedInTurn(along graphs: [GroupedPathGraph]) -> Choice? {
    var solvers = paths.map { GroupedPathSolver($0) }
    var best = paths.isEmpty ? Choice(cost: 0, positions: []) : nil
    for first in paths.indices {
      var choice = Choice(cost: 0, positions: forcedChoices)
      var isComplete = true
      for path in paths.indices.map({ (first + $0) % paths.count }) {
        let blocked = blocked(path, by: choice.positions)
        guard let solution = solvers[path].solve(along: graphs[path].forbidding(blocked)) else {
          isComplete = false
          break
        }
        choice.positions[path] = solution.path
        choice.cost += solution.cost
      }
      if isComplete, choice.cost < best?.cost ?? .max { best = choice }
    }
    return best.flatMap { isSeparated($0.positions) ? $0 : nil }
  }
}
