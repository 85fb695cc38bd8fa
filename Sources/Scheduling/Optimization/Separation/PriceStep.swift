/// A direction in which prices move: one component for each window, one for each path's total.
struct PriceStep {
  /// For each separation, the component of each window.
  private(set) var windows: [ContiguousArray<Double>]
  /// The component of each path's total.
  private(set) var totals: [Double]

  /// Creates a direction.
  init(windows: [ContiguousArray<Double>], totals: [Double]) {
    self.windows = windows
    self.totals = totals
  }

  /// The sum of the squares of all components.
  var squaredNorm: Double { dot(self) }

  /// How much of the step before is mixed in, relative to what would make the two perpendicular:
  /// the choice of Camerini, Fratta and Maffioli.
  private static let deflection = 1.5

  /// The direction, turned away from an earlier step where the two disagree.
  func deflected(from earlier: PriceStep?) -> PriceStep {
    guard let earlier else { return self }
    let (dot, norm) = (dot(earlier), earlier.squaredNorm)
    guard dot < 0, norm > 0 else { return self }
    let weight = -Self.deflection * dot / norm
    var result = self
    for index in windows.indices {
      for window in windows[index].indices {
        result.windows[index][window] += weight * earlier.windows[index][window]
      }
    }
    for path in totals.indices { result.totals[path] += weight * earlier.totals[path] }
    return result
  }

  /// The direction with the component of each path's total multiplied by a factor.
  func scalingTotals(by factors: [Double]) -> PriceStep {
    PriceStep(windows: windows, totals: zip(totals, factors).map(*))
  }

  private func dot(_ other: PriceStep) -> Double {
    var sum = 0.0
    for (own, its) in zip(windows, other.windows) {
      for (a, b) in zip(own, its) { sum += a * b }
    }
    for (a, b) in zip(totals, other.totals) { sum += a * b }
    return sum
  }
}

extension SeparationPrices {
  /// Moves the prices, each rounded to a whole number and kept to its sign.
  ///
  /// - Parameters:
  ///   - direction: Where to.
  ///   - length: How far, as a multiple of the direction.
  mutating func move(along direction: PriceStep, by length: Double) {
    for index in direction.windows.indices {
      for (window, component) in direction.windows[index].enumerated() where component != 0 {
        let step = Int((length * component).rounded())
        windows[index].prices[window] = max(0, windows[index].prices[window] + step)
      }
    }
    for (path, component) in direction.totals.enumerated() where component != 0 {
      let before = perPosition[path]
      let after = before + Int((length * component).rounded())
      // The price of a limit above is never negative, that of one below never positive.
      perPosition[path] = before > 0 && after < 0 || before < 0 && after > 0 ? 0 : after
    }
  }
}
