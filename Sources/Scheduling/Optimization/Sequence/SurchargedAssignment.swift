/// The best assignment of a sequenced problem without repetitions, kept up to date while surcharges
/// and restrictions change.
///
/// All numbers are scaled by ``SequencedAssignment/scale``. A change concerns single rows: each gets
/// its potential anew and, where its pair is no longer tight, one augmentation.
struct SurchargedAssignment {
  /// The problem.
  let problem: SequencedAssignment
  /// What each row pays, beside its costs, for each kind; row by row.
  private(set) var surcharges: ContiguousArray<Int>
  /// For each row, the kinds that it may have, a bit each, ``wordCount`` words for a row.
  private var allowed: ContiguousArray<UInt64>
  /// The pairs that take part.
  private var pairs: CandidatePairs
  private var matching: Assignment.Matching
  private let kindCount: Int
  private let wordCount: Int

  /// Takes over the best assignment without surcharges.
  init(_ problem: SequencedAssignment, matching: Assignment.Matching) {
    self.problem = problem
    pairs = CandidatePairs(problem)
    self.matching = matching.scaled(by: SequencedAssignment.scale)
    kindCount = problem.counts.count
    wordCount = (kindCount + 63) / 64
    surcharges = ContiguousArray(repeating: 0, count: problem.chains.count * kindCount)
    allowed = ContiguousArray(repeating: .max, count: problem.chains.count * wordCount)
  }

  /// What rows and columns cost, without the matching, which changes meanwhile.
  private struct Costs: Assignment.PairCosts {
    let pairs: CandidatePairs
    let kindOfColumn: [Int]
    let surcharges: ContiguousArray<Int>
    let allowed: ContiguousArray<UInt64>
    let kindCount: Int
    let wordCount: Int

    init(_ assignment: SurchargedAssignment) {
      pairs = assignment.pairs
      kindOfColumn = assignment.problem.kindOfColumn
      surcharges = assignment.surcharges
      allowed = assignment.allowed
      kindCount = assignment.kindCount
      wordCount = assignment.wordCount
    }

    func forEachColumn(of row: Int, _ body: (_ column: Int, _ cost: Int) -> Void) {
      pairs.forEachColumn(of: row) { column, cost in
        let kind = kindOfColumn[column]
        if allowed[row * wordCount + kind >> 6] >> UInt64(kind & 63) & 1 == 1 {
          body(column, cost + surcharges[row * kindCount + kind])
        }
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
  var cost: Int {
    var sum = 0
    for (row, column) in matching.columnOfRow.enumerated() {
      sum += problem.costs.table[row * problem.costs.columns + column] * SequencedAssignment.scale
      sum += surcharges[row * kindCount + problem.kindOfColumn[column]]
    }
    return sum
  }

  /// Leaves out the pairs that no assignment can have that costs little more than this one.
  ///
  /// - Parameter loss: How much more than ``cost`` an assignment may cost, scaled.
  mutating func leaveOutPairs(losingMoreThan loss: Int) {
    pairs = pairs.filter { row, column, cost in
      let kind = problem.kindOfColumn[column]
      let cost = cost + surcharges[row * kindCount + kind]
      return matching.reducedCost(row, column, cost: cost) <= loss
    }
  }

  /// Changes surcharges, and finds the best assignment under them.
  ///
  /// - Parameter changes: What is added to the surcharge of a kind in a row.
  mutating func add(_ changes: [(row: Int, kind: Int, amount: Int)]) {
    var isChanged = [Bool](repeating: false, count: problem.chains.count)
    for change in changes {
      surcharges[change.row * kindCount + change.kind] += change.amount
      isChanged[change.row] = true
    }
    let isMatched = rematch(isChanged.indices.filter { isChanged[$0] })
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
    // What a restriction takes from a row that has another kind changes nothing.
    return rematch(restrictions.map(\.row).filter { !isAllowed(kind(of: $0), row: $0) })
  }

  private mutating func rematch(_ rows: [Int]) -> Bool {
    let costs = Costs(self)
    let free = rows.filter { !matching.update(row: $0, costs: costs) }
    return free.allSatisfy { matching.augment(from: $0, costs: costs) }
  }
}
