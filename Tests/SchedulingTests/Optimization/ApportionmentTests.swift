import Scheduling
import TestSupport
import Testing

/// Counts against those of all assignments.
struct ApportionmentTests {
  private func bruteForce(admitted: [[Int]], parties: [Apportionment.Party]) -> [Int]? {
    var best: (cost: Int, counts: [Int])?
    var counts = [Int](repeating: 0, count: parties.count)
    // The shares are 1 to 4, so that twelve times a quotient is an integer.
    func cost() -> Int {
      zip(counts, parties).reduce(0) { $0 + 12 * $1.0 * $1.0 / $1.1.share }
    }
    func choose(_ seat: Int) {
      guard seat < admitted.count else {
        guard zip(counts, parties).allSatisfy({ $1.limits.contains($0) }) else { return }
        let cost = cost()
        let isBetter =
          best.map { best in
            cost < best.cost
              || cost == best.cost && best.counts.lexicographicallyPrecedes(counts)
          } ?? true
        if isBetter { best = (cost, counts) }
        return
      }
      for party in admitted[seat] {
        counts[party] += 1
        choose(seat + 1)
        counts[party] -= 1
      }
    }
    choose(0)
    return best?.counts
  }

  @Test(arguments: 0..<4)
  func `the best counts of all assignments are found`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    var feasible = 0
    for _ in 0..<150 {
      let partyCount = Int.random(in: 1...4, using: &random)
      let parties = (0..<partyCount).map { _ in
        Apportionment.Party(
          share: Int.random(in: 1...4, using: &random),
          limits: GroupedPath.Limits(
            least: max(0, Int.random(in: -3...2, using: &random)),
            most: Bool.random(using: &random) ? .max : Int.random(in: 0...3, using: &random)
          )
        )
      }
      let density = Int.random(in: 3...9, using: &random)
      let admitted = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        (0..<partyCount).filter { _ in Int.random(in: 0..<10, using: &random) < density }
      }
      let expected = bruteForce(admitted: admitted, parties: parties)
      #expect(Apportionment.counts(admitted: admitted, parties: parties) == expected)
      if expected != nil { feasible += 1 }
    }
    #expect(feasible >= 40)
  }

  @Test
  func `without limits it is Webster's method`() {
    // Webster's divisor for 7 seats and shares 3, 2, 1: with 0.9, the quotients 3.33, 2.22 and
    // 1.11 round to 3, 2 and 1; with 0.85, to 4 (3.53), 2 (2.35) and 1 (1.18), which are 7.
    let parties = [3, 2, 1].map { Apportionment.Party(share: $0, limits: GroupedPath.Limits()) }
    let admitted = [[Int]](repeating: [0, 1, 2], count: 7)
    #expect(Apportionment.counts(admitted: admitted, parties: parties) == [4, 2, 1])
  }

  @Test
  func `seats are exchanged so that a party that only one seat admits gets it`() {
    let parties = [1, 1].map { Apportionment.Party(share: $0, limits: GroupedPath.Limits()) }
    #expect(Apportionment.counts(admitted: [[0, 1], [0]], parties: parties) == [1, 1])
  }
}
