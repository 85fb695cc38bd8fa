/// The ways through a joint graph under prices for the totals of its paths, and the lower bound that
/// these give.
///
/// The prices of ``SeparationRelaxation`` suit each path alone. Paths that keep their distance have
/// other totals, which these prices no longer bring within their limits; so they climb once more,
/// with all distances kept. Arcs that no way of interest goes through under the prices so far are left
/// out, which makes later steps short. (M. L. Fisher, "The Lagrangian relaxation method for solving
/// integer programming problems", Management Science 27, 1981.)
struct TotalsRelaxation {
  /// The limits on totals, and the prices for them.
  private(set) var totals: PathTotals
  /// The arcs that are left, in the order of the graph, at the graph's costs.
  private(set) var arcs: ContiguousArray<JointGraph.Arc>
  /// No way whose totals are within their limits costs less, scaled.
  private(set) var bound = unreachable
  /// For each node, the least cost of reaching it under the prices; at least half of ``unreachable``
  /// where it cannot be.
  private(set) var reached: ContiguousArray<Int>
  private let graph: JointGraph
  /// The prices that are in the costs of the graph.
  private let charged: [Int]
  /// For each node, the node before it on the way that reaches it at the least cost.
  private var tails: ContiguousArray<Int32>
  /// How many positions each path has on the way of least cost.
  private var counts: [Int]

  /// Begins with the prices that are in the costs of a graph.
  ///
  /// - Complexity: O(a) for a arcs.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - excesses: What ``JointGraph/excesses()`` says of it.
  ///   - limit: The scaled cost above which no way is of interest.
  ///   - totals: The limits on totals, under the prices that are in the costs.
  init(_ graph: JointGraph, excesses: ContiguousArray<Int>, limit: Int, _ totals: PathTotals) {
    self.graph = graph
    self.totals = totals
    charged = totals.prices
    arcs = graph.arcs.filter { arc in
      let rest = arc.head < 0 ? 0 : excesses[Int(arc.head)]
      return graph.bounds[Int(arc.tail)] + arc.cost + rest <= limit
    }
    reached = ContiguousArray(repeating: unreachable, count: graph.count)
    tails = ContiguousArray(repeating: -1, count: graph.count)
    counts = charged.map { _ in 0 }
    evaluate()
  }

  /// The scaled cost of an arc under the prices.
  private func cost(_ arc: JointGraph.Arc, _ change: Change) -> Int {
    guard arc.head < 0 else {
      return arc.cost + change.perPosition[Int(graph.choosers[Int(arc.head)])]
    }
    guard change.ofNone.contains(where: { $0 != 0 }) else { return arc.cost }
    return change.ofNone.indices.reduce(arc.cost) { sum, path in
      totals.isWithoutPosition(path, state: graph.state(of: path, at: Int(arc.tail)))
        ? sum + change.ofNone[path] : sum
    }
  }

  /// By how much prices differ from those in the costs of the graph.
  private struct Change {
    /// For each path, what a position costs more.
    var perPosition: [Int]
    /// For each path, what it costs more to have none.
    var ofNone: [Int]
    /// What all positions within the limits are worth more together.
    var worth: Int
  }

  private var change: Change {
    let worths = charged.indices.map { path in
      totals.limits[path].worth(of: totals.prices[path])
        - totals.limits[path].worth(of: charged[path])
    }
    return Change(
      perPosition: zip(totals.prices, charged).map { $0 - $1 },
      ofNone: charged.indices.map { totals.limits[$0].least > 0 ? 0 : worths[$0] },
      worth: worths.reduce(0, +)
    )
  }

  /// Finds the way of least cost under the prices.
  private mutating func evaluate() {
    let change = change
    for node in reached.indices { reached[node] = unreachable }
    reached[0] = graph.bounds[0] - change.worth
    bound = unreachable
    var last = -1
    // All arcs to a node stand before all arcs from it.
    for arc in arcs {
      let sum = reached[Int(arc.tail)] + cost(arc, change)
      if arc.head >= 0 {
        if sum < reached[Int(arc.head)] {
          reached[Int(arc.head)] = sum
          tails[Int(arc.head)] = arc.tail
        }
      } else if sum < bound {
        bound = sum
        last = Int(arc.tail)
      }
    }
    for path in counts.indices { counts[path] = 0 }
    while last > 0 {
      counts[Int(graph.choosers[last])] += 1
      last = Int(tails[last])
    }
  }

  /// For each node, by how much a way through it costs more at least, from there on.
  private func excesses(_ change: Change) -> ContiguousArray<Int> {
    var excesses = ContiguousArray(repeating: unreachable, count: graph.count)
    for arc in arcs.reversed() {
      let rest = arc.head < 0 ? 0 : excesses[Int(arc.head)]
      excesses[Int(arc.tail)] = min(excesses[Int(arc.tail)], cost(arc, change) + rest)
    }
    return excesses
  }

  /// The arcs that are left and what each node costs from there on, at costs under the prices.
  ///
  /// - Complexity: O(a) for a arcs.
  func priced() -> (arcs: ContiguousArray<JointGraph.Arc>, excesses: ContiguousArray<Int>) {
    let change = change
    var priced = arcs
    for index in priced.indices { priced[index].cost = cost(priced[index], change) }
    return (priced, excesses(change))
  }

  /// Leaves out the arcs that no way goes through that costs no more than a limit.
  private mutating func cut(to limit: Int) {
    let change = change
    let excesses = excesses(change)
    var count = 0
    for index in arcs.indices {
      let arc = arcs[index]
      let rest = arc.head < 0 ? 0 : excesses[Int(arc.head)]
      guard reached[Int(arc.tail)] + cost(arc, change) + rest <= limit else { continue }
      arcs[count] = arc
      count += 1
    }
    arcs.removeLast(arcs.count - count)
  }
}

// MARK: - Few arcs

extension TotalsRelaxation {
  /// Leaves out all but the arcs that the ways of least cost go through.
  ///
  /// - Complexity: O(a) for a arcs.
  ///
  /// - Parameter count: How many arcs are kept at the most, but for those of ways that cost least.
  /// - Returns: What is left.
  func narrowed(to count: Int) -> TotalsRelaxation {
    let change = change
    let excesses = excesses(change)
    let throughs = ContiguousArray(
      arcs.map { arc in
        let rest = arc.head < 0 ? 0 : excesses[Int(arc.head)]
        return reached[Int(arc.tail)] + cost(arc, change) + rest
      }
    )
    guard let selection = LeastBounds(throughs, room: count) else { return self }
    var narrowed = self
    narrowed.cut(to: max(bound, selection.leastDropped - 1))
    narrowed.evaluate()
    return narrowed
  }
}

// MARK: - Climbing

extension TotalsRelaxation {
  /// How often arcs are left out.
  private static let rounds = 8
  /// How many steps the prices take before.
  private static let steps = 6
  /// How far away a limit may be, in points.
  private static let furthest = 100_000

  /// Raises the bound by subgradient steps, and leaves out the arcs that are then of no interest.
  ///
  /// - Parameters:
  ///   - limit: The scaled cost above which no way is of interest.
  ///   - fewArcs: Of how few arcs it takes longer to lower the number than to look at all.
  ///   - mayGoOn: Asked at each step whether it may be taken.
  mutating func climb(to limit: Int, fewArcs: Int = 256, while mayGoOn: () -> Bool) {
    let scale = SeparationPrices.scale
    // Where no choice is known there is no way to aim at.
    guard limit - bound < Self.furthest * scale else { return }
    var rise = max((limit - bound) / 4, scale)
    for _ in 0..<Self.rounds where bound <= limit && arcs.count > fewArcs {
      let rule = LevelRule(rise: rise)
      var ascent = SubgradientAscent(steps: Self.steps, scale: scale, rule: rule)
      let before = (bound: bound, count: arcs.count)
      ascent.climb(&self) { _ in mayGoOn() ? limit + scale : nil }
      guard bound > before.bound else { return }
      cut(to: limit)
      evaluate()
      if arcs.count > before.count / 2, bound - before.bound < scale { return }
      rise = min(max(ascent.rule.rise, scale), Self.furthest * scale)
    }
  }
}

extension TotalsRelaxation: PricedRelaxation {
  var prices: [Int] { totals.prices }

  func subgradient() -> [Double] {
    prices.indices.map { path in
      totals.matter[path]
        ? Double(totals.limits[path].excess(of: counts[path], at: prices[path])) : 0
    }
  }

  mutating func move(along direction: [Double], by length: Double) {
    for path in prices.indices where direction[path] != 0 {
      let step = Int((length * direction[path]).rounded())
      totals.prices[path] = GroupedPath.Limits.price(totals.prices[path], movedBy: step)
    }
    evaluate()
  }

  mutating func restore(_ prices: [Int]) {
    totals.prices = prices
    evaluate()
  }
}
