/// What each path may do next under prices, and what that costs to the end at least.
///
/// A state is the last position of a path and its level, or that it has no position yet. The states
/// of all paths stand in one table, each path's one after another, so that the number of a state
/// says which path it belongs to. States and arcs that no choice can have that is of interest are
/// left out.
struct PathAutomata {
  /// A state, and the positions that it may go to.
  struct State {
    /// The first position that it may go to.
    var first: Int32
    /// The position after the last that it may go to, at least `first`.
    var end: Int32
    /// Where its arcs begin: one for each position from `first` until `end`, and one for the end.
    var offset: Int32
    /// The last position; -1 where there is none yet.
    var position: Int32
    /// Its point; 0 where there is none yet.
    var point: Int32
  }

  /// An arc from a state to a position, or to the end.
  struct Arc {
    /// The state that it leads to; -1 where there is no such arc, and for the end.
    var target: Int32
    /// The least scaled cost to the end of a path that takes this arc.
    var through: Int
    /// The least scaled cost to the end of a path that takes this arc or a later one.
    var waiting: Int
  }

  /// The states.
  private(set) var states: ContiguousArray<State> = []
  /// The arcs of all states.
  private(set) var arcs: ContiguousArray<Arc> = []
  /// For each path, its state without a position.
  private(set) var initial: [Int] = []

  /// Compiles the paths of a relaxation under its prices.
  ///
  /// - Complexity: O(a) for a arcs, times the levels.
  ///
  /// - Parameters:
  ///   - relaxation: The paths and prices.
  ///   - limit: The scaled cost above which no choice is of interest.
  init(_ relaxation: SeparationRelaxation, limit: Int) {
    for (path, prices) in zip(relaxation.paths, relaxation.met) {
      append(path, prices: prices, most: path.optimum + limit - relaxation.bound)
    }
  }

  /// Adds the states and arcs of a path.
  ///
  /// - Parameters:
  ///   - path: The path, solved under the prices.
  ///   - prices: The prices.
  ///   - most: The most that the path may cost.
  private mutating func append(_ path: PricedPath, prices: PathPrices, most: Int) {
    let graph = path.graph
    let width = graph.width
    let count = path.path.positions.count
    // The least cost of reaching each state, its own position included.
    var reached = ContiguousArray(repeating: unreachable, count: count * width)
    for head in graph.entry where graph.isUsable[head] {
      reached[head * width] = path.entryCost(head)
    }
    var numbers = ContiguousArray<Int32>(repeating: -1, count: count * width)
    initial.append(states.count)
    var number = Int32(states.count + 1)
    for tail in 0..<count where graph.isUsable[tail] {
      for level in 0..<graph.levels[tail] {
        let state = tail * width + level
        guard reached[state] + path.toGo[state] <= most else { continue }
        numbers[state] = number
        number += 1
        for head in graph.successors[tail] {
          guard let next = graph.level(ofArcFrom: tail, level: level, to: head) else { continue }
          let cost = reached[state] + path.step(from: tail, to: head, prices: prices)
          reached[head * width + next] = min(reached[head * width + next], cost)
        }
      }
    }
    append(
      position: -1,
      point: 0,
      heads: graph.entry,
      atEnd: path.emptyCost <= most ? path.emptyCost : unreachable,
      most: most
    ) { head in
      guard graph.isUsable[head] else { return (-1, unreachable) }
      return (numbers[head * width], path.entryCost(head) + path.toGo[head * width])
    }
    for tail in 0..<count {
      for level in 0..<width where numbers[tail * width + level] >= 0 {
        let reached = reached[tail * width + level]
        let exit = path.exitCost(tail, level: level)
        append(
          position: tail,
          point: path.path.positions[tail].point,
          heads: graph.successors[tail],
          atEnd: reached + exit <= most ? exit : unreachable,
          most: most - reached
        ) { head in
          guard let next = graph.level(ofArcFrom: tail, level: level, to: head) else {
            return (-1, unreachable)
          }
          let target = head * width + next
          return (
            numbers[target], path.step(from: tail, to: head, prices: prices) + path.toGo[target]
          )
        }
      }
    }
  }

  private mutating func append(
    position: Int,
    point: Int,
    heads: Range<Int>,
    atEnd: Int,
    most: Int,
    arc: (Int) -> (target: Int32, through: Int)
  ) {
    let offset = arcs.count
    var kept: Range<Int>?
    for head in heads {
      let (target, through) = arc(head)
      let isKept = target >= 0 && through <= most
      guard isKept || kept != nil else { continue }
      arcs.append(
        Arc(target: isKept ? target : -1, through: isKept ? through : unreachable, waiting: 0)
      )
      if isKept { kept = (kept?.lowerBound ?? head)..<head + 1 }
    }
    let range = kept ?? heads.lowerBound..<heads.lowerBound
    arcs.removeLast(arcs.count - offset - range.count)
    arcs.append(Arc(target: -1, through: unreachable, waiting: min(atEnd, unreachable)))
    for index in (offset..<arcs.count - 1).reversed() {
      arcs[index].waiting = min(arcs[index].through, arcs[index + 1].waiting)
    }
    states.append(
      State(
        first: Int32(range.lowerBound),
        end: Int32(range.upperBound),
        offset: Int32(offset),
        position: Int32(position),
        point: Int32(point)
      )
    )
  }

  /// The states of a path.
  func numbers(of path: Int) -> Range<Int> {
    initial[path]..<(path + 1 < initial.count ? initial[path + 1] : states.count)
  }

  /// The last position of the path of a state that has one.
  func position(of state: Int) -> Int { Int(states[state].position) }

  /// The point of its last position.
  func point(of state: Int) -> Int { Int(states[state].point) }

  /// For each state, the fewest and the most positions that may follow; where the end cannot be
  /// reached, the fewest is above the most.
  ///
  /// - Complexity: O(a) for a arcs.
  func followers() -> ContiguousArray<GroupedPath.Limits> {
    let none = GroupedPath.Limits(least: unreachable, most: -unreachable)
    var followers = ContiguousArray(repeating: none, count: states.count)
    for (index, state) in states.enumerated().reversed() {
      let end = Int(state.offset + state.end - state.first)
      var limits = arcs[end].waiting < unreachable / 2 ? GroupedPath.Limits(most: 0) : none
      for arc in arcs[Int(state.offset)..<end] where arc.target >= 0 {
        // What an arc leads to has a greater number.
        let rest = followers[Int(arc.target)]
        limits.least = min(limits.least, rest.least + 1)
        limits.most = max(limits.most, rest.most + 1)
      }
      followers[index] = limits
    }
    return followers
  }

  /// The least scaled cost from a state to the end if no position before `head` is chosen next.
  func waiting(_ state: Int, for head: Int32) -> Int {
    let state = states[state]
    return arcs[Int(state.offset + max(0, min(head, state.end) - state.first))].waiting
  }
}
