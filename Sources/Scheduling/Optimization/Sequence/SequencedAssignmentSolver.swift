/// The best assignment of a ``SequencedAssignment``, proven.
///
/// 1. The assignment without the price of repetitions gives a lower bound; where the one found
///    repeats nothing, it is the answer.
/// 2. Otherwise repetitions are relaxed with prices (``RepetitionRelaxation``), under which a dive
///    finds a good assignment and branch and bound mostly proves it (``RepetitionSearch``).
/// 3. In turn with that, the rows are gone through in order under the bounds that the prices give
///    (``SequenceSweep``), with a growing number of states. That is strong where few kinds must repeat
///    often. Whichever proves the best assignment first ends the search.
///
/// The same problem always gives the same answer. Without repetitions it is the lexicographically
/// first of the best: the first row has the first kind that it can, then the second row.
package struct SequencedAssignmentSolver {
  /// An assignment and what it costs.
  package struct Solution: Sendable, Equatable {
    /// The kind of each row.
    package var kinds: [Int]
    /// The cost, repetitions included.
    package var cost: Int
    /// No assignment costs less.
    package var bound: Int
  }

  private let problem: SequencedAssignment
  private let mayGoOn: () -> Bool

  /// How many steps the prices climb before each dive.
  private static let climbs = [60, 150, 300]
  /// How many nodes are expanded before the first sweep.
  private static let firstNodes = 500
  /// How many states the first sweep keeps; each further one keeps ``growth`` times as many.
  private static let firstWidth = 256
  private static let growth = 8
  /// How many states the last sweep keeps: beyond that memory is what ends a search.
  private static let lastWidth = 131_072

  /// Prepares to solve a problem.
  ///
  /// - Parameters:
  ///   - problem: The problem.
  ///   - mayGoOn: Asked again and again whether the search may go on.
  package init(
    _ problem: SequencedAssignment,
    while mayGoOn: @escaping () -> Bool = { true }
  ) {
    self.problem = problem
    self.mayGoOn = mayGoOn
  }

  /// Solves the problem.
  ///
  /// - Returns: `nil` where the forbidden kinds leave no assignment.
  package func solve() -> Solution? {
    guard let relaxed = Assignment.proven(problem.costs) else { return nil }
    var best = SequencedAssignment.Incumbent()
    best.offer(relaxed.solution.columns.map { problem.kindOfColumn[$0] }, of: problem)
    var bound = relaxed.solution.cost
    if best.cost > bound { search(&best, &bound, from: relaxed.matching) }
    return Solution(kinds: best.kinds, cost: best.cost, bound: min(bound, best.cost))
  }

  private func search(
    _ best: inout SequencedAssignment.Incumbent,
    _ bound: inout Int,
    from matching: Assignment.Matching
  ) {
    var relaxation = RepetitionRelaxation(problem, matching: matching)
    RepetitionSearch(relaxation).dive(best: &best)
    if bound >= best.cost { return }
    for steps in Self.climbs {
      relaxation.leaveOut(whatCosts: best.cost)
      relaxation.climb(steps: steps, best: &best, while: mayGoOn)
      bound = max(bound, SequencedAssignment.points(relaxation.bound))
      if bound >= best.cost || !mayGoOn() { return }
      RepetitionSearch(relaxation).dive(best: &best)
      if bound >= best.cost { return }
    }
    relaxation.leaveOut(whatCosts: best.cost)
    var nodes = RepetitionSearch(relaxation)
    var steps = Self.firstNodes
    var width = Self.firstWidth
    let chains = SequenceRelaxation(problem, potentials: relaxation.assignment.potentials)
    while mayGoOn() {
      nodes.advance(steps: steps, best: &best, while: mayGoOn)
      bound = max(bound, min(best.cost, nodes.bound))
      if bound >= best.cost || width > Self.lastWidth { return }
      let limit = (best.cost - 1) * SequencedAssignment.scale
      let outcome = SequenceSweep(chains).run(width: width, limit: limit, while: mayGoOn)
      if let kinds = outcome.best { best.offer(kinds, of: problem) }
      bound = max(
        bound,
        min(best.cost, outcome.leastDropped.map(SequencedAssignment.points) ?? .max)
      )
      if bound >= best.cost { return }
      steps = width * 4
      width *= Self.growth
    }
  }
}
