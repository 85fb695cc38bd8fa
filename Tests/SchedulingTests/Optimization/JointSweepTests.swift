import TestSupport
import Testing

@testable import Scheduling

/// The two sweeps over paths that keep a distance, against all choices of positions.
struct JointSweepTests {
  private static let scale = SeparationPrices.scale
  private static let none = unreachable / 2 - 1

  /// Sweeps without totals and then with them.
  ///
  /// - Parameters:
  ///   - problem: The problem.
  ///   - steps: How many steps the prices climb before: the bounds depend on them, the result must
  ///     not.
  ///   - limit: The scaled cost above which no choice is of interest.
  ///   - width: How many states of a position, and labels of a point, are kept.
  ///   - arcs: How many arcs may be found.
  ///   - mayGoOn: Whether the sweeps may go on.
  /// - Returns: The bound of the first sweep and the result of the second, and the least bound that
  ///   either dropped; `nil` where a path has no choice by itself.
  private static func sweep(
    _ problem: SeparatedPaths,
    steps: Int,
    limit: Int = none,
    width: Int = .max / 16,
    arcs: Int = .max,
    while mayGoOn: () -> Bool = { true }
  ) -> (bound: Int, best: SeparatedPaths.Choice?, leastDropped: Int?)? {
    var relaxation = SeparationRelaxation(problem)
    guard relaxation.isFeasible else { return nil }
    relaxation.settleTotals()
    relaxation.climb(steps: steps, rise: 8 * scale, target: unreachable / 2)
    let timeline = SeparationTimeline(problem)
    var sweep = JointSweep(relaxation, timeline: timeline, limit: limit)
    sweep.run(room: JointSweep.Room(width: width, arcs: arcs), while: mayGoOn)
    var counting = CountedSweep(sweep, of: relaxation)
    let outcome = counting.search(
      limit: limit,
      room: CountedSweep.Room(width: width, labels: .max, leastWidth: width),
      while: mayGoOn
    )
    return (
      counting.bound, outcome.best,
      [sweep.leastDropped, outcome.leastDropped].compactMap(\.self).min()
    )
  }

  @Test(arguments: 0..<6)
  func `with room for all, any prices give the best of all choices`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    var totalsThatBind = 0
    for _ in 0..<80 {
      let paths = RandomSeparatedPaths(using: &random)
      let expected = paths.bruteForce()
      for steps in [0, 3, 40] {
        guard let reached = Self.sweep(paths.problem, steps: steps) else {
          #expect(expected == nil)
          continue
        }
        #expect(reached.best?.cost == expected)
        #expect(reached.leastDropped == nil)
        guard let expected, let best = reached.best else { continue }
        #expect(paths.problem.isSeparated(best.positions))
        #expect(paths.cost(best.positions) == expected)
        #expect(reached.bound <= expected * Self.scale)
        if reached.bound < expected * Self.scale { totalsThatBind += 1 }
      }
    }
    #expect(totalsThatBind > 0)
  }

  @Test(arguments: 0..<6)
  func `under the bounds of pairs the best is found, or what is dropped is not better`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    var (found, missed) = (0, 0)
    for _ in 0..<60 {
      let paths = RandomSeparatedPaths(pathCount: 2...4, using: &random)
      let problem = paths.problem
      guard let expected = paths.bruteForce() else { continue }
      for (steps, width) in [(0, Int.max / 16), (30, .max / 16), (10, 1)] {
        var relaxation = SeparationRelaxation(problem)
        relaxation.settleTotals()
        relaxation.climb(steps: steps, rise: 8 * Self.scale, target: unreachable / 2)
        let limit = relaxation.bound + Int(PairTable.far) - 1
        let pair = problem.separations[0]
        let pairs =
          relaxation.paired(problem, limit: limit) { true }
          ?? PairRelaxation(
            relaxation,
            pairs: [
              SeparatedPaths.Separation(paths: Array(pair.paths.prefix(2)), distance: pair.distance)
            ],
            limit: limit
          )
        var sweep = JointSweep(pairs, timeline: SeparationTimeline(problem))
        sweep.run(room: JointSweep.Room(width: width, arcs: .max)) { true }
        var counting = CountedSweep(sweep, of: pairs.alone)
        let outcome = counting.search(
          limit: limit,
          room: CountedSweep.Room(width: width, labels: .max, leastWidth: width)
        ) { true }
        guard expected * Self.scale <= limit else {
          #expect(outcome.best == nil)
          continue
        }
        let dropped = [sweep.leastDropped, outcome.leastDropped].compactMap(\.self).min()
        if width > 1 { #expect(dropped == nil) }
        if outcome.best?.cost == expected {
          found += 1
          #expect(problem.isSeparated(outcome.best?.positions ?? []))
          #expect(paths.cost(outcome.best?.positions ?? []) == expected)
        } else {
          missed += 1
          #expect(outcome.best?.cost ?? .max > expected)
          #expect(dropped ?? .max <= expected * Self.scale)
        }
      }
    }
    #expect(found > 50)
    #expect(missed > 0)
  }

  @Test func `a path that wants too many positions and gets none costs what none costs`() throws {
    func path(at points: [Int], cost: Int, most: Int) -> GroupedPath {
      GroupedPath(
        positions: points.map { GroupedPath.Position(point: $0, group: 0, cost: cost) },
        groupLimits: [GroupedPath.Limits()],
        totalLimits: GroupedPath.Limits(most: most),
        leastGap: 1,
        windows: [],
        gapCost: { _ in 0 }
      )
    }
    let problem = SeparatedPaths(
      paths: [path(at: [0, 2, 4], cost: -10, most: 1), path(at: [1, 3], cost: -100, most: 2)],
      separations: [SeparatedPaths.Separation(paths: [0, 1], distance: 4)]
    )
    for steps in [0, 20] {
      let reached = try #require(Self.sweep(problem, steps: steps))
      #expect(reached.best == SeparatedPaths.Choice(cost: -200, positions: [[], [0, 1]]))
    }
  }

  @Test(arguments: 0..<3)
  func `a limit keeps what costs as much, and nothing that costs more`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<80 {
      let paths = RandomSeparatedPaths(using: &random)
      guard let expected = paths.bruteForce() else { continue }
      let at = Self.sweep(paths.problem, steps: 20, limit: expected * Self.scale)
      #expect(at?.best?.cost == expected)
      let below = Self.sweep(paths.problem, steps: 20, limit: (expected - 1) * Self.scale)
      #expect(below?.best == nil)
      #expect(below?.leastDropped == nil)
    }
  }

  @Test(arguments: 0..<3)
  func `what is dropped for want of room is not better than said`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    var missed = 0
    for _ in 0..<80 {
      let paths = RandomSeparatedPaths(using: &random)
      guard let expected = paths.bruteForce() else { continue }
      for (width, arcs) in [(1, Int.max), (2, .max), (.max / 16, 6)] {
        let reached = Self.sweep(paths.problem, steps: 10, width: width, arcs: arcs)
        guard let reached, reached.best?.cost != expected else { continue }
        missed += 1
        #expect(reached.best?.cost ?? .max > expected)
        #expect(reached.leastDropped ?? .max <= expected * Self.scale)
      }
    }
    #expect(missed > 10)
  }

  @Test(arguments: 0..<3)
  func `what is left where a sweep is stopped is not better than said`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    var missed = 0
    for _ in 0..<40 {
      let paths = RandomSeparatedPaths(using: &random)
      guard let expected = paths.bruteForce() else { continue }
      for count in 0...16 {
        let allowance = Allowance(count)
        let reached = Self.sweep(paths.problem, steps: 10, while: allowance.mayGoOn)
        guard let reached, reached.best?.cost != expected else { continue }
        missed += 1
        #expect(reached.best?.cost ?? .max > expected)
        #expect(reached.leastDropped ?? .max <= expected * Self.scale)
      }
    }
    #expect(missed > 100)
  }
}
