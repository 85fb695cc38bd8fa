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
      let found = irreducibleInfeasibleSubset(of: Array(0..<10), where: isInfeasible)
      #expect(found.isIrreducible)
      let subset = found.elements
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
      #expect(irreducibleInfeasibleSubset(of: Array(0..<12), where: isInfeasible).elements == kept)
    }
  }

  @Test
  func `whatever is left open, what is found is infeasible, and irreducible where that is said`() {
    var random = SeededGenerator(seed: 3)
    var irreducible = 0
    var tooMany = 0
    for _ in 0..<400 {
      let cores = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        Set((0..<3).map { _ in Int.random(in: 0..<10, using: &random) })
      }
      func isInfeasible(_ elements: [Int]) -> Bool {
        cores.contains { $0.isSubset(of: elements) }
      }
      var answers = Int.random(in: 0...30, using: &random)
      let found = smallInfeasibleSubset(of: Array(0..<10)) { elements in
        answers -= 1
        return answers >= 0 ? isInfeasible(elements) : nil
      }
      #expect(isInfeasible(found.elements))
      let isSmallest = found.elements.allSatisfy { element in
        !isInfeasible(found.elements.filter { $0 != element })
      }
      #expect(isSmallest || !found.isIrreducible)
      if found.isIrreducible { irreducible += 1 }
      if !isSmallest { tooMany += 1 }
    }
    #expect(irreducible >= 50)
    #expect(tooMany >= 50)
  }

  @Test
  func `few elements are preferred to late ones`() {
    let cores: [Set<Int>] = [[3, 4, 5], [0, 1]]
    let subset = smallInfeasibleSubset(of: Array(0..<6)) { elements in
      cores.contains { $0.isSubset(of: elements) }
    }
    #expect(subset.elements == [0, 1])
  }

  @Test
  func `what nothing can mend is the empty set`() {
    #expect(irreducibleInfeasibleSubset(of: [1, 2]) { _ in true }.elements.isEmpty)
    #expect(irreducibleInfeasibleSubset(of: [Int]()) { _ in true }.elements.isEmpty)
  }

  @Test
  func `late elements are kept`() {
    let subset = irreducibleInfeasibleSubset(of: [1, 2, 3, 4]) { $0.count >= 2 }
    #expect(subset.elements == [3, 4])
  }
}
