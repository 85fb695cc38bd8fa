/// The assignment problem: each row gets a column of its own, at least cost in total.
///
/// ```swift
/// let costs = Assignment.Costs(rows: 2, columns: 2) { row, column in [[4, 1], [2, 0]][row][column] }
/// Assignment.optimal(costs)?.columns  // [1, 0], which costs 3
/// ```
///
/// The Hungarian method finds, beside the assignment, a potential for each row and each column, so
/// that no pair costs less than the sum of its two. Pairs that cost just that are *tight*. By
/// complementary slackness an assignment is optimal if and only if all its pairs are tight and
/// every column with a negative potential is taken. So the optimal assignments are known all at
/// once, and of them the lexicographically first is taken: the first row gets the first column that
/// it can have, then the second row, and so on.
///
/// Source: H. W. Kuhn, "The Hungarian method for the assignment problem", 1955, in the form with
/// potentials and one shortest augmenting path per row: R. Jonker, A. Volgenant, "A shortest
/// augmenting path algorithm for dense and sparse linear assignment problems", 1987.
package enum Assignment {
  /// A table of costs, by row and column, in which pairs may be forbidden.
  package struct Costs: PairCosts {
    /// The number of rows.
    package let rows: Int
    /// The number of columns, at least that of the rows.
    package let columns: Int
    /// The costs, row by row; ``unreachable`` for a forbidden pair.
    package let table: ContiguousArray<Int>

    /// Creates a table.
    ///
    /// - Parameters:
    ///   - rows: The number of rows.
    ///   - columns: The number of columns, at least `rows`.
    ///   - cost: What a row and a column cost, on either side of 0; `nil` where they are forbidden.
    package init(rows: Int, columns: Int, cost: (Int, Int) -> Int?) {
      precondition(rows <= columns, "each row needs a column of its own")
      self.rows = rows
      self.columns = columns
      var table: ContiguousArray<Int> = []
      table.reserveCapacity(rows * columns)
      for row in 0..<rows {
        for column in 0..<columns {
          table.append(cost(row, column) ?? unreachable)
        }
      }
      self.table = table
    }

    /// What a row and a column cost; ``unreachable`` where they are forbidden.
    subscript(row: Int, column: Int) -> Int { table[row * columns + column] }

    func forEachColumn(of row: Int, _ body: (_ column: Int, _ cost: Int) -> Void) {
      for column in 0..<columns {
        let cost = table[row * columns + column]
        if cost < unreachable { body(column, cost) }
      }
    }
  }

  /// What rows and columns cost, where that is more than a table.
  protocol PairCosts: Sendable {
    /// Gives the columns that a row may have, ascending, each with what the two cost.
    func forEachColumn(of row: Int, _ body: (_ column: Int, _ cost: Int) -> Void)
  }

  /// An assignment and what it costs.
  package struct Solution: Sendable, Equatable {
    /// The cost.
    package var cost: Int
    /// The column of each row.
    package var columns: [Int]

    /// Creates a solution.
    package init(cost: Int, columns: [Int]) {
      self.cost = cost
      self.columns = columns
    }
  }

  /// The optimal assignment; of several, the lexicographically first.
  ///
  /// - Complexity: O(n²m) for n rows and m columns, and beside that, for the choice among optimal
  ///   assignments, the number of tight pairs times a search among them: O(t²) for t of them.
  /// - Precondition: The costs of any assignment add up to less than ``unreachable`` on either side
  ///   of 0.
  ///
  /// - Parameter costs: The costs.
  /// - Returns: `nil` where the forbidden pairs leave no assignment.
  package static func optimal(_ costs: Costs) -> Solution? {
    proven(costs)?.solution
  }

  /// The optimal assignment as ``optimal(_:)`` gives it, with the potentials that prove it.
  ///
  /// - Parameter costs: The costs.
  /// - Returns: `nil` where the forbidden pairs leave no assignment.
  package static func proven(
    _ costs: Costs
  ) -> (solution: Solution, matching: Matching)? {
    guard var matching = hungarian(costs) else { return nil }
    matching.makeLexicographicallyFirst(costs)
    let cost = matching.columnOfRow.enumerated().reduce(0) { sum, pair in
      sum + costs.table[pair.offset * costs.columns + pair.element]
    }
    return (
      Solution(cost: cost, columns: Array(matching.columnOfRow)),
      matching
    )
  }

  private static func hungarian(_ costs: Costs) -> Matching? {
    var matching = Matching(rows: costs.rows, columns: costs.columns)
    for row in matching.reduceRows(costs) {
      guard matching.augment(from: row, costs: costs) else { return nil }
    }
    return matching
  }

  /// An assignment of some rows with potentials that prove it best for them.
  package struct Matching {
    /// The column of each row, -1 for none.
    fileprivate(set) var columnOfRow: ContiguousArray<Int>
    /// The row of each column, -1 for none.
    fileprivate(set) var rowOfColumn: ContiguousArray<Int>
    fileprivate var rowPotentials: ContiguousArray<Int>
    /// At most 0, and 0 for each column that has not been taken.
    fileprivate(set) var columnPotentials: ContiguousArray<Int>

    fileprivate init(rows: Int, columns: Int) {
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

    /// Lets rows take the columns that are cheapest for them, from each other too.
    ///
    /// A row pays for its column what makes it just as dear as the next best: the potential of the
    /// column falls by as much. Whom it takes the column from looks for another. (Augmenting row
    /// reduction, as Jonker and Volgenant call it: it gives most rows a column, at the cost of
    /// looking at each once or twice.)
    ///
    /// - Returns: The rows that have no column then, ascending.
    fileprivate mutating func reduceRows(_ costs: Costs) -> [Int] {
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
    private mutating func takeCheapest(_ row: Int, _ costs: Costs) -> (displaced: Int, Bool)? {
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

    /// Gives a free row a column, and others further ones where that costs less.
    ///
    /// - Complexity: O(nm) for n rows and m columns.
    ///
    /// - Parameters:
    ///   - start: The row.
    ///   - costs: What rows and columns cost.
    /// - Returns: Whether there is a column for it; where there is none, nothing has changed.
    mutating func augment(from start: Int, costs: some PairCosts) -> Bool {
      guard let path = shortestPath(from: start, costs: costs) else { return false }
      rowPotentials[start] += path.length
      for column in path.scanned {
        let gain = path.length - path.distance[column]
        rowPotentials[rowOfColumn[column]] += gain
        columnPotentials[column] -= gain
      }
      // Each column on the path goes to the row of the column before it.
      var column = path.end
      while column >= 0 {
        let before = path.previous[column]
        let row = before < 0 ? start : rowOfColumn[before]
        rowOfColumn[column] = row
        columnOfRow[row] = column
        column = before
      }
      return true
    }

    /// A shortest path from a free row to a free column, by reduced costs.
    private struct Path {
      /// The column that it ends at.
      var end = -1
      /// Its length.
      var length = 0
      /// The columns whose rows were scanned: none is farther than the end.
      var scanned: ContiguousArray<Int> = []
      /// For each column, its distance.
      var distance: ContiguousArray<Int>
      /// For each column that was come to, the column before it, -1 for none.
      var previous: ContiguousArray<Int>
    }

    private func shortestPath(from start: Int, costs: some PairCosts) -> Path? {
      let columns = columnPotentials.count
      var path = Path(
        distance: ContiguousArray(repeating: unreachable, count: columns),
        previous: ContiguousArray(repeating: -1, count: columns)
      )
      /// The columns that were come to, but are farther than the length so far.
      var farther: ContiguousArray<Int> = []
      /// Those that are just that far, and have yet to be scanned.
      var nearest: ContiguousArray<Int> = []
      var row = start
      var column = -1
      while true {
        let toRow = path.length - rowPotentials[row]
        costs.forEachColumn(of: row) { other, cost in
          let through = toRow + cost - columnPotentials[other]
          let known = path.distance[other]
          guard through < known else { return }
          path.distance[other] = through
          path.previous[other] = column
          if through == path.length && column >= 0 {
            if rowOfColumn[other] < 0 { path.end = other }
            nearest.append(other)
          } else if known == unreachable {
            farther.append(other)
          }
        }
        if path.end >= 0 { return path }
        if nearest.isEmpty {
          collectNearest(&nearest, from: &farther, of: &path, isFirst: column < 0)
          if path.end >= 0 { return path }
        }
        guard let next = nearest.popLast() else { return nil }
        column = next
        path.scanned.append(column)
        row = rowOfColumn[column]
      }
    }

    /// Makes the path longer, up to the nearest columns that it was not long enough for.
    private func collectNearest(
      _ nearest: inout ContiguousArray<Int>,
      from farther: inout ContiguousArray<Int>,
      of path: inout Path,
      isFirst: Bool
    ) {
      var least = unreachable
      var kept = 0
      for index in farther.indices {
        let column = farther[index]
        let distance = path.distance[column]
        // Those that are no farther were come to again on a shorter way, and scanned since.
        guard isFirst || distance > path.length else { continue }
        farther[kept] = column
        kept += 1
        if distance < least {
          least = distance
          nearest.removeAll(keepingCapacity: true)
        }
        if distance == least { nearest.append(column) }
      }
      farther.removeLast(farther.count - kept)
      path.length = least
      if let free = nearest.last(where: { rowOfColumn[$0] < 0 }) { path.end = free }
    }
  }
}

extension Assignment.Matching {
  /// Exchanges columns along tight pairs, row by row, until each row has the first that it can.
  fileprivate mutating func makeLexicographicallyFirst(_ costs: Assignment.Costs) {
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
