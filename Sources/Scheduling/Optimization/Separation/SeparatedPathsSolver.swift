/// The best choice for ``SeparatedPaths``, proven.
///
/// 1. Each path alone gives a lower bound; where the best paths keep their distances by themselves,
///    they are the answer.
/// 2. Paths that no separation joins are independent of each other.
/// 3. Where a conflict is left, distances are relaxed with prices (``SeparationRelaxation``), and
///    the paths are continued together, point by point, under the bounds that the prices give
///    (``JointSweep``). That leaves totals aside; a second sweep minds them, over the few joint
///    states that a best choice can go through (``CountedSweep``). The two are repeated with room
///    for more and more states, until the best choice is proven.
///
/// The same problem always gives the same answer.
package struct SeparatedPathsSolver {
  /// What was found.
  package enum Outcome: Sendable, Equatable {
    /// The best choice known: its cost, the positions of each path, and a proven lower bound.
    case found(cost: Int, choices: [[Int]], bound: Int)
    /// No choice keeps all limits and distances.
    case infeasible
    /// The search was stopped before it found a choice; the bound is proven.
    case stopped(bound: Int)
  }

  private let problem: SeparatedPaths
  private let widths: Widths
  private let mayGoOn: () -> Bool

  /// Prepares to solve a problem.
  ///
  /// - Parameters:
  ///   - problem: The problem.
  ///   - widths: How many states the sweeps keep; that changes how long a search takes, and which of
  ///     several best choices it finds.
  ///   - mayGoOn: Asked again and again whether the search may go on.
  package init(
    _ problem: SeparatedPaths,
    widths: Widths = Widths(),
    while mayGoOn: @escaping () -> Bool = { true }
  ) {
    self.problem = problem
    self.widths = widths
    self.mayGoOn = mayGoOn
  }

  /// Solves the problem.
  ///
  /// - Returns: The best choice; of several, among independent paths the lexicographically earliest.
  package func solve() -> Outcome {
    var choices: [[Int]] = []
    var costs: [Int] = []
    for path in problem.paths {
      var solver = GroupedPathSolver(path)
      guard let solution = solver.solve() else { return .infeasible }
      choices.append(solution.path)
      costs.append(solution.cost)
    }
    var cost = costs.reduce(0, +)
    var bound = cost
    for component in problem.components where component.count > 1 {
      let part = problem.restricted(to: component)
      if part.isSeparated(component.map { choices[$0] }) { continue }
      let alone = component.reduce(0) { $0 + costs[$1] }
      switch search(part, atMost: nil) {
      case .found(let partCost, let partChoices, let partBound):
        cost += partCost - alone
        bound += partBound - alone
        for (path, choice) in zip(component, partChoices) { choices[path] = choice }
      case .infeasible:
        return .infeasible
      case .stopped(let partBound):
        return .stopped(bound: bound + partBound - alone)
      }
    }
    return .found(cost: cost, choices: choices, bound: bound)
  }

  /// Whether any choice keeps all limits and distances, whatever it costs.
  ///
  /// - Returns: `nil` where the search was stopped before that was known.
  package func isFeasible() -> Bool? {
    let free = SeparatedPaths(
      paths: problem.paths.map { $0.withoutCosts() },
      separations: problem.separations
    )
    for component in free.components {
      switch search(free.restricted(to: component), atMost: 0) {
      case .found: continue
      case .infeasible: return false
      case .stopped: return nil
      }
    }
    return true
  }

  /// How many states a sweep keeps.
  package struct Widths: Sendable {
    /// How many states the first sweep keeps at a point, at least 1; each further one keeps eight
    /// times as many.
    package var states: Int
    /// How many labels the first sweep with counts keeps at a point, at least 1; further ones keep as
    /// many as states where that is more.
    package var labels: Int

    /// Creates widths, by default those that were found to be good.
    package init(states: Int = 64, labels: Int = 4_096) {
      self.states = states
      self.labels = labels
    }
  }

  private static let growth = 8
  /// How many states the last sweep keeps, and how many arcs one may find: beyond that memory is what
  /// ends a search.
  private static let lastWidth = 4_194_304
  private static let mostArcs = 16_000_000
  /// How many steps the prices climb after each of the first sweeps.
  private static let climbs = [120, 240, 240]
  /// After how many sweeps without a choice it is asked whether there is any.
  private static let patience = 2

  /// Searches for the best choice, by sweeps of growing width between which the prices climb.
  ///
  /// - Parameters:
  ///   - part: A problem whose paths separations join.
  ///   - most: Choices that cost more are of no interest, and the first that does not is enough;
  ///     `nil` where the best choice is sought.
  /// - Returns: The best choice, or the first that costs no more than `most`.
  private func search(_ part: SeparatedPaths, atMost most: Int?) -> Outcome {
    let scale = SeparationPrices.scale
    // Costs are whole, so a bound counts up to the next.
    func points(_ scaled: Int) -> Int { scaled / scale + (scaled % scale > 0 ? 1 : 0) }
    var relaxation = SeparationRelaxation(part)
    guard relaxation.isFeasible else { return .infeasible }
    relaxation.settleTotals()
    // Where nothing costs anything there is nothing to measure a step by: what proves that no
    // choice exists is a bound above 0, however the steps got there.
    let remote = most.map { ($0 + 1_000) * scale }
    relaxation.climb(steps: 60, target: remote)
    let timeline = SeparationTimeline(part)
    var best: (cost: Int, choices: [[Int]])?
    var bound = points(relaxation.bound)
    var width = widths.states
    for round in 0... {
      bound = max(bound, points(relaxation.bound))
      if let most, bound > most { return .infeasible }
      if let best, bound >= best.cost { break }
      if round > 0 && (!mayGoOn() || width > Self.lastWidth) { break }
      let limit = (best.map { $0.cost - 1 } ?? most).map { $0 * scale } ?? unreachable / 2 - 1
      let outcome = sweep(
        relaxation,
        timeline: timeline,
        limit: limit,
        room: JointSweep.Room(width: width, arcs: Self.mostArcs),
        while: { round == 0 || mayGoOn() }
      )
      if let found = outcome.best, points(found.cost) < best?.cost ?? .max {
        best = Self.improved((points(found.cost), found.choices), part)
        // A choice from among all that a sweep has seen is mostly near the best, so that few states
        // are left to see.
        if round > 0 { width *= Self.growth }
      }
      if let best, best.cost <= most ?? .min { break }
      if best == nil, most == nil, round == 0 {
        best = Self.planInTurn(part).map { Self.improved($0, part) }
      }
      guard let dropped = outcome.leastDropped else {
        bound = best?.cost ?? bound
        if best == nil { return .infeasible }
        break
      }
      bound = max(bound, min(points(dropped), best?.cost ?? .max))
      if let best, bound >= best.cost { break }
      // Without a choice to compare with, only the limits can end the search. Costs guide a sweep to
      // choices that exist, so they are followed for a while first.
      if best == nil, most == nil, round == Self.patience, isFeasible(part) == false {
        return .infeasible
      }
      if round < Self.climbs.count {
        let target = best.map { $0.cost * scale }
        if let limit = target ?? most.map({ ($0 + 1) * scale }) { relaxation.cutArcs(for: limit) }
        relaxation.climb(steps: Self.climbs[round], target: target ?? remote)
      }
      width *= Self.growth
    }
    guard let best else { return .stopped(bound: bound) }
    return .found(cost: best.cost, choices: best.choices, bound: min(bound, best.cost))
  }

  /// How many labels a sweep with counts keeps where that without them keeps a number of states.
  private func labelWidth(_ width: Int) -> Int {
    min(widths.labels * (width / widths.states), max(widths.labels, width))
  }

  /// Sweeps over all points without counts, and then over what is left with them.
  private func sweep(
    _ relaxation: SeparationRelaxation,
    timeline: SeparationTimeline,
    limit: Int,
    room: JointSweep.Room,
    while mayGoOn: () -> Bool
  ) -> CountedSweep.Outcome {
    var sweep = JointSweep(relaxation, timeline: timeline, limit: limit)
    sweep.run(room: room, while: mayGoOn)
    var counting = CountedSweep(sweep, of: relaxation)
    var outcome = counting.search(limit: limit, width: labelWidth(room.width))
    outcome.leastDropped = [outcome.leastDropped, sweep.leastDropped].compactMap(\.self).min()
    return outcome
  }

  /// A choice found by planning one path after another, each around those before it.
  ///
  /// Every path is once the first; the others follow in their order.
  ///
  /// - Parameter part: The problem.
  /// - Returns: The best of these choices; `nil` where none keeps all limits.
  private static func planInTurn(_ part: SeparatedPaths) -> (cost: Int, choices: [[Int]])? {
    let count = part.paths.count
    var best: (cost: Int, choices: [[Int]])?
    for first in 0..<count {
      var choices = [[Int]](repeating: [], count: count)
      var cost = 0
      var isComplete = true
      for path in (0..<count).map({ (first + $0) % count }) {
        var solver = GroupedPathSolver(part.paths[path])
        guard let solution = solver.solve(.init(forbidden: part.blocked(path, by: choices))) else {
          isComplete = false
          break
        }
        choices[path] = solution.path
        cost += solution.cost
      }
      if isComplete, cost < best?.cost ?? .max { best = (cost, choices) }
    }
    return best.flatMap { part.isSeparated($0.choices) ? $0 : nil }
  }

  /// A choice made better by planning one path after another anew, around the others, until that
  /// gains nothing.
  private static func improved(
    _ known: (cost: Int, choices: [[Int]]),
    _ part: SeparatedPaths
  ) -> (cost: Int, choices: [[Int]]) {
    var solvers = part.paths.map { GroupedPathSolver($0) }
    var choices = known.choices
    var costs = part.paths.indices.map { part.paths[$0].cost(of: choices[$0]) }
    var path = 0
    var idle = 0
    while idle < part.paths.count {
      let others = part.blocked(path, by: choices)
      let solution = solvers[path].solve(.init(forbidden: others))
      if let solution, solution.cost < costs[path] {
        choices[path] = solution.path
        costs[path] = solution.cost
        idle = 0
      }
      idle += 1
      path = (path + 1) % part.paths.count
    }
    return (costs.reduce(0, +), choices)
  }

  private func isFeasible(_ part: SeparatedPaths) -> Bool? {
    SeparatedPathsSolver(part, widths: widths, while: mayGoOn).isFeasible()
  }
}

extension SeparatedPaths {
  /// The positions of a path that are too near to choices of others.
  fileprivate func blocked(_ path: Int, by choices: [[Int]]) -> Set<Int> {
    let positions = paths[path].positions
    var blocked: Set<Int> = []
    for other in paths.indices where distance(path, other) > 0 {
      let distance = distance(path, other)
      for choice in choices[other] {
        let chosen = paths[other].positions[choice]
        for (index, position) in positions.enumerated()
        where abs(position.point - chosen.point) < distance
          && !(position.isSettled && chosen.isSettled)
        {
          blocked.insert(index)
        }
      }
    }
    return blocked
  }

  /// The problem of some of the paths alone.
  fileprivate func restricted(to members: [Int]) -> SeparatedPaths {
    SeparatedPaths(
      paths: members.map { paths[$0] },
      separations: separations.compactMap { separation in
        let own = separation.paths.compactMap { members.firstIndex(of: $0) }
        return own.count > 1 ? Separation(paths: own, distance: separation.distance) : nil
      }
    )
  }
}
