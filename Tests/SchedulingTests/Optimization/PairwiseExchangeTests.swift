import Scheduling
import TestSupport
import Testing

/// The local search among assignments in which repetitions cost something.
struct PairwiseExchangeTests {
  /// A problem in which each copy has a place, and costs the square of the distance from it.
  private struct Instance {
    var chains: [Int]
    var counts: [Int]
    var repeatCost: Int
    /// For each row, the kind that it must not have.
    var forbidden: [Int]

    init(using random: inout SeededGenerator) {
      let kinds = Int.random(in: 2...4, using: &random)
      counts = (0..<kinds).map { _ in Int.random(in: 1...20, using: &random) }
      repeatCost = Int.random(in: 0...600, using: &random)
      let rows = counts.reduce(0, +)
      chains = (0..<rows).map { _ in Int.random(in: 0...1, using: &random) }
      forbidden = (0..<rows).map { _ in Int.random(in: 0..<40 * kinds, using: &random) }
    }

    func cost(_ row: Int, _ kind: Int, _ copy: Int) -> Int? {
      if forbidden[row] == kind { return nil }
      let distance = row - (2 * copy + 1) * chains.count / (2 * counts[kind])
      return distance * distance
    }

    var problem: SequencedAssignment {
      SequencedAssignment(
        chains: chains,
        mayRepeat: chains.map { _ in true },
        counts: counts,
        repeatCost: repeatCost,
        cost: cost
      )
    }

    /// The copy of each row, if the copies of each kind go to rows in their order.
    func copies(of kinds: [Int]) -> [Int] {
      var used = [Int](repeating: 0, count: counts.count)
      return kinds.map { kind in
        defer { used[kind] += 1 }
        return used[kind]
      }
    }

    /// What kinds and copies cost with repetitions; `nil` where a row must not have its kind.
    func cost(_ kinds: [Int], _ copies: [Int]) -> Int? {
      var last: [Int: Int] = [:]
      var sum = 0
      for (row, kind) in kinds.enumerated() {
        guard let cost = cost(row, kind, copies[row]) else { return nil }
        sum += cost + (last[chains[row]] == kind ? repeatCost : 0)
        last[chains[row]] = kind
      }
      return sum
    }
  }

  @Test(arguments: 0..<4)
  func `what comes out is as good as any one exchange can make it, and no worse than what went in`(
    seed: Int
  ) throws {
    var random = SeededGenerator(seed: seed)
    var bettered = 0
    for _ in 0..<40 {
      let instance = Instance(using: &random)
      var kinds = instance.counts.enumerated().flatMap { Array(repeating: $0, count: $1) }
      kinds.shuffle(using: &random)
      guard let before = instance.cost(kinds, instance.copies(of: kinds)) else { continue }
      let exchange = PairwiseExchange(instance.problem)
      let improved = exchange.improved(kinds)
      #expect(improved.sorted() == kinds.sorted())
      let copies = instance.copies(of: improved)
      let after = try #require(instance.cost(improved, copies))
      #expect(after <= before)
      if after < before { bettered += 1 }
      for first in improved.indices {
        for second in improved.indices[..<first] where improved[first] != improved[second] {
          var (kinds, copies) = (improved, copies)
          kinds.swapAt(first, second)
          copies.swapAt(first, second)
          guard let cost = instance.cost(kinds, copies) else { continue }
          #expect(cost > after || cost == after && improved.lexicographicallyPrecedes(kinds))
        }
      }
      #expect(exchange.improved(kinds) == improved)
    }
    #expect(bettered >= 5)
  }
}
