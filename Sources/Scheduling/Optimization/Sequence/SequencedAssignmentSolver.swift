/// The best assignment of a ``SequencedAssignment``, proven.
///
/// 1. The assignment without the price of repetitions gives a lower bound; where the one found
///    repeats nothing, it is the answer.
/// 2. Otherwise copies are relaxed with prices (``SequenceRelaxation``), and the rows are gone
///    through in order under the bounds that they give (``SequenceSweep``), with a growing number of
///    states. That is strong where few kinds repeat often.
/// 3. In turn with that, repetitions are branched on (``RepetitionSearch``), which is strong where
///    many kinds repeat seldom. Whichever proves the best assignment first ends the search.
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
    let kindOfColumn = problem.counts.enumerated().flatMap { kind, count in
      Array(repeating: kind, count: count)
    }
    let kinds = relaxed.solution.columns.map { kindOfColumn[$0] }
    var best = Solution(
      kinds: kinds,
      cost: relaxed.solution.cost + problem.costOfRepeats(kinds),
      bound: relaxed.solution.cost
    )
    // States keep counts and kinds in a byte each.
    let fits = problem.counts.count < 255 && (problem.counts.max() ?? 0) < 256
    guard best.cost > best.bound, fits else { return best }
    search(&best, from: relaxed.matching)
    return best
  }

  private func search(_ best: inout Solution, from root: Assignment.Matching) {
    let scale = SequenceRelaxation.scale
    // Costs are whole, so a bound counts up to the next.
    func points(_ scaled: Int) -> Int { scaled / scale + (scaled % scale > 0 ? 1 : 0) }
    var relaxation = SequenceRelaxation(problem, potentials: Array(root.columnPotentials))
    var conflicts =
      problem.counts.count <= RepetitionSearch.mostKinds
      ? RepetitionSearch(problem, root: root, bound: best.bound) : nil
    var width = Self.firstWidth
    while width <= Self.lastWidth {
      relaxation.climb(steps: 300, target: best.cost * scale)
      best.raise(to: points(relaxation.bound))
      if best.isProven || width > Self.firstWidth && !mayGoOn() { return }
      let isFirst = width == Self.firstWidth
      let outcome = SequenceSweep(relaxation)
        .run(width: width, limit: (best.cost - 1) * scale, while: { isFirst || mayGoOn() })
      if let found = outcome.best, points(found.cost) < best.cost {
        best.kinds = found.kinds
        best.cost = points(found.cost)
      }
      best.raise(to: outcome.leastDropped.map(points) ?? best.cost)
      if best.isProven { return }
      var known = (cost: best.cost, kinds: best.kinds)
      conflicts?.advance(steps: width * 4, best: &known, while: mayGoOn)
      (best.cost, best.kinds) = known
      best.raise(to: conflicts?.bound ?? best.bound)
      if best.isProven { return }
      width *= Self.growth
    }
  }
}

extension SequencedAssignmentSolver.Solution {
  /// Whether no assignment costs less.
  fileprivate var isProven: Bool { bound == cost }

  /// Takes in a bound; none is above the cost of what is known.
  fileprivate mutating func raise(to other: Int) {
    bound = max(bound, min(cost, other))
  }
}
