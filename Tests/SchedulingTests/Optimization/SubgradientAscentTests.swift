import Scheduling
import TestSupport
import Testing

/// The ascent of a bound against the greatest that any prices give.
struct SubgradientAscentTests {
  /// The least of some planes over whole prices of at least 0.
  private struct Planes: PricedRelaxation {
    /// The height of each plane where all prices are 0, and how it rises with each price.
    var planes: [(height: Int, slopes: [Int])]
    var prices: [Int]
    var moves = 0

    private func height(of plane: (height: Int, slopes: [Int]), at prices: [Int]) -> Int {
      zip(plane.slopes, prices).reduce(plane.height) { $0 + $1.0 * $1.1 }
    }

    func bound(at prices: [Int]) -> Int {
      planes.map { height(of: $0, at: prices) }.min() ?? 0
    }

    var bound: Int { bound(at: prices) }

    func subgradient() -> [Double] {
      let lowest = planes.first { height(of: $0, at: prices) == bound }?.slopes ?? []
      return zip(lowest, prices).map { slope, price in price == 0 && slope < 0 ? 0 : Double(slope) }
    }

    mutating func move(along direction: [Double], by length: Double) {
      moves += 1
      prices = zip(prices, direction).map { max(0, Int((Double($0) + length * $1).rounded())) }
    }

    mutating func restore(_ prices: [Int]) { self.prices = prices }

    init(using random: inout SeededGenerator) {
      prices = [0, 0]
      planes = [(6_400, [-1, -1])]
      for _ in 0..<5 {
        let slopes = (0..<2).map { _ in Int.random(in: -3...5, using: &random) }
        planes.append((Int.random(in: 0...1_280, using: &random), slopes))
      }
    }
  }

  private let scale = 64

  private enum Rule: CaseIterable {
    case target, level
  }

  private func climb(
    _ relaxation: inout Planes,
    steps: Int,
    by rule: Rule,
    towards target: (Planes) -> Int?
  ) {
    switch rule {
    case .target:
      var ascent = SubgradientAscent(steps: steps, scale: scale, rule: TargetRule())
      ascent.climb(&relaxation, towards: target)
    case .level:
      var ascent = SubgradientAscent(steps: steps, scale: scale, rule: LevelRule(rise: 640))
      ascent.climb(&relaxation, towards: target)
    }
  }

  @Test(arguments: 0..<4, Rule.allCases)
  private func `the bound comes close to the greatest, and never falls`(
    seed: Int,
    rule: Rule
  ) throws {
    var random = SeededGenerator(seed: seed)
    var risen = 0
    for _ in 0..<50 {
      var relaxation = Planes(using: &random)
      let before = relaxation.bound
      let candidates = stride(from: 0, through: 6_400, by: 128)
      let greatest = try #require(
        candidates.flatMap { x in candidates.map { relaxation.bound(at: [x, $0]) } }.max()
      )
      climb(&relaxation, steps: 400, by: rule) { _ in greatest + 128 }
      #expect(relaxation.bound >= before)
      #expect(relaxation.bound >= greatest - max(2 * scale, (greatest - before) / 4))
      if relaxation.bound > before + scale { risen += 1 }
    }
    #expect(risen >= 20)
  }

  @Test(arguments: Rule.allCases)
  private func `the best prices are kept wherever the ascent ends`(rule: Rule) {
    var random = SeededGenerator(seed: 7)
    for steps in 0..<40 {
      let relaxation = Planes(using: &random)
      var highest = relaxation.bound
      var climbed = relaxation
      climb(&climbed, steps: steps, by: rule) { current in
        highest = max(highest, current.bound)
        return 6_400
      }
      #expect(climbed.bound >= highest)
      #expect(climbed.moves <= steps)
    }
  }

  @Test(arguments: Rule.allCases)
  private func `a bound less than a point below the target, or no target, ends the ascent`(
    rule: Rule
  ) {
    var random = SeededGenerator(seed: 3)
    var relaxation = Planes(using: &random)
    let bound = relaxation.bound
    climb(&relaxation, steps: 10, by: rule) { _ in bound + 63 }
    #expect(relaxation.moves == 0)
    climb(&relaxation, steps: 10, by: rule) { _ in nil }
    #expect(relaxation.moves == 0)
    climb(&relaxation, steps: 10, by: rule) { _ in bound + 64 }
    #expect(relaxation.moves > 0 || relaxation.subgradient().allSatisfy { $0 == 0 })
  }
}
