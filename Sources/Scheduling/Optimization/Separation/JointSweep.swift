/// Dynamic programming over all paths of a separated problem at once, point by point, in which
/// nothing is said of how many positions a path has in all.
///
/// A joint state says for each path its last position and its level. It carries a lower bound on
/// every choice that it can become: what was paid, and for each path the least cost from its last
/// position on, under the prices of the relaxation, given how long it must wait. States that agree
/// merge; states whose bound is above what is already known to be possible are dropped. (R. E.
/// Marsten, T. L. Morin, "A hybrid approach to discrete mathematical programming", Mathematical
/// Programming 14, 1978.)
///
/// A choice keeps all other paths waiting for a while, so a state sleeps until one of them may
/// choose again.
///
/// No more than `width` states are kept at a point, those with the least bounds. Where that drops
/// none, the graph holds every choice of interest; otherwise the least bound dropped is a lower
/// bound of the others. Such a search with a growing width is complete beam search (W. Zhang,
/// "Complete anytime beam search", AAAI 1998).
struct JointSweep {
  /// How far a sweep may go.
  struct Room {
    /// The most states that are kept at a point.
    var width: Int
    /// The most arcs that are found in all.
    var arcs: Int
  }

  /// The joint states that were found.
  private(set) var graph: JointGraph
  /// No choice that was dropped for want of room costs less, scaled; `nil` where none was.
  private(set) var leastDropped: Int?
  /// What each path may do.
  let automata: PathAutomata

  private let windows: [SeparationPrices.Windows]
  private let timeline: SeparationTimeline
  private let pathCount: Int
  private let limit: Int
  /// For each point, and behind the last, the states that may next choose there.
  private var waking: ContiguousArray<JointStates>
  private var merged = JointStateTable()

  /// Prepares to sweep.
  ///
  /// - Parameters:
  ///   - relaxation: The paths and the prices.
  ///   - timeline: The points of the problem.
  ///   - limit: The scaled cost above which no choice is of interest.
  init(_ relaxation: SeparationRelaxation, timeline: SeparationTimeline, limit: Int) {
    self.timeline = timeline
    self.limit = limit
    automata = PathAutomata(relaxation, limit: limit)
    windows = relaxation.prices.windows
    pathCount = relaxation.paths.count
    let initial = automata.initial.map { Int32($0) }
    graph = JointGraph(states: initial, bound: relaxation.bound)
    waking = ContiguousArray(
      repeating: JointStates(pathCount: pathCount, separationCount: windows.count),
      count: timeline.points.count + 1
    )
    waking[0].appendFirst(states: initial, bound: relaxation.bound)
  }

  /// Sweeps over all points.
  ///
  /// - Parameters:
  ///   - room: How far the sweep may go; beyond, all states are dropped.
  ///   - mayGoOn: Asked at each point whether the sweep may go on; where it may not, all states are
  ///     dropped.
  mutating func run(room: Room, while mayGoOn: () -> Bool) {
    for index in timeline.points.indices {
      guard graph.arcs.count <= room.arcs, mayGoOn() else {
        for states in waking[index...] { drop(states.bounds.min()) }
        return
      }
      var states = JointStates(pathCount: pathCount, separationCount: windows.count)
      swap(&states, &waking[index])
      drop(states.narrow(to: room.width))
      pass(&states, at: index)
    }
    let last = waking[timeline.points.count]
    for index in 0..<last.count {
      graph.connect(last.nodes[index], -1, bound: last.bounds[index])
    }
  }

  private mutating func drop(_ bound: Int?) {
    guard let bound else { return }
    leastDropped = min(leastDropped ?? bound, bound)
  }

  /// Lets states choose at a point, and passes all on to where they may next choose.
  private mutating func pass(_ states: inout JointStates, at index: Int) {
    let candidates = timeline.ranges[index]
    let old = states.count
    merged.removeAll()
    var current = 0
    // Choices made here are appended, and continued in their turn: what leads to one of them has
    // fewer paths that chose here, so it comes before.
    while current < states.count {
      let isOld = current < old
      let chooser = isOld ? -1 : graph.choosers[Int(states.nodes[current])]
      var bound = states.bounds[current]
      for number in candidates {
        let candidate = timeline.candidates[number]
        let path = candidate.path
        guard states.free(path, at: current) <= candidate.position else { continue }
        let state = automata.states[Int(states.state(of: path, at: current))]
        guard candidate.position >= state.first && candidate.position < state.end else { continue }
        let arcNumber = Int(state.offset + candidate.position - state.first)
        let arc = automata.arcs[arcNumber]
        if arc.target >= 0 && path > chooser { choose(candidate, by: arc, &states, current) }
        bound += automata.arcs[arcNumber + 1].waiting - arc.waiting
      }
      if bound <= limit {
        let next = isOld ? index + 1 : pointOfChoice(states, current, after: index)
        bound += refund(states, current, from: index, until: next)
        if bound <= limit { waking[next].append(current, of: states, bound: bound) }
      }
      current += 1
    }
  }

  /// Adds the state in which a path chooses, unless it costs too much.
  private mutating func choose(
    _ candidate: SeparationTimeline.Candidate,
    by arc: PathAutomata.Arc,
    _ states: inout JointStates,
    _ current: Int
  ) {
    var bound = states.bounds[current] + arc.through - arc.waiting
    guard bound <= limit else { return }
    for number in candidate.blocked {
      let blocked = timeline.blocked[number]
      let before = max(states.free(blocked.path, at: current), blocked.current)
      guard blocked.free > before else { continue }
      let other = Int(states.state(of: blocked.path, at: current))
      bound += automata.waiting(other, for: blocked.free) - automata.waiting(other, for: before)
    }
    guard bound <= limit else { return }
    let move = JointStates.Move(
      to: arc.target,
      from: states.state(of: candidate.path, at: current),
      bound: bound,
      hash: states.hashes[current]
    )
    let result = merged.insert(states, current, after: move, of: candidate.path)
    if result == states.count {
      states.append(current, after: move, at: candidate, of: timeline, node: graph.count)
      graph.append(chooser: candidate.path, like: states, result)
    } else if bound < states.bounds[result] {
      states.lower(result, to: bound)
      graph.lower(states.nodes[result], to: bound)
    }
    graph.connect(states.nodes[current], states.nodes[result], bound: bound)
  }

  /// The point after another at which any path may choose.
  private func pointOfChoice(_ states: JointStates, _ current: Int, after index: Int) -> Int {
    var earliest = timeline.points.count
    for path in 0..<pathCount {
      let state = automata.states[Int(states.state(of: path, at: current))]
      let first = max(state.first, states.free(path, at: current))
      guard first < state.end else { continue }
      earliest = min(earliest, timeline.pointNumbers[path][Int(first)])
    }
    return max(earliest, index + 1)
  }

  /// The prices of the windows that end from one point until before another, and that no position
  /// touches: the relaxation has taken them off its bound.
  private func refund(
    _ states: JointStates,
    _ current: Int,
    from index: Int,
    until next: Int
  ) -> Int {
    let points = timeline.points
    var sum = 0
    for (number, windows) in windows.enumerated() {
      let touched = Int(states.touched(number, at: current))
      sum += windows.sum(
        from: max(points[index] - windows.distance, touched) + 1,
        through: next < points.count ? points[next] - windows.distance : points[points.count - 1]
      )
    }
    return sum
  }
}
