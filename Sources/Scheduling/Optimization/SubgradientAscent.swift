/// A relaxation whose lower bound depends on prices, in which it is concave.
package protocol PricedRelaxation {
  /// The prices.
  associatedtype Prices

  /// The prices, whole numbers, so that they give an exact bound.
  var prices: Prices { get }

  /// The lower bound that the prices give, scaled as the prices are.
  var bound: Int { get }

  /// How the bound changes with each price.
  ///
  /// - Returns: A component for each price, 0 for one that cannot move that way.
  func subgradient() -> [Double]

  /// Moves the prices, keeps them within their limits, and finds the bound anew.
  ///
  /// - Parameters:
  ///   - direction: A component for each price.
  ///   - length: How far, as a multiple of the direction.
  mutating func move(along direction: [Double], by length: Double)

  /// Goes back to earlier prices, and finds the bound anew.
  mutating func restore(_ prices: Prices)
}

/// The ascent of a relaxation's bound by deflected subgradient steps.
///
/// A step goes along the subgradient (M. Held, R. M. Karp, "The traveling-salesman problem and minimum
/// spanning trees: part II", Mathematical Programming 1, 1971), as far as a rule says, and is turned
/// away from the step before where the two disagree, which keeps prices from swinging between two
/// sides of a ridge (P. M. Camerini, L. Fratta, F. Maffioli, "On improving relaxation methods by
/// modified gradient techniques", Mathematical Programming Study 3, 1975). Steps are computed in
/// floating point; the relaxation rounds them to whole prices.
package struct SubgradientAscent<Rule: StepRule> {
  /// How many steps are taken at most, at least 0.
  package let steps: Int
  /// What the bound is multiplied by: a point is this much, at least 8.
  package let scale: Int
  /// How far steps go; ``climb(_:towards:)`` changes it.
  package private(set) var rule: Rule

  /// How much of the step before is mixed in, relative to what would make the two perpendicular:
  /// the choice of Camerini, Fratta and Maffioli.
  private static var deflection: Double { 1.5 }

  /// Prepares an ascent.
  ///
  /// - Parameters:
  ///   - steps: How many steps are taken at most, at least 0.
  ///   - scale: What the bound is multiplied by: a point is this much, at least 8.
  ///   - rule: How far steps go.
  package init(steps: Int, scale: Int, rule: Rule) {
    self.steps = steps
    self.scale = scale
    self.rule = rule
  }

  /// Raises the bound of a relaxation; the best prices are kept.
  ///
  /// - Parameters:
  ///   - relaxation: The relaxation.
  ///   - target: Asked before each step for the cost of the best solution known, scaled. The ascent
  ///     ends where that is `nil`, and where the bound is less than a point below it: costs are whole
  ///     points.
  package mutating func climb<Relaxation: PricedRelaxation>(
    _ relaxation: inout Relaxation,
    towards target: (Relaxation) -> Int?
  ) {
    var highest = (bound: relaxation.bound, prices: relaxation.prices)
    var isHighest = true
    var earlier: [Double]?
    var idle = 0
    for _ in 0..<steps {
      guard let target = target(relaxation), highest.bound <= target - scale else { break }
      let direction = Self.deflected(relaxation.subgradient(), from: earlier)
      let norm = Self.dot(direction, direction)
      guard norm > 0 else { break }
      let aim = rule.aim(from: relaxation.bound, highest: highest.bound, target: target)
      relaxation.move(along: direction, by: max(aim, Double(scale) / 2) / norm)
      earlier = direction
      let gain = relaxation.bound - highest.bound
      idle = rule.isProgress(gain, scale: scale) ? 0 : idle + 1
      isHighest = gain > 0
      if isHighest { highest = (relaxation.bound, relaxation.prices) }
      if idle > Rule.patience {
        guard rule.shorten(scale: scale) else { break }
        idle = 0
        relaxation.restore(highest.prices)
        isHighest = true
        earlier = nil
      }
    }
    if !isHighest { relaxation.restore(highest.prices) }
  }

  /// A direction, turned away from an earlier one where the angle between them is obtuse.
  private static func deflected(_ direction: [Double], from earlier: [Double]?) -> [Double] {
    guard let earlier else { return direction }
    let (dot, norm) = (dot(direction, earlier), dot(earlier, earlier))
    guard dot < 0, norm > 0 else { return direction }
    let weight = -deflection * dot / norm
    return zip(direction, earlier).map { $0 + weight * $1 }
  }

  private static func dot(_ first: [Double], _ second: [Double]) -> Double {
    var sum = 0.0
    for (own, other) in zip(first, second) { sum += own * other }
    return sum
  }
}
