/// What the arcs cost that lead from each of a row of positions to a range of later ones.
///
/// The costs lie one after another, by the earlier position, then by the later.
struct ArcTable: Sendable, Equatable {
  private var costs: ContiguousArray<Int> = []
  /// For each position, where the arc to the position with number 0 would be.
  private var origins: ContiguousArray<Int>

  /// Creates a table without arcs, to which they are added position by position.
  ///
  /// - Parameters:
  ///   - positions: How many positions there are.
  ///   - arcs: How many arcs there will be.
  init(positions: Int, arcs: Int) {
    costs.reserveCapacity(arcs)
    origins = ContiguousArray(repeating: 0, count: positions)
  }

  /// How many arcs there are.
  var count: Int { costs.count }

  /// Begins with the arcs of a position, the first of which leads to `head`.
  mutating func begin(_ tail: Int, to head: Int) { origins[tail] = costs.count - head }

  /// Adds the next arc of the position that was begun with.
  mutating func append(_ cost: Int) { costs.append(cost) }

  /// What an arc costs.
  ///
  /// - Precondition: The table has it.
  subscript(_ tail: Int, _ head: Int) -> Int { costs[origins[tail] &+ head] }

  /// The arcs to some of the positions only.
  ///
  /// - Parameter successors: For each position, those to which arcs are kept.
  /// - Returns: The table.
  func keeping(_ successors: ContiguousArray<Range<Int>>) -> ArcTable {
    var kept = ArcTable(
      positions: origins.count,
      arcs: successors.reduce(0) { $0 + $1.count }
    )
    for (tail, heads) in successors.enumerated() {
      kept.begin(tail, to: heads.lowerBound)
      let origin = origins[tail]
      for head in heads { kept.costs.append(costs[origin &+ head]) }
    }
    return kept
  }

  /// The least cost of an arc and then of the rest.
  ///
  /// - Parameters:
  ///   - tail: The position that it leads from.
  ///   - heads: The positions that it may lead to.
  ///   - scale: What the cost of the arc is multiplied by.
  ///   - rest: What the rest costs.
  ///   - column: Where in `rest` that from the position with number 0 on is.
  /// - Returns: That cost, `unreachable` where no arc leads to less, and the first position that the
  ///   arc leads to, -1 for none.
  func least(
    from tail: Int,
    to heads: Range<Int>,
    scale: Int,
    then rest: ContiguousArray<Int>,
    at column: Int
  ) -> (cost: Int, head: Int) {
    let row = origins[tail]
    var least = (cost: unreachable, head: -1)
    for head in heads {
      let cost = costs[row &+ head] &* scale &+ rest[column &+ head]
      if cost < least.cost { least = (cost, head) }
    }
    return least
  }
}

/// Where the best successor of a position can be, given that of the position looked at before.
///
/// Positions are looked at from the last to the first. Where the costs of arcs satisfy the quadrangle
/// inequality, no arc to a position behind the best successor of a later position is better than the
/// one to it, so that most arcs need not be looked at. (F. F. Yao, "Efficient dynamic programming
/// using quadrangle inequalities", STOC 1980.)
struct SuccessorBound {
  /// The best successor of the position looked at before; -1 where there was none.
  private var best = -1
  /// The end of the range of the successors of that position.
  private var end = 0

  /// The successors of an earlier position among which the best one is.
  ///
  /// - Parameter heads: All its successors.
  /// - Returns: All of them up to the best of the position looked at before, where that is one of them
  ///   and nothing lies behind that was not among the successors of that position.
  func narrowed(_ heads: Range<Int>) -> Range<Int> {
    heads.contains(best) && heads.upperBound <= end ? heads.lowerBound..<best + 1 : heads
  }

  /// Takes note of the best successor of a position.
  ///
  /// - Parameters:
  ///   - best: The best of them; -1 where no arc leads anywhere.
  ///   - heads: All successors of the position.
  mutating func note(_ best: Int, of heads: Range<Int>) {
    self.best = best
    end = heads.upperBound
  }
}
