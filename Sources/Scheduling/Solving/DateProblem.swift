/// The choice of the days of all series, compiled to paths that keep their distances.
package struct DateProblem {
  /// The series, each compiled by itself.
  package let series: [SeriesProblem]
  private let separations: [SeparatedPaths.Separation]

  /// The days of all series, what they cost, and what no choice of days costs less than.
  package struct Solution: Sendable, Equatable {
    /// The slots of each series.
    package var slots: [[Slot]]
    /// The points.
    package var points: Int
    /// A proven lower bound of the points.
    package var bound: Int

    /// Whether no choice of days costs less.
    package var isProven: Bool { points == bound }
  }

  /// Compiles the choice of days under some of the plan's limits.
  package init(_ plan: Plan, history: History, under limits: LimitSet = .all) {
    series = plan.series.map {
      SeriesProblem(of: $0, in: plan, history: history, under: limits)
    }
    separations = ApartLimit.distances(in: plan, under: limits)
      .map { SeparatedPaths.Separation(paths: $0.series, distance: $0.days) }
  }

  /// The best choice of days.
  ///
  /// - Parameter mayGoOn: Asked between the stages of the search whether it may begin another.
  /// - Returns: `nil` where no choice keeps all limits.
  /// - Throws: `SchedulingError.exhausted` where the search was stopped before it found a choice.
  package func solve(
    while mayGoOn: @escaping () -> Bool = { true }
  ) throws -> Solution? {
    let paths = series.compactMap(\.path)
    guard paths.count == series.count else { return nil }
    let problem = SeparatedPaths(paths: paths, separations: separations)
    guard problem.hasForcedPositionsApart else { return nil }
    let constant = series.reduce(0) { $0 + $1.constantPoints }
    switch SeparatedPathsSolver(problem, while: mayGoOn).solve() {
    case .found(let cost, let choices, let bound):
      return Solution(
        slots: zip(series, choices).map { series, choice in choice.map { series.slots[$0] } },
        points: cost + constant,
        bound: bound + constant
      )
    case .infeasible:
      return nil
    case .stopped(let bound):
      throw SchedulingError.exhausted(bound: bound + constant)
    }
  }

  /// Whether any choice of days keeps all limits.
  ///
  /// Any choice proves that there is one, so what finds one soonest comes first: days that are as few
  /// as can be, then the first that a search for the best days finds. Only where neither does, what
  /// days cost is left aside and the limits alone are searched.
  ///
  /// - Parameter mayGoOn: Asked before each of these, and within the last.
  /// - Returns: `nil` where that was not found out.
  package func isFeasible(while mayGoOn: @escaping () -> Bool = { true }) -> Bool? {
    guard mayGoOn() else { return nil }
    // What one series cannot keep is seen without the others, and far sooner.
    guard series.allSatisfy({ $0.solve() != nil }) else { return false }
    let paths = series.compactMap(\.path)
    let problem = SeparatedPaths(paths: paths, separations: separations)
    guard problem.hasForcedPositionsApart else { return false }
    if problem.plannedWithFewest() != nil { return true }
    guard mayGoOn() else { return nil }
    switch SeparatedPathsSolver(problem, while: { false }).solve() {
    case .found: return true
    case .infeasible: return false
    case .stopped: break
    }
    guard mayGoOn() else { return nil }
    return SeparatedPathsSolver(problem, while: mayGoOn).isFeasible()
  }
}

extension SeparatedPaths {
  /// Whether what every path goes through keeps the distances.
  ///
  /// Where it does not there is nothing to search for, and a search by bounds can take long to see
  /// it.
  fileprivate var hasForcedPositionsApart: Bool {
    isSeparated(paths.map { path in path.positions.indices.filter { path.positions[$0].isForced } })
  }
}
