/// The joint states of all paths that a sweep found, and how they follow each other.
///
/// A node is a state of all paths just after one of them has chosen a position. Nodes stand in the
/// order of the points of these choices; all arcs to a node stand before all arcs from it.
struct JointGraph {
  /// How one node follows another.
  struct Arc {
    /// The earlier node.
    var tail: Int32
    /// The later node; -1 for the end.
    var head: Int32
    /// By how much the bound grows from the one to the other, scaled.
    var cost: Int
  }

  /// How many paths there are.
  let pathCount: Int
  /// For each node, the path that chooses; -1 for the first node, at which none has chosen.
  private(set) var choosers: ContiguousArray<Int32> = []
  /// For each node, the state of each path.
  private(set) var states: ContiguousArray<Int32> = []
  /// For each node, a lower bound on every choice that it can become, scaled: what was paid, and
  /// what each path alone costs from there.
  private(set) var bounds: ContiguousArray<Int> = []
  /// The arcs.
  private(set) var arcs: ContiguousArray<Arc> = []

  /// Creates a graph of one node, at which no path has chosen.
  ///
  /// - Parameters:
  ///   - states: The state of each path.
  ///   - bound: The bound of the node.
  init(states: [Int32], bound: Int) {
    pathCount = states.count
    choosers.append(-1)
    self.states.append(contentsOf: states)
    bounds.append(bound)
  }

  /// How many nodes there are.
  var count: Int { bounds.count }

  /// The state of a path at a node.
  func state(of path: Int, at node: Int) -> Int { Int(states[node * pathCount + path]) }

  /// Whether a node has the states that another gets by a choice.
  func isSame(_ node: Int, as tail: Int, path: Int, state: Int32) -> Bool {
    for other in 0..<pathCount {
      let expected = other == path ? state : states[tail * pathCount + other]
      if states[node * pathCount + other] != expected { return false }
    }
    return true
  }

  /// Adds the node that a choice leads to.
  ///
  /// - Parameters:
  ///   - tail: The node before the choice.
  ///   - path: The path that chooses.
  ///   - state: The state that it comes to.
  ///   - bound: The bound of the new node.
  mutating func append(after tail: Int, path: Int, state: Int32, bound: Int) {
    choosers.append(Int32(path))
    for other in 0..<pathCount {
      states.append(other == path ? state : states[tail * pathCount + other])
    }
    bounds.append(bound)
  }

  /// Lowers the bound of a node that is reached in a better way.
  mutating func lower(_ node: Int, to bound: Int) { bounds[node] = min(bounds[node], bound) }

  /// Adds an arc along which the bound becomes `bound`; to the end where `head` is -1.
  mutating func connect(_ tail: Int, _ head: Int, bound: Int) {
    arcs.append(Arc(tail: Int32(tail), head: Int32(head), cost: bound - bounds[tail]))
  }

  /// For each node, by how much the choices that it can become cost more than its bound, at least.
  ///
  /// This is exact among all choices that the graph holds.
  ///
  /// - Complexity: O(a) for a arcs.
  func excesses() -> ContiguousArray<Int> {
    var excesses = ContiguousArray(repeating: unreachable, count: count)
    for arc in arcs.reversed() {
      let rest = arc.head < 0 ? 0 : excesses[Int(arc.head)]
      excesses[Int(arc.tail)] = min(excesses[Int(arc.tail)], arc.cost + rest)
    }
    return excesses
  }
}
