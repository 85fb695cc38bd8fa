/// For each state of a path, and each position that it waits for, the least cost from there to the
/// end if the next choice is that position or a later one.
///
/// The longer a path waits, the more it costs at least; what a wait adds is known before the path
/// is continued.
struct WaitingCosts {
  /// The number of the state of a path without a position.
  static let none = 0

  /// For each state, the first position that it may go to.
  private var first: ContiguousArray<Int32> = []
  /// For each state, where its costs begin; one entry more than there are states.
  private var offsets: ContiguousArray<Int32> = [0]
  private var costs: ContiguousArray<Int> = []

  /// Computes the costs of a path under the prices that it was last solved with.
  ///
  /// - Complexity: O(a) for a arcs, times the levels.
  init(of path: PricedPath, prices: PathPrices) {
    let width = path.graph.width
    let count = path.path.positions.count
    for level in 0..<width {
      append(
        heads: level == 0 ? path.graph.entry : 0..<0,
        atEnd: level == 0 ? path.emptyCost : unreachable
      ) { head in
        path.graph.isUsable[head]
          ? path.entryCost(head) + path.toGo[head * width] : unreachable
      }
    }
    for tail in 0..<count {
      for level in 0..<width {
        let isState = path.graph.isUsable[tail] && level < path.graph.levels[tail]
        append(
          heads: isState ? path.graph.successors[tail] : 0..<0,
          atEnd: isState ? path.exitCost(tail, level: level) : unreachable
        ) { head in
          guard let next = path.graph.level(ofArcFrom: tail, level: level, to: head) else {
            return unreachable
          }
          return path.step(from: tail, to: head, prices: prices)
            + path.toGo[head * width + next]
        }
      }
    }
  }

  private mutating func append(heads: Range<Int>, atEnd: Int, cost: (Int) -> Int) {
    let begin = costs.count
    first.append(Int32(heads.lowerBound))
    costs.append(contentsOf: repeatElement(unreachable, count: heads.count))
    var least = min(atEnd, unreachable)
    costs.append(least)
    for head in heads.reversed() {
      least = min(least, cost(head))
      costs[begin + head - heads.lowerBound] = least
    }
    offsets.append(Int32(costs.count))
  }

  /// The least cost from a state to the end if no position before `position` is chosen next.
  func cost(_ state: Int, waitingFor position: Int) -> Int {
    let begin = Int(offsets[state])
    let last = Int(offsets[state + 1]) - 1
    let index = begin + max(0, position - Int(first[state]))
    return costs[min(index, last)]
  }
}
