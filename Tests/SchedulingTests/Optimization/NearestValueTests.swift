import Scheduling
import TestSupport
import Testing

struct NearestValueTests {
  @Test
  func `the nearest value that works is found, above and below`() {
    for start in -3...3 {
      for end in -9...9 {
        for threshold in -10...10 {
          func works(_ value: Int) -> Bool { end > start ? value >= threshold : value <= threshold }
          guard !works(start) else { continue }
          let values = end > start ? Array(start...end) : (end...start).reversed()
          #expect(
            nearestValue(from: start, to: end, where: works) == values.first(where: works),
            "\(start) to \(end), \(threshold)"
          )
        }
      }
    }
  }

  @Test
  func `the first element that works is found though others only work together`() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<300 {
      let count = Int.random(in: 0...12, using: &random)
      let single = (0..<count).filter { _ in Int.random(in: 0..<6, using: &random) == 0 }
      let pair = Set((0..<2).map { _ in Int.random(in: 0..<12, using: &random) })
      func work(_ elements: ArraySlice<Int>) -> Bool {
        elements.contains(where: single.contains) || pair.count == 2 && pair.isSubset(of: elements)
      }
      #expect(firstWorking(of: ArraySlice(0..<count), where: work) == single.first)
    }
  }

  @Test
  func `few questions are asked`() {
    var asked = 0
    let found = firstWorking(of: ArraySlice(0..<1_000)) { elements in
      asked += 1
      return elements.contains(700)
    }
    #expect(found == 700)
    #expect(asked <= 25)
  }
}
