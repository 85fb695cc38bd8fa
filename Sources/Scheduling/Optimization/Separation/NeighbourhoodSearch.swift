/// A search for better choices near a good one: a part of it is planned anew, all paths of the part
/// together and exactly, as far as there is room, while the rest stands.
///
/// The parts are short for many paths and long for few, down to two paths over all points: what one
/// lacks, conflicts all along the line or conflicts of all paths at once, the other has. (P. Shaw,
/// "Using constraint programming and local search methods to solve vehicle routing problems", CP 1998;
/// for dynamic programming within parts, M. Sniedovich, S. Voß, "The corridor method: a dynamic
/// programming inspired metaheuristic", Control and Cybernetics 35, 2006.)
///
/// The prices of the relaxation bound what a part can become, so that a part which cannot get better
/// is mostly seen at once, and few joint states are made of the others.
struct NeighbourhoodSearch {
  /// How many states are extended of those that come to one position, and how many arcs are found in
  /// one part at first.
  private static let room = JointSweep.Room(width: 64, arcs: 64_000)
  /// How many labels are kept.
  private static let countedRoom = CountedSweep.Room(width: 256, labels: 64_000, leastWidth: 16)
  /// Into how many stretches the line is cut for parts of all paths, each of which begins in the
  /// middle of the one before.
  private static let stretchCount = 12
  /// After how many drawn parts in a row that did not get better they grow, and how often they do.
  private static let patience = 50
  private static let mostGrowths = 3

  private let problem: SeparatedPaths
  private let timeline: SeparationTimeline
  private let points: ClosedRange<Int>
  /// How often drawn parts have grown.
  private var growths = 0
  /// How many drawn parts in a row did not get better.
  private var idle = 0
  private var random = SplitMix64(seed: 0)

  /// Prepares to search.
  ///
  /// - Parameters:
  ///   - problem: A problem whose paths separations join.
  ///   - timeline: Its points.
  init(_ problem: SeparatedPaths, timeline: SeparationTimeline) {
    self.problem = problem
    self.timeline = timeline
    points = (timeline.candidates.first?.point ?? 0)...(timeline.candidates.last?.point ?? 0)
  }

  /// Plans all stretches of the line, and all pairs of paths, anew until none gets better.
  ///
  /// - Parameters:
  ///   - choice: A choice.
  ///   - relaxation: The paths and the prices.
  ///   - mayGoOn: Asked before each part whether the search may go on.
  /// - Returns: A choice that costs no more.
  func improved(
    _ choice: SeparatedPaths.Choice,
    under relaxation: SeparationRelaxation,
    while mayGoOn: () -> Bool
  ) -> SeparatedPaths.Choice {
    var best = choice
    let kinds = [stretches, pairs]
    var kind = 0
    var unchanged = 0
    while unchanged < kinds.count {
      let known = best.cost
      for part in kinds[kind] {
        guard mayGoOn() else { return best }
        best = planned(part, of: best, under: relaxation).better ?? best
      }
      // What got better may get better again.
      unchanged = best.cost < known ? 0 : unchanged + 1
      if unchanged > 0 { kind = (kind + 1) % kinds.count }
    }
    return best
  }

  /// Plans parts anew that are drawn from a row of numbers, as long as that takes no more effort than
  /// asked for.
  ///
  /// - Parameters:
  ///   - choice: A choice.
  ///   - relaxation: The paths and the prices.
  ///   - effort: How many joint states to visit, each arc to one counted.
  ///   - mayGoOn: Asked before each part whether the search may go on.
  /// - Returns: A choice that costs no more.
  mutating func varied(
    _ choice: SeparatedPaths.Choice,
    under relaxation: SeparationRelaxation,
    effort: Int,
    while mayGoOn: () -> Bool
  ) -> SeparatedPaths.Choice {
    var best = choice
    var rest = effort
    while rest > 0, mayGoOn() {
      let (better, arcs) = planned(drawn(), of: best, under: relaxation)
      best = better ?? best
      idle = better == nil ? idle + 1 : 0
      if idle > Self.patience {
        growths = min(growths + 1, Self.mostGrowths)
        idle = 0
      }
      // To set up a part takes about as long as to visit the positions.
      rest -= 1 + timeline.candidates.count + arcs
    }
    return best
  }

  /// Plans a part of a choice anew.
  ///
  /// - Returns: A choice that costs less, where one was found, and how many arcs that took.
  private func planned(
    _ part: SeparationNeighbourhood,
    of choice: SeparatedPaths.Choice,
    under relaxation: SeparationRelaxation
  ) -> (better: SeparatedPaths.Choice?, arcs: Int) {
    let limit = (choice.cost - 1) * SeparationPrices.scale
    guard let part = relaxation.holding(choice.positions, outside: part, of: problem),
      part.bound <= limit
    else { return (nil, 0) }
    var sweep = JointSweep(part, timeline: timeline, limit: limit)
    let room = JointSweep.Room(width: Self.room.width << growths, arcs: Self.room.arcs << growths)
    sweep.run(room: room) { true }
    var counting = CountedSweep(sweep, of: part)
    let found = counting.search(limit: limit, room: Self.countedRoom) { true }
    return (found.best, sweep.graph.arcs.count)
  }
}

// MARK: - Parts

extension NeighbourhoodSearch {
  /// All paths at some points, stretch after stretch.
  private var stretches: [SeparationNeighbourhood] {
    let length = max(2, points.count / Self.stretchCount)
    return stride(from: points.lowerBound, through: points.upperBound, by: length / 2).map {
      SeparationNeighbourhood(points: $0...$0 + length - 1, paths: Array(problem.paths.indices))
    }
  }

  /// Every two paths of one separation at all points; of two paths, each alone.
  private var pairs: [SeparationNeighbourhood] {
    let all = problem.paths.indices
    guard all.count > 2 else { return all.map { part(of: [$0]) } }
    return all.flatMap { first in
      all.filter { $0 > first && problem.distance(first, $0) > 0 }.map { part(of: [first, $0]) }
    }
  }

  private func part(of paths: [Int]) -> SeparationNeighbourhood {
    SeparationNeighbourhood(points: points, paths: paths)
  }

  /// Some paths, at least two, at some points, the fewer the more paths there are.
  private mutating func drawn() -> SeparationNeighbourhood {
    var paths = Array(problem.paths.indices)
    let count = 2 + random.next(below: paths.count - 1)
    while paths.count > count { paths.remove(at: random.next(below: paths.count)) }
    let pairCount = count * (count - 1) / 2
    let share = pairCount + random.next(below: pairCount * 3 / 2 + 1)
    let length = max(1, points.count * (2 + growths) / (2 * share))
    let first = points.lowerBound + random.next(below: points.count) - length / 2
    return SeparationNeighbourhood(points: first...first + length - 1, paths: paths)
  }
}
