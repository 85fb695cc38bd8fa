/// One path of a separated problem under prices, prepared to be solved hundreds of times.
///
/// All numbers are scaled by ``SeparationPrices/scale``. For each state, the backward pass gives
/// the least cost from there to the end. What an arc costs beyond that is its *reduced cost*, at
/// least 0. Where it is known how much a path may lose, the arcs that lose more are cut away, which
/// makes later passes short.
struct PricedPath {
  /// The path alone.
  let path: GroupedPath
  /// The states and arcs that its limits allow, and that have not been cut away.
  var graph: GroupedPathGraph
  /// For each position, the scaled cost of choosing it after one that is far away, prices included.
  private(set) var entering: ContiguousArray<Int>
  /// For each state, by position, then by level, the least scaled cost from there to the end.
  private(set) var toGo: ContiguousArray<Int>
  /// The least scaled cost of the path; at least half of ``unreachable`` where there is none.
  private(set) var optimum = unreachable
  /// The positions of a path of least cost.
  private(set) var choice: [Int] = []
  /// How near two positions may be to touch a window together.
  private let reach: Int
  private let ownCosts: ContiguousArray<Int>
  private let exitCosts: ContiguousArray<Int>
  /// The costs of the arcs, not scaled.
  var arcs: ArcTable
  /// The positions that a path can go on from or end at, from the last to the first.
  private var rows: ContiguousArray<Row> = []
  /// Whether the path has not been solved since they were found.
  private var areRowsNew = true
  /// For each level and position, the cost of choosing it with its price, and then the least cost to
  /// the end.
  private(set) var through: ContiguousArray<Int>
  private let points: ContiguousArray<Int>
  /// For each position, the first that is too far behind it to touch a window together with it.
  private let nearEnds: ContiguousArray<Int>
  let count: Int

  /// Prepares a path.
  ///
  /// - Parameters:
  ///   - path: The path alone.
  ///   - forbidden: The positions that must not be on it.
  ///   - reach: The greatest distance of the separations that it belongs to.
  init(_ path: GroupedPath, forbidden: Set<Int>, reach: Int) {
    self.init(path, along: path.graph.forbidding(forbidden), reach: reach)
  }

  /// Prepares a path along some of the arcs that its limits allow.
  init(_ path: GroupedPath, along graph: GroupedPathGraph, reach: Int) {
    let scale = SeparationPrices.scale
    self.path = path
    self.reach = reach
    self.graph = graph
    count = path.positions.count
    ownCosts = ContiguousArray(path.positions.map { $0.cost * scale })
    exitCosts = ContiguousArray(path.exitCosts.map { $0 * scale })
    let points = ContiguousArray(path.positions.map(\.point))
    var end = 0
    nearEnds = ContiguousArray(
      points.map { point in
        while end < points.count && points[end] - point < reach { end += 1 }
        return end
      }
    )
    self.points = points
    entering = ownCosts
    through = ContiguousArray(repeating: unreachable, count: count * graph.width)
    toGo = through
    arcs = path.arcs
    findRows()
  }

  /// The path, of which further positions must not be on it.
  func avoiding(_ positions: Set<Int>) -> PricedPath {
    var other = self
    other.graph.forbid(positions)
    other.findRows()
    return other
  }

  /// The path, of which only a part may change, solved.
  ///
  /// - Complexity: O(n) for n positions, beside the solution.
  ///
  /// - Parameters:
  ///   - choice: The positions of a path.
  ///   - free: The positions that may be chosen anew.
  ///   - blocked: Those of them that must not be on it.
  ///   - prices: The prices under which the path was last solved.
  /// - Returns: The path; `nil` where none is left, or arcs that are held have been cut away.
  func holding(
    _ choice: [Int],
    outside free: Range<Int>,
    blocked: Set<Int>,
    prices: PathPrices
  ) -> PricedPath? {
    var other = self
    guard other.graph.hold(choice, outside: free) else { return nil }
    other.graph.forbid(blocked)
    other.findRows()
    other.solveAgain(prices)
    return other.optimum < unreachable / 2 ? other : nil
  }

  /// The scaled cost of going from one position to a later one and choosing it.
  func step(from tail: Int, to head: Int, prices: PathPrices) -> Int {
    let isNear = points[head] - points[tail] < reach
    return arcs[tail, head] * SeparationPrices.scale
      + (isNear
        ? ownCosts[head] + prices.perPosition + prices.touching(points[head], after: points[tail])
        : entering[head])
  }

  /// The scaled cost of leaving from a state; ``unreachable`` where it must not be left from.
  func exitCost(_ position: Int, level: Int) -> Int {
    graph.mayExit[position] && graph.isComplete(level, at: position)
      ? exitCosts[position] : unreachable
  }

  /// The scaled cost of the path without a position, with its price; ``unreachable`` where it must
  /// have one.
  private(set) var emptyCost = unreachable

  /// The scaled cost of entering at a position and choosing it.
  func entryCost(_ position: Int) -> Int {
    path.entryCosts[position] * SeparationPrices.scale + entering[position]
  }

  /// Solves the path under prices.
  ///
  /// - Complexity: O(a) for a arcs, times the levels for arcs within a group; less where most arcs are
  ///   seen not to be good from those before them (``SuccessorBound``).
  ///
  /// - Parameter prices: The prices as this path meets them.
  mutating func solve(_ prices: PathPrices) {
    for position in 0..<count { entering[position] = ownCosts[position] &+ prices.perPosition }
    for windows in prices.windows { windows.addTouching(points, to: &entering) }
    solveAgain(prices)
  }

  /// Solves the path under the same prices as before, after arcs were left out.
  private mutating func solveAgain(_ prices: PathPrices) {
    if areRowsNew { setEnds() }
    // Arrays that nothing else holds are written to in place.
    var (toGo, through) = (toGo, through)
    (self.toGo, self.through) = ([], [])
    let width = graph.width
    var acrossGroups = SuccessorBound()
    var withinGroup = ContiguousArray(repeating: SuccessorBound(), count: width)
    for row in rows {
      let tail = row.position
      if row.end > row.first {
        var across = least(of: row.later, from: tail, through, level: 0, within: &acrossGroups)
        for head in row.near.clamped(to: row.later) where graph.isUsable[head] {
          across = min(across, step(from: tail, to: head, prices: prices) + toGo[head * width])
        }
        for level in 0..<row.levels {
          var best = row.mayExit && level >= row.firstComplete ? exitCosts[tail] : unreachable
          if let next = row.nextLevel(after: level) {
            best = min(
              best,
              least(of: row.own, from: tail, through, level: next, within: &withinGroup[level])
            )
            for head in row.near.clamped(to: row.own) where graph.isUsable[head] {
              let rest = toGo[head * width + next]
              best = min(best, step(from: tail, to: head, prices: prices) + rest)
            }
          }
          if level >= row.firstComplete { best = min(best, across) }
          toGo[tail * width + level] = best
        }
      }
      for level in 0..<row.levels {
        through[level * count + tail] = entering[tail] + toGo[tail * width + level]
      }
    }
    (self.toGo, self.through) = (toGo, through)
    emptyCost =
      graph.mayBeEmpty && prices.ofNone < unreachable
      ? path.emptyCost * SeparationPrices.scale + prices.ofNone : unreachable
    optimum = emptyCost
    for row in rows where row.isEntry {
      optimum = min(optimum, entryCost(row.position) + toGo[row.position * width])
    }
    choice = optimum < unreachable / 2 ? walk(prices) : []
  }

  /// The least cost of an arc to some positions, and then to the end, where prices are not shared.
  private func least(
    of heads: Range<Int>,
    from tail: Int,
    _ through: ContiguousArray<Int>,
    level: Int,
    within bound: inout SuccessorBound
  ) -> Int {
    let least = arcs.least(
      from: tail,
      to: path.satisfiesQuadrangleInequality ? bound.narrowed(heads) : heads,
      scale: SeparationPrices.scale,
      then: through,
      at: level &* count
    )
    bound.note(least.head, of: heads)
    return least.cost
  }

  /// Walks along states from which the end is reached at least cost, each step to the earliest.
  private func walk(_ prices: PathPrices) -> [Int] {
    let width = graph.width
    let first = rows.last { row in
      row.isEntry && entryCost(row.position) + toGo[row.position * width] == optimum
    }
    guard var last = first?.position else { return [] }
    var choice = [last]
    var level = 0
    while let next = successor(of: last, level: level, prices: prices) {
      choice.append(next.position)
      (last, level) = next
    }
    return choice
  }

  private func successor(
    of tail: Int,
    level: Int,
    prices: PathPrices
  ) -> (position: Int, level: Int)? {
    let best = toGo[tail * graph.width + level]
    for head in graph.successors[tail] {
      guard let next = graph.level(ofArcFrom: tail, level: level, to: head) else { continue }
      let cost = step(from: tail, to: head, prices: prices) + toGo[head * graph.width + next]
      if cost == best { return (head, next) }
    }
    return nil
  }
}

// MARK: - Rows

extension PricedPath {
  /// Finds the rows of the positions that are left.
  mutating func findRows() {
    rows.removeAll(keepingCapacity: true)
    areRowsNew = true
    for position in (0..<count).reversed() where graph.isUsable[position] {
      let heads = graph.successors[position]
      let mayExit = graph.mayExit[position]
      guard mayExit || !heads.isEmpty else { continue }
      rows.append(
        Row(
          position: position,
          first: heads.lowerBound,
          nearEnd: near(position).upperBound,
          groupEnd: endOfGroup(position),
          end: heads.upperBound,
          levels: graph.levels[position],
          firstComplete: graph.firstCompleteLevel(at: position),
          isCapped: graph.isCapped[position],
          mayExit: mayExit,
          isEntry: graph.entry.contains(position)
        )
      )
    }
  }

  /// Sets the costs to the end from where no arc leads on, which no price changes.
  private mutating func setEnds() {
    areRowsNew = false
    for position in 0..<count {
      for level in 0..<graph.width { through[level * count + position] = unreachable }
      guard graph.isUsable[position], graph.successors[position].isEmpty else { continue }
      for level in 0..<graph.levels[position] {
        toGo[position * graph.width + level] = exitCost(position, level: level)
      }
    }
  }

  /// Where the positions that an arc may go to from a position begin to be of other groups.
  func endOfGroup(_ tail: Int) -> Int {
    let heads = graph.successors[tail]
    return min(max(graph.groupEnds[tail], heads.lowerBound), heads.upperBound)
  }

  /// The positions that an arc may go to and that touch a window together with a position.
  func near(_ tail: Int) -> Range<Int> {
    let heads = graph.successors[tail]
    return heads.lowerBound..<min(max(nearEnds[tail], heads.lowerBound), heads.upperBound)
  }
}
