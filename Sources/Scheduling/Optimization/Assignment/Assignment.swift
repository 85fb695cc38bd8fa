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
}
