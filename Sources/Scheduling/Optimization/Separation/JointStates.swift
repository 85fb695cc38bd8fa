/// Joint states of all paths of a separated problem that stand at one point.
struct JointStates {
  /// For each state, a lower bound on every choice that it can become, scaled.
  private(set) var bounds: ContiguousArray<Int> = []
  /// For each state, its node in the graph.
  private(set) var nodes: ContiguousArray<Int32> = []
  /// For each state, the sum of the hashes of what its paths are in.
  private(set) var hashes: ContiguousArray<UInt64> = []
  /// What belongs to one state, together: for each path its state, for each path its first position
  /// that is far enough from the choices of others, for each separation the last point at which one
  /// of its paths chose.
  private var fields: ContiguousArray<Int32> = []
  private let pathCount: Int
  private let stride: Int

  /// Creates an empty collection.
  ///
  /// - Parameters:
  ///   - pathCount: How many paths there are.
  ///   - separationCount: How many separations there are.
  init(pathCount: Int, separationCount: Int) {
    self.pathCount = pathCount
    stride = 2 * pathCount + separationCount
  }

  /// How many states there are.
  var count: Int { bounds.count }

  /// The state of a path.
  func state(of path: Int, at index: Int) -> Int32 { fields[index * stride + path] }

  /// The first position of a path that is far enough from the choices of others.
  func free(_ path: Int, at index: Int) -> Int32 { fields[index * stride + pathCount + path] }

  /// The last point at which a path of a separation chose.
  func touched(_ separation: Int, at index: Int) -> Int32 {
    fields[index * stride + 2 * pathCount + separation]
  }

  /// Adds the state in which no path has chosen.
  mutating func appendFirst(states: [Int32], bound: Int) {
    bounds.append(bound)
    nodes.append(0)
    hashes.append(0)
    fields.append(contentsOf: states)
    fields.append(contentsOf: repeatElement(0, count: pathCount))
    fields.append(contentsOf: repeatElement(Int32.min / 2, count: stride - 2 * pathCount))
  }

  /// Adds a state of another collection.
  mutating func append(_ index: Int, of other: JointStates, bound: Int) {
    bounds.append(bound)
    nodes.append(other.nodes[index])
    hashes.append(other.hashes[index])
    let base = index * stride
    for offset in base..<base + stride { fields.append(other.fields[offset]) }
  }

  /// Adds the state that one of them becomes by a choice.
  ///
  /// - Parameters:
  ///   - index: The state before the choice.
  ///   - move: The choice.
  ///   - candidate: Where it is.
  ///   - timeline: The points of the problem.
  ///   - node: The node of the new state.
  mutating func append(
    _ index: Int,
    after move: Move,
    at candidate: SeparationTimeline.Candidate,
    of timeline: SeparationTimeline,
    node: Int
  ) {
    bounds.append(move.bound)
    nodes.append(Int32(node))
    hashes.append(move.hash)
    let base = index * stride
    let begin = fields.count
    for offset in base..<base + stride { fields.append(fields[offset]) }
    fields[begin + candidate.path] = move.state
    for number in candidate.blocked {
      let blocked = timeline.blocked[number]
      let field = begin + pathCount + blocked.path
      fields[field] = max(fields[field], blocked.free)
    }
    for number in candidate.separations {
      fields[begin + 2 * pathCount + timeline.separations[number]] = candidate.point
    }
  }

  /// Lowers the bound of a state that is reached in a better way.
  mutating func lower(_ index: Int, to bound: Int) { bounds[index] = bound }

  /// Whether a state is what another becomes by a choice.
  func isSame(_ index: Int, as other: Int, after move: Move, of chooser: Int) -> Bool {
    let (own, its) = (index * stride, other * stride)
    for path in 0..<pathCount {
      let state = path == chooser ? move.state : fields[its + path]
      if fields[own + path] != state { return false }
    }
    return true
  }

  /// Keeps the states with the least bounds.
  ///
  /// - Returns: The least bound that was dropped; `nil` where none was.
  mutating func narrow(to width: Int) -> Int? {
    guard let selection = LeastBounds(bounds, room: width) else { return nil }
    var kept = JointStates(pathCount: pathCount, separationCount: stride - 2 * pathCount)
    for index in selection.kept { kept.append(index, of: self, bound: bounds[index]) }
    self = kept
    return selection.leastDropped
  }

  /// A choice of one path that turns a joint state into another.
  struct Move {
    /// The state that the path comes to.
    let state: Int32
    /// The bound of the joint state.
    let bound: Int
    /// Its hash.
    let hash: UInt64

    /// Creates a choice.
    ///
    /// - Parameters:
    ///   - state: The state that the path comes to.
    ///   - previous: The state that it leaves.
    ///   - bound: The bound of the joint state.
    ///   - hash: The hash of the joint state before.
    init(to state: Int32, from previous: Int32, bound: Int, hash: UInt64) {
      self.state = state
      self.bound = bound
      self.hash = hash &+ Self.hash(of: state) &- Self.hash(of: previous)
    }

    // Numbers whose sums seldom agree, so that the hash of a joint state follows from that of the
    // one before (A. L. Zobrist, "A new hashing method with application for game playing", 1970).
    private static func hash(of state: Int32) -> UInt64 {
      var hash = UInt64(truncatingIfNeeded: state &+ 1) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
      return hash &* 0xBF58_476D_1CE4_E5B9
    }
  }
}
