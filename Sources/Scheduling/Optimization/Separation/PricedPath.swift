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
  private(set) var graph: GroupedPathGraph
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
  /// The scaled costs of the arcs, by the earlier position, one after another.
  private var arcs: ContiguousArray<Int> = []
  /// For each position, where the arc to the position with number 0 would be.
  private var origins: ContiguousArray<Int>
  /// For each level and position, the cost of choosing it with its price, and then the least cost to
  /// the end.
  private var through: ContiguousArray<Int>
  private let points: ContiguousArray<Int>
  /// For each position, the first behind its group.
  private var groupEnds: ContiguousArray<Int>
  private let count: Int

  /// Prepares a path.
  ///
  /// - Parameters:
  ///   - path: The path alone.
  ///   - forbidden: The positions that must not be on it.
  ///   - reach: The greatest distance of the separations that it belongs to.
  init(_ path: GroupedPath, forbidden: Set<Int>, reach: Int) {
    let scale = SeparationPrices.scale
    self.path = path
    self.reach = reach
    graph = path.graph
    graph.forbid(forbidden)
    count = path.positions.count
    ownCosts = ContiguousArray(path.positions.map { $0.cost * scale })
    exitCosts = ContiguousArray(path.exitCosts.map { $0 * scale })
    points = ContiguousArray(path.positions.map(\.point))
    entering = ownCosts
    through = ContiguousArray(repeating: unreachable, count: count * graph.width)
    groupEnds = ContiguousArray(repeating: count, count: count)
    for index in groupEnds.indices.dropLast().reversed() {
      let isLast = graph.groups[index] != graph.groups[index + 1]
      groupEnds[index] = isLast ? index + 1 : groupEnds[index + 1]
    }
    toGo = ContiguousArray(repeating: unreachable, count: count * graph.width)
    origins = ContiguousArray(repeating: 0, count: count)
    pack()
  }

  /// The path, of which further positions must not be on it.
  func avoiding(_ positions: Set<Int>) -> PricedPath {
    var other = self
    other.graph.forbid(positions)
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
    other.solveAgain(prices)
    return other.optimum < unreachable / 2 ? other : nil
  }

  /// The scaled cost of going from one position to a later one and choosing it.
  func step(from tail: Int, to head: Int, prices: PathPrices) -> Int {
    let isNear = points[head] - points[tail] < reach
    return arcs[origins[tail] &+ head]
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
  /// - Complexity: O(a) for a arcs, times the levels for arcs within a group.
  ///
  /// - Parameter prices: The prices as this path meets them.
  mutating func solve(_ prices: PathPrices) {
    for position in 0..<count {
      entering[position] =
        ownCosts[position] + prices.perPosition + prices.touching(points[position])
    }
    solveAgain(prices)
  }

  /// Solves the path under the same prices as before, after arcs were left out.
  private mutating func solveAgain(_ prices: PathPrices) {
    let width = graph.width
    for tail in (0..<count).reversed() {
      guard graph.isUsable[tail] else {
        for level in 0..<width { through[level * count + tail] = unreachable }
        continue
      }
      let heads = graph.successors[tail]
      let group = graph.groups[tail]
      let endOfGroup = min(max(groupEnds[tail], heads.lowerBound), heads.upperBound)
      let near = near(tail)
      var across = least(from: tail, to: endOfGroup..<heads.upperBound, level: 0)
      for head in near where graph.isUsable[head] && graph.groups[head] != group {
        across = min(across, step(from: tail, to: head, prices: prices) + toGo[head * width])
      }
      for level in 0..<graph.levels[tail] {
        var best = exitCost(tail, level: level)
        if let next = graph.nextLevel(after: level, at: tail) {
          best = min(best, least(from: tail, to: heads.lowerBound..<endOfGroup, level: next))
          for head in near where graph.isUsable[head] && graph.groups[head] == group {
            best = min(best, step(from: tail, to: head, prices: prices) + toGo[head * width + next])
          }
        }
        if graph.isComplete(level, at: tail) { best = min(best, across) }
        toGo[tail * width + level] = best
        through[level * count + tail] = entering[tail] + best
      }
    }
    emptyCost =
      graph.mayBeEmpty && prices.ofNone < unreachable
      ? path.emptyCost * SeparationPrices.scale + prices.ofNone : unreachable
    optimum = emptyCost
    for head in graph.entry where graph.isUsable[head] {
      optimum = min(optimum, entryCost(head) + toGo[head * width])
    }
    choice = optimum < unreachable / 2 ? walk(prices) : []
  }

  /// The positions that an arc may go to and that touch a window together with a position.
  private func near(_ tail: Int) -> Range<Int> {
    let heads = graph.successors[tail]
    var end = heads.lowerBound
    while end < heads.upperBound && points[end] - points[tail] < reach { end += 1 }
    return heads.lowerBound..<end
  }

  /// The least cost of an arc to some positions, and then to the end, where prices are not shared.
  private func least(from tail: Int, to heads: Range<Int>, level: Int) -> Int {
    let row = origins[tail]
    let column = level &* count
    var least = unreachable
    for head in heads { least = min(least, arcs[row &+ head] &+ through[column &+ head]) }
    return least
  }

  /// Walks along states from which the end is reached at least cost, each step to the earliest.
  private func walk(_ prices: PathPrices) -> [Int] {
    let width = graph.width
    guard
      var last = graph.entry.first(where: {
        graph.isUsable[$0] && entryCost($0) + toGo[$0 * width] == optimum
      })
    else { return [] }
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

  /// Lays the costs of the arcs that there are one after another.
  private mutating func pack() {
    arcs.reserveCapacity(graph.successors.reduce(0) { $0 + $1.count })
    for tail in 0..<count {
      let heads = graph.successors[tail]
      origins[tail] = arcs.count - heads.lowerBound
      for head in heads {
        arcs.append(path.arcCost(from: tail, to: head) * SeparationPrices.scale)
      }
    }
  }

  /// Cuts away the arcs that no path can have that costs little more than the least.
  ///
  /// - Parameters:
  ///   - loss: How much more than ``optimum`` a path may cost, scaled.
  ///   - prices: The prices under which the path was last solved.
  mutating func cutArcs(losingMoreThan loss: Int, prices: PathPrices) {
    let width = graph.width
    let most = optimum + loss
    // The least cost of reaching a state, its own position included.
    var reached = ContiguousArray(repeating: unreachable, count: count * width)
    for head in graph.entry where graph.isUsable[head] {
      reached[head * width] = entryCost(head)
    }
    /// Lowers the cost of the state that an arc leads to, and says whether the arc is kept.
    func reach(_ head: Int, level: Int, at cost: Int) -> Bool {
      let state = head * width + level
      guard cost + toGo[state] <= most else { return false }
      reached[state] = min(reached[state], cost)
      return true
    }
    for tail in 0..<count where graph.isUsable[tail] {
      let heads = graph.successors[tail]
      let nearEnd = near(tail).upperBound
      var first = heads.upperBound
      var last = heads.lowerBound
      for level in 0..<graph.levels[tail] {
        let cost = reached[tail * width + level]
        guard cost + toGo[tail * width + level] <= most else { continue }
        for head in heads {
          guard let next = graph.level(ofArcFrom: tail, level: level, to: head) else { continue }
          let step =
            head < nearEnd
            ? step(from: tail, to: head, prices: prices)
            : arcs[origins[tail] &+ head] + entering[head]
          guard reach(head, level: next, at: cost + step) else { continue }
          first = min(first, head)
          last = max(last, head + 1)
        }
      }
      graph.narrow(tail, to: first < last ? first..<last : heads.prefix(0))
    }
  }
}
