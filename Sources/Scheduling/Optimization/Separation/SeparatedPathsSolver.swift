/// The best choice for ``SeparatedPaths``, proven.
///
/// 1. Each path alone gives a lower bound; where the best paths keep their distances by themselves,
///    they are the answer.
/// 2. Paths that no separation joins are independent of each other.
/// 3. Where a conflict is left, distances are relaxed with prices (``SeparationRelaxation``), and
///    the paths are continued together, point by point, under the bounds that the prices give
///    (``JointSweep``), or under the higher bounds of pairs of paths where these leave too many states
///    (``PairRelaxation``). That leaves totals aside; a second sweep minds them, over the few joint
///    states that a best choice can go through (``CountedSweep``) under prices for totals that suit
///    these (``TotalsRelaxation``). The two are repeated with room for more and more states, under
///    prices that suit what both have found (``JointPricing``), until the best choice is proven. In
///    between, better choices are sought near the best known, parts of which are planned anew
///    (``NeighbourhoodSearch``).
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

  /// How far sweeps go.
  package struct Widths: Sendable {
    /// How many states of a position the first sweep keeps, at least 1.
    package var states: Int
    /// How many labels of a point the first sweep with counts keeps, at least 1.
    package var labels: Int
    /// How many arcs a sweep under the bounds of each path alone finds before it is broken off for one
    /// under the bounds of pairs; a sixth of that where it has not passed a quarter of the candidates by then.
    package var arcsAlone: Int

    /// Creates widths, by default those that were found to be good.
    package init(states: Int = 16, labels: Int = 256, arcsAlone: Int = 3_000_000) {
      self.states = states
      self.labels = labels
      self.arcsAlone = arcsAlone
    }
  }

  private let problem: SeparatedPaths
  private let widths: Widths
  private let mayGoOn: () -> Bool

  /// Prepares to solve a problem.
  ///
  /// - Parameters:
  ///   - problem: The problem.
  ///   - widths: How many states the first sweeps keep; that changes how long a search takes, and
  ///     which of several best choices it finds.
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
      switch search(part, goal: nil) {
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
      paths: problem.paths.map { $0.costing(0) },
      separations: problem.separations
    )
    for path in free.paths {
      var solver = GroupedPathSolver(path)
      if solver.solve() == nil { return false }
    }
    for component in free.components where component.count > 1 {
      switch search(free.restricted(to: component), goal: 0) {
      case .found: continue
      case .infeasible: return false
      case .stopped: return nil
      }
    }
    return true
  }

  private func search(_ part: SeparatedPaths, goal: Int?) -> Outcome {
    var search = SeparationSearch(part, goal: goal, widths: widths, while: mayGoOn)
    return search.run()
  }
}

extension SeparatedPaths {
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
