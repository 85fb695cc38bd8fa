/// The best assignment of a sequenced problem without repetitions, kept up to date while surcharges
/// and restrictions change.
///
/// All numbers are scaled by ``SequencedAssignment/scale``. A change concerns single rows: each gets
/// its potential anew and, where its pair is no longer tight, one augmentation.
struct SurchargedAssignment {
  /// The problem.
  let problem: SequencedAssignment
  /// The pairs that take part, with what they cost.
  private var pairs: CandidatePairs
  /// For each row, the kinds that it may have, a bit each, ``wordCount`` words for a row.
  private var allowed: ContiguousArray<UInt64>
  private var matching: Assignment.Matching
  private let wordCount: Int

  /// Takes over the best assignment without surcharges.
  init(_ problem: SequencedAssignment, matching: Assignment.Matching) {
    self.problem = problem
    pairs = CandidatePairs(problem)
    self.matching = matching.scaled(by: SequencedAssignment.scale)
    wordCount = (problem.counts.count + 63) / 64
    allowed = ContiguousArray(repeating: .max, count: problem.chains.count * wordCount)
  }

  /// What pairs cost that the restrictions leave.
  private struct RestrictedCosts: Assignment.PairCosts {
    let pairs: CandidatePairs
    let allowed: ContiguousArray<UInt64>
    let wordCount: Int

    func forEachColumn(of row: Int, _ body: (_ column: Int, _ cost: Int) -> Void) {
      let begin = row * wordCount
      pairs.forEachCopy(of: row) { column, kind, cost in
        if allowed[begin + kind >> 6] >> UInt64(kind & 63) & 1 == 1 { body(column, cost) }
      }
    }
  }

  /// Whether the restrictions leave a kind to a row.
  func isAllowed(_ kind: Int, row: Int) -> Bool {
    allowed[row * wordCount + kind >> 6] >> UInt64(kind & 63) & 1 == 1
  }

  /// The kind of each row.
  var kinds: [Int] { matching.columnOfRow.map { problem.kindOfColumn[$0] } }

  /// The kind of a row.
  func kind(of row: Int) -> Int { problem.kindOfColumn[matching.columnOfRow[row]] }

  /// The potentials of the copies, scaled.
  var potentials: ContiguousArray<Int> { matching.columnPotentials }

  /// What the assignment costs, surcharges included.
  var cost: Int { matching.cost }

  /// Leaves out the pairs that no assignment can have that costs little more than this one.
  ///
  /// - Parameter loss: How much more than ``cost`` an assignment may cost, scaled.
  mutating func leaveOutPairs(losingMoreThan loss: Int) {
    pairs = pairs.filter { row, column, cost in
      matching.reducedCost(row, column, cost: cost) <= loss
    }
  }

  /// Changes surcharges, and finds the best assignment under them.
  ///
  /// - Precondition: There are no restrictions.
  ///
  /// - Parameter amounts: For each row and each kind, row by row, what is added to the surcharge.
  mutating func add(_ amounts: [Int]) {
    let kindCount = problem.counts.count
    var free: [Int] = []
    for row in problem.chains.indices {
      let own = amounts[row * kindCount..<(row + 1) * kindCount]
      guard own.contains(where: { $0 != 0 }) else { continue }
      pairs.add(own, row: row)
      if !matching.update(row: row, costs: pairs) { free.append(row) }
    }
    let isMatched = free.allSatisfy { matching.augment(from: $0, costs: pairs) }
    precondition(isMatched, "surcharges forbid nothing")
  }

  /// What a restriction leaves to a row.
  enum Restriction {
    /// One kind.
    case only(Int)
    /// All kinds but one.
    case not(Int)
  }

  /// Restricts rows, and finds the best assignment under that.
  ///
  /// - Parameter restrictions: The rows, each with what is left to it.
  /// - Returns: Whether there is an assignment; where there is none, this one is of no more use.
  mutating func restrict(_ restrictions: [(row: Int, to: Restriction)]) -> Bool {
    for (row, restriction) in restrictions {
      let words = row * wordCount..<(row + 1) * wordCount
      switch restriction {
      case .only(let kind):
        let isKept = isAllowed(kind, row: row)
        for word in words { allowed[word] = 0 }
        if isKept { allowed[words.lowerBound + kind >> 6] = 1 << UInt64(kind & 63) }
      case .not(let kind):
        allowed[words.lowerBound + kind >> 6] &= ~(1 << UInt64(kind & 63))
      }
    }
    let costs = RestrictedCosts(pairs: pairs, allowed: allowed, wordCount: wordCount)
    // What a restriction takes from a row that has another kind changes nothing.
    let free = restrictions.map(\.row).filter {
      !isAllowed(kind(of: $0), row: $0) && !matching.update(row: $0, costs: costs)
    }
    return free.allSatisfy { matching.augment(from: $0, costs: costs) }
  }
}
