/// What the ways from each node of a joint graph to its end cost at least, if a path has a certain count
/// there.
///
/// For one path at a time the count is minded, and those of the others are left aside: so a joint state
/// with a path that has too many positions, or too few, pays for its way back to the limits. (N.
/// Christofides, A. Mingozzi, P. Toth, "State-space relaxation procedures for the computation of bounds
/// to routing problems", Networks 11, 1981.)
struct CountCompletions {
  /// The counts that a path may have at a node, and where the costs for them begin; none where `most`
  /// is negative.
  private struct Row {
    var least: Int32 = .max
    var most: Int32 = -1
    var offset = 0
  }

  /// The paths whose totals matter.
  private let paths: [Int]
  /// For each node, a row for each of these paths.
  private var rows: ContiguousArray<Row>
  /// For each row, the least scaled cost for each count.
  private var costs: ContiguousArray<Int32>

  /// The cost where there is no way: two of them can be added.
  private static let none = Int32.max / 2
  /// How many costs are kept at the most: 200 MB.
  private static let mostCosts = 50_000_000

  /// Goes through a graph forward for the counts, and backward for the costs.
  ///
  /// The result is `nil` where there are too many counts.
  ///
  /// - Complexity: O(apc) for a arcs, p paths, and c counts that a path may have at a node.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - predecessors: The arcs that are taken.
  ///   - totals: The limits on totals.
  init?(_ graph: JointGraph, along predecessors: JointPredecessors, _ totals: PathTotals) {
    paths = (0..<graph.pathCount).filter { totals.matter[$0] }
    rows = ContiguousArray(repeating: Row(), count: graph.count * paths.count)
    costs = []
    guard let size = findCounts(graph, predecessors) else { return nil }
    costs = ContiguousArray(repeating: Self.none, count: size)
    end(predecessors.arcsToEnd, totals)
    for node in (0..<graph.count).reversed() { lead(to: node, graph, predecessors.arcs(to: node)) }
  }

  /// Finds the rows.
  ///
  /// - Returns: How many costs there are; `nil` where these are too many.
  private mutating func findCounts(_ graph: JointGraph, _ predecessors: JointPredecessors) -> Int? {
    var size = 0
    for node in 0..<graph.count {
      for (index, path) in paths.enumerated() {
        var row = node == 0 ? Row(least: 0, most: 0) : Row()
        let step: Int32 = Int(graph.choosers[node]) == path ? 1 : 0
        for arc in predecessors.arcs(to: node) {
          let before = rows[Int(arc.tail) * paths.count + index]
          guard before.most >= 0 else { continue }
          row.least = min(row.least, before.least + step)
          row.most = max(row.most, before.most + step)
        }
        guard row.most >= 0 else { continue }
        row.offset = size
        rows[node * paths.count + index] = row
        size += Int(row.most - row.least) + 1
      }
      guard size <= Self.mostCosts else { return nil }
    }
    return size
  }

  private mutating func end(_ arcs: ArraySlice<JointPredecessors.Arc>, _ totals: PathTotals) {
    for arc in arcs {
      for (index, path) in paths.enumerated() {
        let row = rows[Int(arc.tail) * paths.count + index]
        guard row.most >= 0 else { continue }
        for count in row.least...row.most {
          guard let slack = totals.slack(of: path, total: Int(count)) else { continue }
          let place = row.offset + Int(count - row.least)
          costs[place] = Int32(min(Int(costs[place]), arc.cost + slack))
        }
      }
    }
  }

  /// Takes the arcs to a node into account, from which all ways to the end are known.
  private mutating func lead(
    to node: Int,
    _ graph: JointGraph,
    _ arcs: ArraySlice<JointPredecessors.Arc>
  ) {
    for arc in arcs {
      let cost = Int32(min(arc.cost, Int(Self.none)))
      for (index, path) in paths.enumerated() {
        let before = rows[Int(arc.tail) * paths.count + index]
        guard before.most >= 0 else { continue }
        let row = rows[node * paths.count + index]
        let step: Int32 = Int(graph.choosers[node]) == path ? 1 : 0
        let rest = row.offset + Int(before.least + step - row.least)
        for count in 0...Int(before.most - before.least) {
          let through = costs[rest + count] + cost
          if through < costs[before.offset + count] { costs[before.offset + count] = through }
        }
      }
    }
  }

  /// What the ways from a node to the end cost at least.
  ///
  /// - Complexity: O(p) for p paths.
  ///
  /// - Parameters:
  ///   - node: The node.
  ///   - counts: The number of the combination of counts with which it is reached.
  ///   - vectors: The combinations.
  /// - Returns: The scaled cost, the greatest over the paths; `nil` where there is no way.
  func cost(from node: Int, with counts: Int32, _ vectors: CountVectors) -> Int? {
    var greatest: Int32 = 0
    for (index, path) in paths.enumerated() {
      let row = rows[node * paths.count + index]
      let count = Int32(vectors.count(of: path, in: counts))
      guard row.least <= count, count <= row.most else { return nil }
      greatest = max(greatest, costs[row.offset + Int(count - row.least)])
    }
    return greatest < Self.none ? Int(greatest) : nil
  }
}
