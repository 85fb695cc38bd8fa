extension Assignment.Matching {
  /// Lets rows take the columns that are cheapest for them, from each other too.
  ///
  /// A row pays for its column what makes it just as dear as the next best: the potential of the
  /// column falls by as much. Whom it takes the column from looks for another. (Augmenting row
  /// reduction, as Jonker and Volgenant call it: it gives most rows a column, at the cost of
  /// looking at each once or twice.)
  ///
  /// - Returns: The rows that have no column then, ascending.
  mutating func reduceRows(_ costs: Assignment.Costs) -> [Int] {
    var free = Array(0..<costs.rows)
    for _ in 0..<2 {
      var next = 0
      var stillFree: [Int] = []
      // Two rows can take a column from each other again and again, each time for a little more.
      var steps = 2 * costs.rows
      while next < free.count {
        let row = free[next]
        next += 1
        guard steps > 0, let (displaced, isCostly) = takeCheapest(row, costs) else {
          stillFree.append(row)
          continue
        }
        steps -= 1
        guard displaced >= 0 else { continue }
        if isCostly {
          next -= 1
          free[next] = displaced
        } else {
          stillFree.append(displaced)
        }
      }
      free = stillFree
    }
    return free.sorted()
  }

  /// Gives a row the column that is cheapest for it.
  ///
  /// - Returns: The row that had it, -1 for none, and whether the potential of the column has
  ///   fallen; `nil` where the row may have but one column, which stays as it is.
  private mutating func takeCheapest(_ row: Int, _ costs: Assignment.Costs) -> (
    displaced: Int, Bool
  )? {
    var first = (cost: unreachable, column: -1)
    var second = first
    costs.forEachColumn(of: row) { column, cost in
      let cost = cost - columnPotentials[column]
      guard cost < second.cost else { return }
      if cost < first.cost {
        second = first
        first = (cost, column)
      } else {
        second = (cost, column)
      }
    }
    guard second.column >= 0 else { return nil }
    let isCostly = first.cost < second.cost
    var column = first.column
    if isCostly {
      columnPotentials[column] -= second.cost - first.cost
    } else if rowOfColumn[column] >= 0 {
      column = second.column
    }
    let displaced = rowOfColumn[column]
    if displaced >= 0 { columnOfRow[displaced] = -1 }
    rowOfColumn[column] = row
    columnOfRow[row] = column
    rowPotentials[row] = second.cost
    return (displaced, isCostly)
  }
}
