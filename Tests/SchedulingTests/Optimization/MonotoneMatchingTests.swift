import Scheduling
import TestSupport
import Testing

/// Matchings in order against all matchings in order.
struct MonotoneMatchingTests {
  private func bruteForce(_ old: [Int], _ new: [Int]) -> [Int?] {
    var best: (unmatched: Int, distance: Int, matching: [Int?])?
    func choose(_ matching: [Int?], from column: Int) {
      guard matching.count < old.count else {
        let unmatched = matching.count { $0 == nil }
        let distance = zip(old, matching).reduce(0) { sum, pair in
          sum + (pair.1.map { abs(pair.0 - new[$0]) } ?? 0)
        }
        // Matchings come in lexicographic order, none after all: the first of the best stays.
        if best.map({ (unmatched, distance) < ($0.unmatched, $0.distance) }) ?? true {
          best = (unmatched, distance, matching)
        }
        return
      }
      for candidate in column..<max(column, new.count) {
        choose(matching + [candidate], from: candidate + 1)
      }
      choose(matching + [nil], from: column)
    }
    choose([], from: 0)
    return best?.matching ?? []
  }

  @Test(arguments: 0..<4)
  func `the first of the best matchings is found`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<150 {
      func points() -> [Int] {
        (0..<Int.random(in: 0...5, using: &random)).map { _ in
          Int.random(in: 0...12, using: &random)
        }.sorted()
      }
      let old = points()
      let new = points()
      #expect(monotoneMatching(of: old, with: new) == bruteForce(old, new), "\(old) \(new)")
    }
  }

  @Test
  func `more are matched before less is moved`() {
    // Matching 10 with 10 alone moves nothing, but 1 would stay alone.
    #expect(monotoneMatching(of: [1, 10], with: [10, 30]) == [0, 1])
  }

  @Test
  func `of two that are as near the earlier keeps its identity`() {
    #expect(monotoneMatching(of: [1, 3], with: [2]) == [0, nil])
    #expect(monotoneMatching(of: [2], with: [1, 3]) == [0])
  }
}
