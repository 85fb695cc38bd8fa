/// Dynamic programming over a joint graph with the count of each path, which finds the best of the
/// choices that the graph holds and that keep the limits on totals.
///
/// A label is a way to a node: the counts with which it gets there, and the least cost of doing so.
/// What the rest costs at least is known exactly but for the counts, from a pass over the graph
/// backward under prices that suit these (``TotalsRelaxation``); so few labels are left of those that cost
/// no more than a limit.
/// The limit is raised until a choice is found. (Labels as in M. Desrochers, F. Soumis, "A generalized
/// permanent labelling algorithm for the shortest path problem with time windows", INFOR 26, 1988;
/// rising limits as in R. E. Korf, "Depth-first iterative-deepening", Artificial Intelligence 27, 1985.)
struct CountedSweep {
  /// How far a sweep may go.
  struct Room {
    /// The most labels that are kept for the nodes at a point.
    var width: Int
    /// The most labels from which on only a few are kept at a further point.
    var labels: Int
    /// How many that is.
    var leastWidth: Int
  }

  /// What a sweep found.
  struct Outcome {
    /// The best choice found; `nil` where none was.
    var best: SeparatedPaths.Choice?
    /// No choice of the graph that was dropped costs less, scaled; `nil` where none was.
    var leastDropped: Int?
  }

  /// A way to a node with some counts.
  private struct Label {
    /// The number of the combination of counts.
    var counts: Int32
    /// The label before it.
    var parent: Int32
    /// The node.
    var node: Int32
    /// What the limits on totals add at least.
    var slack: Int
    /// The bound of the node when it is reached in this way.
    var cost: Int
  }

  private let graph: JointGraph
  /// For each node, what ways cost from there on at least, scaled.
  private var excesses: ContiguousArray<Int>
  /// What the beginning costs, scaled.
  private var origin: Int
  private let automata: PathAutomata
  private var totals: PathTotals
  private var vectors: CountVectors
  private var labels: ContiguousArray<Label> = []
  /// For each node, where its labels begin.
  private var begins: ContiguousArray<Int32> = []
  private var leastDropped: Int?
  /// Whether the limit has cut anything away.
  private var isCut = false

  /// Prepares to sweep over the graph that another sweep found.
  init(_ sweep: JointSweep, of relaxation: SeparationRelaxation) {
    graph = sweep.graph
    excesses = sweep.graph.excesses()
    origin = graph.bounds[0]
    automata = sweep.automata
    totals = PathTotals(relaxation, automata: sweep.automata)
    vectors = CountVectors(pathCount: graph.pathCount)
  }

  /// No choice that the graph holds costs less, scaled.
  var bound: Int { origin + excesses[0] }

  /// Ways through the graph that cost least under the prices of the relaxation.
  ///
  /// - Precondition: There was no search.
  ///
  /// - Parameters:
  ///   - limit: The scaled cost above which no way is of interest.
  ///   - count: How many arcs they go through at the most.
  /// - Returns: The ways; `nil` where there is none.
  func ways(limit: Int, arcs count: Int) -> TotalsRelaxation? {
    guard bound <= limit else { return nil }
    let all = TotalsRelaxation(graph, excesses: excesses, limit: limit, totals)
    return all.narrowed(to: count)
  }

  /// By how much the first limit is above ``bound``, in points; each further one exceeds it by
  /// twice as much.
  private static let firstAllowance = 4

  /// Searches for the best choice.
  ///
  /// - Parameters:
  ///   - limit: The scaled cost above which no choice is of interest.
  ///   - room: How many labels may be kept.
  ///   - mayGoOn: Asked again and again whether the search may go on; where it may not, everything is
  ///     dropped.
  /// - Returns: The best choice, where nothing was dropped that costs less.
  mutating func search(limit: Int, room: Room, while mayGoOn: () -> Bool) -> Outcome {
    let arcs = climb(to: limit, while: mayGoOn)
    var allowance = Self.firstAllowance * SeparationPrices.scale
    while bound <= limit {
      let tried = min(limit, bound + allowance)
      let some = arcs.limited(to: tried)
      guard let reached = run(along: some, limit: tried, room: room, while: mayGoOn) else {
        return Outcome(leastDropped: bound)
      }
      if reached.best != nil || tried == limit { return reached }
      let isWhole = some.count == arcs.count && !isCut && reached.leastDropped == nil
      if isWhole { return reached }
      // Where there are too many labels already, a greater limit helps to find anything at all.
      allowance = reached.leastDropped == nil ? 2 * allowance : limit - bound
    }
    return Outcome()
  }

  /// Finds the prices for totals under which the graph is left with few arcs, and these.
  private mutating func climb(to limit: Int, while mayGoOn: () -> Bool) -> JointPredecessors {
    var relaxation = TotalsRelaxation(graph, excesses: excesses, limit: limit, totals)
    relaxation.climb(to: limit, while: mayGoOn)
    totals = relaxation.totals
    origin = relaxation.reached[0]
    let priced = relaxation.priced()
    excesses = priced.excesses
    return JointPredecessors(
      priced.arcs,
      reached: relaxation.reached,
      excesses: excesses,
      limit: limit
    )
  }

  /// Sweeps once.
  ///
  /// - Returns: What that found; `nil` where it was stopped.
  private mutating func run(
    along predecessors: JointPredecessors,
    limit: Int,
    room: Room,
    while mayGoOn: () -> Bool
  ) -> Outcome? {
    leastDropped = nil
    isCut = false
    labels.removeAll(keepingCapacity: true)
    begins = ContiguousArray(repeating: 0, count: graph.count + 1)
    guard let first = firstLabel() else { return Outcome() }
    labels.append(first)
    begins[1] = 1
    // For each combination of counts, the last label that was made with it.
    var latest: ContiguousArray<Int32> = []
    var firstOfPoint = 1
    for node in 1..<max(1, graph.count) {
      if node > firstOfPoint, point(of: node) != point(of: firstOfPoint) {
        narrow(firstOfPoint..<node, to: labels.count < room.labels ? room.width : room.leastWidth)
        firstOfPoint = node
        guard mayGoOn() else { return nil }
      }
      extend(to: node, along: predecessors.arcs(to: node), &latest, limit: limit)
      begins[node + 1] = Int32(labels.count)
    }
    let best = best(predecessors.arcsToEnd, limit: limit)
    return Outcome(best: best, leastDropped: leastDropped)
  }

  private func firstLabel() -> Label? {
    var slack = 0
    for path in 0..<graph.pathCount {
      guard let own = totals.slack(of: path, state: graph.state(of: path, at: 0), count: 0) else {
        return nil
      }
      slack += own
    }
    return Label(
      counts: CountVectors.zero,
      parent: -1,
      node: 0,
      slack: slack,
      cost: origin
    )
  }

  /// The point at which a node is made.
  private func point(of node: Int) -> Int {
    let path = Int(graph.choosers[node])
    return automata.point(of: graph.state(of: path, at: node))
  }

  /// Makes the labels of a node from those of the nodes before it.
  private mutating func extend(
    to node: Int,
    along arcs: ArraySlice<JointPredecessors.Arc>,
    _ latest: inout ContiguousArray<Int32>,
    limit: Int
  ) {
    let begin = labels.count
    let path = Int(graph.choosers[node])
    let state = graph.state(of: path, at: node)
    let most = limit - excesses[node]
    for arc in arcs {
      let previous = graph.state(of: path, at: Int(arc.tail))
      for index in Int(begins[Int(arc.tail)])..<Int(begins[Int(arc.tail) + 1]) {
        let label = labels[index]
        let cost = label.cost + arc.cost
        guard cost + label.slack <= most else {
          isCut = true
          continue
        }
        var counts = label.counts
        var slack = label.slack
        if totals.matter[path] {
          counts = vectors.adding(path, to: counts)
          let count = vectors.count(of: path, in: counts)
          guard let after = totals.slack(of: path, state: state, count: count),
            let before = totals.slack(of: path, state: previous, count: count - 1)
          else { continue }
          slack += after - before
          guard cost + slack <= most else {
            isCut = true
            continue
          }
        }
        while latest.count <= Int(counts) { latest.append(-1) }
        let same = Int(latest[Int(counts)])
        // Labels are removed again, so what stands there may be another's.
        if same >= begin, same < labels.count, labels[same].counts == counts {
          if cost < labels[same].cost {
            labels[same].cost = cost
            labels[same].parent = Int32(index)
          }
        } else {
          latest[Int(counts)] = Int32(labels.count)
          labels.append(
            Label(
              counts: counts,
              parent: Int32(index),
              node: Int32(node),
              slack: slack,
              cost: cost
            )
          )
        }
      }
    }
  }

  /// Keeps the labels of some nodes that cost least.
  private mutating func narrow(_ nodes: Range<Int>, to width: Int) {
    let begin = Int(begins[nodes.lowerBound])
    guard labels.count - begin > width else { return }
    let costs = ContiguousArray(
      labels[begin...].map { $0.cost + $0.slack + excesses[Int($0.node)] }
    )
    guard let selection = LeastBounds(costs, room: width) else { return }
    leastDropped = min(leastDropped ?? .max, selection.leastDropped)
    // Where a label that is kept has gone: those made after it at the same point name it.
    var moved = ContiguousArray<Int32>(repeating: -1, count: costs.count)
    var end = begin
    var node = nodes.lowerBound
    for index in selection.kept {
      var label = labels[begin + index]
      while node < Int(label.node) {
        node += 1
        begins[node] = Int32(end)
      }
      if Int(label.parent) >= begin {
        label.parent = moved[Int(label.parent) - begin]
        guard label.parent >= 0 else {
          leastDropped = min(leastDropped ?? .max, costs[index])
          continue
        }
      }
      moved[index] = Int32(end)
      labels[end] = label
      end += 1
    }
    while node < nodes.upperBound {
      node += 1
      begins[node] = Int32(end)
    }
    labels.removeLast(labels.count - end)
  }

  private mutating func best(
    _ arcs: ArraySlice<JointPredecessors.Arc>,
    limit: Int
  ) -> SeparatedPaths.Choice? {
    var best: (cost: Int, label: Int)?
    for arc in arcs {
      for index in Int(begins[Int(arc.tail)])..<Int(begins[Int(arc.tail) + 1]) {
        guard let slack = slack(ofTotals: labels[index].counts) else { continue }
        let cost = labels[index].cost + arc.cost + slack
        if cost > limit {
          isCut = true
        } else if cost < best?.cost ?? .max {
          best = (cost, index)
        }
      }
    }
    guard let best else { return nil }
    var choices = [[Int]](repeating: [], count: graph.pathCount)
    var label = best.label
    while labels[label].parent >= 0 {
      let node = Int(labels[label].node)
      let path = Int(graph.choosers[node])
      choices[path].append(automata.position(of: graph.state(of: path, at: node)))
      label = Int(labels[label].parent)
    }
    // Without prices and what they bought, the cost is a whole number of points.
    return SeparatedPaths.Choice(
      cost: best.cost / SeparationPrices.scale,
      positions: choices.map { $0.reversed() }
    )
  }

  private func slack(ofTotals counts: Int32) -> Int? {
    var slack = 0
    for path in 0..<graph.pathCount {
      guard let own = totals.slack(of: path, total: vectors.count(of: path, in: counts)) else {
        return nil
      }
      slack += own
    }
    return slack
  }
}
