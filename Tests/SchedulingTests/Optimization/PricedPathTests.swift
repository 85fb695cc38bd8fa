import TestSupport
import Testing

@testable import Scheduling

/// One path under prices against ``GroupedPathSolver`` and all choices.
struct PricedPathTests {
  private static let scale = SeparationPrices.scale

  /// The path without its limits on the total, which prices take the place of.
  private static func path(using random: inout SeededGenerator) -> RandomGroupedPath {
    var path = RandomGroupedPath(using: &random)
    path.totalLimits = GroupedPath.Limits()
    if Bool.random(using: &random) { path.makeGapCostsConvex(using: &random) }
    return path
  }

  private static func prices(
    of path: GroupedPath,
    using random: inout SeededGenerator
  ) -> PathPrices {
    guard let first = path.positions.first, let last = path.positions.last else {
      return PathPrices()
    }
    let windows = (1...2).map { _ in
      var windows = SeparationPrices.Windows(
        SeparatedPaths.Separation(paths: [0, 1], distance: .random(in: 1...4, using: &random)),
        points: first.point...last.point
      )
      for index in windows.prices.indices where Bool.random(using: &random) {
        windows.prices[index] = .random(in: 0...20, using: &random)
      }
      windows.addUp()
      return windows
    }
    return PathPrices(
      windows: windows,
      perPosition: .random(in: -20...20, using: &random) * scale,
      totals: GroupedPath.Limits(
        least: .random(in: 0...1, using: &random),
        most: .random(in: 1...9, using: &random)
      )
    )
  }

  private static func priced(_ choice: [Int], of path: GroupedPath, _ prices: PathPrices) -> Int {
    prices.paid(by: choice.map { path.positions[$0].point })
  }

  private static func subsets(_ path: RandomGroupedPath) -> [[Int]] {
    let forced = path.positions.indices.filter { path.positions[$0].isForced }
    return (0..<(1 << path.positions.count))
      .map { subset in path.positions.indices.filter { subset >> $0 & 1 == 1 } }
      .filter { choice in
        forced.allSatisfy(choice.contains) && path.cost(choice, prices: []) != nil
      }
  }

  @Test(arguments: 0..<4)
  func `a path pays for each window that it touches once, and costs least`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      let path = Self.path(using: &random)
      let compiled = path.compiled
      let prices = Self.prices(of: compiled, using: &random)
      var priced = PricedPath(compiled, forbidden: [], reach: 4)
      func cost(_ choice: [Int]) -> Int {
        compiled.cost(of: choice) * Self.scale + Self.priced(choice, of: compiled, prices)
      }
      let expected = Self.subsets(path).filter { cost($0) < unreachable }.map(cost).min()
      priced.solve(prices)
      guard let expected else {
        #expect(priced.optimum >= unreachable / 2)
        continue
      }
      #expect(priced.optimum == expected)
      #expect(cost(priced.choice) == expected)
      // What costs less than a target stays when arcs are cut away for it.
      let loss = Int.random(in: 0...20, using: &random) * Self.scale
      priced.cutArcs(losingMoreThan: loss, prices: prices)
      priced.solve(prices)
      #expect(priced.optimum == expected)
      var solver = GroupedPathSolver(compiled)
      let kept = Self.subsets(path).filter { cost($0) <= expected + loss }
      let best = kept.map { compiled.cost(of: $0) }.min()
      #expect(solver.solve(along: priced.graph)?.cost ?? .max <= best ?? .max)
    }
  }

  @Test(arguments: 0..<4)
  func `what stands of a path stays, and the rest is the best with it`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    var planned = 0
    for _ in 0..<400 {
      let path = Self.path(using: &random)
      let compiled = path.compiled
      let prices = Self.prices(of: compiled, using: &random)
      let all = Self.subsets(path)
      guard let choice = all.randomElement(using: &random) else { continue }
      var priced = PricedPath(compiled, forbidden: [], reach: 4)
      priced.solve(prices)
      let first = Int.random(in: 0...path.positions.count, using: &random)
      let free = first..<Int.random(in: first...path.positions.count, using: &random)
      let blocked = Set(free.filter { _ in Int.random(in: 0...4, using: &random) == 0 })
      let expected =
        all.filter { other in
          other.filter { !free.contains($0) } == choice.filter { !free.contains($0) }
            && blocked.isDisjoint(with: other)
        }
        .map { compiled.cost(of: $0) * Self.scale + Self.priced($0, of: compiled, prices) }
        .filter { $0 < unreachable }.min()
      let held = priced.holding(choice, outside: free, blocked: blocked, prices: prices)
      #expect(held?.optimum == expected)
      if held.map({ $0.choice != choice }) ?? false { planned += 1 }
    }
    #expect(planned > 10)
  }

  @Test(arguments: 0..<4)
  func `the price of a total is the nearest that brings it within limits`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    var moved = 0
    for _ in 0..<300 {
      let path = Self.path(using: &random)
      let compiled = path.compiled
      let least = Int.random(in: 0...4, using: &random)
      let limits = GroupedPath.Limits(
        least: least,
        most: least + .random(in: 0...2, using: &random)
      )
      let any = Self.prices(of: compiled, using: &random)
      let prices = any.changing(perPosition: any.perPosition, totals: limits)
      var priced = PricedPath(compiled, forbidden: [], reach: 4)
      priced.solve(prices)
      guard priced.optimum < unreachable / 2 else { continue }
      let before = priced.choice.count
      let price = priced.settle(limits, from: prices)
      guard !limits.contains(before) else {
        #expect(price == prices.perPosition)
        continue
      }
      let isAbove = before > limits.most
      // Some totals are beyond the limits whatever they cost.
      let counts = Self.subsets(path).map(\.count)
      guard counts.contains(where: { isAbove ? $0 <= limits.most : $0 >= limits.least }) else {
        continue
      }
      moved += 1
      let count = priced.choice.count
      #expect(isAbove ? count <= limits.most : count >= limits.least)
      let nearer = isAbove ? price - 1 : price + 1
      priced.solve(prices.changing(perPosition: nearer, totals: limits))
      let other = priced.choice.count
      #expect(isAbove ? other > limits.most : other < limits.least)
    }
    #expect(moved > 10)
  }
}
