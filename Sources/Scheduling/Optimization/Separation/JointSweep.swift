/// Dynamic programming over all paths of a separated problem at once, in which nothing is said of how
/// many positions a path has in all.
///
/// A joint state says for each path its last position and its level. It carries a lower bound on
/// every choice that it can become: what was paid, and for each path the least cost from its last
/// position on, under the prices of the relaxation, given how long it must wait. States that agree
/// merge; states whose bound is above what is already known to be possible are dropped. (R. E.
/// Marsten, T. L. Morin, "A hybrid approach to discrete mathematical programming", Mathematical
/// Programming 14, 1978.)
///
/// All choices of one position are made together; what they lead to is then extended at once: the
/// next choices are put down where they are, for as long as waiting for them costs no more than the
/// limit.
///
/// No more than `width` states are extended of those that come to one position, those with the least
/// bounds. Where that drops none, the graph holds every choice of interest; otherwise the least
/// bound dropped is a lower bound of the others. Such a search with a growing width is complete beam
/// search (W. Zhang, "Complete anytime beam search", AAAI 1998).
struct JointSweep {
  /// How far a sweep may go.
  struct Room {
    /// The most states that are extended of those that come to one position.
    var width: Int
    /// The most arcs that are found in all.
    var arcs: Int
    /// The most that are found on the first quarter of the candidates: what takes longer there takes too
    /// long.
    var arcsAtFirst = Int.max
  }

  /// The joint states that were found.
  private(set) var graph: JointGraph
  /// No choice that was dropped for want of room costs less, scaled; `nil` where none was.
  private(set) var leastDropped: Int?
  /// Whether it found as many arcs as it had room for.
  private(set) var isBrokenOff = false
  /// What each path may do.
  let automata: PathAutomata

  /// A choice that is put down, and not yet made.
  private struct Choice {
    /// The node before it.
    var tail: Int32
    /// The state that the path comes to.
    var state: Int32
    /// The bound of what it leads to.
    var bound: Int
  }

  /// The points of the problem.
  let timeline: SeparationTimeline
  /// The scaled cost above which no choice is of interest.
  let limit: Int
  /// What the paths lose by pairs, where that is the bound.
  private let pairs: PairBounds?
  private let windows: [SeparationPrices.Windows]
  private let pathCount: Int
  private var width = 0
  /// For each candidate, the choices of it.
  private var choices: ContiguousArray<ContiguousArray<Choice>>
  /// Room for choices that others have left, to be used again.
  private var spare: ContiguousArray<ContiguousArray<Choice>> = []
  /// For each candidate, the bound from which on choices are not put down any more.
  private(set) var cutoffs: ContiguousArray<Int>
  private var merged = JointNodeTable()
  /// What is known of each path at the node that is extended.
  var paths: ContiguousArray<Path>
  /// What else is known of each path under the bounds of pairs.
  var members: ContiguousArray<Member>
  /// What is known of each group of ``PairBounds``.
  var groups: ContiguousArray<Group>
  /// For each separation, the last point at which one of its paths chose, at the same node.
  private var touched: ContiguousArray<Int>

  /// A path at the node that is extended.
  struct Path {
    /// Its state.
    var number = 0
    /// The first position that it may choose, from its state and far enough from other choices.
    var first: Int32 = 0
    /// The position after the last that it may choose.
    var end: Int32 = 0
    /// Where the arc to the position with number 0 would be.
    var origin = 0
  }

  /// Prepares to sweep.
  ///
  /// - Parameters:
  ///   - relaxation: The paths and the prices.
  ///   - timeline: The points of the problem.
  ///   - limit: The scaled cost above which no choice is of interest.
  init(_ relaxation: SeparationRelaxation, timeline: SeparationTimeline, limit: Int) {
    self.init(
      relaxation,
      automata: PathAutomata(relaxation, limit: limit),
      timeline: timeline,
      limit: limit
    )
  }

  /// Prepares to sweep under the bounds of pairs.
  ///
  /// - Precondition: The pairs and their limit are near enough (``PairRelaxation/isNear(_:limit:)``).
  ///
  /// - Parameters:
  ///   - relaxation: The paths and the prices.
  ///   - timeline: The points of the problem.
  init(_ relaxation: PairRelaxation, timeline: SeparationTimeline) {
    self.init(
      relaxation.alone,
      automata: relaxation.automata,
      timeline: timeline,
      limit: relaxation.limit,
      pairs: relaxation
    )
  }

  private init(
    _ relaxation: SeparationRelaxation,
    automata: PathAutomata,
    timeline: SeparationTimeline,
    limit: Int,
    pairs: PairRelaxation? = nil
  ) {
    self.timeline = timeline
    self.limit = limit
    self.automata = automata
    self.pairs = pairs.map { PairBounds($0) }
    windows = relaxation.prices.windows
    pathCount = relaxation.paths.count
    members = ContiguousArray(repeating: Member(), count: pathCount)
    groups = ContiguousArray(repeating: Group(), count: self.pairs?.groups.count ?? 0)
    graph = JointGraph(
      states: automata.initial.map { Int32($0) },
      bound: pairs?.bound ?? relaxation.bound
    )
    choices = ContiguousArray(repeating: [], count: timeline.candidates.count)
    cutoffs = ContiguousArray(repeating: limit + 1, count: timeline.candidates.count)
    paths = ContiguousArray(repeating: Path(), count: pathCount)
    touched = ContiguousArray(repeating: 0, count: windows.count)
  }

  /// Sweeps over all points.
  ///
  /// - Parameters:
  ///   - room: How far the sweep may go; beyond, all states are dropped.
  ///   - mayGoOn: Asked again and again whether the sweep may go on; where it may not, all states are
  ///     dropped.
  mutating func run(room: Room, while mayGoOn: () -> Bool) {
    width = room.width
    let pairs = pairs
    extend(0, from: 0, under: pairs)
    for number in timeline.candidates.indices where !choices[number].isEmpty {
      let isEarly = number < timeline.candidates.count / 4
      isBrokenOff = graph.arcs.count > (isEarly ? min(room.arcs, room.arcsAtFirst) : room.arcs)
      guard !isBrokenOff, mayGoOn() else {
        for choices in choices[number...] { drop(choices.lazy.map(\.bound).min()) }
        return
      }
      let first = graph.count
      make(number)
      if let selection = LeastBounds(ContiguousArray(graph.bounds[first...]), room: width) {
        drop(selection.leastDropped)
        for index in selection.kept { extend(first + index, from: number, under: pairs) }
      } else {
        for node in first..<graph.count { extend(node, from: number, under: pairs) }
      }
    }
  }

  /// Takes note of what is dropped for want of room, unless it costs too much anyway.
  mutating func drop(_ bound: Int?) {
    guard let bound, bound <= limit else { return }
    leastDropped = min(leastDropped ?? bound, bound)
  }

  /// Makes all choices of a candidate.
  private mutating func make(_ number: Int) {
    let path = timeline.candidates[number].path
    var made: ContiguousArray<Choice> = []
    swap(&made, &choices[number])
    merged.removeAll()
    for choice in made {
      let tail = Int(choice.tail)
      let node = merged.insert(graph, after: tail, path: path, state: choice.state)
      if node == graph.count {
        graph.append(after: tail, path: path, state: choice.state, bound: choice.bound)
      } else {
        graph.lower(node, to: choice.bound)
      }
      graph.connect(tail, node, bound: choice.bound)
    }
    made.removeAll(keepingCapacity: true)
    spare.append(made)
  }

  /// Puts down the choices that may follow a node.
  ///
  /// - Parameters:
  ///   - node: The node.
  ///   - number: The candidate chosen at it; the first of all where there is none.
  ///   - pairs: The bounds of pairs, where these are used.
  private mutating func extend(_ node: Int, from number: Int, under pairs: PairBounds?) {
    guard number < timeline.candidates.count else {
      // No path has a position.
      end(node, bound: graph.bounds[node])
      return
    }
    setUp(node)
    if let pairs {
      extend(node, from: number, under: pairs)
    } else {
      extendAlone(node, from: number)
    }
  }

  /// Finds out what each path may do at a node.
  private mutating func setUp(_ node: Int) {
    for index in touched.indices { touched[index] = Int.min / 2 }
    for path in 0..<pathCount {
      let number = graph.state(of: path, at: node)
      let state = automata.states[number]
      paths[path] = Path(
        number: number,
        first: state.first,
        end: state.end,
        origin: Int(state.offset) - Int(state.first)
      )
    }
    for path in 0..<pathCount {
      let position = automata.states[paths[path].number].position
      guard position >= 0 else { continue }
      let candidate = timeline.candidates[timeline.number(of: position, path: path)]
      for index in candidate.blocked {
        let other = timeline.blocked[index].path
        paths[other].first = max(paths[other].first, timeline.blocked[index].free)
      }
      for index in candidate.separations {
        let separation = timeline.separations[index]
        touched[separation] = max(touched[separation], candidate.point)
      }
    }
  }

  /// The first candidate that any path may choose.
  func firstChoice(from number: Int) -> Int {
    var first = timeline.candidates.count
    for path in 0..<pathCount where paths[path].first < paths[path].end {
      first = min(first, timeline.number(of: paths[path].first, path: path))
    }
    return max(first, number)
  }

  /// The prices of the windows that end from one point until before another, and that no position
  /// touches: the relaxation has taken them off its bound.
  ///
  /// - Parameters:
  ///   - point: The one point.
  ///   - next: The other; `nil` for the end.
  /// - Returns: The sum of the prices.
  func refund(from point: Int, until next: Int?) -> Int {
    var sum = 0
    for index in windows.indices {
      let distance = windows[index].distance
      sum += windows[index].sum(
        from: max(point - distance, touched[index]) + 1,
        through: (next ?? windows[index].end) - distance
      )
    }
    return sum
  }

  /// Lets all paths end at a node, unless that costs too much.
  mutating func end(_ node: Int, bound: Int) {
    if bound <= limit { graph.connect(node, -1, bound: bound) }
  }

  /// Puts a choice down that costs less than the cutoff.
  mutating func put(_ number: Int, after node: Int, state: Int32, bound: Int) {
    if choices[number].capacity == 0, let room = spare.popLast() { choices[number] = room }
    choices[number].append(Choice(tail: Int32(node), state: state, bound: bound))
    if choices[number].count > Self.choicesPerState * width { narrow(number) }
  }

  /// How many times as many choices as states are kept of a position.
  private static let choicesPerState = 4

  /// Keeps the better half of the choices of a candidate.
  private mutating func narrow(_ number: Int) {
    guard
      let selection = LeastBounds(
        ContiguousArray(choices[number].lazy.map(\.bound)),
        room: Self.choicesPerState * width / 2
      )
    else { return }
    for (kept, index) in selection.kept.enumerated() {
      choices[number][kept] = choices[number][index]
    }
    choices[number].removeLast(choices[number].count - selection.kept.count)
    cutoffs[number] = selection.leastDropped
    drop(selection.leastDropped)
  }
}
