/// The paths of a separated problem under prices, some of them in pairs, and the lower bound that
/// they give.
///
/// The two paths of a pair keep their distance exactly (``PairTable``), which only raises the bound
/// of ``SeparationRelaxation``: windows that the two would touch together need no price any more,
/// and the prices climb to another, higher bound. What is said holds of choices alone that cost no
/// more than a limit.
struct PairRelaxation {
  /// The paths alone, under the same prices.
  private(set) var alone: SeparationRelaxation
  /// The pairs, each with its distance.
  let pairs: [SeparatedPaths.Separation]
  /// The scaled cost above which no choice is of interest.
  let limit: Int
  /// What each path may do.
  private(set) var automata: PathAutomata
  /// The states of each path by points.
  private(set) var timelines: [StateTimeline] = []
  /// The losses of each pair.
  private(set) var tables: [PairTable]
  /// No choice costs less, or it costs more than the limit; scaled.
  private(set) var bound = 0
  /// The positions of each path in the choices that the bound stands for.
  private var choices: [[Int]] = []
  /// Whether there may be a choice within the limit.
  private(set) var isOpen = true

  /// Relaxes a problem.
  ///
  /// - Parameters:
  ///   - alone: Its paths, under prices.
  ///   - pairs: Pairs of paths, each path in one at the most, with their distances.
  ///   - limit: The scaled cost above which no choice is of interest.
  init(_ alone: SeparationRelaxation, pairs: [SeparatedPaths.Separation], limit: Int) {
    self.alone = alone
    self.pairs = pairs
    self.limit = limit
    automata = PathAutomata(alone, limit: limit)
    tables = pairs.map { _ in PairTable() }
    evaluate()
  }

  /// The same with another limit; `nil` where that is too far away.
  func limited(to limit: Int) -> PairRelaxation? {
    guard Self.isNear(alone, limit: limit) else { return nil }
    return limit == self.limit ? self : PairRelaxation(alone, pairs: pairs, limit: limit)
  }

  /// Whether a relaxation and a limit are near enough for the losses of pairs to be told apart.
  static func isNear(_ relaxation: SeparationRelaxation, limit: Int) -> Bool {
    limit >= relaxation.bound && limit - relaxation.bound < Int(PairTable.far)
  }

  /// The states of each path by points.
  static func timelines(
    of relaxation: SeparationRelaxation,
    _ automata: PathAutomata
  ) -> [StateTimeline] {
    relaxation.paths.enumerated().map { index, path in
      StateTimeline(index, in: automata, positions: path.path.positions, span: relaxation.span)
    }
  }

  /// Solves each pair under the prices.
  private mutating func evaluate() {
    bound = alone.bound
    choices = alone.paths.map(\.choice)
    isOpen = bound <= limit
    guard Self.isNear(alone, limit: limit) else { return }
    automata = PathAutomata(alone, limit: limit)
    timelines = Self.timelines(of: alone, automata)
    for (index, pair) in pairs.enumerated() {
      let (first, second) = (timelines[pair.paths[0]], timelines[pair.paths[1]])
      tables[index].fill(first, second, distance: pair.distance)
      let loss = tables[index].loss(0, 0, at: 0)
      bound += Int(loss)
      guard loss < PairTable.far else {
        isOpen = false
        continue
      }
      let states = tables[index].choice(first, second)
      choices[pair.paths[0]] = states.first.map { automata.position(of: first.base + $0) }
      choices[pair.paths[1]] = states.second.map { automata.position(of: second.base + $0) }
    }
    if bound > limit { isOpen = false }
  }
}

extension PairRelaxation: SeparationPricing {
  var factors: [Double] { alone.factors }
  var prices: SeparationPrices { alone.prices }

  func subgradient() -> [Double] { isOpen ? alone.subgradient(of: choices) : [] }

  mutating func move(along direction: [Double], by length: Double) {
    alone.move(along: direction, by: length)
    evaluate()
  }

  mutating func restore(_ prices: SeparationPrices) {
    alone.restore(prices)
    evaluate()
  }
}

extension PairRelaxation {
  /// Raises the bound by subgradient steps; the best prices are kept.
  ///
  /// - Parameters:
  ///   - steps: How many.
  ///   - ways: Ways that keep all distances, for whose bound the prices climb as well.
  ///   - mayGoOn: Asked at each step whether it may be taken.
  mutating func climb(
    steps: Int,
    with ways: TotalsRelaxation? = nil,
    while mayGoOn: () -> Bool
  ) {
    let rule = LevelRule(rise: max((limit - bound) / Self.share, 1))
    var ascent = SubgradientAscent(steps: steps, scale: SeparationPrices.scale, rule: rule)
    let target = limit + SeparationPrices.scale
    climb(by: &ascent, with: ways) { mayGoOn() && $0.isOpen ? target : nil }
  }

  /// What part of the way to the limit the first step aims at.
  private static let share = 5
}
