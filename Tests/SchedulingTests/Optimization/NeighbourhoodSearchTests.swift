import TestSupport
import Testing

@testable import Scheduling

/// Better choices sought near others, against all choices of positions.
struct NeighbourhoodSearchTests {
  private static let scale = SeparationPrices.scale

  /// A problem under prices, with a choice that keeps all limits, whatever it costs.
  private struct Case {
    let paths: RandomSeparatedPaths
    let relaxation: SeparationRelaxation
    let choice: SeparatedPaths.Choice

    init?(using random: inout SeededGenerator) {
      paths = RandomSeparatedPaths(using: &random)
      let free = SeparatedPaths(
        paths: paths.problem.paths.map { $0.costing(0) },
        separations: paths.problem.separations
      )
      guard let any = free.plannedInTurn(along: free.paths.map(\.graph)),
        let cost = paths.cost(any.positions)
      else { return nil }
      choice = SeparatedPaths.Choice(cost: cost, positions: any.positions)
      var relaxation = SeparationRelaxation(paths.problem)
      relaxation.settleTotals()
      let steps = Int.random(in: 0...20, using: &random)
      relaxation.climb(steps: steps, rise: 8 * scale, target: unreachable / 2)
      self.relaxation = relaxation
    }

    var search: NeighbourhoodSearch {
      NeighbourhoodSearch(paths.problem, timeline: SeparationTimeline(paths.problem))
    }

    /// Whether a choice is one, costs what it says, and no more than another.
    func isValid(_ better: SeparatedPaths.Choice, from choice: SeparatedPaths.Choice) -> Bool {
      paths.cost(better.positions) == better.cost && better.cost <= choice.cost
        && paths.problem.isSeparated(better.positions)
    }
  }

  @Test(arguments: 0..<4)
  func `a neighbourhood holds all choices that agree with one outside it`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    var planned = 0
    for _ in 0..<200 {
      guard let one = Case(using: &random) else { continue }
      let problem = one.paths.problem
      let first = Int.random(in: -6...12, using: &random)
      let neighbourhood = SeparationNeighbourhood(
        points: first...first + Int.random(in: 0...15, using: &random),
        paths: problem.paths.indices.filter { _ in Int.random(in: 0...2, using: &random) > 0 }
      )
      func standing(_ choice: [[Int]]) -> [[Int]] {
        problem.paths.indices.map { path in
          choice[path].filter { position in
            let point = problem.paths[path].positions[position].point
            return !neighbourhood.paths.contains(path) || !neighbourhood.points.contains(point)
          }
        }
      }
      let fixed = standing(one.choice.positions)
      let expected = one.paths.bruteForce { standing($0) == fixed }
      let part = one.relaxation.holding(
        one.choice.positions,
        outside: neighbourhood,
        of: problem
      )
      guard let part else {
        Issue.record("the choice itself is one")
        continue
      }
      #expect(part.bound <= expected.map { $0 * Self.scale } ?? .max)
      var sweep = JointSweep(
        part,
        timeline: SeparationTimeline(problem),
        limit: unreachable / 2 - 1
      )
      sweep.run(room: JointSweep.Room(width: .max / 16, arcs: .max)) { true }
      var counting = CountedSweep(sweep, of: part)
      let room = CountedSweep.Room(width: .max / 16, labels: .max, leastWidth: .max / 16)
      let best = counting.search(limit: unreachable / 2 - 1, room: room) { true }.best
      #expect(best?.cost == expected)
      if best.map({ $0.cost < one.choice.cost }) ?? false { planned += 1 }
    }
    #expect(planned > 10)
  }

  @Test(arguments: 0..<4)
  func `what is improved is the best for every two paths while the others stand`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    var better = 0
    for _ in 0..<60 {
      guard let one = Case(using: &random) else { continue }
      let improved = one.search.improved(one.choice, under: one.relaxation) { true }
      #expect(one.isValid(improved, from: one.choice))
      if improved.cost < one.choice.cost { better += 1 }
      let count = one.paths.problem.paths.count
      for standing in 0..<count {
        // Of two paths each is planned alone, of three any two that keep a distance.
        let others = (0..<count).filter { $0 != standing }
        guard count == 2 || one.paths.problem.distance(others[0], others[1]) > 0 else { continue }
        let best = one.paths.bruteForce { $0[standing] == improved.positions[standing] }
        #expect(best == improved.cost)
      }
    }
    #expect(better > 10)
  }

  @Test func `parts drawn from a row of numbers give the same choice each time`() {
    var random = SeededGenerator(seed: 0)
    var better = 0
    var best = 0
    for _ in 0..<100 {
      guard let one = Case(using: &random) else { continue }
      let choices = (0..<2).map { _ in
        var search = one.search
        return search.varied(one.choice, under: one.relaxation, effort: 400) { true }
      }
      #expect(choices[0] == choices[1])
      #expect(one.isValid(choices[0], from: one.choice))
      if choices[0].cost < one.choice.cost { better += 1 }
      if choices[0].cost == one.paths.bruteForce() { best += 1 }
    }
    #expect(better > 20)
    #expect(best > 20)
  }

  @Test func `a search that may not go on leaves the choice as it is`() {
    var random = SeededGenerator(seed: 1)
    var count = 0
    for _ in 0..<20 {
      guard let one = Case(using: &random) else { continue }
      var search = one.search
      #expect(search.improved(one.choice, under: one.relaxation) { false } == one.choice)
      let varied = search.varied(one.choice, under: one.relaxation, effort: .max) { false }
      #expect(varied == one.choice)
      count += 1
    }
    #expect(count > 10)
  }
}
