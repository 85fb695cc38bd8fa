import TestSupport
import Testing

@testable import Scheduling

/// Prices for totals on joint graphs, against all ways through these.
struct TotalsRelaxationTests {
  private static let scale = SeparationPrices.scale
  private static let none = unreachable / 2

  /// A way from the beginning of a graph to its end.
  private struct Way {
    /// What it costs at the costs of the graph.
    var cost: Int
    /// How many positions it adds to each path.
    var counts: [Int]
    /// The arcs, by tail and head.
    var arcs: [[Int32]]
  }

  /// A joint graph, and what is asked of totals.
  private struct Case {
    let problem: SeparatedPaths
    let expected: Int?
    let relaxation: SeparationRelaxation
    let graph: JointGraph
    let totals: PathTotals
    let limit: Int
    let ways: [Way]

    /// `nil` where the graph is too large to go through all ways, or there is none.
    init?(using random: inout SeededGenerator) {
      let paths = RandomSeparatedPaths(using: &random)
      problem = paths.problem
      var relaxation = SeparationRelaxation(problem)
      guard relaxation.isFeasible else { return nil }
      relaxation.settleTotals()
      relaxation.climb(steps: 5, rise: 8 * scale, target: unreachable / 2)
      self.relaxation = relaxation
      limit = relaxation.bound + .random(in: 20...60, using: &random) * scale
      var sweep = JointSweep(relaxation, timeline: SeparationTimeline(problem), limit: limit)
      sweep.run(room: JointSweep.Room(width: .max / 16, arcs: 300)) { true }
      graph = sweep.graph
      guard graph.arcs.count < 300 else { return nil }
      totals = PathTotals(relaxation, automata: sweep.automata)
      expected = paths.bruteForce()
      var ways = [[Way]](repeating: [], count: graph.count)
      for arc in graph.arcs.reversed() {
        let head = Int(arc.head)
        var rests = [Way(cost: 0, counts: Array(repeating: 0, count: graph.pathCount), arcs: [])]
        if head >= 0 { rests = ways[head] }
        for var way in rests {
          way.cost += arc.cost
          way.arcs.append([arc.tail, arc.head])
          if head >= 0 { way.counts[Int(graph.choosers[head])] += 1 }
          ways[Int(arc.tail)].append(way)
        }
        guard ways[Int(arc.tail)].count < 20_000 else { return nil }
      }
      guard !ways[0].isEmpty else { return nil }
      self.ways = ways[0].map { way in
        var way = way
        way.cost += sweep.graph.bounds[0]
        return way
      }
    }

    /// What prices for totals add to the cost of a way: nothing to that of a path that may have no
    /// position, and has none.
    private func surcharge(_ counts: [Int], _ prices: [Int]) -> Int {
      counts.indices.reduce(0) { sum, path in
        let limits = totals.limits[path]
        guard counts[path] > 0 || limits.least > 0 else { return sum }
        let worth = prices[path] >= 0 ? prices[path] * limits.most : prices[path] * limits.least
        return sum + prices[path] * counts[path] - worth
      }
    }

    /// What a way costs under other prices.
    func cost(_ way: Way, under prices: [Int]) -> Int {
      way.cost - surcharge(way.counts, totals.prices) + surcharge(way.counts, prices)
    }

    /// The ways of interest whose totals are within their limits, with what they cost then.
    func permitted() -> [(way: Way, cost: Int)] {
      ways.filter { way in
        way.counts.indices.allSatisfy { totals.limits[$0].contains(way.counts[$0]) }
      }
      .map { ($0, $0.cost - surcharge($0.counts, totals.prices)) }
      .filter { $0.1 <= limit }
    }

    /// Random prices that the limits allow.
    func prices(using random: inout SeededGenerator) -> [Int] {
      totals.limits.indices.map { path in
        guard totals.matter[path] else { return 0 }
        let least = totals.limits[path].least > 0 ? -20 * scale : 0
        return .random(in: least...20 * scale, using: &random)
      }
    }
  }

  @Test(arguments: 0..<4)
  func `the bound is the least that any way costs under the prices`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    var compared = 0
    for _ in 0..<150 {
      guard let one = Case(using: &random) else { continue }
      let excesses = one.graph.excesses()
      var relaxation = TotalsRelaxation(one.graph, excesses: excesses, limit: Self.none, one.totals)
      #expect(relaxation.bound == one.ways.map(\.cost).min())
      for _ in 0..<5 {
        let prices = one.prices(using: &random)
        relaxation.restore(prices)
        #expect(relaxation.bound == one.ways.map { one.cost($0, under: prices) }.min())
        let priced = relaxation.priced()
        #expect(relaxation.reached[0] + priced.excesses[0] == relaxation.bound)
        for (arc, unpriced) in zip(priced.arcs, relaxation.arcs) {
          let through = one.ways.filter { $0.arcs.contains([unpriced.tail, unpriced.head]) }
          let rest = arc.head < 0 ? 0 : priced.excesses[Int(arc.head)]
          #expect(
            relaxation.reached[Int(arc.tail)] + arc.cost + rest
              == through.map { one.cost($0, under: prices) }.min() ?? unreachable
          )
        }
        compared += 1
      }
    }
    #expect(compared > 100)
  }

  @Test(arguments: 0..<4)
  func `prices that climb leave every way of interest within the limits`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    var (higher, fewer, kept) = (0, 0, 0)
    for _ in 0..<300 {
      guard let one = Case(using: &random) else { continue }
      let excesses = one.graph.excesses()
      var relaxation = TotalsRelaxation(one.graph, excesses: excesses, limit: one.limit, one.totals)
      let before = (bound: relaxation.bound, count: relaxation.arcs.count)
      relaxation.climb(to: one.limit, fewArcs: 0) { true }
      let arcs = Set(relaxation.arcs.map { [$0.tail, $0.head] })
      for (way, cost) in one.permitted() {
        #expect(relaxation.bound <= cost)
        #expect(way.arcs.allSatisfy(arcs.contains))
        kept += 1
      }
      if relaxation.bound > before.bound { higher += 1 }
      if relaxation.arcs.count < before.count { fewer += 1 }
    }
    #expect(higher > 4)
    #expect(fewer > 4)
    #expect(kept > 100)
  }

  @Test func `without a limit prices stay as they are`() throws {
    var random = SeededGenerator(seed: 0)
    for _ in 0..<40 {
      guard let one = Case(using: &random) else { continue }
      let excesses = one.graph.excesses()
      var relaxation = TotalsRelaxation(one.graph, excesses: excesses, limit: Self.none, one.totals)
      relaxation.climb(to: Self.none, fewArcs: 0) { true }
      #expect(relaxation.prices == one.totals.prices)
    }
  }

  @Test(arguments: 0..<2)
  func `few arcs still hold a way of least cost`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    var fewer = 0
    for _ in 0..<100 {
      guard let one = Case(using: &random) else { continue }
      let excesses = one.graph.excesses()
      let all = TotalsRelaxation(one.graph, excesses: excesses, limit: one.limit, one.totals)
      guard all.bound <= one.limit else { continue }
      let some = all.narrowed(to: all.arcs.count / 2)
      #expect(some.bound == all.bound)
      if some.arcs.count < all.arcs.count { fewer += 1 }
      #expect(all.narrowed(to: all.arcs.count).arcs.count == all.arcs.count)
    }
    #expect(fewer > 10)
  }

  @Test(arguments: 0..<2)
  func `prices that climb for paths and ways give bounds that no choice is below`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    var higher = 0
    for _ in 0..<200 {
      guard let one = Case(using: &random), let expected = one.expected else { continue }
      let excesses = one.graph.excesses()
      let ways = TotalsRelaxation(one.graph, excesses: excesses, limit: one.limit, one.totals)
      var relaxation = one.relaxation
      let target = (expected + 100) * Self.scale
      relaxation.climb(steps: 20, rise: 8 * Self.scale, target: target, with: ways)
      #expect(relaxation.bound <= expected * Self.scale)
      var raised = ways
      raised.restore(relaxation.prices.perPosition)
      // The ways hold all choices within the limit.
      if expected * Self.scale <= one.limit { #expect(raised.bound <= expected * Self.scale) }
      #expect(relaxation.bound + raised.bound >= one.relaxation.bound + ways.bound)
      if raised.bound > ways.bound { higher += 1 }
    }
    #expect(higher > 0)
  }
}
