/// The search for the best choice of paths that separations join, all of which bear on each other.
///
/// Sweeps of growing width, between which the prices climb, look for choices that cost no more than
/// a limit. Until one has found a choice, the limit is a little above the bound; then it is just
/// below that choice.
struct SeparationSearch {
  /// How many times as many states as the sweep before it a further sweep keeps.
  private static let growth = 8
  /// By how much more the width grows where a sweep has found a choice: that is mostly near the
  /// best, so that few states are left to see.
  private static let growthBehindChoice = 64
  /// How many times as many states as the first the last sweep keeps, and how many arcs one may find:
  /// beyond that memory is what ends a search.
  private static let lastFactor = 65_536
  private static let mostArcs = 16_000_000
  /// How many labels a sweep with counts keeps in all.
  private static let mostLabels = 4_000_000
  /// After how many sweeps without a choice it is asked whether there is any.
  private static let patience = 2
  /// How far above the bound choices are looked for at least, in points.
  private static let leastAllowance = 32
  /// How much of what the prices have lifted the bound is looked for above it.
  private static let allowanceShare = 3
  /// How many steps the prices take before each of the first sweeps.
  private static let steps = 120
  private static let climbs = 4

  private let problem: SeparatedPaths
  private let timeline: SeparationTimeline
  private let goal: Int?
  private let mayGoOn: () -> Bool
  private var relaxation: SeparationRelaxation
  /// The best choice known.
  private var best: SeparatedPaths.Choice?
  /// No choice costs less; `Int.max` where there is none.
  private var bound: Int
  private let widths: SeparatedPathsSolver.Widths
  /// How many times as many states as the first the next sweep keeps.
  private var factor = 1
  /// How far above the bound choices are looked for, scaled; `nil` for as far as the best known.
  private var allowance: Int?

  /// Prepares to search.
  ///
  /// - Parameters:
  ///   - problem: A problem whose paths separations join.
  ///   - goal: Choices that cost more are of no interest, and the first that does not is enough;
  ///     `nil` where the best choice is sought.
  ///   - widths: How many states the first sweeps keep.
  ///   - mayGoOn: Asked again and again whether the search may go on.
  init(
    _ problem: SeparatedPaths,
    goal: Int?,
    widths: SeparatedPathsSolver.Widths,
    while mayGoOn: @escaping () -> Bool
  ) {
    self.problem = problem
    self.goal = goal
    self.widths = widths
    self.mayGoOn = mayGoOn
    timeline = SeparationTimeline(problem)
    relaxation = SeparationRelaxation(problem)
    bound = relaxation.isFeasible ? Self.points(relaxation.bound) : .max
  }

  /// Searches until the best choice is proven, the goal is met, or there is no more time or room.
  ///
  /// - Returns: The best choice, or the first that meets the goal.
  mutating func run() -> SeparatedPathsSolver.Outcome {
    if isOpen { setOut() }
    var round = 0
    while isOpen {
      let isFirst = round == 0
      guard isFirst || mayGoOn() else { break }
      let isWidest = factor == Self.lastFactor
      let hadRoom = sweep(isFirst: isFirst)
      guard isOpen, hadRoom || !isWidest else { break }
      if best == nil && goal == nil {
        if isFirst { best = problem.plannedInTurn().map(problem.improved) }
        // Without a choice to compare with, only the limits can end the search. Costs guide a sweep
        // to choices that exist, so they are followed for a while first.
        if round == Self.patience, isFeasible == false { bound = .max }
      }
      if round < Self.climbs { climb() }
      round += 1
    }
    if let best {
      return .found(cost: best.cost, choices: best.positions, bound: min(bound, best.cost))
    }
    return bound > goal ?? .max - 1 ? .infeasible : .stopped(bound: bound)
  }

  /// Whether a better choice than the best known may exist, and is sought.
  private var isOpen: Bool {
    guard let best else { return bound <= goal ?? .max - 1 }
    return bound < best.cost && goal == nil
  }

  /// Whether any choice keeps all limits, whatever it costs; `nil` where that was not found out.
  private var isFeasible: Bool? {
    SeparatedPathsSolver(problem, widths: widths, while: mayGoOn).isFeasible()
  }

  /// Costs are whole, so a bound counts up to the next.
  private static func points(_ scaled: Int) -> Int {
    scaled / SeparationPrices.scale + (scaled % SeparationPrices.scale > 0 ? 1 : 0)
  }
}

// MARK: - Prices

extension SeparationSearch {
  /// Lets the prices climb for the first time.
  private mutating func setOut() {
    relaxation.settleTotals()
    let start = relaxation.bound
    climb()
    allowance = max(
      (relaxation.bound - start) / Self.allowanceShare,
      Self.leastAllowance * SeparationPrices.scale
    )
  }

  /// Lets the prices climb, towards the best choice known.
  private mutating func climb() {
    let scale = SeparationPrices.scale
    if let best {
      relaxation.cutArcs(for: best.cost * scale)
      relaxation.climb(steps: 4 * Self.steps, target: best.cost * scale)
    } else if let goal {
      relaxation.cutArcs(for: (goal + 1) * scale)
      // Where nothing costs anything there is nothing to measure a step by: what proves that no
      // choice exists is a bound above 0, however the steps got there.
      relaxation.climb(steps: Self.steps, target: (goal + Self.remoteness) * scale)
    } else {
      relaxation.climb(
        steps: Self.steps,
        target: relaxation.estimate(problem),
        isEstimate: true
      )
    }
    bound = max(bound, Self.points(relaxation.bound))
  }

  /// How far above a goal the target of a climb is, in points.
  private static let remoteness = 1_000
}

// MARK: - Sweeps

extension SeparationSearch {
  /// Sweeps over all points without totals, and then over what is left with them.
  ///
  /// - Parameter isFirst: Whether the sweep is the first, which is never stopped.
  /// - Returns: Whether there was room for all choices up to the limit.
  private mutating func sweep(isFirst: Bool) -> Bool {
    let scale = SeparationPrices.scale
    let most = (best.map { $0.cost - 1 } ?? goal).map { $0 * scale } ?? unreachable / 2 - 1
    let limit = allowance.map { min(most, relaxation.bound + $0) } ?? most
    var sweep = JointSweep(relaxation, timeline: timeline, limit: limit)
    sweep.run(
      room: JointSweep.Room(width: factor * widths.states, arcs: Self.mostArcs),
      while: { [mayGoOn] in isFirst || mayGoOn() }
    )
    var counting = CountedSweep(sweep, of: relaxation)
    let outcome = counting.search(
      limit: limit,
      room: CountedSweep.Room(
        width: factor * widths.labels,
        labels: Self.mostLabels,
        leastWidth: widths.states
      )
    )
    let dropped = [outcome.leastDropped, sweep.leastDropped].compactMap(\.self).min()
    if let found = outcome.best {
      best = problem.improved(found)
      allowance = nil
      factor = min(factor * Self.growthBehindChoice, Self.lastFactor)
    } else {
      // The choices may be there, but beyond the width.
      allowance = allowance.map { dropped == nil ? 2 * $0 : $0 + $0 / 4 }
    }
    // What is left aside costs at least as much as the first that was dropped, or as the limit.
    let least = [dropped, limit < most ? limit + 1 : nil].compactMap(\.self).min()
    bound = max(bound, min(least.map(Self.points) ?? .max, best?.cost ?? .max))
    if dropped != nil { factor = min(factor * Self.growth, Self.lastFactor) }
    return dropped == nil
  }
}
