/// Several choices of positions on one line, of which some keep a distance from each other.
///
/// Each path is a ``GroupedPath`` of its own; their costs add up. Positions of two different paths
/// of a separation are at least its distance apart, unless both are settled.
package struct SeparatedPaths: Sendable, Equatable {
  /// Paths that keep a distance from each other.
  package struct Separation: Sendable, Hashable {
    /// The paths, by their numbers, ascending and at least two.
    package var paths: [Int]
    /// The least distance of two positions of different paths, at least 1.
    package var distance: Int

    /// Creates a separation.
    package init(paths: [Int], distance: Int) {
      self.paths = paths
      self.distance = distance
    }
  }

  /// The paths.
  package var paths: [GroupedPath]
  /// The separations.
  package var separations: [Separation]

  /// Creates a problem.
  package init(paths: [GroupedPath], separations: [Separation]) {
    self.paths = paths
    self.separations = separations
  }

  /// The least distance that positions of two paths keep; 0 where they keep none.
  package func distance(_ first: Int, _ second: Int) -> Int {
    guard first != second else { return 0 }
    return separations.filter { $0.paths.contains(first) && $0.paths.contains(second) }
      .map(\.distance).max() ?? 0
  }

  /// Whether choices of positions keep all distances.
  ///
  /// - Complexity: O(n²) for n positions in all.
  ///
  /// - Parameter choices: The positions of each path.
  /// - Returns: Whether no two positions are too near to each other.
  package func isSeparated(_ choices: [[Int]]) -> Bool {
    for first in paths.indices {
      for second in paths.indices where second > first {
        let distance = distance(first, second)
        guard distance > 0 else { continue }
        for one in choices[first] {
          for other in choices[second] {
            let a = paths[first].positions[one]
            let b = paths[second].positions[other]
            if abs(a.point - b.point) < distance && !(a.isSettled && b.isSettled) { return false }
          }
        }
      }
    }
    return true
  }

  /// The numbers of the paths, in sets that no separation reaches across, each ascending.
  package var components: [[Int]] {
    var component = Array(paths.indices)
    for separation in separations {
      let joined = Set(separation.paths.map { component[$0] })
      guard let least = joined.min() else { continue }
      for path in paths.indices where joined.contains(component[path]) {
        component[path] = least
      }
    }
    return Set(component).sorted().map { root in
      paths.indices.filter { component[$0] == root }
    }
  }
}
