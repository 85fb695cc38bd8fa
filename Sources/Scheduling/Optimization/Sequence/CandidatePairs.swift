/// The rows and copies of a sequenced assignment that may come together, row by row, and what they
/// cost with surcharges.
///
/// Where it is known what an assignment may cost at most, most pairs are out of the question, and
/// what is left is searched many times faster.
struct CandidatePairs: Assignment.PairCosts {
  /// For each row, where its pairs begin; one entry more than there are rows.
  private var offsets: ContiguousArray<Int> = [0]
  private var columns: ContiguousArray<Int32> = []
  /// The kind of each pair's copy.
  private var kinds: ContiguousArray<Int32> = []
  /// What each pair costs, scaled, surcharges included.
  private var costs: ContiguousArray<Int> = []

  /// All pairs that are not forbidden, without surcharges.
  init(_ problem: SequencedAssignment) {
    for row in 0..<problem.costs.rows {
      problem.costs.forEachColumn(of: row) { column, cost in
        append(
          column,
          kind: problem.kindOfColumn[column],
          cost: cost * SequencedAssignment.scale
        )
      }
      offsets.append(columns.count)
    }
  }

  private init() {}

  private mutating func append(_ column: Int, kind: Int, cost: Int) {
    columns.append(Int32(column))
    kinds.append(Int32(kind))
    costs.append(cost)
  }

  /// Gives the copies that a row may have, ascending, each with its scaled cost.
  func forEachColumn(of row: Int, _ body: (_ column: Int, _ cost: Int) -> Void) {
    for index in offsets[row]..<offsets[row + 1] { body(Int(columns[index]), costs[index]) }
  }

  /// Gives the copies that a row may have, ascending, each with its kind and its scaled cost.
  func forEachCopy(of row: Int, _ body: (_ column: Int, _ kind: Int, _ cost: Int) -> Void) {
    for index in offsets[row]..<offsets[row + 1] {
      body(Int(columns[index]), Int(kinds[index]), costs[index])
    }
  }

  /// Changes what a row pays for each kind.
  ///
  /// - Parameters:
  ///   - amounts: What is added to the surcharge of each kind, scaled.
  ///   - row: The row.
  mutating func add(_ amounts: ArraySlice<Int>, row: Int) {
    for index in offsets[row]..<offsets[row + 1] {
      costs[index] += amounts[amounts.startIndex + Int(kinds[index])]
    }
  }

  /// Those of the pairs that satisfy a condition.
  func filter(_ isIncluded: (_ row: Int, _ column: Int, _ cost: Int) -> Bool) -> CandidatePairs {
    var filtered = CandidatePairs()
    for row in offsets.indices.dropLast() {
      forEachCopy(of: row) { column, kind, cost in
        if isIncluded(row, column, cost) { filtered.append(column, kind: kind, cost: cost) }
      }
      filtered.offsets.append(filtered.columns.count)
    }
    return filtered
  }
}
