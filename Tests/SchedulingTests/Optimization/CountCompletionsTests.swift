import TestSupport
import Testing

@testable import Scheduling

/// What counts still cost, against all ways through a joint graph.
struct CountCompletionsTests {
  private static let scale = SeparationPrices.scale

  /// A way from a node to the end: what it costs, and how many positions it adds to each path.
  private struct Way {
    var cost: Int
    var counts: [Int]
  }

  /// All ways from each node to the end.
  private static func ways(_ graph: JointGraph) -> [[Way]] {
    var ways = [[Way]](repeating: [], count: graph.count)
    for arc in graph.arcs.reversed() {
      let head = Int(arc.head)
      var rests = [Way(cost: 0, counts: Array(repeating: 0, count: graph.pathCount))]
      if head >= 0 {
        rests = ways[head]
        for index in rests.indices { rests[index].counts[Int(graph.choosers[head])] += 1 }
      }
      ways[Int(arc.tail)] += rests.map { Way(cost: $0.cost + arc.cost, counts: $0.counts) }
    }
    return ways
  }

  /// All combinations of counts with which a node is reached.
  private static func combinations(_ graph: JointGraph) -> [Set<[Int]>] {
    var combinations = [Set<[Int]>](repeating: [], count: graph.count)
    combinations[0] = [Array(repeating: 0, count: graph.pathCount)]
    for arc in graph.arcs.sorted(by: { $0.head < $1.head }) where arc.head >= 0 {
      for var counts in combinations[Int(arc.tail)] {
        counts[Int(graph.choosers[Int(arc.head)])] += 1
        combinations[Int(arc.head)].insert(counts)
      }
    }
    return combinations
  }

  @Test(arguments: 0..<6)
  func `each path alone pays for its way back to its limits`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    var (compared, dearer, impossible) = (0, 0, 0)
    for _ in 0..<200 {
      let problem = RandomSeparatedPaths(using: &random).problem
      var relaxation = SeparationRelaxation(problem)
      guard relaxation.isFeasible else { continue }
      relaxation.settleTotals()
      relaxation.climb(steps: 5, rise: 8 * Self.scale, target: unreachable / 2)
      let limit = relaxation.bound + 60 * Self.scale
      var sweep = JointSweep(relaxation, timeline: SeparationTimeline(problem), limit: limit)
      sweep.run(room: JointSweep.Room(width: .max / 16, arcs: 300)) { true }
      let graph = sweep.graph
      guard graph.arcs.count < 300 else { continue }
      let totals = PathTotals(relaxation, automata: sweep.automata)
      let excesses = graph.excesses()
      let arcs = JointPredecessors(graph, excesses: excesses, limit: .max)
      let completions = try #require(CountCompletions(graph, along: arcs, totals))
      let ways = Self.ways(graph)
      for (node, combinations) in Self.combinations(graph).enumerated() {
        for counts in combinations {
          var vectors = CountVectors(pathCount: graph.pathCount)
          var vector = CountVectors.zero
          for (path, count) in counts.enumerated() {
            for _ in 0..<count { vector = vectors.adding(path, to: vector) }
          }
          let expected =
            (0..<graph.pathCount).filter { totals.matter[$0] }
            .map { path in
              ways[node]
                .compactMap { way in
                  totals.slack(of: path, total: counts[path] + way.counts[path])
                    .map { way.cost + $0 }
                }
                .min() ?? .max
            }
            .max() ?? 0
          let cost = completions.cost(from: node, with: vector, vectors)
          #expect(cost ?? .max == expected)
          compared += 1
          if expected == .max { impossible += 1 } else if expected > excesses[node] { dearer += 1 }
        }
      }
    }
    #expect(compared > 1000)
    #expect(dearer > 0)
    #expect(impossible > 0)
  }
}
