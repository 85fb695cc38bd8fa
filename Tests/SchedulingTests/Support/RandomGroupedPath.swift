import Scheduling
import TestSupport

/// A small problem, kept beside its compiled form.
struct RandomGroupedPath {
  var positions: [GroupedPath.Position] = []
  var groupLimits: [GroupedPath.Limits] = []
  var totalLimits: GroupedPath.Limits
  var leastGap: Int
  var windows: [GroupedPath.Window] = []
  var gapCosts: [Int]

  init(
    using random: inout SeededGenerator,
    mostPositions: Int = 9,
    costs: ClosedRange<Int> = -9...20
  ) {
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    let groups = number(1...3)
    var point = number(-5...5)
    let settled = number(0...2)
    for group in 0..<groups {
      for _ in 0..<number(0...3) where positions.count < mostPositions {
        let isSettled = positions.count < settled
        positions.append(
          GroupedPath.Position(
            point: point,
            group: group,
            cost: number(costs),
            entryCost: number(0...9),
            exitCost: number(0...9),
            isForced: isSettled || number(0...9) == 0,
            isSettled: isSettled
          )
        )
        point += number(1...4)
      }
      groupLimits.append(
        GroupedPath.Limits(
          least: max(0, number(-2...2)),
          most: number(0...1) == 0 ? .max : number(0...3)
        )
      )
    }
    totalLimits = GroupedPath.Limits(
      least: max(0, number(-3...4)),
      most: number(0...1) == 0 ? .max : number(0...6)
    )
    leastGap = number(1...4)
    gapCosts = (0...60).map { _ in number(0...12) }
    for _ in 0..<number(0...3) {
      let lower = number(-8...25)
      windows.append(
        GroupedPath.Window(lower: lower, upper: lower + number(0...8), cost: number(0...15))
      )
    }
  }

  /// Gives gaps costs that are convex in their lengths, so that many arcs need not be looked at.
  mutating func makeGapCostsConvex(using random: inout SeededGenerator) {
    let ideal = Int.random(in: 1...12, using: &random)
    let price = Int.random(in: 0...2, using: &random)
    gapCosts = gapCosts.indices.map { price * ($0 - ideal) * ($0 - ideal) }
  }

  var compiled: GroupedPath {
    GroupedPath(
      positions: positions,
      groupLimits: groupLimits,
      totalLimits: totalLimits,
      leastGap: leastGap,
      windows: windows,
      gapCost: { gapCosts[$0] }
    )
  }

  func cost(_ path: [Int], prices: ContiguousArray<Int>) -> Int? {
    for group in groupLimits.indices {
      let count = path.count { positions[$0].group == group }
      let limits = groupLimits[group]
      if count < limits.least || count > limits.most { return nil }
    }
    if path.count < totalLimits.least || path.count > totalLimits.most { return nil }
    var cost = path.reduce(0) { sum, index in
      sum + positions[index].cost + (prices.isEmpty ? 0 : prices[index])
    }
    for (first, second) in zip(path, path.dropFirst()) {
      let gap = positions[second].point - positions[first].point
      let areSettled = positions[first].isSettled && positions[second].isSettled
      if gap < leastGap && !areSettled { return nil }
      cost += gapCosts[gap]
    }
    if let first = path.first, let last = path.last {
      cost += positions[first].entryCost + positions[last].exitCost
    }
    for window in windows {
      let isMissed = !path.contains {
        window.lower <= positions[$0].point && positions[$0].point <= window.upper
      }
      if isMissed { cost += window.cost }
    }
    return cost
  }

  /// The best path, and for each position the cost of the best path through it.
  func bruteForce(
    _ adjustments: GroupedPathSolver.Adjustments
  ) -> (best: GroupedPathSolver.Solution?, through: [Int?]) {
    var best: GroupedPathSolver.Solution?
    var through = [Int?](repeating: nil, count: positions.count)
    for subset in 0..<(1 << positions.count) {
      let path = positions.indices.filter { subset >> $0 & 1 == 1 }
      let isForced = positions.indices.filter {
        positions[$0].isForced || adjustments.forced.contains($0)
      }
      guard isForced.allSatisfy(path.contains),
        !path.contains(where: adjustments.forbidden.contains),
        let cost = cost(path, prices: adjustments.prices)
      else { continue }
      for index in path { through[index] = min(through[index] ?? cost, cost) }
      let isBetter =
        best.map { best in
          if cost != best.cost { return cost < best.cost }
          let difference = zip(path, best.path).first { $0.0 != $0.1 }
          return difference.map { $0.0 < $0.1 } ?? (path.count > best.path.count)
        } ?? true
      if isBetter { best = GroupedPathSolver.Solution(cost: cost, path: path) }
    }
    return (best, through)
  }
}
