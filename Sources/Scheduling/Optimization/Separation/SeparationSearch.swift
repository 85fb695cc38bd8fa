/// The search for the best choice of paths that separations join, all of which bear on each other.
///
/// Sweeps of growing width, between which the prices climb, look for choices that cost no more than
/// a limit: a part of the way from the bound to the best choice known at first, then all of it. After
/// a sweep without room for all, better choices are sought near the best known
/// (``NeighbourhoodSearch``).
struct SeparationSearch {
  /// How many times as many states as the sweep before it the second sweep keeps, and any other.
  private static let firstGrowth = 4
  private static let growth = 8
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
  /// How much of the gap between the bound and the best choice known the first sweep looks into, in
  /// percent.
  private static let firstReach = 50
  /// How many arcs a graph has at the most in which ways are looked for, for whose bound the prices climb,
  /// and how many arcs these ways go through.
  private static let mostArcsOfWays = 1_000_000
  private static let arcsOfWays = 20_000
  /// How many arcs a search for better choices near the best known finds at the most.
  private static let mostEffort = 4_000_000
  /// The same where there is no more room to sweep.
  private static let lastEffort = 16_000_000
  /// How many steps the prices take at a time before each of the first sweeps.
  private static let climbs = [[10, 30], [60], [120]]

  private let problem: SeparatedPaths
  private let timeline: SeparationTimeline
  private let goal: Int?
  private let widths: SeparatedPathsSolver.Widths
  private let mayGoOn: () -> Bool
  private var relaxation: SeparationRelaxation
  /// The search for better choices near the best known.
  private var neighbourhoods: NeighbourhoodSearch
  /// Whether that search has found any.
  private var hasExchanged = false
  /// What the best choice cost when its neighbourhoods were last searched.
  private var searchedCost = Int.max
  /// Ways that keep all distances, from the last sweep that had not room for all.
  private var ways: TotalsRelaxation?
  /// The relaxation with pairs of paths, where these are needed.
  private var pairs: PairRelaxation?
  /// The best choice known.
  private var best: SeparatedPaths.Choice?
  /// No choice costs less; `Int.max` where there is none.
  private var bound: Int
  /// How many sweeps there were.
  private var round = 0
  /// How many times as many states as the first the next sweep keeps.
  private var factor = 1
  /// How far above the bound the prices aim, scaled; `nil` before they have climbed.
  private var rise: Int?
  /// How far above the bound choices are looked for while none is known, scaled.
  private var allowance = Self.leastAllowance * SeparationPrices.scale

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
    neighbourhoods = NeighbourhoodSearch(problem, timeline: timeline)
    relaxation = SeparationRelaxation(problem)
    bound = relaxation.isFeasible ? Self.points(relaxation.bound) : .max
  }

  /// Searches until the best choice is proven, the goal is met, or there is no more time or room.
  ///
  /// - Returns: The best choice, or the first that meets the goal.
  mutating func run() -> SeparatedPathsSolver.Outcome {
    if isOpen { relaxation.settleTotals() }
    while isOpen {
      if round < Self.climbs.count {
        for steps in Self.climbs[round] where isOpen { climb(steps: steps) }
      }
      guard isOpen, round == 0 || mayGoOn() else { break }
      let isWidest = factor == Self.lastFactor
      let known = best?.cost
      let hadRoom = sweep()
      if isWidest, !hadRoom {
        if best?.cost == known { exchange(effort: Self.lastEffort) }
        // Under a lower limit there may be room.
        guard best?.cost != known else { break }
      }
      guard isOpen else { break }
      // Without a choice to compare with, only the limits can end the search. Costs guide a sweep to
      // choices that exist, so they are followed for a while first.
      if best == nil, goal == nil, round == Self.patience, isFeasible == false { bound = .max }
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

  /// Whether the search may go on: it is never stopped in the first round.
  private var mayGoOnInRound: () -> Bool { { [mayGoOn, round] in round == 0 || mayGoOn() } }

  private mutating func offer(_ choice: SeparatedPaths.Choice?) {
    if let choice, choice.cost < best?.cost ?? .max { best = choice }
  }

  /// Costs are whole, so a bound counts up to the next.
  private static func points(_ scaled: Int) -> Int {
    scaled / SeparationPrices.scale + (scaled % SeparationPrices.scale > 0 ? 1 : 0)
  }
}

// MARK: - Prices

extension SeparationSearch {
  /// Lets the prices climb, towards the best choice known.
  private mutating func climb(steps: Int) {
    let scale = SeparationPrices.scale
    if let goal {
      relaxation.cutArcs(for: (goal + 1) * scale)
      // Where nothing costs anything there is nothing to measure a step by: what proves that no
      // choice exists is a bound above 0, however the steps got there.
      let remote = Self.remoteness * scale
      rise = relaxation.climb(
        steps: steps,
        rise: rise ?? remote,
        target: goal * scale + remote,
        while: mayGoOnInRound
      )
    } else {
      let gap = plan()
      if let best { relaxation.cutArcs(for: best.cost * scale) }
      let target = best.map { $0.cost * scale }
      rise = relaxation.climb(
        steps: steps,
        rise: max(rise ?? gap / 2, target.map { ($0 - relaxation.bound) / 3 } ?? 0),
        target: target ?? unreachable / 2,
        with: ways,
        while: mayGoOnInRound
      )
    }
    bound = max(bound, Self.points(relaxation.bound))
  }

  /// How far above a goal the target of a climb is, in points.
  private static let remoteness = 1_000

  /// Looks for choices by planning one path after another.
  ///
  /// - Returns: About how far above the bound the best choice is, scaled.
  private mutating func plan() -> Int {
    let scale = SeparationPrices.scale
    let plan = relaxation.plannedInTurn(problem)
    let excess = plan.map { $0.estimate - relaxation.bound } ?? 0
    let gap = max(excess, Self.leastAllowance * scale)
    offer(plan?.choice)
    // Prices move totals by leaps: where they did not come near, the totals are counted, once, along
    // the arcs that are good enough.
    let near = relaxation.bound + Self.nearness * gap
    if rise == nil, best.map({ $0.cost * scale > near }) ?? true {
      offer(problem.plannedInTurn(along: relaxation.arcs(for: near)))
      if best == nil { offer(problem.plannedInTurn(along: relaxation.paths.map(\.graph))) }
    }
    return gap
  }

  /// A choice is near the bound when it is above it by no more than this times what planning without
  /// totals is.
  private static let nearness = 4
}

// MARK: - Sweeps

extension SeparationSearch {
  /// Sweeps over all points without totals, and then over what is left with them.
  ///
  /// - Returns: Whether there was room for all choices up to the limit.
  private mutating func sweep() -> Bool {
    let scale = SeparationPrices.scale
    let most = (best.map { $0.cost - 1 } ?? goal).map { $0 * scale } ?? unreachable / 2 - 1
    let limit = min(most, relaxation.bound + reach)
    let (sweep, paths) = jointSweep(limit: limit)
    var counting = CountedSweep(sweep, of: paths)
    let joint = counting.bound
    if sweep.leastDropped != nil, sweep.graph.arcs.count <= Self.mostArcsOfWays {
      ways = counting.ways(limit: limit, arcs: Self.arcsOfWays) ?? ways
    }
    let outcome = counting.search(
      limit: limit,
      room: CountedSweep.Room(
        width: factor * widths.labels,
        labels: Self.mostLabels,
        leastWidth: widths.states
      ),
      while: mayGoOnInRound
    )
    let dropped = [outcome.leastDropped, sweep.leastDropped].compactMap(\.self).min()
    let known = best?.cost ?? .max
    if let found = outcome.best {
      offer(found)
    } else {
      // The choices may be there, but beyond the width.
      allowance += dropped == nil ? allowance : allowance / 4
    }
    // What is left aside costs at least as much as the first that was dropped, or as the limit.
    let least = [dropped, limit < most ? limit + 1 : nil].compactMap(\.self).min()
    bound = max(bound, min(least.map(Self.points) ?? .max, best?.cost ?? .max))
    if dropped != nil {
      let isFound = best?.cost ?? .max < known
      exchange(effort: min(sweep.graph.arcs.count / 2, Self.mostEffort))
      let isNear = isFound || isNear(joint)
      let growth = factor == 1 ? Self.firstGrowth : isNear ? Self.lastFactor : Self.growth
      factor = min(factor * growth, Self.lastFactor)
    }
    return dropped == nil
  }

  /// Looks for better choices near the best known: no sweep is as short as one below a good limit.
  ///
  /// - Parameter effort: How many arcs to find from the second or third round on.
  private mutating func exchange(effort: Int) {
    guard isOpen, let known = best else { return }
    if known.cost < searchedCost {
      offer(neighbourhoods.improved(known, under: relaxation, while: mayGoOn))
      hasExchanged = hasExchanged || best?.cost ?? .max < known.cost
    }
    // A choice that was good from the beginning is most often the best.
    if round > 1 || round == 1 && hasExchanged, isOpen, let known = best {
      offer(neighbourhoods.varied(known, under: relaxation, effort: effort, while: mayGoOn))
    }
    searchedCost = best?.cost ?? .max
  }

  /// Sweeps over all points without totals.
  ///
  /// The bounds of pairs take long to make, so they come where those of each path alone have left many
  /// arcs; from then on they are used.
  ///
  /// - Returns: The sweep, and the paths under the prices that it used.
  private mutating func jointSweep(limit: Int) -> (JointSweep, SeparationRelaxation) {
    var room = JointSweep.Room(width: factor * widths.states, arcs: Self.mostArcs)
    pairs = pairs?.limited(to: limit)
    if pairs == nil {
      let mayPair = relaxation.mayBePaired(limit: limit)
      if mayPair {
        room.arcs = widths.arcsAlone
        room.arcsAtFirst = widths.arcsAlone / 6
      }
      var sweep = JointSweep(relaxation, timeline: timeline, limit: limit)
      sweep.run(room: room, while: mayGoOnInRound)
      guard mayPair, sweep.isBrokenOff else { return (sweep, relaxation) }
      room = JointSweep.Room(width: room.width, arcs: Self.mostArcs)
      pairs = relaxation.paired(problem, limit: limit, with: ways, while: mayGoOnInRound)
    }
    guard let pairs else {
      var sweep = JointSweep(relaxation, timeline: timeline, limit: limit)
      sweep.run(room: room, while: mayGoOnInRound)
      return (sweep, relaxation)
    }
    var sweep = JointSweep(pairs, timeline: timeline)
    sweep.run(room: room, while: mayGoOnInRound)
    return (sweep, pairs.alone)
  }

  /// Whether the best choice known is near the best, so that few states are left to see: either it
  /// was just found by a sweep, or it costs little more than what a sweep has found without totals.
  ///
  /// - Parameter joint: What a sweep has found without totals, scaled.
  /// - Returns: Whether it is.
  private func isNear(_ joint: Int) -> Bool {
    guard let best else { return false }
    let cost = best.cost * SeparationPrices.scale
    return cost - joint < (cost - relaxation.bound) / 3
  }

  /// How far above the bound choices are looked for, scaled.
  private var reach: Int {
    guard goal == nil else { return unreachable / 2 }
    // Where planning found no choice there is perhaps none, which a sweep through all may show.
    guard let best else { return round == 0 ? unreachable / 2 : allowance }
    guard round == 0 else { return unreachable / 2 }
    let gap = best.cost * SeparationPrices.scale - relaxation.bound
    return max(gap * Self.firstReach / 100, Self.leastAllowance * SeparationPrices.scale)
  }
}
