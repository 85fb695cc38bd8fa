import Scheduling
import TestSupport
import Testing

/// Assignments in which repetitions cost something against all assignments.
struct SequencedAssignmentTests {
  /// A small problem, in which the copies of a kind cost the same.
  private struct Instance {
    var chains: [Int] = []
    var mayRepeat: [Bool] = []
    var counts: [Int]
    var repeatCost: Int
    var costs: [[Int?]] = []

    init(using random: inout SeededGenerator) {
      func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
      let chainCount = number(1...3)
      counts = (0..<number(2...3)).map { _ in number(1...3) }
      repeatCost = number(0...12)
      for _ in 0..<counts.reduce(0, +) {
        chains.append(number(0...chainCount - 1))
        mayRepeat.append(number(0...5) > 0)
        costs.append(counts.map { _ in number(0...7) == 0 ? nil : number(0...9) })
      }
    }

    var problem: SequencedAssignment {
      SequencedAssignment(
        chains: chains,
        mayRepeat: mayRepeat,
        counts: counts,
        repeatCost: repeatCost
      ) { row, kind, _ in costs[row][kind] }
    }

    /// The least cost of all assignments, with the price of repetitions and without it.
    func bruteForce() -> (best: Int?, relaxed: Int?) {
      var best: Int?
      var relaxed: Int?
      var left = counts
      func choose(_ row: Int, _ last: [Int: Int], _ cost: Int, _ repeats: Int) {
        guard row < chains.count else {
          best = min(best ?? .max, cost + repeats * repeatCost)
          relaxed = min(relaxed ?? .max, cost)
          return
        }
        for kind in counts.indices where left[kind] > 0 {
          guard let own = costs[row][kind] else { continue }
          let isRepeated = mayRepeat[row] && last[chains[row]] == kind
          left[kind] -= 1
          choose(
            row + 1,
            last.merging([chains[row]: kind]) { $1 },
            cost + own,
            repeats + (isRepeated ? 1 : 0)
          )
          left[kind] += 1
        }
      }
      choose(0, [:], 0, 0)
      return (best, relaxed)
    }

    func cost(_ kinds: [Int]) -> Int? {
      guard counts.indices.allSatisfy({ kind in kinds.count { $0 == kind } == counts[kind] })
      else { return nil }
      var last: [Int: Int] = [:]
      var cost = 0
      for (row, kind) in kinds.enumerated() {
        guard let own = costs[row][kind] else { return nil }
        cost += own + (mayRepeat[row] && last[chains[row]] == kind ? repeatCost : 0)
        last[chains[row]] = kind
      }
      return cost
    }
  }

  @Test(arguments: 0..<4)
  func `the best of all assignments is found and proven`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    var avoiding = 0
    for _ in 0..<100 {
      let instance = Instance(using: &random)
      let expected = instance.bruteForce()
      let solution = SequencedAssignmentSolver(instance.problem).solve()
      #expect(solution?.cost == expected.best)
      #expect(solution?.bound == expected.best)
      #expect(solution.flatMap { instance.cost($0.kinds) } == expected.best)
      guard let best = expected.best, let relaxed = expected.relaxed else { continue }
      if best > relaxed { avoiding += 1 }
      // A search that is stopped says how good its assignment is, truly.
      let stopped = try #require(
        SequencedAssignmentSolver(instance.problem, while: { false }).solve()
      )
      #expect(stopped.bound <= best && best <= stopped.cost)
      #expect(instance.cost(stopped.kinds) == stopped.cost)
    }
    #expect(avoiding >= 15)
  }

  @Test(arguments: 10..<14)
  func `branching on repetitions alone finds and proves the best, and bounds it on the way`(
    seed: Int
  ) throws {
    var random = SeededGenerator(seed: seed)
    var branched = 0
    for _ in 0..<100 {
      let instance = Instance(using: &random)
      let problem = instance.problem
      guard let expected = instance.bruteForce().best else { continue }
      let root = try #require(Assignment.proven(problem.costs))
      var relaxation = RepetitionRelaxation(problem, matching: root.matching)
      var best = SequencedAssignment.Incumbent()
      // Prices from none at all to those that no step improves: the search must be right with any.
      relaxation.climb(steps: .random(in: 0...5, using: &random), best: &best, while: { true })
      #expect(relaxation.bound <= expected * SequencedAssignment.scale)
      best = SequencedAssignment.Incumbent()
      var search = RepetitionSearch(relaxation)
      var rounds = 0
      repeat {
        #expect(search.bound <= expected || best.cost == expected)
        search.advance(steps: 1, best: &best, while: { true })
        rounds += 1
      } while search.bound < best.cost && rounds < 10_000
      #expect(best.cost == expected)
      #expect(instance.cost(best.kinds) == expected)
      if rounds > 1 { branched += 1 }
    }
    #expect(branched >= 10)
  }

  @Test
  func `a kind that comes most of the time repeats as seldom as it must`() {
    // 40 rows in one chain, a kind for 30 of them: at most 10 others part it.
    let problem = SequencedAssignment(
      chains: Array(repeating: 0, count: 40),
      mayRepeat: Array(repeating: true, count: 40),
      counts: [30, 5, 5],
      repeatCost: 50
    ) { row, kind, _ in (row * 7 + kind * 3) % 5 }
    let solution = SequencedAssignmentSolver(problem).solve()
    #expect(solution?.cost == solution?.bound)
    let kinds = solution?.kinds ?? []
    #expect(zip(kinds, kinds.dropFirst()).count { $0 == $1 } == 19)
  }

  @Test
  func `a kind may come hundreds of times`() {
    // 320 rows in one chain: a kind that comes 300 times repeats at least 279 times.
    let problem = SequencedAssignment(
      chains: Array(repeating: 0, count: 320),
      mayRepeat: Array(repeating: true, count: 320),
      counts: [300, 20],
      repeatCost: 3
    ) { _, _, _ in 0 }
    let solution = SequencedAssignmentSolver(problem).solve()
    #expect(solution?.cost == 279 * 3)
    #expect(solution?.bound == 279 * 3)
    #expect(solution?.kinds.count { $0 == 1 } == 20)
  }
}
