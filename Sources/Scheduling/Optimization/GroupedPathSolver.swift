/// The shortest paths of a ``GroupedPath``, again and again with some positions forbidden, forced
/// or priced.
///
/// It is dynamic programming over states: the last position chosen, how many are chosen in its
/// group, and, only where needed, how many are chosen in all. Two passes give everything:
///
/// - The *backward* pass computes for each state the least cost of a path from there to the end
///   that keeps all limits. The optimum is the least over the first positions, and walking forward
///   along states of optimal cost finds the path.
/// - The *forward* pass computes for each state the least cost of reaching it. The state says all
///   that the limits need to know of the past, so the best path through a position costs the least,
///   over the position's states, of the sum of the two. This is exact whatever the counts.
///
/// Among optimal paths the lexicographically earliest is found: the first position as early as
/// possible, then the second, and so on, where a further position comes before none.
///
/// The total count multiplies the work, so the optimum is first sought without it. Where the path
/// found keeps the total limits, it is optimal with them too, and also the earliest of the optimal
/// ones, for with them there are only fewer. Otherwise it is sought again with the count, along the
/// arcs that are left where a price takes the place of the limits (``PricedPath``).
///
/// - Complexity: O(n²g) for a solution without the total count, and g + t times n² with it, where n
///   is the number of positions, g the most that a group can hold, and t the most in total; less
///   where groups that must not be empty or forced positions cut arcs short. Space is O(ngt) beside
///   that of the problem; the buffers are used again.
///
/// Source: R. Bellman, "Dynamic Programming", 1957; for the two passes, the label-setting methods
/// for shortest paths with resources in S. Irnich, G. Desaulniers, "Shortest path problems with
/// resource constraints", 2005.
package struct GroupedPathSolver: Sendable {
  /// What differs from the problem in one solution of it.
  package struct Adjustments: Sendable, Equatable {
    /// The positions that must not be on the path.
    package var forbidden: Set<Int>
    /// The positions that must be on the path, beside those that the problem forces.
    package var forced: Set<Int>
    /// For each position, what it costs beside its cost; empty for nothing.
    ///
    /// Prices may be negative.
    package var prices: ContiguousArray<Int>

    /// Creates adjustments; none by default.
    package init(
      forbidden: Set<Int> = [],
      forced: Set<Int> = [],
      prices: ContiguousArray<Int> = []
    ) {
      self.forbidden = forbidden
      self.forced = forced
      self.prices = prices
    }
  }

  /// A path and what it costs.
  package struct Solution: Sendable, Equatable {
    /// The cost, prices included.
    package var cost: Int
    /// The positions on the path, ascending.
    package var path: [Int]

    /// Creates a solution.
    package init(cost: Int, path: [Int]) {
      self.cost = cost
      self.path = path
    }
  }

  /// The problem.
  package let problem: GroupedPath

  private let count: Int

  // What a solution sets up and its passes read.
  private var graph: GroupedPathGraph
  private var costs: ContiguousArray<Int>
  /// Whether the total count is part of the state.
  private var tracksTotal = false
  /// How many total counts are told apart.
  private var depth = 1
  /// For each state, its cost and the least cost from it to the end.
  private var backward: ContiguousArray<Int> = []
  /// For each state, the least cost of reaching it, its own cost included.
  private var forward: ContiguousArray<Int> = []

  /// Creates a solver of a problem.
  package init(_ problem: GroupedPath) {
    self.problem = problem
    count = problem.positions.count
    costs = ContiguousArray(problem.positions.map(\.cost))
    graph = problem.graph
  }

  /// The optimal path; of several, the lexicographically earliest.
  ///
  /// - Parameter adjustments: What differs from the problem.
  /// - Returns: `nil` where no path keeps all limits.
  package mutating func solve(_ adjustments: Adjustments = Adjustments()) -> Solution? {
    setUp(adjustments)
    return solve(isAsCompiled: adjustments == Adjustments())
  }

  /// The optimal path along some of the arcs; of several, the lexicographically earliest.
  ///
  /// - Parameter graph: Arcs that the limits of the problem allow.
  /// - Returns: `nil` where no path along them keeps all limits.
  package mutating func solve(along graph: GroupedPathGraph) -> Solution? {
    setUp(Adjustments())
    self.graph = graph
    return solve(isAsCompiled: false)
  }

  private mutating func solve(isAsCompiled: Bool) -> Solution? {
    if problem.totalLimits.most < 0 { return nil }
    guard let solution = solve(trackingTotal: false) else { return nil }
    if problem.totalLimits.contains(solution.path.count) { return solution }
    if isAsCompiled { graph = arcsOfBestPaths() ?? graph }
    return solve(trackingTotal: true)
  }

  /// The arcs that paths may have which cost no more than one that keeps all limits.
  ///
  /// The limits on the total are relaxed with a price for each position. What a path costs beyond the
  /// bound that this gives, any of its arcs costs at most beyond the least.
  ///
  /// - Returns: The arcs of all optimal paths, and few others; `nil` where the price finds no path that
  ///   keeps all limits.
  private func arcsOfBestPaths() -> GroupedPathGraph? {
    let limits = GroupedPath.Limits(
      least: Swift.max(0, problem.totalLimits.least),
      most: Swift.min(count, problem.totalLimits.most)
    )
    var priced = PricedPath(problem, forbidden: [], reach: 0)
    let free = PathPrices()
    let price = priced.settle(limits, from: free)
    guard priced.optimum < unreachable / 2, limits.contains(priced.choice.count) else { return nil }
    let cost = problem.cost(of: priced.choice) * SeparationPrices.scale
    let loss = cost - (priced.optimum - limits.worth(of: price))
    priced.cutArcs(losingMoreThan: loss, prices: free.changing(perPosition: price, totals: limits))
    return priced.graph
  }

  /// For each position, the cost of the best path through it.
  ///
  /// A position through which no path keeps all limits has `nil`.
  ///
  /// - Parameter adjustments: What differs from the problem.
  /// - Returns: The costs, by position, prices included.
  package mutating func costsOfForcing(
    _ adjustments: Adjustments = Adjustments()
  ) -> [Int?] {
    setUp(adjustments)
    prepareStates(trackingTotal: !groupLimitsImplyTotalLimits)
    guard depth > 0 else { return Array(repeating: nil, count: count) }
    backwardPass()
    forwardPass()
    return (0..<count).map { position in
      var best = unreachable
      for state in states(of: position) {
        best = Swift.min(best, forward[state] + backward[state] - costs[position])
      }
      return best < unreachable / 2 ? best : nil
    }
  }

  /// Whether any path that keeps the limits of the groups keeps those of the total.
  private var groupLimitsImplyTotalLimits: Bool {
    var sizes = [Int](repeating: 0, count: problem.groupLimits.count)
    for position in problem.positions { sizes[position.group] += 1 }
    let counts = zip(problem.groupLimits, sizes).map { limits, size in
      (least: Swift.min(limits.least, size), most: Swift.min(limits.most, size))
    }
    return problem.totalLimits.least <= counts.reduce(0) { $0 + $1.least }
      && counts.reduce(0) { $0 + $1.most } <= problem.totalLimits.most
  }
}

// MARK: - Setting up

extension GroupedPathSolver {
  private mutating func setUp(_ adjustments: Adjustments) {
    precondition(
      adjustments.prices.isEmpty || adjustments.prices.count == count,
      "there must be a price for each position"
    )
    // A further position that is forced takes arcs away, and adds none.
    graph =
      adjustments.forced.isEmpty
      ? problem.graph
      : GroupedPathGraph(
        problem.positions,
        groupLimits: problem.groupLimits,
        leastGap: problem.leastGap,
        forced: adjustments.forced
      )
    graph.forbid(adjustments.forbidden)
    for index in 0..<count {
      costs[index] =
        problem.positions[index].cost
        + (adjustments.prices.isEmpty ? 0 : adjustments.prices[index])
    }
  }

  private mutating func prepareStates(trackingTotal: Bool) {
    tracksTotal = trackingTotal
    depth = trackingTotal ? Swift.min(problem.totalLimits.most, count) : 1
  }
}

// MARK: - States

extension GroupedPathSolver {
  /// The states of a position, by its count within its group, then by the total count.
  private func states(of position: Int) -> Range<Int> {
    let first = position * graph.width * depth
    return first..<first + graph.width * depth
  }

  /// The first state of a position with a count within its group, from level 0 for the count 1.
  private func states(of position: Int, level: Int) -> Int {
    (position * graph.width + level) * depth
  }

  /// How far a further position moves the total count.
  private var step: Int { tracksTotal ? 1 : 0 }
}

// MARK: - Passes

extension GroupedPathSolver {
  private mutating func solve(trackingTotal: Bool) -> Solution? {
    prepareStates(trackingTotal: trackingTotal)
    var best = graph.mayBeEmpty && problem.totalLimits.least <= 0 ? problem.emptyCost : unreachable
    if depth > 0 {
      backwardPass()
      for head in graph.entry where graph.isUsable[head] {
        best = Swift.min(best, problem.entryCosts[head] + backward[states(of: head, level: 0)])
      }
    }
    guard best < unreachable / 2 else { return nil }
    return Solution(cost: best, path: earliestPath(cost: best))
  }

  private mutating func backwardPass() {
    // Arrays of its own are written to without asking each time whether they are shared.
    var backward = ContiguousArray(repeating: unreachable, count: count * graph.width * depth)
    var withinGroup = ContiguousArray(repeating: unreachable, count: graph.width * depth)
    var acrossGroups = ContiguousArray(repeating: unreachable, count: depth)
    let reach = depth - step
    for tail in (0..<count).reversed() where graph.isUsable[tail] {
      let group = problem.positions[tail].group
      for index in withinGroup.indices { withinGroup[index] = unreachable }
      for index in acrossGroups.indices { acrossGroups[index] = unreachable }
      var head = graph.successors[tail].lowerBound
      let end = graph.successors[tail].upperBound
      while head < end && problem.positions[head].group == group {
        let arc = problem.arcCost(from: tail, to: head)
        for level in 0..<graph.levels[tail] where graph.isUsable[head] {
          guard let next = graph.nextLevel(after: level, at: tail) else { continue }
          let from = states(of: head, level: next) + step
          Self.lower(&withinGroup, at: level * depth, to: backward, at: from, arc, count: reach)
        }
        head += 1
      }
      while head < end {
        if graph.isUsable[head] {
          let arc = problem.arcCost(from: tail, to: head)
          let from = states(of: head, level: 0) + step
          Self.lower(&acrossGroups, at: 0, to: backward, at: from, arc, count: reach)
        }
        head += 1
      }
      for level in 0..<graph.levels[tail] {
        let isComplete = graph.isComplete(level, at: tail)
        let exits = isComplete && graph.mayExit[tail]
        let state = states(of: tail, level: level)
        for total in 0..<depth {
          var rest = withinGroup[level * depth + total]
          if isComplete { rest = Swift.min(rest, acrossGroups[total]) }
          if exits && (!tracksTotal || total + 1 >= problem.totalLimits.least) {
            rest = Swift.min(rest, problem.exitCosts[tail])
          }
          backward[state + total] = rest >= unreachable / 2 ? unreachable : rest + costs[tail]
        }
      }
    }
    self.backward = backward
  }

  private mutating func forwardPass() {
    var forward = ContiguousArray(repeating: unreachable, count: count * graph.width * depth)
    var acrossGroups = ContiguousArray(repeating: unreachable, count: depth)
    let reach = depth - step
    for head in graph.entry where graph.isUsable[head] {
      forward[states(of: head, level: 0)] = problem.entryCosts[head] + costs[head]
    }
    for tail in 0..<count where graph.isUsable[tail] {
      let group = problem.positions[tail].group
      for index in acrossGroups.indices { acrossGroups[index] = unreachable }
      for level in 0..<graph.levels[tail] where graph.isComplete(level, at: tail) {
        let from = states(of: tail, level: level)
        Self.lower(&acrossGroups, at: 0, to: forward, at: from, 0, count: depth)
      }
      var head = graph.successors[tail].lowerBound
      let end = graph.successors[tail].upperBound
      while head < end && problem.positions[head].group == group {
        let arc = problem.arcCost(from: tail, to: head) + costs[head]
        for level in 0..<graph.levels[tail] where graph.isUsable[head] {
          guard let next = graph.nextLevel(after: level, at: tail) else { continue }
          let from = states(of: tail, level: level)
          let to = states(of: head, level: next) + step
          for total in 0..<reach where forward[from + total] < unreachable / 2 {
            forward[to + total] = Swift.min(forward[to + total], forward[from + total] + arc)
          }
        }
        head += 1
      }
      while head < end {
        if graph.isUsable[head] {
          let arc = problem.arcCost(from: tail, to: head) + costs[head]
          let to = states(of: head, level: 0) + step
          for total in 0..<reach where acrossGroups[total] < unreachable / 2 {
            forward[to + total] = Swift.min(forward[to + total], acrossGroups[total] + arc)
          }
        }
        head += 1
      }
    }
    self.forward = forward
  }

  /// Lowers costs to what others and an arc cost together, where that is less.
  ///
  /// - Parameters:
  ///   - costs: The costs.
  ///   - first: The first of them that is lowered.
  ///   - others: The other costs.
  ///   - other: The first of them.
  ///   - arc: What the arc costs.
  ///   - count: How many are lowered.
  private static func lower(
    _ costs: inout ContiguousArray<Int>,
    at first: Int,
    to others: ContiguousArray<Int>,
    at other: Int,
    _ arc: Int,
    count: Int
  ) {
    for index in 0..<count {
      costs[first &+ index] = Swift.min(costs[first &+ index], arc &+ others[other &+ index])
    }
  }

  /// Walks along states from which the end is reached at optimal cost, each step to the earliest.
  private func earliestPath(cost: Int) -> [Int] {
    guard depth > 0,
      var last = graph.entry.first(where: { head in
        graph.isUsable[head]
          && problem.entryCosts[head] + backward[states(of: head, level: 0)] == cost
      })
    else { return [] }
    var path = [last]
    var level = 0
    var total = 0
    while true {
      let rest = backward[states(of: last, level: level) + total] - costs[last]
      guard total + step < depth else { return path }
      let next = graph.successors[last].lazy.compactMap { head -> (head: Int, level: Int)? in
        guard let next = graph.level(ofArcFrom: last, level: level, to: head) else { return nil }
        let state = states(of: head, level: next) + total + step
        return problem.arcCost(from: last, to: head) + backward[state] == rest
          ? (head, next) : nil
      }.first
      guard let next else { return path }
      path.append(next.head)
      (last, level, total) = (next.head, next.level, total + step)
    }
  }
}
