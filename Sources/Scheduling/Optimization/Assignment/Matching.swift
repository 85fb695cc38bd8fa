extension Assignment {
  /// An assignment of some rows with potentials that prove it best for them.
  package struct Matching {
    /// The column of each row, -1 for none.
    var columnOfRow: ContiguousArray<Int>
    /// The row of each column, -1 for none.
    var rowOfColumn: ContiguousArray<Int>
    var rowPotentials: ContiguousArray<Int>
    /// At most 0, and 0 for each column that has not been taken.
    var columnPotentials: ContiguousArray<Int>

    init(rows: Int, columns: Int) {
      columnOfRow = ContiguousArray(repeating: -1, count: rows)
      rowOfColumn = ContiguousArray(repeating: -1, count: columns)
      rowPotentials = ContiguousArray(repeating: 0, count: rows)
      columnPotentials = ContiguousArray(repeating: 0, count: columns)
    }

    /// The same assignment where all costs are multiplied by a factor.
    func scaled(by factor: Int) -> Matching {
      var scaled = self
      for row in rowPotentials.indices { scaled.rowPotentials[row] *= factor }
      for column in columnPotentials.indices { scaled.columnPotentials[column] *= factor }
      return scaled
    }

    /// What the assignment costs, where each row and each column is taken.
    var cost: Int { rowPotentials.reduce(0, +) + columnPotentials.reduce(0, +) }

    /// How much more than the sum of their potentials a row and a column cost, at least 0.
    func reducedCost(_ row: Int, _ column: Int, cost: Int) -> Int {
      cost - rowPotentials[row] - columnPotentials[column]
    }

    /// Takes in that what a row costs has changed.
    ///
    /// Its potential becomes the greatest that it can have. Where its pair is tight then, all stays
    /// as it is; otherwise the row is free, to be augmented from.
    ///
    /// - Complexity: O(m) for m columns that the row may have.
    /// - Precondition: There are as many columns as rows, so that each is taken in the end.
    ///
    /// - Parameters:
    ///   - row: The row.
    ///   - costs: What it costs now.
    /// - Returns: Whether it keeps its column.
    mutating func update(row: Int, costs: some PairCosts) -> Bool {
      let own = columnOfRow[row]
      var least = unreachable
      var ownCost = unreachable
      costs.forEachColumn(of: row) { column, cost in
        least = min(least, cost - columnPotentials[column])
        if column == own { ownCost = cost }
      }
      rowPotentials[row] = least
      guard own >= 0 else { return false }
      if ownCost < unreachable && ownCost - columnPotentials[own] == least { return true }
      rowOfColumn[own] = -1
      columnOfRow[row] = -1
      return false
    }
  }
}
