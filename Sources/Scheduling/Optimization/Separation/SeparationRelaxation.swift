/// The paths of a separated problem, each alone under prices, and the lower bound that they give.
///
/// The prices climb by subgradient steps: a window that more than one path touches gets dearer, one
/// that none touches cheaper. (M. Held, R. M. Karp, "The traveling-salesman problem and minimum
/// spanning trees: part II", Mathematical Programming 1, 1971.)
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
  /// The points from the first position to the last.
  let span: ClosedRange<Int>

  /// Relaxes a problem.
  ///
  /// - Precondition: There is a separation, and each path has a position.
  init(_ problem: SeparatedPaths) {
    let points = problem.paths.flatMap { $0.positions.map(\.point) }
    let span = (points.min() ?? 0)...(points.max() ?? 0)
    self.span = span
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
    excesses = problem.paths.map { _ in 1 }
    met = []
    evaluate()
  }

  /// For each path, the most positions that its choice was seen beyond its limits while the prices
  /// climb, at least 1.
  private var excesses: [Double]
  /// For each separation, the first points of the windows that settled positions touch.
  private let settled: [Set<Int>]

  /// Whether each path alone can keep its limits.
  var isFeasible: Bool { paths.allSatisfy { $0.optimum < unreachable / 2 } }

  /// Takes another in the place of a path, solved under the same prices.
  mutating func replace(_ path: Int, by other: PricedPath) {
    bound += other.optimum - paths[path].optimum
    paths[path] = other
  }

  /// Solves each path under the prices.
  private mutating func evaluate() {
    for index in prices.windows.indices { prices.windows[index].addUp() }
    met = paths.indices.map { prices.met(by: $0, totals: totals[$0]) }
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
    totals[path].worth(of: prices.perPosition[path])
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

  /// Plans one path after another, each around those before it, and around what those behind it are
  /// forced to choose.
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
    var plan = SeparatedPaths.Choice(cost: 0, positions: problem.forcedChoices)
    var estimate = 0
    var isKept = true
    for path in (0..<paths.count).map({ (first + $0) % paths.count }) {
      var alone = paths[path].avoiding(problem.blocked(path, by: plan.positions))
      let prices = PathPrices(
        windows: [],
        perPosition: prices.perPosition[path],
        totals: totals[path]
      )
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
  /// - Parameters:
  ///   - steps: How many.
  ///   - rise: How far above the bound the first level is, scaled, at least 1.
  ///   - target: The bound from which on no more is of use, scaled.
  ///   - ways: Ways that keep all distances, for whose bound the prices climb as well; the bound of the
  ///     paths may sink then.
  ///   - mayGoOn: Asked at each step whether it may be taken.
  /// - Returns: How far above the bound the last level was.
  @discardableResult
  mutating func climb(
    steps: Int,
    rise: Int,
    target: Int,
    with ways: TotalsRelaxation? = nil,
    while mayGoOn: () -> Bool = { true }
  ) -> Int {
    excesses = excesses.map { _ in 1 }
    let rule = LevelRule(rise: rise)
    var ascent = SubgradientAscent(steps: steps, scale: SeparationPrices.scale, rule: rule)
    climb(by: &ascent, with: ways) { _ in mayGoOn() ? target : nil }
    return ascent.rule.rise
  }
}

extension SeparationRelaxation: SeparationPricing {
  var factors: [Double] { paths.indices.map { factor($0) } }

  /// How far each relaxed limit is broken, positive, or has room, negative: each window, then the
  /// total of each path.
  func subgradient() -> [Double] { subgradient(of: paths.map(\.choice)) }

  /// The same for other choices than those of each path alone.
  func subgradient(of choices: [[Int]]) -> [Double] {
    var gradient: [Double] = []
    for (separation, settled) in zip(prices.windows, settled) {
      let begin = gradient.count
      gradient += repeatElement(-1, count: separation.prices.count)
      for path in separation.paths {
        var next = Int.min
        for position in choices[path] {
          let point = paths[path].path.positions[position].point
          let first = max(next, point - separation.distance + 1)
          for window in first...point { gradient[begin + window - separation.origin] += 1 }
          next = point + 1
        }
      }
      for (window, price) in separation.prices.enumerated()
      where (gradient[begin + window] < 0 && price == 0)
        || settled.contains(window + separation.origin)
      {
        gradient[begin + window] = 0
      }
    }
    return gradient + paths.indices.map { excess($0, count: choices[$0].count) * factor($0) }
  }

  /// By how many positions a path is beyond the limit that its price stands for.
  private func excess(_ path: Int, count: Int) -> Double {
    Double(totals[path].excess(of: count, at: prices.perPosition[path]))
  }

  /// What the price of a path's positions is divided by for a step.
  ///
  /// The total of a path may jump by many positions at one price, which would make every step short:
  /// its component is scaled by the most that it was seen beyond its limit.
  private func factor(_ path: Int) -> Double { 1 / excesses[path].squareRoot() }

  mutating func move(along direction: [Double], by length: Double) {
    var begin = 0
    for index in prices.windows.indices {
      let count = prices.windows[index].prices.count
      for window in 0..<count where direction[begin + window] != 0 {
        let step = Int((length * direction[begin + window]).rounded())
        prices.windows[index].prices[window] = max(0, prices.windows[index].prices[window] + step)
      }
      begin += count
    }
    for path in paths.indices where direction[begin + path] != 0 {
      let step = Int((length * direction[begin + path] * factor(path)).rounded())
      prices.perPosition[path] = GroupedPath.Limits.price(prices.perPosition[path], movedBy: step)
    }
    evaluate()
    for path in paths.indices {
      excesses[path] = max(excesses[path], abs(excess(path, count: paths[path].choice.count)))
    }
  }

  mutating func restore(_ prices: SeparationPrices) {
    self.prices = prices
    evaluate()
  }
}
