/// The best assignment of a ``SequencedAssignment``, proven.
///
/// 1. The assignment without the price of repetitions gives a lower bound; where the one found
///    repeats nothing, it is the answer.
/// 2. Otherwise a local search makes a good assignment of it (``PairwiseExchange``). What costs more
///    than that is left out from there on, again and again, whenever a better one is found.
/// 3. Repetitions are relaxed with prices (``RepetitionRelaxation``), which climb in rounds. After each,
///    the rows are gone through in order under the bounds that the prices give (``SequenceSweep``), with
///    a limited number of states: that finds better assignments, and often proves the best.
/// 4. Then branch and bound (``RepetitionSearch``), which is strong where many kinds come seldom, and
///    sweeps with more and more states, which are strong where few kinds come often, take turns.
///    Whichever proves the best assignment first ends the search.
///
/// The same problem always gives the same answer. Without repetitions it is the lexicographically
/// first of the best: the first row has the first kind that it can, then the second row. With them, no
/// two rows can exchange their kinds at no cost so that the first of the two has the earlier kind.
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

  /// How many steps the prices climb in each round, and how many states the sweep after it keeps.
  private static let rounds = [(steps: 50, width: 128), (steps: 100, width: 1_024)]
  /// How many states the sweeps keep that take turns with branch and bound; each further one keeps
  /// ``growth`` times as many, up to ``lastWidth``: beyond that memory is what ends a search.
  private static let firstWidth = 2_048
  private static let growth = 4
  private static let lastWidth = 131_072
  /// For how many states of a sweep one node is expanded, so that both take about as long.
  private static let statesPerNode = 4

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
    var state = State(bound: relaxed.solution.cost)
    let kinds = relaxed.solution.columns.map { problem.kindOfColumn[$0] }
    state.best.offer(kinds, of: problem)
    if state.isProven {
      return Solution(kinds: kinds, cost: state.best.cost, bound: state.bound)
    }
    improve(kinds, &state)
    search(&state, from: relaxed.matching)
    state.best.offer(PairwiseExchange(problem).descended(from: state.best.kinds), of: problem)
    return Solution(kinds: state.best.kinds, cost: state.best.cost, bound: state.bound)
  }

  /// How far a search has come.
  private struct State {
    /// The best assignment known.
    var best = SequencedAssignment.Incumbent()
    /// No assignment costs less; at most what the best costs.
    private(set) var bound: Int

    init(bound: Int) { self.bound = bound }

    var isProven: Bool { bound >= best.cost }

    /// Takes in that no assignment that is better than the best costs less than this.
    mutating func raise(to bound: Int) {
      self.bound = max(self.bound, min(bound, best.cost))
    }
  }

  private func search(_ state: inout State, from matching: Assignment.Matching) {
    var relaxation = RepetitionRelaxation(problem, matching: matching)
    for round in Self.rounds {
      if state.isProven || !mayGoOn() { return }
      relaxation.leaveOut(whatCosts: state.best.cost)
      relaxation.climb(steps: round.steps, best: &state.best, while: mayGoOn)
      state.raise(to: SequencedAssignment.points(relaxation.bound))
      if state.isProven || !mayGoOn() { return }
      improve(relaxation.assignment.kinds, &state)
      sweep(width: round.width, &state, under: relaxation)
    }
    if state.isProven || !mayGoOn() { return }
    relaxation.leaveOut(whatCosts: state.best.cost)
    var nodes = RepetitionSearch(relaxation)
    var width = Self.firstWidth
    while !state.isProven && mayGoOn() {
      let isLast = width > Self.lastWidth
      let steps = isLast ? .max : width / Self.statesPerNode
      nodes.advance(steps: steps, best: &state.best, while: mayGoOn)
      state.raise(to: nodes.bound)
      if isLast || state.isProven { return }
      sweep(width: width, &state, under: relaxation)
      width *= Self.growth
    }
  }

  private func improve(_ kinds: [Int], _ state: inout State) {
    state.best.offer(PairwiseExchange(problem).improved(kinds), of: problem)
  }

  private func sweep(width: Int, _ state: inout State, under relaxation: RepetitionRelaxation) {
    if state.isProven { return }
    let chains = SequenceRelaxation(problem, potentials: relaxation.assignment.potentials)
    let limit = (state.best.cost - 1) * SequencedAssignment.scale
    let outcome = SequenceSweep(chains).run(width: width, limit: limit, while: mayGoOn)
    if let kinds = outcome.best { improve(kinds, &state) }
    state.raise(to: outcome.leastDropped.map(SequencedAssignment.points) ?? .max)
  }
}
