extension PricedPath {
  /// Solves the path under the price of a position that brings its total within limits.
  ///
  /// The least cost of a path under a price is concave in the price, and piecewise linear: where two
  /// of its lines cross, either it bends, or another line lies below. (B. C. Eaves, W. I. Zangwill,
  /// "Generalized cutting plane algorithms", SIAM Journal on Control 9, 1971.)
  ///
  /// - Parameters:
  ///   - limits: The fewest and the most positions.
  ///   - prices: The prices as this path meets them, with that of a position that is tried first.
  /// - Returns: The price nearest to the first under which the total is not beyond the limit that it
  ///   breaks under the first; it may be beyond the other limit, where it jumps over both.
  mutating func settle(_ limits: GroupedPath.Limits, from prices: PathPrices) -> Int {
    func line(at price: Int) -> Line {
      solve(prices.changing(perPosition: price, totals: limits))
      return Line(price: price, count: choice.count, cost: optimum - price * choice.count)
    }
    let first = line(at: prices.perPosition)
    guard !limits.contains(first.count) else { return first.price }
    let isAbove = first.count > limits.most
    func isOutside(_ line: Line) -> Bool {
      isAbove ? line.count > limits.most : line.count < limits.least
    }
    var near = first
    var distance = isAbove ? Self.firstDistance : -Self.firstDistance
    var far = line(at: first.price + distance)
    while isOutside(far) {
      guard abs(distance) < unreachable / 1_000_000 else { return far.price }
      near = far
      distance *= 8
      far = line(at: first.price + distance)
    }
    while abs(far.price - near.price) > 1 {
      let (low, high) = (min(near.price, far.price) + 1, max(near.price, far.price) - 1)
      let between = line(at: min(max(near.crossing(far), low), high))
      if isOutside(between) { near = between } else { far = between }
    }
    return line(at: far.price).price
  }

  /// How far from the first price the second is that is tried, scaled.
  private static let firstDistance = 64 * SeparationPrices.scale

  /// What the best choice under a price costs under all prices.
  private struct Line {
    /// The price.
    var price: Int
    /// How many positions the choice has.
    var count: Int
    /// What it costs without the price.
    var cost: Int

    /// The price, rounded towards 0, at which another choice, of another count, costs the same.
    func crossing(_ other: Line) -> Int { (other.cost - cost) / (count - other.count) }
  }
}
