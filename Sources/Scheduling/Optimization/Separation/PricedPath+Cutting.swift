extension PricedPath {
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
    var first = 0
    var last = 0
    /// Lowers the cost of the state that an arc leads to, and keeps the arc, unless it loses too much.
    func reach(_ head: Int, level: Int, at cost: Int) {
      let state = head * width + level
      guard graph.isUsable[head], cost + toGo[state] <= most else { return }
      reached[state] = min(reached[state], cost)
      first = min(first, head)
      last = max(last, head + 1)
    }
    /// Does so with the arcs from a state to positions of one level.
    func reach(_ heads: Range<Int>, level: Int, from tail: Int, at cost: Int) {
      let near = near(tail)
      for head in heads.clamped(to: near) {
        reach(head, level: level, at: cost + step(from: tail, to: head, prices: prices))
      }
      for head in heads.clamped(to: near.upperBound..<max(near.upperBound, heads.upperBound)) {
        let arc = arcs[tail, head] &* SeparationPrices.scale
        // Most arcs lose too much, which is seen from numbers that lie in a row.
        guard cost &+ arc &+ through[level &* count &+ head] <= most else { continue }
        reach(head, level: level, at: cost + arc + entering[head])
      }
    }
    for tail in 0..<count where graph.isUsable[tail] {
      let heads = graph.successors[tail]
      let endOfGroup = endOfGroup(tail)
      (first, last) = (heads.upperBound, heads.lowerBound)
      for level in 0..<graph.levels[tail] {
        let cost = reached[tail * width + level]
        guard cost + toGo[tail * width + level] <= most else { continue }
        if let next = graph.nextLevel(after: level, at: tail) {
          reach(heads.lowerBound..<endOfGroup, level: next, from: tail, at: cost)
        }
        if graph.isComplete(level, at: tail) {
          reach(endOfGroup..<heads.upperBound, level: 0, from: tail, at: cost)
        }
      }
      graph.narrow(tail, to: first < last ? first..<last : heads.prefix(0))
    }
    findRows()
    // What is left is read again and again, and should lie close together.
    if graph.successors.reduce(0, { $0 + $1.count }) < arcs.count / 4 {
      arcs = arcs.keeping(graph.successors)
    }
  }
}
