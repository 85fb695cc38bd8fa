/// Dynamic programming over all paths of a separated problem at once, point by point.
///
/// A state says for each path its last position, its level and, where the total matters, its count.
/// Each state carries a lower bound on every choice that it can become: what was paid, and for each
/// path the least cost from its last position on, under the prices of the relaxation, given how
/// long it must wait. States that agree merge; states whose bound is above what is already known to
/// be possible are dropped. (R. E. Marsten, T. L. Morin, "A hybrid approach to discrete mathematical
/// programming", Mathematical Programming 14, 1978.)
///
/// No more than `width` states are kept at a point, those with the least bounds. Where that drops
/// none, the result is proven; otherwise the least bound dropped is a lower bound. Such a search
/// with a growing width is complete beam search (W. Zhang, "Complete anytime beam search", AAAI
/// 1998).
struct SeparationSweep {
  /// What a sweep found.
  struct Outcome {
    /// The least scaled cost found, and the positions of each path; `nil` where none was.
    var best: (cost: Int, choices: [[Int]])?
    /// No choice that was dropped for want of width costs less, scaled; `nil` where none was.
    var leastDropped: Int?
  }

  private let relaxation: SeparationRelaxation
  private let waiting: [WaitingCosts]
  private let pathCount: Int
  /// The distance of each two paths, row by row.
  private let distances: [Int]
  /// For each path, the number of the first position at a point or after it, by the point less
  /// ``origin``.
  private let firstPositions: [ContiguousArray<Int32>]
  private let origin: Int
  private let points: [Int]
  private let countsMatter: [Bool]
  private let positionPoints: [ContiguousArray<Int>]

  /// The states at a point; what belongs to one state stands together.
  private struct Layer {
    var bounds: ContiguousArray<Int> = []
    var histories: ContiguousArray<Int32> = []
    /// For each state, a word for each path: its state, and its count above ``countShift``.
    var words: ContiguousArray<UInt32> = []
    /// For each state, for each path the first position that is far enough from the others' last.
    var allowed: ContiguousArray<Int32> = []
  }

  /// A choice on the way to a state.
  private struct Step {
    var parent: Int32
    var path: Int32
    var position: Int32
  }

  private static let countShift: UInt32 = 18
  private static let stateMask: UInt32 = 1 << countShift - 1

  /// Prepares to sweep.
  init(_ relaxation: SeparationRelaxation, of problem: SeparatedPaths) {
    self.relaxation = relaxation
    pathCount = problem.paths.count
    waiting = zip(relaxation.paths, relaxation.met).map { WaitingCosts(of: $0, prices: $1) }
    distances = problem.paths.indices.flatMap { first in
      problem.paths.indices.map { problem.distance(first, $0) }
    }
    let points = Set(problem.paths.flatMap { $0.positions.map(\.point) }).sorted()
    let origin = points.first ?? 0
    let reach = distances.max() ?? 0
    let span = (points.last ?? 0) - origin + reach + 2
    self.points = points
    self.origin = origin
    positionPoints = problem.paths.map { ContiguousArray($0.positions.map(\.point)) }
    firstPositions = problem.paths.map { path in
      var index = 0
      return ContiguousArray(
        (0..<span).map { offset in
          while index < path.positions.count, path.positions[index].point - origin < offset {
            index += 1
          }
          return Int32(index)
        }
      )
    }
    countsMatter = relaxation.totals.indices.map { index in
      let totals = relaxation.totals[index]
      return totals.least > 0 || totals.most < problem.paths[index].positions.count
    }
  }

  /// Sweeps over all points.
  ///
  /// - Parameters:
  ///   - width: The most states that are kept at a point.
  ///   - limit: The scaled cost above which no choice is of interest.
  ///   - mayGoOn: Asked at each point whether the sweep may go on; where it may not, all states are
  ///     dropped.
  /// - Returns: What was found.
  func run(width: Int, limit: Int, while mayGoOn: () -> Bool = { true }) -> Outcome {
    var layer = Layer()
    layer.bounds.append(relaxation.bound)
    layer.histories.append(-1)
    layer.words.append(contentsOf: repeatElement(UInt32(WaitingCosts.none), count: pathCount))
    layer.allowed.append(contentsOf: repeatElement(0, count: pathCount))
    var steps: ContiguousArray<Step> = []
    var merged = MergeTable()
    var leastDropped: Int?
    for (index, point) in points.enumerated() {
      guard mayGoOn() else {
        return Outcome(
          best: nil,
          leastDropped: min(layer.bounds.min() ?? .max, leastDropped ?? .max)
        )
      }
      for path in 0..<pathCount {
        let position = Int(firstPositions[path][point - origin])
        if position < positionPoints[path].count, positionPoints[path][position] == point,
          relaxation.paths[path].graph.isUsable[position]
        {
          choose(position, of: path, at: point, in: &layer, &steps, &merged, limit: limit)
        }
      }
      let next = index + 1 < points.count ? points[index + 1] : nil
      advance(&layer, from: point, to: next, limit: limit)
      if let dropped = narrow(&layer, to: width) {
        leastDropped = min(leastDropped ?? dropped, dropped)
      }
    }
    return Outcome(best: best(in: layer, steps), leastDropped: leastDropped)
  }

  /// Adds the states in which a path chooses a position.
  private func choose(
    _ position: Int,
    of path: Int,
    at point: Int,
    in layer: inout Layer,
    _ steps: inout ContiguousArray<Step>,
    _ merged: inout MergeTable,
    limit: Int
  ) {
    let priced = relaxation.paths[path]
    let prices = relaxation.met[path]
    let width = priced.graph.width
    let most = relaxation.totals[path].most
    let isSettled = priced.path.positions[position].isSettled
    let countStep: UInt32 = countsMatter[path] ? 1 << Self.countShift : 0
    let old = layer.bounds.count
    // For each state of the path, where the arc leads and what it costs; computed when first met.
    var arcs: [UInt32: (state: Int, cost: Int)] = [:]
    merged.removeAll()
    for index in 0..<old {
      let base = index * pathCount
      guard Int(layer.allowed[base + path]) <= position else { continue }
      let word = layer.words[base + path]
      let state = word & Self.stateMask
      if countStep != 0, Int(word >> Self.countShift) >= most { continue }
      let arc: (state: Int, cost: Int)
      if let known = arcs[state] {
        arc = known
      } else {
        arc = self.arc(from: Int(state), to: position, priced, prices, width: width)
        arcs[state] = arc
      }
      guard arc.cost < unreachable / 2 else { continue }
      var bound =
        layer.bounds[index] + arc.cost - waiting[path].cost(Int(state), waitingFor: position)
      guard bound <= limit else { continue }

      let begin = layer.words.count
      for other in 0..<pathCount {
        layer.words.append(layer.words[base + other])
        layer.allowed.append(layer.allowed[base + other])
        let distance = distances[path * pathCount + other]
        guard distance > 0, !isSettled else { continue }
        let far = firstPositions[other][point + distance - origin]
        let before = layer.allowed[base + other]
        guard far > before else { continue }
        layer.allowed[begin + other] = far
        let otherState = Int(layer.words[base + other] & Self.stateMask)
        let current = max(before, firstPositions[other][point - origin])
        if far > current {
          bound +=
            waiting[other].cost(otherState, waitingFor: Int(far))
            - waiting[other].cost(otherState, waitingFor: Int(current))
        }
      }
      layer.words[begin + path] = UInt32(arc.state) | (word & ~Self.stateMask) + countStep
      guard bound <= limit else {
        layer.words.removeLast(pathCount)
        layer.allowed.removeLast(pathCount)
        continue
      }
      let step = Step(
        parent: layer.histories[index],
        path: Int32(path),
        position: Int32(position)
      )
      let candidate = layer.bounds.count
      let same = merged.insert(candidate, words: layer.words, wordCount: pathCount)
      if same == candidate {
        layer.bounds.append(bound)
        layer.histories.append(Int32(steps.count))
        steps.append(step)
      } else {
        if bound < layer.bounds[same] {
          layer.bounds[same] = bound
          steps[Int(layer.histories[same])] = step
        }
        layer.words.removeLast(pathCount)
        layer.allowed.removeLast(pathCount)
      }
    }
  }

  /// The state that choosing a position leads to, and what it costs to the end.
  private func arc(
    from state: Int,
    to position: Int,
    _ path: PricedPath,
    _ prices: PathPrices,
    width: Int
  ) -> (state: Int, cost: Int) {
    let none = (state: 0, cost: unreachable)
    if state == WaitingCosts.none {
      guard path.graph.entry.contains(position) else { return none }
      return ((position + 1) * width, path.entryCost(position) + path.toGo[position * width])
    }
    let (tail, level) = (state / width - 1, state % width)
    guard path.graph.successors[tail].contains(position),
      let next = path.graph.level(ofArcFrom: tail, level: level, to: position)
    else { return none }
    return (
      (position + 1) * width + next,
      path.step(from: tail, to: position, prices: prices) + path.toGo[position * width + next]
    )
  }

  /// Moves all states to the next point, or behind the last where it is `nil`.
  private func advance(_ layer: inout Layer, from point: Int, to next: Int?, limit: Int) {
    let passed = (0..<pathCount).map { firstPositions[$0][point - origin] }
    let following = (0..<pathCount).map { firstPositions[$0][point - origin + 1] }
    let moving = (0..<pathCount).filter { passed[$0] < following[$0] }
    var kept = 0
    for index in layer.bounds.indices {
      let base = index * pathCount
      var bound = layer.bounds[index]
      for path in moving where layer.allowed[base + path] < following[path] {
        let state = Int(layer.words[base + path] & Self.stateMask)
        let before = max(layer.allowed[base + path], passed[path])
        bound +=
          waiting[path].cost(state, waitingFor: Int(following[path]))
          - waiting[path].cost(state, waitingFor: Int(before))
      }
      guard bound <= limit else { continue }
      for windows in relaxation.prices.windows {
        var untouched = point - windows.distance + 1
        for path in windows.paths {
          let width = relaxation.paths[path].graph.width
          let position = Int(layer.words[base + path] & Self.stateMask) / width - 1
          if position >= 0 { untouched = max(untouched, positionPoints[path][position] + 1) }
        }
        let last = next.map { $0 - windows.distance } ?? point
        if untouched <= last { bound += windows.sum(from: untouched, through: last) }
      }
      guard bound <= limit else { continue }
      layer.bounds[kept] = bound
      if kept != index {
        layer.histories[kept] = layer.histories[index]
        for path in 0..<pathCount {
          layer.words[kept * pathCount + path] = layer.words[base + path]
          layer.allowed[kept * pathCount + path] = layer.allowed[base + path]
        }
      }
      kept += 1
    }
    shorten(&layer, to: kept)
  }

  private func shorten(_ layer: inout Layer, to count: Int) {
    layer.bounds.removeLast(layer.bounds.count - count)
    layer.histories.removeLast(layer.histories.count - count)
    layer.words.removeLast(layer.words.count - count * pathCount)
    layer.allowed.removeLast(layer.allowed.count - count * pathCount)
  }

  /// Keeps the states with the least bounds.
  ///
  /// - Returns: The least bound that was dropped; `nil` where none was.
  private func narrow(_ layer: inout Layer, to width: Int) -> Int? {
    guard let selection = LeastBounds(layer.bounds, room: width) else { return nil }
    for (kept, index) in selection.kept.enumerated() {
      layer.bounds[kept] = layer.bounds[index]
      layer.histories[kept] = layer.histories[index]
      for path in 0..<pathCount {
        layer.words[kept * pathCount + path] = layer.words[index * pathCount + path]
        layer.allowed[kept * pathCount + path] = layer.allowed[index * pathCount + path]
      }
    }
    shorten(&layer, to: selection.kept.count)
    return selection.leastDropped
  }

  /// The best of the states behind the last point.
  private func best(
    in layer: Layer,
    _ steps: ContiguousArray<Step>
  ) -> (cost: Int, choices: [[Int]])? {
    var best: (cost: Int, index: Int)?
    for index in layer.bounds.indices {
      var cost = layer.bounds[index]
      var isWithinTotals = true
      for path in 0..<pathCount where countsMatter[path] {
        let count = Int(layer.words[index * pathCount + path] >> Self.countShift)
        isWithinTotals = isWithinTotals && relaxation.totals[path].contains(count)
        cost += relaxation.slack(ofTotal: count, path: path)
      }
      guard isWithinTotals, cost < unreachable / 2, cost < best?.cost ?? .max else { continue }
      best = (cost, index)
    }
    guard let best else { return nil }
    var choices = [[Int]](repeating: [], count: pathCount)
    var history = layer.histories[best.index]
    while history >= 0 {
      let step = steps[Int(history)]
      choices[Int(step.path)].append(Int(step.position))
      history = step.parent
    }
    return (best.cost, choices.map { $0.reversed() })
  }
}
