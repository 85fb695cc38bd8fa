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

  /// Cuts away the arcs that no choice can have that costs less than `target`, scaled; from then on,
  /// what the relaxation says is true of such choices alone.
  mutating func cutArcs(for target: Int) {
    for index in paths.indices {
      paths[index].cutArcs(losingMoreThan: target - 1 - bound, prices: met[index])
    }
  }
}

// MARK: - Planning

extension SeparationRelaxation {
  /// What planning one path after another gives, each around those before it.
  struct Plan {
    /// What it costs, scaled, with the prices of positions less what they are worth: the totals may
    /// be broken.
    var estimate: Int
    /// The choice, changed so that it keeps the totals; `nil` where prices do not bring it there.
    var choice: SeparatedPaths.Choice?
  }

  /// Plans one path after another, each around those before it.
  ///
  /// Every path is once the first; the others follow in their order. Totals are minded by prices, so
  /// a choice may be missed that keeps them.
  ///
  /// - Parameter problem: The problem that is relaxed.
  /// - Returns: The least estimate and the best choice; `nil` where a path is left without any choice
  ///   each time.
  func plannedInTurn(_ problem: SeparatedPaths) -> Plan? {
    var best: Plan?
    for first in paths.indices {
      guard let plan = planned(first, problem) else { continue }
      let choices = [best?.choice, plan.choice].compactMap(\.self)
      best = Plan(
        estimate: min(best?.estimate ?? .max, plan.estimate),
        choice: choices.min { $0.cost < $1.cost }
      )
    }
    return best
  }

  private func planned(_ first: Int, _ problem: SeparatedPaths) -> Plan? {
    var plan = SeparatedPaths.Choice(cost: 0, positions: paths.map { _ in [] })
    var estimate = 0
    var isKept = true
    for path in (0..<paths.count).map({ (first + $0) % paths.count }) {
      var alone = paths[path].avoiding(problem.blocked(path, by: plan.positions))
      let prices = PathPrices(windows: [], perPosition: prices.perPosition[path])
      alone.solve(prices)
      guard alone.optimum < unreachable / 2 else { return nil }
      estimate += alone.optimum - priceOfTotal(path)
      if !totals[path].contains(alone.choice.count) { _ = alone.settle(totals[path], from: prices) }
      if !totals[path].contains(alone.choice.count) { isKept = false }
      plan.positions[path] = alone.choice
      plan.cost += alone.path.cost(of: alone.choice)
    }
    return Plan(estimate: estimate, choice: isKept ? plan : nil)
  }

  /// The arcs of each path that choices have which cost less than `target`, scaled.
  func arcs(for target: Int) -> [GroupedPathGraph] {
    var thin = self
    thin.cutArcs(for: target)
    return thin.paths.map(\.graph)
  }
}

// MARK: - Climbing

extension SeparationRelaxation {
  /// Finds for each path alone the price that brings its total within its limits.
  mutating func settleTotals() {
    for index in paths.indices {
      prices.perPosition[index] = paths[index].settle(totals[index], from: met[index])
    }
    evaluate()
  }

  /// Raises the bound by subgradient steps; the best prices are kept.
  ///
  /// A step aims at a level above the best bound, which comes nearer where steps do not gain, and
  /// moves away where they do (J.-L. Goffin, K. C. Kiwiel, "Convergence of a simple subgradient level
  /// method", Mathematical Programming 85, 1999). Each step is deflected away from the one before it
  /// where the two disagree, which keeps the prices from swinging between two sides of a ridge (P. M.
  /// Camerini, L. Fratta, F. Maffioli, "On improving relaxation methods by modified gradient
  /// techniques", Mathematical Programming Study 3, 1975).
  ///
  /// - Parameters:
  ///   - steps: How many.
  ///   - rise: How far above the bound the first level is, scaled.
  ///   - target: The bound from which on no more is of use, scaled.
  /// - Returns: How far above the bound the last level was.
  @discardableResult
  mutating func climb(steps: Int, rise: Int, target: Int) -> Int {
    let scale = SeparationPrices.scale
    // Where no choice exists the bound has no end: what is aimed at must not grow with it.
    let furthest = 8 * rise
    var best = (bound: bound, prices: prices)
    var rise = rise
    var idle = 0
    // The total of a path may jump by many positions at one price, which would make every step
    // short: its component is scaled by the most that it was seen beyond its limit.
    var excesses = [Double](repeating: 1, count: paths.count)
    var step: PriceStep?
    for _ in 0..<steps {
      if bound > target - scale { break }
      let gradient = subgradient()
      excesses = zip(excesses, gradient.totals).map { max($0, abs($1)) }
      let factors = excesses.map { 1 / $0.squareRoot() }
      let direction = gradient.scalingTotals(by: factors).deflected(from: step)
      let norm = direction.squaredNorm
      guard norm > 0 else { break }
      let level = min(best.bound + rise, target)
      prices.move(
        along: direction.scalingTotals(by: factors),
        by: Double(level - bound) / norm
      )
      evaluate()
      step = direction
      let gain = bound - best.bound
      if gain > 0 { best = (bound, prices) }
      idle = gain > rise / Self.share ? 0 : idle + 1
      if gain > rise / 2 { rise = min(rise * 3 / 2, furthest) }
      if idle > Self.patience {
        rise = max(rise / 2, 1)
        idle = 0
        if rise <= scale / 8 { break }
        prices = best.prices
        evaluate()
        step = nil
      }
    }
    if prices != best.prices {
      prices = best.prices
      evaluate()
    }
    return rise
  }

  /// After how many steps that gain next to nothing the level comes nearer.
  private static let patience = 8
  /// A step that gains less than this part of what it aims at gains next to nothing.
  private static let share = 16

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
