extension SeparatedPaths {
  /// A choice of few positions, made without a search.
  ///
  /// Each path in turn takes as few positions as it can, around those before it and around what the
  /// others are forced to take; every path is once the first. Where limits ask for little that is
  /// enough to see that there is a choice, whatever the best one is.
  ///
  /// - Complexity: O(p²) paths of least cost for p paths.
  ///
  /// - Returns: The positions of each path; `nil` where this found none, which proves nothing.
  package func choiceOfFewest() -> [[Int]]? {
    let solvers = paths.map { GroupedPathSolver($0.countingPositions()) }
    for first in paths.indices {
      if let choice = choiceOfFewest(solvers, beginningWith: first) { return choice }
    }
    return paths.isEmpty ? [] : nil
  }

  private func choiceOfFewest(
    _ solvers: [GroupedPathSolver],
    beginningWith first: Int
  ) -> [[Int]]? {
    var choices = paths.map { path in
      path.positions.indices.filter { path.positions[$0].isForced }
    }
    for path in paths.indices.map({ (first + $0) % paths.count }) {
      var solver = solvers[path]
      let forbidden = positions(of: path, tooNearTo: choices)
      guard let solution = solver.solve(.init(forbidden: forbidden)) else { return nil }
      choices[path] = solution.path
    }
    return isSeparated(choices) ? choices : nil
  }

  /// The positions of a path that choices of other paths leave no room for.
  private func positions(of path: Int, tooNearTo choices: [[Int]]) -> Set<Int> {
    let own = paths[path].positions
    var taken: Set<Int> = []
    for other in paths.indices {
      let distance = distance(path, other)
      guard distance > 0 else { continue }
      for position in choices[other].map({ paths[other].positions[$0] }) {
        for (index, candidate) in own.enumerated()
        where abs(candidate.point - position.point) < distance
          && !(candidate.isSettled && position.isSettled)
        {
          taken.insert(index)
        }
      }
    }
    return taken
  }
}

extension GroupedPath {
  /// The same problem, in which each position costs one point, and nothing else anything.
  fileprivate func countingPositions() -> GroupedPath {
    GroupedPath(
      positions: positions.map { position in
        Position(
          point: position.point,
          group: position.group,
          cost: 1,
          isForced: position.isForced,
          isSettled: position.isSettled
        )
      },
      groupLimits: groupLimits,
      totalLimits: totalLimits,
      leastGap: leastGap,
      windows: [],
      gapCost: { _ in 0 }
    )
  }
}
