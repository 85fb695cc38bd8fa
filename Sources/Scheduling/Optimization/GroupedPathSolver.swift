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
/// ones, for with them there are only fewer. Otherwise it is sought again with the count.
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
  /// For each group, how many counts within it are told apart: with a most that binds, 1 to it;
  /// without, 1 to the least, the last for all above.
  private let levels: [Int]
  /// For each group, whether its most binds.
  private let isCapped: [Bool]
  /// The most of ``levels``.
  private let width: Int
  /// For each group, the first later one that must not be empty.
  private let nextNeeded: [Int?]
  /// For each group, the last position in it or before it.
  private let lastPosition: [Int]

  // What a solution sets up and its passes read.
  private var costs: ContiguousArray<Int>
  private var isForced: ContiguousArray<Bool>
  private var isUsable: ContiguousArray<Bool>
  private var firstSuccessor: ContiguousArray<Int>
  private var endOfSuccessors: ContiguousArray<Int>
  private var mayExit: ContiguousArray<Bool>
  private var entry = 0..<0
  private var mayBeEmpty = false

  /// Whether the total count is part of the state.
  private var tracksTotal = false
  /// How many total counts are told apart.
  private var depth = 1
  /// For each state, its cost and the least cost from it to the end.
  private var backward: ContiguousArray<Int> = []
  /// For each state, the least cost of reaching it, its own cost included.
  private var forward: ContiguousArray<Int> = []
  private var withinGroup: ContiguousArray<Int> = []
  private var acrossGroups: ContiguousArray<Int> = []

  /// Creates a solver of a problem.
  package init(_ problem: GroupedPath) {
    self.problem = problem
    let count = problem.positions.count
    self.count = count
    let groups = problem.groupLimits
    var sizes = [Int](repeating: 0, count: groups.count)
    for position in problem.positions {
      sizes[position.group] += 1
    }
    let isCapped = groups.indices.map { groups[$0].most < sizes[$0] }
    self.isCapped = isCapped
    // A least above the size of the group cannot be reached: one level more than the size is
    // enough to say so.
    let levels = groups.indices.map { group in
      isCapped[group]
        ? groups[group].most : Swift.max(1, Swift.min(groups[group].least, sizes[group] + 1))
    }
    self.levels = levels
    width = Swift.max(1, levels.max() ?? 1)
    var nextNeeded = [Int?](repeating: nil, count: groups.count)
    var needed: Int?
    for group in groups.indices.reversed() {
      nextNeeded[group] = needed
      if groups[group].least > 0 { needed = group }
    }
    self.nextNeeded = nextNeeded
    var lastPosition: [Int] = []
    var end = 0
    for size in sizes {
      end += size
      lastPosition.append(end - 1)
    }
    self.lastPosition = lastPosition
    costs = ContiguousArray(repeating: 0, count: count)
    isForced = ContiguousArray(repeating: false, count: count)
    isUsable = ContiguousArray(repeating: true, count: count)
    firstSuccessor = ContiguousArray(repeating: 0, count: count)
    endOfSuccessors = ContiguousArray(repeating: 0, count: count)
    mayExit = ContiguousArray(repeating: false, count: count)
  }

  /// The optimal path; of several, the lexicographically earliest.
  ///
  /// - Parameter adjustments: What differs from the problem.
  /// - Returns: `nil` where no path keeps all limits.
  package mutating func solve(_ adjustments: Adjustments = Adjustments()) -> Solution? {
    setUp(adjustments)
    if problem.totalLimits.most < 0 { return nil }
    guard let solution = solve(trackingTotal: false) else { return nil }
    if problem.totalLimits.contains(solution.path.count) { return solution }
    return solve(trackingTotal: true)
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
    var least = 0
    var most = 0
    var begin = 0
    for (group, limits) in problem.groupLimits.enumerated() {
      let size = lastPosition[group] + 1 - begin
      begin = lastPosition[group] + 1
      least += Swift.min(limits.least, size)
      most += Swift.min(limits.most, size)
    }
    return problem.totalLimits.least <= least && most <= problem.totalLimits.most
  }
}

// MARK: - Setting up

extension GroupedPathSolver {
  private mutating func setUp(_ adjustments: Adjustments) {
    precondition(
      adjustments.prices.isEmpty || adjustments.prices.count == count,
      "there must be a price for each position"
    )
    for index in 0..<count {
      let position = problem.positions[index]
      costs[index] =
        position.cost + (adjustments.prices.isEmpty ? 0 : adjustments.prices[index])
      isForced[index] = position.isForced || adjustments.forced.contains(index)
      isUsable[index] =
        problem.groupLimits[position.group].most > 0 && !adjustments.forbidden.contains(index)
    }
    var nextForced: Int?
    var firstFarEnough = count
    for index in (0..<count).reversed() {
      let position = problem.positions[index]
      // The points ascend, so the first far enough only moves back.
      while firstFarEnough > index + 1
        && problem.positions[firstFarEnough - 1].point - position.point >= problem.leastGap
      {
        firstFarEnough -= 1
      }
      firstSuccessor[index] = firstFarEnough
      if let nextForced, position.isSettled, problem.positions[nextForced].isSettled {
        firstSuccessor[index] = Swift.min(firstFarEnough, nextForced)
      }
      let needed = nextNeeded[position.group]
      endOfSuccessors[index] = endOfArcs(nextForced: nextForced, nextNeeded: needed)
      mayExit[index] = nextForced == nil && needed == nil
      if isForced[index] { nextForced = index }
    }
    let needed = problem.groupLimits.firstIndex { $0.least > 0 }
    entry = 0..<endOfArcs(nextForced: nextForced, nextNeeded: needed)
    mayBeEmpty = nextForced == nil && needed == nil && problem.totalLimits.least <= 0
  }

  /// The position after the last that an arc may go to.
  ///
  /// An arc jumps neither over a forced position nor over a group that must not be empty.
  private func endOfArcs(nextForced: Int?, nextNeeded: Int?) -> Int {
    Swift.min(
      nextForced.map { $0 + 1 } ?? count,
      nextNeeded.map { lastPosition[$0] + 1 } ?? count
    )
  }

  private mutating func prepareStates(trackingTotal: Bool) {
    tracksTotal = trackingTotal
    depth = trackingTotal ? Swift.min(problem.totalLimits.most, count) : 1
    withinGroup = ContiguousArray(repeating: unreachable, count: width * depth)
    acrossGroups = ContiguousArray(repeating: unreachable, count: depth)
  }
}

// MARK: - States

extension GroupedPathSolver {
  /// The states of a position, by its count within its group, then by the total count.
  private func states(of position: Int) -> Range<Int> {
    let first = position * width * depth
    return first..<first + width * depth
  }

  /// The first state of a position with a count within its group, from level 0 for the count 1.
  private func states(of position: Int, level: Int) -> Int {
    (position * width + level) * depth
  }

  /// The level that a further position of the same group leads to; `nil` where the group is full.
  private func nextLevel(after level: Int, in group: Int) -> Int? {
    if level + 1 < levels[group] { return level + 1 }
    return isCapped[group] ? nil : level
  }

  /// Whether a group with the count of a level may be left.
  private func isComplete(_ level: Int, in group: Int) -> Bool {
    level + 1 >= problem.groupLimits[group].least
  }

  /// How far a further position moves the total count.
  private var step: Int { tracksTotal ? 1 : 0 }
}

// MARK: - Passes

extension GroupedPathSolver {
  private mutating func solve(trackingTotal: Bool) -> Solution? {
    prepareStates(trackingTotal: trackingTotal)
    var best = mayBeEmpty ? problem.emptyCost : unreachable
    if depth > 0 {
      backwardPass()
      for head in entry where isUsable[head] {
        best = Swift.min(best, problem.entryCosts[head] + backward[states(of: head, level: 0)])
      }
    }
    guard best < unreachable / 2 else { return nil }
    return Solution(cost: best, path: earliestPath(cost: best))
  }

  private mutating func backwardPass() {
    backward = ContiguousArray(repeating: unreachable, count: count * width * depth)
    let step = step
    let reach = depth - step
    for tail in (0..<count).reversed() where isUsable[tail] {
      let group = problem.positions[tail].group
      let row = tail * count
      for index in withinGroup.indices { withinGroup[index] = unreachable }
      for index in acrossGroups.indices { acrossGroups[index] = unreachable }
      var head = firstSuccessor[tail]
      let end = endOfSuccessors[tail]
      while head < end && problem.positions[head].group == group {
        let arc = problem.arcCosts[row + head]
        for level in 0..<levels[group] where isUsable[head] {
          guard let next = nextLevel(after: level, in: group) else { continue }
          let from = states(of: head, level: next) + step
          let to = level * depth
          for total in 0..<reach {
            withinGroup[to + total] = Swift.min(
              withinGroup[to + total],
              arc + backward[from + total]
            )
          }
        }
        head += 1
      }
      while head < end {
        if isUsable[head] {
          let arc = problem.arcCosts[row + head]
          let from = states(of: head, level: 0) + step
          for total in 0..<reach {
            acrossGroups[total] = Swift.min(acrossGroups[total], arc + backward[from + total])
          }
        }
        head += 1
      }
      for level in 0..<levels[group] {
        let isComplete = isComplete(level, in: group)
        let exits = isComplete && mayExit[tail]
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
  }

  private mutating func forwardPass() {
    forward = ContiguousArray(repeating: unreachable, count: count * width * depth)
    let step = step
    let reach = depth - step
    for head in entry where isUsable[head] {
      forward[states(of: head, level: 0)] = problem.entryCosts[head] + costs[head]
    }
    for tail in 0..<count where isUsable[tail] {
      let group = problem.positions[tail].group
      let row = tail * count
      for index in acrossGroups.indices { acrossGroups[index] = unreachable }
      for level in 0..<levels[group] where isComplete(level, in: group) {
        let from = states(of: tail, level: level)
        for total in 0..<depth {
          acrossGroups[total] = Swift.min(acrossGroups[total], forward[from + total])
        }
      }
      var head = firstSuccessor[tail]
      let end = endOfSuccessors[tail]
      while head < end && problem.positions[head].group == group {
        let arc = problem.arcCosts[row + head] + costs[head]
        for level in 0..<levels[group] where isUsable[head] {
          guard let next = nextLevel(after: level, in: group) else { continue }
          let from = states(of: tail, level: level)
          let to = states(of: head, level: next) + step
          for total in 0..<reach where forward[from + total] < unreachable / 2 {
            forward[to + total] = Swift.min(forward[to + total], forward[from + total] + arc)
          }
        }
        head += 1
      }
      while head < end {
        if isUsable[head] {
          let arc = problem.arcCosts[row + head] + costs[head]
          let to = states(of: head, level: 0) + step
          for total in 0..<reach where acrossGroups[total] < unreachable / 2 {
            forward[to + total] = Swift.min(forward[to + total], acrossGroups[total] + arc)
          }
        }
        head += 1
      }
    }
  }

  /// Walks along states from which the end is reached at optimal cost, each step to the earliest.
  private func earliestPath(cost: Int) -> [Int] {
    guard depth > 0,
      var last = entry.first(where: { head in
        isUsable[head]
          && problem.entryCosts[head] + backward[states(of: head, level: 0)] == cost
      })
    else { return [] }
    var path = [last]
    var level = 0
    var total = 0
    while true {
      let group = problem.positions[last].group
      let rest = backward[states(of: last, level: level) + total] - costs[last]
      guard total + step < depth, firstSuccessor[last] < endOfSuccessors[last] else { return path }
      var found: (head: Int, level: Int)?
      for head in firstSuccessor[last]..<endOfSuccessors[last] where isUsable[head] {
        let nextLevel: Int
        if problem.positions[head].group == group {
          guard let level = self.nextLevel(after: level, in: group) else { continue }
          nextLevel = level
        } else {
          guard isComplete(level, in: group) else { continue }
          nextLevel = 0
        }
        let state = states(of: head, level: nextLevel) + total + step
        if problem.arcCosts[last * count + head] + backward[state] == rest {
          found = (head, nextLevel)
          break
        }
      }
      guard let found else { return path }
      path.append(found.head)
      (last, level, total) = (found.head, found.level, total + step)
    }
  }
}
