/// The arcs of a joint graph that are of interest, by the nodes that they lead to.
struct JointPredecessors {
  /// An arc to a node.
  struct Arc {
    /// The node that it comes from.
    var tail: Int32
    /// The node that it leads to; one more than the last for the end.
    var head: Int32
    /// By how much the bound grows, scaled.
    var cost: Int
    /// What the ways from the beginning to the end through it cost at least, scaled.
    var through: Int
  }

  private var sorted: [Arc]
  /// For each node, and after them for the end, where its arcs begin.
  private var begins: ContiguousArray<Int>

  /// Sorts the arcs that are on a way from the beginning to the end that costs no more than a limit.
  ///
  /// - Complexity: O(a) for a arcs.
  ///
  /// - Parameters:
  ///   - arcs: All arcs.
  ///   - reached: For each node, what ways to it cost at least, scaled.
  ///   - excesses: For each node, what ways cost from there on at least, scaled.
  ///   - limit: The scaled limit.
  init(
    _ arcs: ContiguousArray<JointGraph.Arc>,
    reached: ContiguousArray<Int>,
    excesses: ContiguousArray<Int>,
    limit: Int
  ) {
    let count = reached.count
    var kept: [Arc] = []
    kept.reserveCapacity(arcs.count)
    for arc in arcs {
      let rest = arc.head < 0 ? 0 : excesses[Int(arc.head)]
      let through = reached[Int(arc.tail)] + arc.cost + rest
      guard through <= limit else { continue }
      let head = arc.head < 0 ? Int32(count) : arc.head
      kept.append(Arc(tail: arc.tail, head: head, cost: arc.cost, through: through))
    }
    self.init(kept, count: count)
  }

  private init(_ arcs: [Arc], count: Int) {
    begins = ContiguousArray(repeating: 0, count: count + 2)
    for arc in arcs { begins[Int(arc.head)] += 1 }
    var sum = 0
    for node in begins.indices {
      sum += begins[node]
      begins[node] = sum
    }
    // Filled from behind, so that the arcs to a node keep their order.
    sorted = arcs
    for arc in arcs.reversed() {
      begins[Int(arc.head)] -= 1
      sorted[begins[Int(arc.head)]] = arc
    }
  }

  /// Only those arcs that are on a way that costs no more than a limit.
  func limited(to limit: Int) -> JointPredecessors {
    JointPredecessors(sorted.filter { $0.through <= limit }, count: begins.count - 2)
  }

  /// How many arcs there are.
  var count: Int { sorted.count }

  /// The arcs to a node.
  func arcs(to node: Int) -> ArraySlice<Arc> { sorted[begins[node]..<begins[node + 1]] }

  /// The arcs to the end.
  var arcsToEnd: ArraySlice<Arc> { arcs(to: begins.count - 2) }
}
