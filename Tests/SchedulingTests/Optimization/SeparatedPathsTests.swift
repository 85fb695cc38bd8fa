import Scheduling
import TestSupport
import Testing

/// Paths that keep a distance against all choices of positions.
struct SeparatedPathsTests {
  @Test(arguments: 0..<6)
  func `the best of all choices is found and proven`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    var coupled = 0
    var infeasible = 0
    for _ in 0..<120 {
      let paths = RandomSeparatedPaths(using: &random)
      let problem = paths.problem
      let outcome = SeparatedPathsSolver(problem).solve()
      guard let expected = paths.bruteForce() else {
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
      #expect(paths.cost(choices) == cost)
      // Under the bounds of pairs as well.
      let pairs = SeparatedPathsSolver(problem, widths: .init(arcsAlone: 0)).solve()
      guard case .found(cost, let others, expected) = pairs else {
        Issue.record("\(pairs) instead of \(expected)")
        continue
      }
      #expect(paths.cost(others) == cost && problem.isSeparated(others))
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
      #expect(paths.cost(narrowChoices) == narrowCost)
      let alone = paths.paths.reduce(0) { $0 + ($1.bruteForce(.init()).best?.cost ?? 0) }
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
      let paths = RandomSeparatedPaths(
        mostPositions: 11,
        separations: [
          SeparatedPaths.Separation(paths: [0, 1], distance: 1),
          SeparatedPaths.Separation(paths: [1, 2], distance: 1),
        ],
        using: &random
      )
      let problem = paths.problem
      guard case .found(let best, _, _) = SeparatedPathsSolver(problem).solve() else { continue }
      for labels in 1...6 {
        let widths = SeparatedPathsSolver.Widths(states: 10_000, labels: labels)
        guard
          case .found(let cost, let choices, let bound) =
            SeparatedPathsSolver(problem, widths: widths).solve()
        else { continue }
        #expect(bound <= best && best <= cost)
        #expect(problem.isSeparated(choices))
        #expect(paths.cost(choices) == cost)
      }
    }
  }
}
