/// The arcs of a joint graph that are of interest, by the nodes that they lead to.
struct JointPredecessors {
  /// An arc to a node.
  struct Arc {
    /// The node that it comes from.
    var tail: Int32
    /// By how much the bound grows, scaled.
    var cost: Int
  }

  /// Whether there are ways from the beginning to the end that cost more than the limit.
  private(set) var isCut = false
  private var sorted: [Arc]
  /// For each node, and after them for the end, where its arcs begin.
  private var begins: ContiguousArray<Int>

  /// Sorts the arcs that are on a way from the beginning to the end that costs no more than a limit.
  ///
  /// - Complexity: O(a) for a arcs.
  init(_ graph: JointGraph, excesses: ContiguousArray<Int>, limit: Int) {
    let count = graph.count
    func cost(_ arc: JointGraph.Arc) -> Int {
      graph.bounds[Int(arc.tail)] + arc.cost + (arc.head < 0 ? 0 : excesses[Int(arc.head)])
    }
    func isKept(_ arc: JointGraph.Arc) -> Bool { cost(arc) <= limit }
    isCut = graph.arcs.contains { !isKept($0) && cost($0) < unreachable / 2 }
    var ends = ContiguousArray(repeating: 0, count: count + 1)
    for arc in graph.arcs where isKept(arc) { ends[arc.head < 0 ? count : Int(arc.head)] += 1 }
    var sum = 0
    for node in ends.indices {
      sum += ends[node]
      ends[node] = sum
    }
    sorted = [Arc](repeating: Arc(tail: 0, cost: 0), count: sum)
    // Filled from behind, so that the arcs to a node keep their order.
    for arc in graph.arcs.reversed() where isKept(arc) {
      let node = arc.head < 0 ? count : Int(arc.head)
      ends[node] -= 1
      sorted[ends[node]] = Arc(tail: arc.tail, cost: arc.cost)
    }
    begins = ends
    begins.append(sum)
  }

  /// The arcs to a node.
  func arcs(to node: Int) -> ArraySlice<Arc> { sorted[begins[node]..<begins[node + 1]] }

  /// The arcs to the end.
  var arcsToEnd: ArraySlice<Arc> { arcs(to: begins.count - 2) }
}
