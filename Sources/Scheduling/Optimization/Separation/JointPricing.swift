/// Paths relaxed by prices, and ways that keep all distances under the same prices for totals.
///
/// A state of a sweep is bounded by what was paid, with all distances kept, and by what the paths cost from
/// there on without. Prices for totals that suit only the latter, as those of the paths alone do, let states
/// stay whose ways have totals of no use; so these prices climb for the sum of both bounds.
struct JointPricing<Relaxation: SeparationPricing> {
  /// The paths under prices.
  private(set) var relaxation: Relaxation
  /// The ways.
  ///
  /// What they cost does not depend on the prices of windows: these are paid for no window that is not
  /// touched, and once for each that is.
  private var ways: TotalsRelaxation
  /// The bound of the ways from which on more is of no use, scaled.
  private let enough: Int

  /// Brings ways under the prices of the paths.
  ///
  /// - Complexity: O(a) for a arcs of the ways.
  ///
  /// - Parameters:
  ///   - relaxation: The paths.
  ///   - ways: The ways.
  ///   - enough: The bound of the ways from which on more is of no use, scaled.
  init(_ relaxation: Relaxation, _ ways: TotalsRelaxation, enough: Int) {
    self.relaxation = relaxation
    self.ways = ways
    self.enough = enough
    self.ways.restore(relaxation.prices.perPosition)
  }
}

extension JointPricing: PricedRelaxation {
  var prices: SeparationPrices { relaxation.prices }
  var bound: Int { relaxation.bound + min(ways.bound, enough) }

  func subgradient() -> [Double] {
    var gradient = relaxation.subgradient()
    guard !gradient.isEmpty, ways.bound < enough else { return gradient }
    let factors = relaxation.factors
    let first = gradient.count - factors.count
    for (path, excess) in ways.subgradient().enumerated() {
      gradient[first + path] += excess * factors[path]
    }
    return gradient
  }

  mutating func move(along direction: [Double], by length: Double) {
    relaxation.move(along: direction, by: length)
    ways.restore(relaxation.prices.perPosition)
  }

  mutating func restore(_ prices: SeparationPrices) {
    relaxation.restore(prices)
    ways.restore(prices.perPosition)
  }
}

/// A relaxation of separations by prices.
protocol SeparationPricing: PricedRelaxation where Prices == SeparationPrices {
  /// For each path, what the price of its positions is divided by for a step.
  var factors: [Double] { get }
}

extension SeparationPricing {
  /// Raises the bound, and that of ways where there are any.
  ///
  /// - Parameters:
  ///   - ascent: How.
  ///   - ways: The ways.
  ///   - target: Asked before each step for the bound from which on no more is of use, scaled; `nil` ends
  ///     the ascent.
  mutating func climb(
    by ascent: inout SubgradientAscent<LevelRule>,
    with ways: TotalsRelaxation?,
    towards target: (Self) -> Int?
  ) {
    guard let ways, let enough = target(self) else {
      ascent.climb(&self, towards: target)
      return
    }
    var joint = JointPricing(self, ways, enough: enough)
    ascent.climb(&joint) { joint in target(joint.relaxation).map { $0 + enough } }
    self = joint.relaxation
  }
}
