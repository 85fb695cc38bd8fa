/// Conflict search over the assignments of a sequenced problem.
///
/// Each node is an assignment without the price of repetitions, under some restrictions, and so a
/// lower bound. Where it repeats a kind that is not paid for yet, it has three children: the later
/// row has another kind; it has this one and the earlier has another; both have it, and it is paid
/// for. Best bound first, the first assignment without an unpaid repetition is the best of all.
/// (G. Sharon et al., "Conflict-based search for optimal multi-agent pathfinding", Artificial
/// Intelligence 219, 2015, with assignments instead of paths.) A child differs from its parent in one
/// row or two, so that it costs one augmentation or two.
package struct RepetitionSearch {
  private struct Node {
    /// For each row, the kinds that it may have, a bit each.
    var allowed: ContiguousArray<UInt64>
    var isPaid: ContiguousArray<Bool>
    var matching: Assignment.Matching
    var bound: Int
  }

  /// The most kinds that the search can tell apart.
  package static let mostKinds = 64

  private let problem: SequencedAssignment
  private let kindOfColumn: [Int]
  /// For each row, the one before it whose kind it may repeat.
  private let preceding: [Int?]
  /// The open nodes by their bounds, less that of the root; those of one bound last in, first out.
  private var open: [[Node]] = []
  private let rootBound: Int
  private var nodeCount = 0
  /// How many nodes are kept at most: beyond that memory is what ends the search.
  private static let mostNodes = 60_000

  /// Begins at the assignment without the price of repetitions.
  ///
  /// - Precondition: There are no more than ``mostKinds`` kinds.
  package init(_ problem: SequencedAssignment, root: Assignment.Matching, bound: Int) {
    self.problem = problem
    kindOfColumn = problem.counts.enumerated().flatMap { kind, count in
      Array(repeating: kind, count: count)
    }
    var last: [Int: Int] = [:]
    preceding = problem.chains.enumerated().map { row, chain in
      defer { last[chain] = row }
      return problem.mayRepeat[row] ? last[chain] : nil
    }
    rootBound = bound
    let rows = problem.chains.count
    open = [
      [
        Node(
          allowed: ContiguousArray(repeating: .max, count: rows),
          isPaid: ContiguousArray(repeating: false, count: rows),
          matching: root,
          bound: bound
        )
      ]
    ]
  }

  /// No assignment that is left costs less than this; `Int.max` where none is left.
  package var bound: Int { open.firstIndex { !$0.isEmpty }.map { rootBound + $0 } ?? .max }

  /// Searches on.
  ///
  /// - Parameters:
  ///   - steps: How many nodes may be expanded.
  ///   - best: The cost of the best assignment known, and its kinds; replaced by better ones.
  ///   - mayGoOn: Asked at each node whether the search may go on.
  package mutating func advance(
    steps: Int,
    best: inout (cost: Int, kinds: [Int]),
    while mayGoOn: () -> Bool
  ) {
    for _ in 0..<steps {
      let level = bound - rootBound
      guard bound < best.cost, nodeCount < Self.mostNodes, mayGoOn(),
        let node = open[level].popLast()
      else { return }
      nodeCount -= 1
      let kinds = node.matching.columnOfRow.map { kindOfColumn[$0] }
      if let cost = problem.costWithoutRepeats(kinds) {
        let total = cost + problem.costOfRepeats(kinds)
        if total < best.cost { best = (total, kinds) }
      }
      guard
        let row = kinds.indices.first(where: { row in
          !node.isPaid[row] && preceding[row].map { kinds[$0] == kinds[row] } ?? false
        }), let before = preceding[row]
      else { continue }
      let bit: UInt64 = 1 << UInt64(kinds[row])
      add(node, [(row, ~bit)], paying: nil, under: best.cost)
      add(node, [(before, ~bit), (row, bit)], paying: nil, under: best.cost)
      add(node, [(before, bit), (row, bit)], paying: row, under: best.cost)
    }
  }

  /// Adds a child, unless it cannot lead to anything better than what is known.
  private mutating func add(
    _ parent: Node,
    _ restrictions: [(row: Int, kinds: UInt64)],
    paying paid: Int?,
    under limit: Int
  ) {
    var child = parent
    for (row, kinds) in restrictions { child.allowed[row] &= kinds }
    if let paid { child.isPaid[paid] = true }
    let columns = kindOfColumn.count
    let changed = restrictions.map(\.row).filter { row in
      child.allowed[row] >> UInt64(kindOfColumn[child.matching.columnOfRow[row]]) & 1 == 0
    }
    for row in changed { child.matching.release(row: row) }
    for row in changed {
      let isMatched = child.matching.augment(from: row, columns: columns) { row, column in
        child.allowed[row] >> UInt64(kindOfColumn[column]) & 1 == 1
          ? problem.costs.table[row * columns + column] : unreachable
      }
      guard isMatched else { return }
    }
    let cost = child.matching.columnOfRow.enumerated().reduce(0) { sum, pair in
      sum + problem.costs.table[pair.offset * columns + pair.element]
    }
    child.bound = max(
      parent.bound,
      cost + child.isPaid.count { $0 } * problem.repeatCost
    )
    guard child.bound < limit else { return }
    while open.count <= child.bound - rootBound { open.append([]) }
    open[child.bound - rootBound].append(child)
    nodeCount += 1
  }
}
