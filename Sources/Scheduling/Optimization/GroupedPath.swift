/// A choice of some of a row of positions, at least cost, under limits on gaps and counts.
///
/// Positions lie on a line and fall into consecutive groups. A choice of positions is a path that
/// enters at its first position, goes from each to the next by an arc, and leaves from its last:
///
/// - Two consecutive positions are at least ``leastGap`` apart, unless both are settled.
/// - Each group holds as many as its limits allow, and so does the whole path.
/// - Every forced position is on the path.
///
/// It costs what its positions, its gaps and its two ends cost, and the cost of every window that
/// it misses: that none of its positions lies in.
///
/// The arcs are compiled to one flat table, so that one problem can be solved again and again.
package struct GroupedPath: Sendable, Equatable {
  /// The fewest and the most of something; no limit above where `most` is `Int.max`.
  package struct Limits: Sendable, Hashable {
    /// The fewest, at least 0.
    package var least: Int
    /// The most, at least 0; it may be less than `least`: then nothing satisfies the limits.
    package var most: Int

    /// Creates limits.
    package init(least: Int = 0, most: Int = .max) {
      self.least = least
      self.most = most
    }

    /// Whether a number keeps the limits.
    package func contains(_ count: Int) -> Bool { least <= count && count <= most }
  }

  /// A stretch of the line that costs something if no chosen position lies in it.
  package struct Window: Sendable, Hashable {
    /// Its first point.
    package var lower: Int
    /// Its last point, at least `lower`.
    package var upper: Int
    /// What it costs to miss it.
    package var cost: Int

    /// Creates a window.
    package init(lower: Int, upper: Int, cost: Int) {
      self.lower = lower
      self.upper = upper
      self.cost = cost
    }
  }

  /// What each position is.
  package struct Position: Sendable, Hashable {
    /// Where it lies on the line.
    package var point: Int
    /// The number of its group, from 0.
    package var group: Int
    /// What it costs to choose it; it may be negative.
    package var cost: Int
    /// What it costs beside that to enter at it.
    package var entryCost: Int
    /// What it costs beside that to leave from it.
    package var exitCost: Int
    /// Whether every path goes through it.
    package var isForced: Bool
    /// Whether it is given, so that its gap to another settled position is as it is.
    package var isSettled: Bool

    /// Creates a position.
    package init(
      point: Int,
      group: Int,
      cost: Int = 0,
      entryCost: Int = 0,
      exitCost: Int = 0,
      isForced: Bool = false,
      isSettled: Bool = false
    ) {
      self.point = point
      self.group = group
      self.cost = cost
      self.entryCost = entryCost
      self.exitCost = exitCost
      self.isForced = isForced
      self.isSettled = isSettled
    }
  }

  /// The positions.
  package let positions: [Position]
  /// The limits of each group.
  package let groupLimits: [Limits]
  /// The limits of the whole path.
  package let totalLimits: Limits
  /// The least distance of two consecutive positions.
  package let leastGap: Int
  /// The cost of the path without a position: that of all windows.
  package let emptyCost: Int
  /// For each position and each later one, the cost of going from the one to the other.
  ///
  /// It is that of the gap and of the windows strictly between. Row by row, the earlier position
  /// first.
  package let arcCosts: ContiguousArray<Int>
  /// For each position, its cost of entry and that of all windows before it.
  package let entryCosts: ContiguousArray<Int>
  /// For each position, its cost of exit and that of all windows after it.
  package let exitCosts: ContiguousArray<Int>

  /// Compiles a problem.
  ///
  /// - Complexity: O(n² + nw) for n positions and w windows, in time and in space.
  /// - Precondition: The points ascend strictly, the groups ascend, a settled position is forced,
  ///   `leastGap` is at least 1, and the costs of any path add up to less than ``unreachable`` on
  ///   either side of 0.
  ///
  /// - Parameters:
  ///   - positions: The positions, in order.
  ///   - groupLimits: The limits of each group; a group may have no position.
  ///   - totalLimits: The limits of the whole path.
  ///   - leastGap: The least distance of two consecutive positions.
  ///   - windows: The windows.
  ///   - gapCost: The cost of a gap.
  package init(
    positions: [Position],
    groupLimits: [Limits],
    totalLimits: Limits,
    leastGap: Int,
    windows: [Window],
    gapCost: (Int) -> Int
  ) {
    let count = positions.count
    precondition(leastGap >= 1, "two positions cannot be one")
    precondition(
      zip(positions, positions.dropFirst()).allSatisfy {
        $0.point < $1.point && $0.group <= $1.group
      }
        && positions.allSatisfy { groupLimits.indices.contains($0.group) },
      "positions and groups must be in order"
    )
    precondition(
      positions.allSatisfy { $0.isForced || !$0.isSettled },
      "a settled position must be forced"
    )
    self.positions = positions
    self.groupLimits = groupLimits
    self.totalLimits = totalLimits
    self.leastGap = leastGap
    emptyCost = windows.reduce(0) { $0 + $1.cost }

    let span = positions.last.map { $0.point - positions[0].point } ?? 0
    let gapCosts = ContiguousArray((0...span).map { $0 == 0 ? 0 : gapCost($0) })
    let firstAfter = windows.map { window in
      positions.firstIndex { $0.point > window.upper } ?? count
    }
    /// The costs of the windows after `point`, by the first position that lies after the window:
    /// an arc to that position or to a later one misses it. The last entry is for windows that no
    /// position lies after.
    func costsOfWindows(after point: Int) -> ContiguousArray<Int> {
      var costs = ContiguousArray(repeating: 0, count: count + 1)
      for (window, end) in zip(windows, firstAfter) where window.lower > point {
        costs[end] += window.cost
      }
      return costs
    }

    var arcCosts = ContiguousArray(repeating: unreachable, count: count * count)
    var exitCosts = ContiguousArray(repeating: 0, count: count)
    for tail in 0..<count {
      let costs = costsOfWindows(after: positions[tail].point)
      var missed = 0
      for head in 0..<count {
        missed += costs[head]
        if head > tail {
          arcCosts[tail * count + head] =
            gapCosts[positions[head].point - positions[tail].point] + missed
        }
      }
      exitCosts[tail] = positions[tail].exitCost + missed + costs[count]
    }
    let costs = costsOfWindows(after: .min)
    var entryCosts = ContiguousArray(repeating: 0, count: count)
    var missed = 0
    for head in 0..<count {
      missed += costs[head]
      entryCosts[head] = positions[head].entryCost + missed
    }
    self.arcCosts = arcCosts
    self.entryCosts = entryCosts
    self.exitCosts = exitCosts
  }

  /// What a path costs, whatever limits it breaks.
  ///
  /// - Parameter path: Its positions, ascending.
  /// - Returns: The cost.
  package func cost(of path: [Int]) -> Int {
    guard let first = path.first, let last = path.last else { return emptyCost }
    let arcs = zip(path, path.dropFirst()).reduce(0) { sum, arc in
      sum + arcCosts[arc.0 * positions.count + arc.1]
    }
    return entryCosts[first] + arcs + path.reduce(0) { $0 + positions[$1].cost } + exitCosts[last]
  }

  /// The same problem, in which each position costs the same, and nothing else anything.
  ///
  /// - Parameter cost: What a position costs.
  /// - Returns: The problem.
  package func costing(_ cost: Int) -> GroupedPath {
    GroupedPath(
      positions: positions.map { position in
        var position = position
        position.cost = cost
        position.entryCost = 0
        position.exitCost = 0
        return position
      },
      groupLimits: groupLimits,
      totalLimits: totalLimits,
      leastGap: leastGap,
      windows: [],
      gapCost: { _ in 0 }
    )
  }
}
