import Scheduling
import TestSupport
import Testing

struct InfeasibleSubsetTests {
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
  func `it is what leaving out one after the other would keep`() {
    var random = SeededGenerator(seed: 2)
    for _ in 0..<200 {
      let cores = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        Set((0..<3).map { _ in Int.random(in: 0..<12, using: &random) })
      }
      func isInfeasible(_ elements: [Int]) -> Bool {
        cores.contains { $0.isSubset(of: elements) }
      }
      var kept = Array(0..<12)
      for element in 0..<12 {
        let rest = kept.filter { $0 != element }
        if isInfeasible(rest) { kept = rest }
      }
      #expect(irreducibleInfeasibleSubset(of: Array(0..<12), where: isInfeasible) == kept)
    }
  }

  @Test
  func `few elements are preferred to late ones`() {
    let cores: [Set<Int>] = [[3, 4, 5], [0, 1]]
    let subset = smallInfeasibleSubset(of: Array(0..<6)) { elements in
      cores.contains { $0.isSubset(of: elements) }
    }
    #expect(subset == [0, 1])
  }

  @Test
  func `what nothing can mend is the empty set`() {
    #expect(irreducibleInfeasibleSubset(of: [1, 2]) { _ in true }.isEmpty)
    #expect(irreducibleInfeasibleSubset(of: [Int]()) { _ in true }.isEmpty)
  }

  @Test
  func `late elements are kept`() {
    let subset = irreducibleInfeasibleSubset(of: [1, 2, 3, 4]) { $0.count >= 2 }
    #expect(subset == [3, 4])
  }
}
