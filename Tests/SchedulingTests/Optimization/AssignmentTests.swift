import Scheduling
import TestSupport
import Testing

/// Assignments against all assignments.
struct AssignmentTests {
  private func bruteForce(_ table: [[Int?]]) -> Assignment.Solution? {
    var best: Assignment.Solution?
    var columns: [Int] = []
    func choose(_ row: Int, _ cost: Int) {
      guard row < table.count else {
        // Assignments come in lexicographic order: the first of the best stays.
        if best.map({ cost < $0.cost }) ?? true {
          best = Assignment.Solution(cost: cost, columns: columns)
        }
        return
      }
      for (column, pairCost) in table[row].enumerated() where !columns.contains(column) {
        guard let pairCost else { continue }
        columns.append(column)
        choose(row + 1, cost + pairCost)
        columns.removeLast()
      }
    }
    choose(0, 0)
    return best
  }

  @Test(arguments: 0..<4)
  func `the first of the best assignments is found`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    var feasible = 0
    for _ in 0..<250 {
      let rows = Int.random(in: 0...5, using: &random)
      let columns = Int.random(in: rows...6, using: &random)
      // Few different costs, so that many assignments are as good as each other.
      let most = Int.random(in: 0...4, using: &random)
      let table: [[Int?]] = (0..<rows).map { _ in
        (0..<columns).map { _ in
          Int.random(in: 0..<5, using: &random) == 0
            ? nil : Int.random(in: -1...most, using: &random)
        }
      }
      let costs = Assignment.Costs(rows: rows, columns: columns) { table[$0][$1] }
      let expected = bruteForce(table)
      #expect(Assignment.optimal(costs) == expected, "\(table)")
      if expected != nil { feasible += 1 }
    }
    #expect(feasible >= 150)
  }

  @Test
  func `a row without a column of its own has no assignment`() {
    let costs = Assignment.Costs(rows: 2, columns: 2) { _, column in column == 0 ? 1 : nil }
    #expect(Assignment.optimal(costs) == nil)
  }
}
