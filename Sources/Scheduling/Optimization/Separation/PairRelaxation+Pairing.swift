extension SeparationRelaxation {
  /// How many steps the prices of pairs take.
  private static let steps = 60
  /// How many losses a pair may have: beyond that, each step takes too long.
  private static let mostLosses = 16_000_000

  /// Whether pairs may be made: there are more than two paths, and the limit is not far away.
  func mayBePaired(limit: Int) -> Bool {
    paths.count > 2 && PairRelaxation.isNear(self, limit: limit)
  }

  /// Puts the paths into pairs, and lets the prices climb for these.
  ///
  /// Under the prices of each path alone pairs lose little, but those that lose most are those that
  /// gain most by the climb. So they are made in this order, as long as there are paths left.
  ///
  /// - Parameters:
  ///   - problem: The problem that is relaxed.
  ///   - limit: The scaled cost above which no choice is of interest.
  ///   - ways: Ways that keep all distances, for whose bound the prices climb as well.
  ///   - mayGoOn: Asked at each step whether it may be taken.
  /// - Returns: The pairs under their prices; `nil` where none may be made.
  func paired(
    _ problem: SeparatedPaths,
    limit: Int,
    with ways: TotalsRelaxation? = nil,
    while mayGoOn: () -> Bool
  ) -> PairRelaxation? {
    guard mayBePaired(limit: limit) else { return nil }
    var pairs: [SeparatedPaths.Separation] = []
    for pair in pairsByLoss(problem, limit: limit)
    where !pairs.contains(where: { $0.paths.contains(where: pair.paths.contains) }) {
      pairs.append(pair)
    }
    guard !pairs.isEmpty else { return nil }
    var relaxation = PairRelaxation(self, pairs: pairs, limit: limit)
    relaxation.climb(steps: Self.steps, with: ways, while: mayGoOn)
    return relaxation
  }

  /// All pairs of paths that keep a distance, those that lose most first.
  private func pairsByLoss(_ problem: SeparatedPaths, limit: Int) -> [SeparatedPaths.Separation] {
    let timelines = PairRelaxation.timelines(of: self, PathAutomata(self, limit: limit))
    var table = PairTable()
    var losses: [(pair: SeparatedPaths.Separation, loss: UInt16)] = []
    for first in paths.indices {
      for second in paths.indices[(first + 1)...] {
        let pair = SeparatedPaths.Separation(
          paths: [first, second],
          distance: problem.distance(first, second)
        )
        let size = PairTable.size(timelines[first], timelines[second])
        guard pair.distance > 0, size <= Self.mostLosses else { continue }
        table.fill(timelines[first], timelines[second], distance: pair.distance)
        losses.append((pair, table.loss(0, 0, at: 0)))
      }
    }
    let order = losses.indices.sorted { (losses[$1].loss, $0) < (losses[$0].loss, $1) }
    return order.map { losses[$0].pair }
  }
}
