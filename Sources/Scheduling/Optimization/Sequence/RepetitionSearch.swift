/// Branch and bound over the assignments of a sequenced problem, under the prices of a relaxation.
///
/// Each node is the best assignment under some restrictions, and so a lower bound. What its
/// assignment costs in truth is above that by what the prices of single pairs lose: a repetition
/// costs more than its prices, or a price was taken off for a kind that neither row has. Where no pair
/// loses anything, the node's assignment is its best. Otherwise the pair that loses most is branched
/// on, by one kind: both rows have it, or only the earlier has it or only the later, or neither, and
/// in each child that loss is gone or smaller. (Conflict-based search: G. Sharon et al.,
/// "Conflict-based search for optimal multi-agent pathfinding", Artificial Intelligence 219, 2015,
/// with assignments instead of paths.) A child differs from its parent in one row or two, so that it
/// costs one augmentation or two.
package struct RepetitionSearch {
  private struct Node {
    var assignment: SurchargedAssignment
    /// For each pair, whether both rows have one kind for good, and the repetition is paid for.
    var isPaid: ContiguousArray<Bool>
    /// For each pair and each kind, whether neither row can have it, and its price is given back.
    var isReturned: ContiguousArray<Bool>
    /// What was paid and given back, scaled.
    var correction = 0
    var bound: Int
  }

  /// What a pair loses, and the kind to branch on.
  private struct Loss {
    var pair: Int
    var kind: Int
    var amount: Int
    var isRepetition: Bool
  }

  private let problem: SequencedAssignment
  private let prices: ContiguousArray<Int>
  private let sumOfPrices: Int
  private let kindCount: Int
  /// The open nodes by their bounds in points, less that of the root; those of one bound last in,
  /// first out.
  private var open: [[Node]]
  private let rootBound: Int
  private var nodeCount = 1
  /// About how many numbers the open nodes keep at most: beyond that memory is what ends the search.
  private static let mostNumbers = 50_000_000

  /// Begins at the assignment of a relaxation.
  package init(_ relaxation: RepetitionRelaxation) {
    problem = relaxation.problem
    prices = relaxation.prices
    sumOfPrices = relaxation.sumOfPrices
    kindCount = problem.counts.count
    let root = Node(
      assignment: relaxation.assignment,
      isPaid: ContiguousArray(repeating: false, count: problem.pairs.count),
      isReturned: ContiguousArray(repeating: false, count: prices.count),
      bound: relaxation.bound
    )
    rootBound = SequencedAssignment.points(root.bound)
    open = [[root]]
  }

  /// No assignment that is left costs less than this; `Int.max` where none is left.
  package var bound: Int { open.firstIndex { !$0.isEmpty }.map { rootBound + $0 } ?? .max }

  /// Searches on, best bound first.
  ///
  /// - Parameters:
  ///   - steps: How many nodes may be expanded.
  ///   - best: The best assignment known, replaced by better ones.
  ///   - mayGoOn: Asked at each node whether the search may go on.
  package mutating func advance(
    steps: Int,
    best: inout SequencedAssignment.Incumbent,
    while mayGoOn: () -> Bool
  ) {
    let mostNodes = Self.mostNumbers / (problem.chains.count * 4 + prices.count / 8 + 1)
    for _ in 0..<steps {
      let level = bound
      guard level < best.cost, nodeCount < mostNodes, mayGoOn(),
        let node = open[level - rootBound].popLast()
      else { return }
      nodeCount -= 1
      best.offer(node.assignment.kinds, of: problem)
      guard let loss = greatestLoss(of: node) else { continue }
      for child in children(of: node, at: loss) {
        let points = SequencedAssignment.points(child.bound)
        guard points < best.cost else { continue }
        while open.count <= points - rootBound { open.append([]) }
        open[points - rootBound].append(child)
        nodeCount += 1
      }
    }
  }

  /// The pair that loses most.
  private func greatestLoss(of node: Node) -> Loss? {
    var greatest: Loss?
    for pair in problem.pairs.indices {
      let loss = loss(of: pair, in: node)
      if loss.amount > greatest?.amount ?? 0 { greatest = loss }
    }
    return greatest
  }

  private func loss(of pair: Int, in node: Node) -> Loss {
    let first = node.assignment.kind(of: problem.pairs[pair].first)
    let second = node.assignment.kind(of: problem.pairs[pair].second)
    let begin = pair * kindCount
    var loss = Loss(pair: pair, kind: first, amount: 0, isRepetition: first == second)
    if first == second {
      guard !node.isPaid[pair] else { return loss }
      loss.amount = costOfPaying(pair, kind: first, in: node)
      return loss
    }
    var dearest = 0
    for kind in 0..<kindCount where kind != first && kind != second {
      guard !node.isReturned[begin + kind] else { continue }
      let price = prices[begin + kind]
      loss.amount += price
      if price > dearest {
        dearest = price
        loss.kind = kind
      }
    }
    return loss
  }

  /// What a repetition costs beyond what the prices of its pair count for it.
  private func costOfPaying(_ pair: Int, kind: Int, in node: Node) -> Int {
    var sum = problem.repeatCost * SequencedAssignment.scale - 2 * prices[pair * kindCount + kind]
    for other in 0..<kindCount where !node.isReturned[pair * kindCount + other] {
      sum += prices[pair * kindCount + other]
    }
    return sum
  }

  private func children(of node: Node, at loss: Loss) -> [Node] {
    let (first, second) = (problem.pairs[loss.pair].first, problem.pairs[loss.pair].second)
    let kind = loss.kind
    guard loss.isRepetition else {
      let neither = child(of: node, [(first, .not(kind)), (second, .not(kind))]) { child in
        child.isReturned[loss.pair * kindCount + kind] = true
        child.correction += prices[loss.pair * kindCount + kind]
      }
      return [
        child(of: node, [(first, .only(kind))]),
        child(of: node, [(first, .not(kind)), (second, .only(kind))]),
        neither,
      ].compactMap(\.self)
    }
    let both = child(of: node, [(first, .only(kind)), (second, .only(kind))]) { child in
      child.isPaid[loss.pair] = true
      child.correction += loss.amount
    }
    return [
      both,
      child(of: node, [(first, .not(kind)), (second, .only(kind))]),
      child(of: node, [(second, .not(kind))]),
    ].compactMap(\.self)
  }

  private func child(
    of parent: Node,
    _ restrictions: [(row: Int, to: SurchargedAssignment.Restriction)],
    changing change: (inout Node) -> Void = { _ in }
  ) -> Node? {
    var child = parent
    guard child.assignment.restrict(restrictions) else { return nil }
    change(&child)
    child.bound = max(parent.bound, child.assignment.cost - sumOfPrices + child.correction)
    return child
  }
}
