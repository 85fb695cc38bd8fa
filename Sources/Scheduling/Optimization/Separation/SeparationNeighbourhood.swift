/// A part of a choice that may be planned anew while the rest stands: what some paths have at some
/// points.
struct SeparationNeighbourhood: Sendable, Equatable {
  /// The points.
  var points: ClosedRange<Int>
  /// The paths, by their numbers.
  var paths: [Int]
}

extension SeparationRelaxation {
  /// The relaxation of a problem in which everything of a choice stands but a neighbourhood, under
  /// the same prices.
  ///
  /// - Complexity: O(pn) for p paths of n positions, beside the solutions.
  ///
  /// - Parameters:
  ///   - choice: The positions of each path.
  ///   - neighbourhood: What may be planned anew.
  ///   - problem: The problem that is relaxed.
  /// - Returns: The relaxation; `nil` where no choice is left that costs less than the target for which
  ///   arcs were last cut.
  func holding(
    _ choice: [[Int]],
    outside neighbourhood: SeparationNeighbourhood,
    of problem: SeparatedPaths
  ) -> SeparationRelaxation? {
    var free = paths.map { _ in 0..<0 }
    for path in neighbourhood.paths {
      let positions = problem.paths[path].positions
      let first = positions.partitioningIndex { $0.point >= neighbourhood.points.lowerBound }
      let end = positions.partitioningIndex { $0.point > neighbourhood.points.upperBound }
      free[path] = first..<end
    }
    let standing = zip(choice, free).map { choice, free in choice.filter { !free.contains($0) } }
    var part = self
    for path in paths.indices {
      let blocked: Set<Int> =
        free[path].isEmpty
        ? [] : problem.blocked(path, by: standing).filter(free[path].contains)
      guard
        let held = paths[path].holding(
          choice[path],
          outside: free[path],
          blocked: blocked,
          prices: met[path]
        )
      else { return nil }
      part.replace(path, by: held)
    }
    return part
  }
}
