/// The rows and copies of a sequenced assignment that may come together, row by row.
///
/// Where it is known what an assignment may cost at most, most pairs are out of the question, and
/// what is left is searched many times faster.
struct CandidatePairs {
  /// For each row, where its pairs begin; one entry more than there are rows.
  private var offsets: ContiguousArray<Int> = [0]
  private var columns: ContiguousArray<Int32> = []
  /// What each pair costs, scaled.
  private var costs: ContiguousArray<Int> = []

  /// All pairs that are not forbidden.
  init(_ problem: SequencedAssignment) {
    for row in 0..<problem.costs.rows {
      problem.costs.forEachColumn(of: row) { column, cost in
        append(column, cost: cost * SequencedAssignment.scale)
      }
      offsets.append(columns.count)
    }
  }

  private init() {}

  private mutating func append(_ column: Int, cost: Int) {
    columns.append(Int32(column))
    costs.append(cost)
  }

  /// Gives the copies that a row may have, ascending, each with its scaled cost.
  func forEachColumn(of row: Int, _ body: (_ column: Int, _ cost: Int) -> Void) {
    for index in offsets[row]..<offsets[row + 1] { body(Int(columns[index]), costs[index]) }
  }

  /// Those of the pairs that satisfy a condition.
  func filter(_ isIncluded: (_ row: Int, _ column: Int, _ cost: Int) -> Bool) -> CandidatePairs {
    var filtered = CandidatePairs()
    for row in offsets.indices.dropLast() {
      forEachColumn(of: row) { column, cost in
        if isIncluded(row, column, cost) { filtered.append(column, cost: cost) }
      }
      filtered.offsets.append(filtered.columns.count)
    }
    return filtered
  }
}
