/// The chains of a sequenced assignment, each alone, and the lower bound that they give.
///
/// That each copy goes to one row is relaxed with a price for each copy, so that a row may take any
/// copy of its kind. Each chain is then a shortest path over its rows and their kinds, in which
/// repetitions are paid (A. J. Viterbi, 1967). For any prices, the least costs of all chains and the
/// prices together are a lower bound. With the potentials of an assignment under the prices of a
/// ``RepetitionRelaxation`` as prices, it is at least the bound of that relaxation.
struct SequenceRelaxation {
  /// The problem.
  let problem: SequencedAssignment
  /// For each copy, its scaled price: what is credited to the row that takes it.
  let prices: ContiguousArray<Int>
  /// For each row and each kind that the row before it in its chain may have, the least scaled cost
  /// from the row to the end of the chain; the last entry of a row is for no such kind.
  private(set) var toGo: ContiguousArray<Int> = []
  /// No assignment costs less, scaled.
  private(set) var bound = 0
  /// For each row, the one after it in its chain.
  let following: [Int?]

  private let kindCount: Int
  private let chainStarts: [Int]

  /// Relaxes a problem.
  ///
  /// - Parameters:
  ///   - problem: The problem.
  ///   - potentials: For each copy, its scaled potential.
  init(_ problem: SequencedAssignment, potentials: ContiguousArray<Int>) {
    self.problem = problem
    kindCount = problem.counts.count
    prices = potentials
    var following = [Int?](repeating: nil, count: problem.chains.count)
    var last: [Int: Int] = [:]
    var starts: [Int] = []
    for (row, chain) in problem.chains.enumerated() {
      if let before = last[chain] { following[before] = row } else { starts.append(row) }
      last[chain] = row
    }
    self.following = following
    chainStarts = starts
    evaluate()
  }

  /// The scaled cost of a repetition in a row.
  func repeatCost(in row: Int) -> Int {
    problem.mayRepeat[row] ? problem.repeatCost * SequencedAssignment.scale : 0
  }

  /// The least scaled cost from a row to the end of its chain, if the row before it has a kind.
  func cost(from row: Int, after kind: Int) -> Int {
    toGo[row * (kindCount + 1) + kind]
  }

  /// The least scaled cost behind a row with a kind, to the end of its chain.
  func cost(behind row: Int, with kind: Int) -> Int {
    following[row].map { cost(from: $0, after: kind) } ?? 0
  }

  /// The scaled cost of a row with a copy, less the copy's price.
  func cost(of row: Int, column: Int) -> Int {
    let cost = problem.costs.table[row * problem.costs.columns + column]
    return cost < unreachable ? cost * SequencedAssignment.scale - prices[column] : unreachable
  }

  private mutating func evaluate() {
    let rows = problem.chains.count
    let width = kindCount + 1
    toGo = ContiguousArray(repeating: unreachable, count: rows * width)
    for row in (0..<rows).reversed() {
      // The cheapest kind and the cheapest of the others: a kind is avoided only by itself.
      var first = (cost: unreachable, kind: -1)
      var second = unreachable
      for kind in 0..<kindCount where problem.counts[kind] > 0 {
        let begin = problem.offsets[kind]
        var least = unreachable
        for column in begin..<begin + problem.counts[kind] {
          least = min(least, cost(of: row, column: column))
        }
        guard least < unreachable / 2 else { continue }
        let total = least + cost(behind: row, with: kind)
        if total < first.cost {
          second = first.cost
          first = (total, kind)
        } else {
          second = min(second, total)
        }
      }
      for kind in 0..<width {
        toGo[row * width + kind] =
          kind == first.kind ? min(second, first.cost + repeatCost(in: row)) : first.cost
      }
    }
    bound = chainStarts.reduce(prices.reduce(0, +)) { $0 + cost(from: $1, after: kindCount) }
  }
}
