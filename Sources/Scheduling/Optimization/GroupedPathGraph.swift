/// The states and arcs that the limits of a ``GroupedPath`` allow, whatever they cost.
///
/// A state is the last position chosen and a level: how many are chosen in its group, as far as
/// that matters. An arc jumps neither over a forced position nor over a group that must not be
/// empty, so the positions that an arc may go to from a position are a range.
package struct GroupedPathGraph: Sendable, Equatable {
  /// The positions that may be on a path.
  package private(set) var isUsable: ContiguousArray<Bool>
  /// For each position, those that an arc may go to.
  package private(set) var successors: ContiguousArray<Range<Int>>
  /// For each position, whether a path may end there, as far as later positions are concerned.
  package private(set) var mayExit: ContiguousArray<Bool>
  /// The positions at which a path may begin.
  package private(set) var entry: Range<Int>
  /// Whether a path without a position keeps the limits of groups and the forced positions.
  package private(set) var mayBeEmpty: Bool
  /// The most levels of a group.
  package let width: Int
  /// For each position, how many levels its group has: with a most that binds, one for each count
  /// from 1 to it; without, from 1 to the least, the last for all above.
  package let levels: ContiguousArray<Int>
  /// For each position, the number of its group.
  package let groups: ContiguousArray<Int>
  /// For each position, the first behind its group.
  package let groupEnds: ContiguousArray<Int>
  /// For each position, whether its group may hold no more than there are levels.
  let isCapped: ContiguousArray<Bool>
  private let leasts: ContiguousArray<Int>

  /// Finds the states and arcs.
  ///
  /// - Complexity: O(n + g) for n positions and g groups.
  ///
  /// - Parameters:
  ///   - positions: The positions of the problem.
  ///   - limits: The limits of each group.
  ///   - leastGap: The least distance of two consecutive positions.
  ///   - forced: The positions that must be on the path, beside those that the problem forces.
  init(
    _ positions: [GroupedPath.Position],
    groupLimits limits: [GroupedPath.Limits],
    leastGap: Int,
    forced: Set<Int> = []
  ) {
    let count = positions.count
    var lastPosition = [Int](repeating: -1, count: limits.count)
    var sizes = [Int](repeating: 0, count: limits.count)
    for (index, position) in positions.enumerated() {
      lastPosition[position.group] = index
      sizes[position.group] += 1
    }
    // A group without a position ends where the one before it does.
    for group in limits.indices.dropFirst() where sizes[group] == 0 {
      lastPosition[group] = lastPosition[group - 1]
    }
    let isCapped = limits.indices.map { limits[$0].most < sizes[$0] }
    // A least above the size of the group cannot be reached: one level more than the size is
    // enough to say so.
    let levels = limits.indices.map { group in
      isCapped[group]
        ? limits[group].most : max(1, min(limits[group].least, sizes[group] + 1))
    }
    groups = ContiguousArray(positions.map(\.group))
    groupEnds = ContiguousArray(positions.map { lastPosition[$0.group] + 1 })
    self.levels = ContiguousArray(positions.map { levels[$0.group] })
    self.isCapped = ContiguousArray(positions.map { isCapped[$0.group] })
    leasts = ContiguousArray(positions.map { limits[$0.group].least })
    width = max(1, levels.max() ?? 1)

    var nextNeeded = [Int?](repeating: nil, count: limits.count)
    var needed: Int?
    for group in limits.indices.reversed() {
      nextNeeded[group] = needed
      if limits[group].least > 0 { needed = group }
    }
    func end(nextForced: Int?, nextNeeded: Int?) -> Int {
      min(
        nextForced.map { $0 + 1 } ?? count,
        nextNeeded.map { lastPosition[$0] + 1 } ?? count
      )
    }
    var successors = ContiguousArray(repeating: 0..<0, count: count)
    var mayExit = ContiguousArray(repeating: false, count: count)
    var nextForced: Int?
    var firstFarEnough = count
    for (index, position) in positions.enumerated().reversed() {
      // The points ascend, so the first far enough only moves back.
      while firstFarEnough > index + 1
        && positions[firstFarEnough - 1].point - position.point >= leastGap
      {
        firstFarEnough -= 1
      }
      var first = firstFarEnough
      if let nextForced, position.isSettled, positions[nextForced].isSettled {
        first = min(first, nextForced)
      }
      let last = end(nextForced: nextForced, nextNeeded: nextNeeded[position.group])
      successors[index] = first..<max(first, last)
      mayExit[index] = nextForced == nil && nextNeeded[position.group] == nil
      if position.isForced || forced.contains(index) { nextForced = index }
    }
    isUsable = ContiguousArray(positions.map { limits[$0.group].most > 0 })
    self.successors = successors
    self.mayExit = mayExit
    entry = 0..<end(nextForced: nextForced, nextNeeded: needed)
    mayBeEmpty = nextForced == nil && needed == nil
  }

  /// The level that a further position of the same group leads to; `nil` where the group is full.
  package func nextLevel(after level: Int, at position: Int) -> Int? {
    if level + 1 < levels[position] { return level + 1 }
    return isCapped[position] ? nil : level
  }

  /// Whether the group of a position may be left with the count of a level.
  package func isComplete(_ level: Int, at position: Int) -> Bool {
    level + 1 >= leasts[position]
  }

  /// The first level with which the group of a position may be left.
  func firstCompleteLevel(at position: Int) -> Int { max(0, leasts[position] - 1) }

  /// The level of the state that an arc leads to; `nil` where the limits forbid the arc.
  ///
  /// - Precondition: `head` is one of the successors of `tail`.
  package func level(ofArcFrom tail: Int, level: Int, to head: Int) -> Int? {
    guard isUsable[head] else { return nil }
    if groups[head] == groups[tail] { return nextLevel(after: level, at: tail) }
    return isComplete(level, at: tail) ? 0 : nil
  }

  /// Leaves out the states and arcs of some positions.
  ///
  /// - Parameter positions: The positions that must not be on a path.
  package mutating func forbid(_ positions: Set<Int>) {
    for position in positions { isUsable[position] = false }
  }

  /// The same states and arcs without those of some positions.
  ///
  /// - Parameter positions: The positions that must not be on a path.
  /// - Returns: What is left.
  package func forbidding(_ positions: Set<Int>) -> GroupedPathGraph {
    var graph = self
    graph.forbid(positions)
    return graph
  }

  /// Leaves only some of the arcs from a position.
  ///
  /// - Precondition: `range` lies within the successors that there are.
  package mutating func narrow(_ position: Int, to range: Range<Int>) {
    successors[position] = range
  }

  /// Leaves only the paths that agree with a given one outside a range of positions.
  ///
  /// - Complexity: O(n) for n positions.
  ///
  /// - Parameters:
  ///   - path: The positions of a path, ascending.
  ///   - free: The positions that may be chosen anew.
  /// - Returns: Whether the arcs of the path outside the range are there; where they are not, this does
  ///   nothing.
  mutating func hold(_ path: [Int], outside free: Range<Int>) -> Bool {
    let before = path.prefix { $0 < free.lowerBound }
    let after = path.dropFirst(before.count).drop { $0 < free.upperBound }
    let held = before + after
    guard held.allSatisfy({ isUsable[$0] }), before.first.map(entry.contains) ?? true,
      [before, after].allSatisfy({ chain in
        zip(chain, chain.dropFirst()).allSatisfy { successors[$0].contains($1) }
      })
    else { return false }
    for position in isUsable.indices where !free.contains(position) { isUsable[position] = false }
    for position in held { isUsable[position] = true }
    for chain in [before, after] {
      for (tail, head) in zip(chain, chain.dropFirst()) {
        successors[tail] = head..<head + 1
        mayExit[tail] = false
      }
    }
    if !held.isEmpty { mayBeEmpty = false }
    if let first = before.first { entry = first..<first + 1 }
    if let next = after.first {
      // What is chosen anew comes to the first that stands behind it.
      for tail in before.suffix(1) + free {
        successors[tail] = successors[tail].clamped(to: 0..<next + 1)
        mayExit[tail] = false
      }
      entry = entry.clamped(to: 0..<next + 1)
    }
    return true
  }
}
