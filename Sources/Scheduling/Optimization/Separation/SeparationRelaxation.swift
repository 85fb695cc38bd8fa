/// The paths of a separated problem, each alone under prices, and the lower bound that they give.
///
/// The prices climb by subgradient steps: a window that more than one path touches gets dearer, one
/// that none touches cheaper. (M. Held, R. M. Karp, "The traveling-salesman problem and minimum
/// spanning trees: part II", Mathematical Programming 1, 1971; the length of a step after B. T.
/// Polyak, "Minimization of unsmooth functionals", 1969.) Steps are computed in floating point and
/// rounded to whole prices, so that any prices give an exact bound.
struct SeparationRelaxation {
  /// The paths.
  private(set) var paths: [PricedPath]
  /// The prices.
  private(set) var prices: SeparationPrices
  /// The prices as each path meets them.
  private(set) var met: [PathPrices]
  /// No choice costs less, scaled.
  private(set) var bound = 0
  /// For each path, the fewest and the most positions.
  let totals: [GroupedPath.Limits]

  /// Relaxes a problem.
  ///
  /// - Precondition: There is a separation, and each path has a position.
  init(_ problem: SeparatedPaths) {
    let points = problem.paths.flatMap { $0.positions.map(\.point) }
    let span = (points.min() ?? 0)...(points.max() ?? 0)
    let settledPoints = problem.paths.map { path in
      path.positions.filter(\.isSettled).map(\.point)
    }
    paths = problem.paths.enumerated().map { index, path in
      let distances = problem.paths.indices.map { problem.distance(index, $0) }
      // What is too near to a settled position of another path can never be chosen; windows that a
      // settled position touches then need no price.
      let forbidden = path.positions.indices.filter { position in
        let candidate = path.positions[position]
        return !candidate.isSettled
          && problem.paths.indices.contains { other in
            settledPoints[other].contains { abs($0 - candidate.point) < distances[other] }
          }
      }
      return PricedPath(
        path,
        forbidden: Set(forbidden),
        reach: distances.max() ?? 0
      )
    }
    totals = problem.paths.map { path in
      GroupedPath.Limits(
        least: max(0, path.totalLimits.least),
        most: min(path.positions.count, path.totalLimits.most)
      )
    }
    prices = SeparationPrices(
      windows: problem.separations.map { SeparationPrices.Windows($0, points: span) },
      perPosition: problem.paths.map { _ in 0 }
    )
    settled = problem.separations.map { separation in
      let touched = separation.paths.flatMap { settledPoints[$0] }
      return Set(touched.flatMap { $0 - separation.distance + 1...$0 })
    }
    met = []
    evaluate()
  }

  /// For each separation, the first points of the windows that settled positions touch.
  private let settled: [Set<Int>]

  /// Whether each path alone can keep its limits.
  var isFeasible: Bool { paths.allSatisfy { $0.optimum < unreachable / 2 } }

  /// Solves each path under the prices.
  private mutating func evaluate() {
    for index in prices.windows.indices { prices.windows[index].addUp() }
    met = paths.indices.map { prices.met(by: $0) }
    bound = 0
    for index in paths.indices {
      paths[index].solve(met[index])
      bound += paths[index].optimum - priceOfTotal(index)
    }
    for windows in prices.windows {
      bound -= windows.sums.last ?? 0
    }
  }

  /// What the price of a path's positions is at least worth: it is subtracted from the bound.
  private func priceOfTotal(_ path: Int) -> Int {
    let price = prices.perPosition[path]
    return price >= 0 ? price * totals[path].most : price * totals[path].least
  }

  /// What a path with `count` positions costs beyond what ``bound`` counts for it, at least 0.
  ///
  /// - Precondition: The count keeps the limits on the total of the path.
  func slack(ofTotal count: Int, path: Int) -> Int {
    priceOfTotal(path) - prices.perPosition[path] * count
  }

  /// Cuts away the arcs that no choice can have that costs less than `target`, scaled.
  mutating func cutArcs(for target: Int) {
    for index in paths.indices {
      paths[index].cutArcs(losingMoreThan: target - 1 - bound, prices: met[index])
    }
  }
}

// MARK: - Estimating

extension SeparationRelaxation {
  /// About what the best choice costs, scaled: the cost of planning one path after another, each
  /// around those before it, where only the prices of positions mind the totals.
  ///
  /// - Parameter problem: The problem that is relaxed.
  /// - Returns: The least such cost over the paths that may be planned first; `nil` where a path
  ///   is left without any choice each time.
  func estimate(_ problem: SeparatedPaths) -> Int? {
    paths.indices.compactMap { first in
      var choices = [[Int]](repeating: [], count: paths.count)
      var cost = 0
      for path in (0..<paths.count).map({ (first + $0) % paths.count }) {
        var alone = paths[path].avoiding(problem.blocked(path, by: choices))
        alone.solve(PathPrices(windows: [], perPosition: prices.perPosition[path]))
        guard alone.optimum < unreachable / 2 else { return nil }
        choices[path] = alone.choice
        cost += alone.optimum - priceOfTotal(path)
      }
      return cost
    }.min()
  }
}

// MARK: - Climbing

extension SeparationRelaxation {
  /// Finds for each path alone the price that brings its total within its limits.
  ///
  /// The least cost of a path under a price is concave in the price, and the total of its path
  /// never grows with it: bisection finds where it crosses the limit.
  mutating func settleTotals() {
    for index in paths.indices {
      let count = paths[index].choice.count
      guard !totals[index].contains(count) else { continue }
      let isAbove = count > totals[index].most
      var near = 0
      var far = isAbove ? SeparationPrices.scale : -SeparationPrices.scale
      while isOutside(index, at: far, above: isAbove), abs(far) < unreachable / 1_000_000 {
        near = far
        far *= 4
      }
      while abs(far - near) > 1 {
        let middle = near + (far - near) / 2
        if isOutside(index, at: middle, above: isAbove) { near = middle } else { far = middle }
      }
      prices.perPosition[index] = far
    }
    evaluate()
  }

  /// Whether under a price the total of a path is still beyond the limit.
  private mutating func isOutside(_ path: Int, at price: Int, above: Bool) -> Bool {
    prices.perPosition[path] = price
    met[path] = prices.met(by: path)
    paths[path].solve(met[path])
    let count = paths[path].choice.count
    return above ? count > totals[path].most : count < totals[path].least
  }

  /// Raises the bound by subgradient steps; the best prices are kept.
  ///
  /// Each step is deflected away from the one before it where the two disagree, which keeps the
  /// prices from swinging between two sides of a ridge (P. M. Camerini, L. Fratta, F. Maffioli, "On
  /// improving relaxation methods by modified gradient techniques", Mathematical Programming Study
  /// 3, 1975).
  ///
  /// - Parameters:
  ///   - steps: How many.
  ///   - target: The cost of the best choice known, scaled; `nil` where none is.
  ///   - isEstimate: Whether the target is only about what the best choice may cost.
  mutating func climb(steps: Int, target: Int?, isEstimate: Bool = false) {
    // Where no choice exists the bound has no end: what is aimed at must not grow with it.
    let remote = bound.magnitude / 20 + 10 * UInt(SeparationPrices.scale)
    let further = max((target ?? bound) - bound, SeparationPrices.scale) / 4
    var target = target
    var best = (bound: bound, prices: prices)
    var length = 1.0
    var idle = 0
    // The total of a path may jump by many positions at one price, which would make every step
    // short: its component is scaled by the most that it was seen beyond its limit.
    var excesses = [Double](repeating: 1, count: paths.count)
    var step: PriceStep?
    for _ in 0..<steps {
      if let reached = target, bound > reached - SeparationPrices.scale {
        guard isEstimate else { break }
        target = max(reached, bound) + further
      }
      let gradient = subgradient()
      excesses = zip(excesses, gradient.totals).map { max($0, abs($1)) }
      let factors = excesses.map { 1 / $0.squareRoot() }
      let direction = gradient.scalingTotals(by: factors).deflected(from: step)
      let norm = direction.squaredNorm
      guard norm > 0 else { break }
      let scale = Double(SeparationPrices.scale)
      let distance = target.map { Double($0 - bound) } ?? Double(remote)
      prices.move(
        along: direction.scalingTotals(by: factors),
        by: length * max(distance, scale / 2) / norm
      )
      evaluate()
      step = direction
      if bound > best.bound {
        idle = bound > best.bound + SeparationPrices.scale / 8 ? 0 : idle + 1
        best = (bound, prices)
      } else {
        idle += 1
      }
      if idle > Self.patience {
        length *= 0.7
        idle = 0
        if length < 0.001 { break }
        prices = best.prices
        evaluate()
        step = nil
      }
    }
    if prices != best.prices {
      prices = best.prices
      evaluate()
    }
  }

  /// After how many steps that gain next to nothing they get shorter.
  private static let patience = 10

  /// How far each relaxed limit is broken, positive, or has room, negative.
  private func subgradient() -> PriceStep {
    let windows = prices.windows.indices.map { index in
      let separation = prices.windows[index]
      var touched = ContiguousArray(repeating: -1.0, count: separation.prices.count)
      for path in separation.paths {
        var next = Int.min
        for position in paths[path].choice {
          let point = paths[path].path.positions[position].point
          let first = max(next, point - separation.distance + 1)
          for window in first...point { touched[window - separation.origin] += 1 }
          next = point + 1
        }
      }
      for window in touched.indices
      where (touched[window] < 0 && separation.prices[window] == 0)
        || settled[index].contains(window + separation.origin)
      {
        touched[window] = 0
      }
      return touched
    }
    let excesses = paths.indices.map { path in
      let count = paths[path].choice.count
      let price = prices.perPosition[path]
      let (least, most) = (totals[path].least, totals[path].most)
      let excess =
        count > most || price > 0 ? count - most : count < least || price < 0 ? count - least : 0
      return Double(excess)
    }
    return PriceStep(windows: windows, totals: excesses)
  }
}
