extension Assignment.Matching {
  /// Exchanges columns along tight pairs, row by row, until each row has the first that it can.
  mutating func makeLexicographicallyFirst(_ costs: Assignment.Costs) {
    let (rows, columns) = (costs.rows, costs.columns)
    let tight: [[Int]] = (0..<rows).map { row in
      (0..<columns).filter { column in
        let cost = costs.table[row * columns + column]
        return cost < unreachable && cost == rowPotentials[row] + columnPotentials[column]
      }
    }
    for row in 0..<rows {
      for column in tight[row] {
        if column == columnOfRow[row] { break }
        if take(column, for: row, tight: tight) { break }
      }
    }
  }

  /// Gives `column` to `row`, if the rows after it can be served then, and leaves those before it.
  ///
  /// Who had the column gets another along tight pairs, and so on, until one gets the column that
  /// `row` gave up. Columns that are free are looked at as taken by rows that cost nothing and can
  /// take any column of potential 0.
  private mutating func take(_ column: Int, for row: Int, tight: [[Int]]) -> Bool {
    let givenUp = columnOfRow[row]
    if rowOfColumn[column] >= 0 && rowOfColumn[column] < row { return false }
    /// For each column that was reached, that of the row which would move to it.
    var previous: [Int: Int] = [column: column]
    var queue = [column]
    var next = 0
    var servedFree = false
    while next < queue.count && previous[givenUp] == nil {
      let current = queue[next]
      next += 1
      let holder = rowOfColumn[current]
      let reachable: [Int]
      if holder >= 0 {
        reachable = tight[holder]
      } else if servedFree {
        reachable = []
      } else {
        servedFree = true
        reachable = columnPotentials.indices.filter { columnPotentials[$0] == 0 }
      }
      for other in reachable where previous[other] == nil {
        let otherHolder = rowOfColumn[other]
        if otherHolder >= 0 && otherHolder < row { continue }
        previous[other] = current
        queue.append(other)
      }
    }
    guard previous[givenUp] != nil else { return false }
    var target = givenUp
    while target != column, let source = previous[target] {
      let mover = rowOfColumn[source]
      rowOfColumn[target] = mover
      if mover >= 0 { columnOfRow[mover] = target }
      target = source
    }
    rowOfColumn[column] = row
    columnOfRow[row] = column
    return true
  }
}
