/// A local search over the assignments of a sequenced problem: two rows exchange their kinds.
///
/// At first exchanges are accepted that cost a little more too, under a threshold that falls to
/// nothing, so that the search gets out of small hollows (threshold accepting: G. Dueck, T. Scheuer,
/// "Threshold accepting: a general purpose optimization algorithm appearing superior to simulated
/// annealing", Journal of Computational Physics 90, 1990). Pairs of rows are gone through in order
/// instead of drawn, so that the same assignment always becomes the same. What is found has no proof,
/// but is mostly close to the best, and lets nearly all pairs of rows and copies be left out of the
/// search for that.
package struct PairwiseExchange {
  private let problem: SequencedAssignment
  /// For each row, the row before it in its chain with which a repetition costs extra, -1 for none.
  private let previous: ContiguousArray<Int>
  /// For each row, the row after it in its chain with which a repetition costs extra, -1 for none.
  private let next: ContiguousArray<Int>

  /// How often all rows are gone through under a threshold.
  private static let rounds = 30
  /// How far apart two rows are at most that exchange their kinds under a threshold: those farther
  /// apart seldom gain anything.
  private static let reach = 50

  /// Prepares to improve assignments of a problem.
  package init(_ problem: SequencedAssignment) {
    self.problem = problem
    var previous = ContiguousArray(repeating: -1, count: problem.chains.count)
    var next = previous
    for pair in problem.pairs {
      previous[pair.second] = pair.first
      next[pair.first] = pair.second
    }
    self.previous = previous
    self.next = next
  }

  /// Improves an assignment.
  ///
  /// - Complexity: O(n) for n rows, each time through, and that of ``descended(from:)``.
  ///
  /// - Parameter kinds: The kind of each row, none of which is forbidden there.
  /// - Returns: The kind of each row in the best assignment that was come to.
  package func improved(_ kinds: [Int]) -> [Int] {
    var best = SequencedAssignment.Incumbent()
    best.offer(kinds, of: problem)
    var current = kinds
    for round in 0..<Self.rounds {
      let threshold = problem.repeatCost * (Self.rounds - round) / (2 * Self.rounds)
      exchange(&current, below: threshold, reach: Self.reach)
      best.offer(current, of: problem)
    }
    return descended(from: best.kinds)
  }

  /// Exchanges kinds as long as that gains something, or costs nothing and gives the first of the two
  /// rows the earlier kind: so that of equally good assignments one with earlier kinds first is taken.
  ///
  /// - Complexity: O(n²) for n rows, each time through; few times are enough.
  ///
  /// - Parameter kinds: The kind of each row, none of which is forbidden there.
  /// - Returns: The kind of each row afterwards.
  package func descended(from kinds: [Int]) -> [Int] {
    var best = kinds
    var cost = problem.cost(kinds) ?? .max
    while true {
      var current = best
      exchange(&current, below: 0, reach: current.count)
      let reached = problem.cost(current) ?? .max
      guard reached < cost || reached == cost && current.lexicographicallyPrecedes(best) else {
        return best
      }
      (best, cost) = (current, reached)
    }
  }

  /// Goes through all pairs of rows once, and exchanges those where that costs less than a threshold,
  /// or nothing, and gives the first the earlier kind.
  private func exchange(_ kinds: inout [Int], below threshold: Int, reach: Int) {
    // Exchanges are judged by the copies that rows have; afterwards copies are put in order again,
    // which costs no more.
    var copies = problem.copies(of: kinds)
    let (costs, width) = (problem.costs.table, problem.costs.columns)
    // What each row costs with the copy that it has.
    var own = ContiguousArray(kinds.indices.map { costs[$0 * width + copies[$0]] })
    // A row repeats at most two others.
    let most = threshold + 4 * problem.repeatCost
    for first in kinds.indices {
      let row = first * width
      for second in first + 1..<max(first + 1, min(first + 1 + reach, kinds.count))
      where kinds[first] != kinds[second] {
        let ofFirst = costs[row + copies[second]]
        let ofSecond = costs[second * width + copies[first]]
        let cost = ofFirst + ofSecond - own[first] - own[second]
        guard cost <= most,
          case let total = cost + repetitions(first, second, kinds) * problem.repeatCost,
          total < threshold || total == 0 && kinds[second] < kinds[first]
        else { continue }
        kinds.swapAt(first, second)
        copies.swapAt(first, second)
        (own[first], own[second]) = (ofFirst, ofSecond)
      }
    }
  }

  /// How many repetitions more there are if two rows of different kinds exchange them.
  private func repetitions(_ first: Int, _ second: Int, _ kinds: [Int]) -> Int {
    let (own, other) = (kinds[first], kinds[second])
    func more(_ neighbour: Int, before: Int, after: Int) -> Int {
      guard neighbour >= 0, neighbour != first, neighbour != second else { return 0 }
      let kind = kinds[neighbour]
      return (kind == after ? 1 : 0) - (kind == before ? 1 : 0)
    }
    return more(previous[first], before: own, after: other)
      + more(next[first], before: own, after: other)
      + more(previous[second], before: other, after: own)
      + more(next[second], before: other, after: own)
  }
}
