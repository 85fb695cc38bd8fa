import TestSupport
import Testing

@testable import Scheduling

/// Pairs of paths that keep their distance, under prices, against all choices of positions.
struct PairRelaxationTests {
  private static let scale = SeparationPrices.scale

  /// Paths without limits on their totals, which prices take the place of.
  private static func paths(using random: inout SeededGenerator) -> [RandomGroupedPath] {
    (0..<2).map { _ in
      while true {
        var path = RandomGroupedPath(using: &random, mostPositions: 6, costs: -30...5)
        let most = path.positions.count
        path.totalLimits = GroupedPath.Limits()
        if most > 0, path.bruteForce(.init()).best != nil { return path }
      }
    }
  }

  /// Every choice of a path that keeps its limits, and what it costs under prices.
  private static func choices(
    of path: RandomGroupedPath,
    _ prices: PathPrices
  ) -> [(choice: [Int], cost: Int)] {
    (0..<1 << path.positions.count).compactMap { subset in
      let choice = path.positions.indices.filter { subset >> $0 & 1 == 1 }
      let forced = path.positions.indices.filter { path.positions[$0].isForced }
      guard forced.allSatisfy(choice.contains), let cost = path.cost(choice, prices: []) else {
        return nil
      }
      return (choice, cost * scale + prices.paid(by: choice.map { path.positions[$0].point }))
    }
  }

  @Test(arguments: 0..<2)
  func `a pair costs what the best of its choices costs that keeps its distance`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    var lossy = 0
    var closed = 0
    for _ in 0..<150 {
      let paths = Self.paths(using: &random)
      let distance = Int.random(in: 1...4, using: &random)
      let pair = SeparatedPaths.Separation(paths: [0, 1], distance: distance)
      let problem = SeparatedPaths(paths: paths.map(\.compiled), separations: [pair])
      var alone = SeparationRelaxation(problem)
      guard alone.isFeasible else { continue }
      alone.climb(steps: .random(in: 0...2, using: &random), rise: 8 * Self.scale, target: .max / 2)
      let all = [0, 1].map { Self.choices(of: paths[$0], alone.met[$0]) }
      var expected: Int?
      for one in all[0] {
        for other in all[1] where problem.isSeparated([one.choice, other.choice]) {
          expected = min(expected ?? .max, one.cost + other.cost)
        }
      }
      let priced = alone.prices.windows.reduce(0) { $0 + ($1.sums.last ?? 0) }
      for gap in [2 * Self.scale, Int(PairTable.far) - 1] {
        let limit = alone.bound + gap
        let relaxation = PairRelaxation(alone, pairs: [pair], limit: limit)
        if let expected, expected - priced <= limit {
          #expect(relaxation.isOpen)
          #expect(relaxation.bound == expected - priced)
          if relaxation.bound > alone.bound { lossy += 1 }
        } else {
          #expect(!relaxation.isOpen)
          closed += 1
        }
      }
    }
    #expect(lossy > 5)
    #expect(closed > 5)
  }

  @Test(arguments: 0..<2)
  func `prices that climb for pairs give a bound that no choice is below`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    var higher = 0
    for _ in 0..<100 {
      let paths = RandomSeparatedPaths(pathCount: 3...4, using: &random)
      guard let expected = paths.bruteForce() else { continue }
      var relaxation = SeparationRelaxation(paths.problem)
      relaxation.settleTotals()
      relaxation.climb(steps: 3, rise: 8 * Self.scale, target: .max / 2)
      let limit = relaxation.bound + Int(PairTable.far) - 1
      let pairs = try #require(relaxation.paired(paths.problem, limit: limit) { true })
      #expect(pairs.bound >= relaxation.bound)
      #expect(min(pairs.bound, limit + 1) <= expected * Self.scale)
      if pairs.bound > relaxation.bound { higher += 1 }
      // A nearer limit leaves aside what costs more, and says so.
      let nearer = pairs.limited(to: pairs.bound - 1)
      #expect(nearer?.isOpen != true)
    }
    #expect(higher > 3)
  }
}
