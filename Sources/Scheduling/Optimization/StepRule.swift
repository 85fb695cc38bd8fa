/// How far the steps of a ``SubgradientAscent`` go.
package protocol StepRule {
  /// After how many steps that gain next to nothing they get shorter.
  static var patience: Int { get }

  /// How much the bound would rise by the next step if it rose as it begins to, scaled.
  ///
  /// - Parameters:
  ///   - bound: The bound.
  ///   - highest: The highest bound so far.
  ///   - target: The cost of the best solution known, scaled.
  /// - Returns: That rise; a step that is too short to move any price is made longer.
  mutating func aim(from bound: Int, highest: Int, target: Int) -> Double

  /// Takes note of what a step has gained over the highest bound, which may be less than nothing.
  ///
  /// - Returns: Whether that is more than next to nothing.
  mutating func isProgress(_ gain: Int, scale: Int) -> Bool

  /// Makes the next steps shorter.
  ///
  /// - Returns: Whether there is any use in going on.
  mutating func shorten(scale: Int) -> Bool
}

/// Steps towards what is known to be possible.
///
/// Good where the best solution known is close to the best, and where long steps take long. (B. T.
/// Polyak, "Minimization of unsmooth functionals", USSR Computational Mathematics and Mathematical
/// Physics 9, 1969.)
package struct TargetRule: StepRule {
  package static let patience = 10
  private static let shortening = 0.7
  /// There is no use in steps that are this much shorter than the first.
  private static let shortest = 0.01

  private var length = 1.0

  /// Begins with steps as long as the way to the target.
  package init() {}

  package func aim(from bound: Int, highest: Int, target: Int) -> Double {
    length * Double(target - bound)
  }

  package func isProgress(_ gain: Int, scale: Int) -> Bool { gain > scale / 8 }

  package mutating func shorten(scale: Int) -> Bool {
    length *= Self.shortening
    return length >= Self.shortest
  }
}

/// Steps towards a level above the highest bound, which comes nearer where steps do not gain, and
/// moves away where they do.
///
/// Good where the best solution known may be far from the best, or there is none. (J.-L. Goffin, K. C.
/// Kiwiel, "Convergence of a simple subgradient level method", Mathematical Programming 85, 1999.)
package struct LevelRule: StepRule {
  package static let patience = 8
  /// A step that gains less than this part of what it aims at gains next to nothing.
  private static let share = 16

  /// How far above the highest bound the level is, scaled, at least 1.
  package private(set) var rise: Int
  /// How far above it the level may come: where a bound has no end, it must not grow with it.
  private let furthest: Int

  /// Begins with a level.
  ///
  /// - Parameter rise: How far above the bound it is, scaled, at least 1.
  package init(rise: Int) {
    self.rise = rise
    furthest = 8 * rise
  }

  package mutating func aim(from bound: Int, highest: Int, target: Int) -> Double {
    rise = min(rise, target - highest)
    return Double(highest + rise - bound)
  }

  package mutating func isProgress(_ gain: Int, scale: Int) -> Bool {
    defer { if gain > rise / 2 { rise = min(rise * 3 / 2, furthest) } }
    return gain > rise / Self.share
  }

  package mutating func shorten(scale: Int) -> Bool {
    rise = max(rise / 2, 1)
    return rise > scale / 8
  }
}
