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
/// The arcs that the limits allow are compiled to one flat table, so that one problem can be solved
/// again and again.
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
  /// The states and arcs that the limits allow.
  package let graph: GroupedPathGraph
  /// The cost of each arc: that of its gap and of the windows strictly between.
  let arcs: ArcTable
  /// Whether two arcs that cross never cost more than those that join their ends the other way: from
  /// the first position to the last, and between the two others.
  ///
  /// It is so where the cost of a gap is convex in its length, and no window costs less than nothing.
  let satisfiesQuadrangleInequality: Bool
  /// For each position, its cost of entry and that of all windows before it.
  package let entryCosts: ContiguousArray<Int>
  /// For each position, its cost of exit and that of all windows after it.
  package let exitCosts: ContiguousArray<Int>

  /// Compiles a problem.
  ///
  /// - Complexity: O(a + nw + w log w) for n positions, a arcs and w windows; O(a + n + w) space.
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
    graph = GroupedPathGraph(positions, groupLimits: groupLimits, leastGap: leastGap)

    let span = positions.last.map { $0.point - positions[0].point } ?? 0
    let gapCosts = ContiguousArray((0...span).map { $0 == 0 ? 0 : gapCost($0) })
    let missed = MissedWindows(windows, points: positions.map(\.point))
    entryCosts = ContiguousArray(
      positions.indices.map { positions[$0].entryCost + missed.before[$0] }
    )
    exitCosts = ContiguousArray(positions.indices.map { positions[$0].exitCost + missed.after[$0] })
    var arcs = ArcTable(positions: count, arcs: graph.successors.reduce(0) { $0 + $1.count })
    for tail in 0..<count {
      let heads = graph.successors[tail]
      arcs.begin(tail, to: heads.lowerBound)
      let point = positions[tail].point
      missed.forEachArc(from: tail, to: heads) { head, cost in
        arcs.append(gapCosts[positions[head].point - point] + cost)
      }
    }
    self.arcs = arcs
    satisfiesQuadrangleInequality =
      windows.allSatisfy { $0.cost >= 0 }
      && zip(gapCosts.dropFirst(2), zip(gapCosts.dropFirst(), gapCosts.dropFirst(3)))
        .allSatisfy { middle, ends in middle - ends.0 <= ends.1 - middle }
  }

  /// What an arc costs: its gap, and the windows strictly between.
  ///
  /// - Precondition: `head` is one of the successors of `tail` in ``graph``.
  func arcCost(from tail: Int, to head: Int) -> Int { arcs[tail, head] }

  /// What a path costs, whatever counts it has.
  ///
  /// - Precondition: Its arcs are those of ``graph``.
  ///
  /// - Parameter path: Its positions, ascending.
  /// - Returns: The cost.
  package func cost(of path: [Int]) -> Int {
    guard let first = path.first, let last = path.last else { return emptyCost }
    let arcs = zip(path, path.dropFirst()).reduce(0) { $0 + arcCost(from: $1.0, to: $1.1) }
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

/// What the windows cost that lie before, between and after the positions of a path.
private struct MissedWindows {
  /// For each position, the cost of the windows before it.
  let before: ContiguousArray<Int>
  /// For each position, the cost of the windows after it.
  let after: ContiguousArray<Int>
  /// The windows by the first position that lies after them, which is the number of positions where
  /// none does.
  private let windows: [(lower: Int, end: Int, cost: Int)]
  /// For each position, the first window that does not end before it.
  private let firsts: ContiguousArray<Int>
  private let points: [Int]

  /// Sorts the windows among the points of the positions.
  init(_ windows: [GroupedPath.Window], points: [Int]) {
    var end = 0
    let sorted = windows.sorted { $0.upper < $1.upper }.map { window in
      while end < points.count && points[end] <= window.upper { end += 1 }
      return (lower: window.lower, end: end, cost: window.cost)
    }
    var before = ContiguousArray(repeating: 0, count: points.count)
    var firsts = ContiguousArray(repeating: 0, count: points.count)
    var index = 0
    var cost = 0
    for position in points.indices {
      while index < sorted.count && sorted[index].end <= position {
        cost += sorted[index].cost
        index += 1
      }
      before[position] = cost
      firsts[position] = index
    }
    after = ContiguousArray(
      points.map { point in sorted.reduce(0) { $0 + ($1.lower > point ? $1.cost : 0) } }
    )
    self.before = before
    self.firsts = firsts
    self.windows = sorted
    self.points = points
  }

  /// Visits some arcs from a position with the cost of the windows strictly between.
  ///
  /// - Parameters:
  ///   - tail: The position.
  ///   - heads: Positions after it.
  ///   - visit: Takes a position of `heads`, in order, and the cost.
  func forEachArc(from tail: Int, to heads: Range<Int>, _ visit: (Int, Int) -> Void) {
    var index = firsts[tail]
    var cost = 0
    for head in heads {
      while index < windows.count && windows[index].end <= head {
        if windows[index].lower > points[tail] { cost += windows[index].cost }
        index += 1
      }
      visit(head, cost)
    }
  }
}
