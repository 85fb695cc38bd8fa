import Scheduling
import TestSupport

/// A few small paths that keep distances from each other, kept beside their compiled form.
struct RandomSeparatedPaths {
  let paths: [RandomGroupedPath]
  let problem: SeparatedPaths

  init(pathCount: ClosedRange<Int> = 2...3, using random: inout SeededGenerator) {
    let count = Int.random(in: pathCount, using: &random)
    var separations = [
      SeparatedPaths.Separation(paths: [0, 1], distance: Int.random(in: 1...4, using: &random))
    ]
    for path in 2..<max(2, count) {
      separations.append(
        SeparatedPaths.Separation(
          paths: Bool.random(using: &random) ? Array(0...path) : [path - 1, path],
          distance: Int.random(in: 1...4, using: &random)
        )
      )
    }
    self.init(mostPositions: [7, 5, 4][count - 2], separations: separations, using: &random)
  }

  /// Makes a path for each that the separations name.
  init(
    mostPositions: Int,
    separations: [SeparatedPaths.Separation],
    using random: inout SeededGenerator
  ) {
    let count = separations.flatMap(\.paths).reduce(0) { max($0, $1 + 1) }
    paths = (0..<count).map { _ in
      Self.feasiblePath(mostPositions: mostPositions, using: &random)
    }
    problem = SeparatedPaths(paths: paths.map(\.compiled), separations: separations)
  }

  /// A path that has a choice by itself, and wants many positions.
  private static func feasiblePath(
    mostPositions: Int,
    using random: inout SeededGenerator
  ) -> RandomGroupedPath {
    while true {
      let path = RandomGroupedPath(using: &random, mostPositions: mostPositions, costs: -30...5)
      if path.bruteForce(.init()).best != nil { return path }
    }
  }

  /// What positions of each path cost; `nil` where a path breaks its limits.
  func cost(_ choices: [[Int]]) -> Int? {
    var sum = 0
    for (path, choice) in zip(paths, choices) {
      guard let cost = path.cost(choice, prices: []) else { return nil }
      sum += cost
    }
    return sum
  }

  /// The least cost of all choices that keep all limits and distances.
  ///
  /// - Parameter belongs: Whether a choice counts.
  /// - Returns: The cost; `nil` where there is none.
  func bruteForce(where belongs: ([[Int]]) -> Bool = { _ in true }) -> Int? {
    let candidates = paths.map { path in
      (0..<(1 << path.positions.count)).compactMap { subset -> (choice: [Int], cost: Int)? in
        let choice = path.positions.indices.filter { subset >> $0 & 1 == 1 }
        let isForced = path.positions.indices.filter { path.positions[$0].isForced }
        guard isForced.allSatisfy(choice.contains) else { return nil }
        return path.cost(choice, prices: []).map { (choice, $0) }
      }
    }
    var best: Int?
    func extend(_ choices: [[Int]], _ cost: Int) {
      guard choices.count < candidates.count else {
        if cost < best ?? .max, belongs(choices), problem.isSeparated(choices) { best = cost }
        return
      }
      for candidate in candidates[choices.count] {
        extend(choices + [candidate.choice], cost + candidate.cost)
      }
    }
    extend([], 0)
    return best
  }
}
