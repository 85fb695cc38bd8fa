import Scheduling
import TestSupport
import Testing

/// Paths that keep a distance against all choices of positions.
struct SeparatedPathsTests {
  /// The least cost of all choices that keep all limits and distances.
  private static func bruteForce(
    _ paths: [RandomGroupedPath],
    _ problem: SeparatedPaths
  ) -> Int? {
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
        if cost < best ?? .max, problem.isSeparated(choices) { best = cost }
        return
      }
      for candidate in candidates[choices.count] {
        extend(choices + [candidate.choice], cost + candidate.cost)
      }
    }
    extend([], 0)
    return best
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

  @Test(arguments: 0..<6)
  func `the best of all choices is found and proven`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    var coupled = 0
    var infeasible = 0
    for _ in 0..<120 {
      let count = Int.random(in: 2...3, using: &random)
      let paths = (0..<count).map { _ in
        Self.feasiblePath(mostPositions: count == 2 ? 7 : 5, using: &random)
      }
      var separations = [
        SeparatedPaths.Separation(
          paths: [0, 1],
          distance: Int.random(in: 1...4, using: &random)
        )
      ]
      if count == 3 {
        separations.append(
          SeparatedPaths.Separation(
            paths: Bool.random(using: &random) ? [0, 1, 2] : [1, 2],
            distance: Int.random(in: 1...4, using: &random)
          )
        )
      }
      let problem = SeparatedPaths(paths: paths.map(\.compiled), separations: separations)
      let outcome = SeparatedPathsSolver(problem).solve()
      guard let expected = Self.bruteForce(paths, problem) else {
        #expect(outcome == .infeasible)
        #expect(SeparatedPathsSolver(problem).isFeasible() == false)
        infeasible += 1
        continue
      }
      guard case .found(let cost, let choices, let bound) = outcome else {
        Issue.record("\(outcome) instead of \(expected)")
        continue
      }
      #expect(cost == expected)
      #expect(bound == expected)
      #expect(problem.isSeparated(choices))
      #expect(SeparatedPathsSolver(problem).isFeasible() == true)
      #expect(
        zip(paths, choices).reduce(0) { $0 + ($1.0.cost($1.1, prices: []) ?? 1_000_000) } == cost
      )
      // A search that is stopped says how good its choice is, truly.
      switch SeparatedPathsSolver(problem, while: { false }).solve() {
      case .found(let cost, let choices, let bound):
        #expect(bound <= expected && expected <= cost)
        #expect(problem.isSeparated(choices))
      case .stopped(let bound): #expect(bound <= expected)
      case .infeasible: Issue.record("\(expected) is feasible")
      }
      // What a sweep has no room for is missed, but what it finds is what it says.
      let widths = SeparatedPathsSolver.Widths(
        states: .random(in: 1...3, using: &random),
        labels: 1
      )
      let narrow = SeparatedPathsSolver(problem, widths: widths).solve()
      guard case .found(let narrowCost, let narrowChoices, let narrowBound) = narrow else {
        Issue.record("\(narrow) instead of \(expected)")
        continue
      }
      #expect(narrowBound <= expected && expected <= narrowCost)
      #expect(problem.isSeparated(narrowChoices))
      #expect(
        zip(paths, narrowChoices).reduce(0) { $0 + ($1.0.cost($1.1, prices: []) ?? 1_000_000) }
          == narrowCost
      )
      let alone = paths.reduce(0) { $0 + ($1.bruteForce(.init()).best?.cost ?? 0) }
      if alone < expected { coupled += 1 }
    }
    #expect(coupled > 20)
    #expect(infeasible > 10)
  }

  @Test
  func `with room for few states what is found is what it says`() {
    var random = SeededGenerator(seed: 20)
    for _ in 0..<60 {
      // The first and the last path may choose at one point.
      let paths = (0..<3).map { _ in Self.feasiblePath(mostPositions: 11, using: &random) }
      let problem = SeparatedPaths(
        paths: paths.map(\.compiled),
        separations: [
          SeparatedPaths.Separation(paths: [0, 1], distance: 1),
          SeparatedPaths.Separation(paths: [1, 2], distance: 1),
        ]
      )
      guard case .found(let best, _, _) = SeparatedPathsSolver(problem).solve() else { continue }
      for labels in 1...6 {
        let widths = SeparatedPathsSolver.Widths(states: 10_000, labels: labels)
        guard
          case .found(let cost, let choices, let bound) =
            SeparatedPathsSolver(problem, widths: widths).solve()
        else { continue }
        #expect(bound <= best && best <= cost)
        #expect(problem.isSeparated(choices))
        let costs = zip(paths, choices).map { $0.cost($1, prices: []) }
        #expect(costs.reduce(0) { $0 + ($1 ?? 1_000_000) } == cost)
      }
    }
  }
}
