import Scheduling
import TestSupport
import Testing

struct DeletionFilterTests {
  @Test
  func `what is left is infeasible, and feasible without any one`() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<200 {
      // A set is infeasible if it contains one of these.
      let cores = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        Set(
          (0..<Int.random(in: 1...4, using: &random)).map { _ in
            Int.random(in: 0..<10, using: &random)
          }
        )
      }
      func isInfeasible(_ elements: [Int]) -> Bool {
        cores.contains { $0.isSubset(of: elements) }
      }
      let subset = irreducibleInfeasibleSubset(of: Array(0..<10), where: isInfeasible)
      #expect(isInfeasible(subset))
      #expect(subset == subset.sorted())
      for element in subset { #expect(!isInfeasible(subset.filter { $0 != element })) }
    }
  }

  @Test
  func `late elements are kept`() {
    let subset = irreducibleInfeasibleSubset(of: [1, 2, 3, 4]) { $0.count >= 2 }
    #expect(subset == [3, 4])
  }
}
