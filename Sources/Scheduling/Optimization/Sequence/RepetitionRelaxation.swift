/// Repetitions relaxed with prices, and the lower bound that they give.
///
/// In a linear model, a repetition of the rows a and b is a number y of at least x(a, t) + x(b, t) - 1
/// for every kind t. Relaxed with a price for each pair and kind, it is gone: both rows of the pair pay
/// the price for the kind, and the price is taken off the sum once. As long as the prices of a pair add
/// up to no more than the cost of a repetition, the best assignment under these surcharges is a lower
/// bound (Lagrangian relaxation, see ``SeparationPrices``). The assignment is solved exactly at each
/// step, so only the few prices around repetitions have to be found; the best of them give the bound
/// of the linear model, which is mostly that of the best assignment.
///
/// The prices climb by subgradient steps (``SubgradientAscent``).
package struct RepetitionRelaxation: PricedRelaxation {
  /// The problem.
  let problem: SequencedAssignment
  /// For each pair of rows and each kind, its scaled price, at least 0.
  package private(set) var prices: ContiguousArray<Int>
  /// The sum of all prices.
  private(set) var sumOfPrices = 0
  /// The best assignment under the prices.
  private(set) var assignment: SurchargedAssignment
  private let kindCount: Int

  /// Begins without prices, at the best assignment without repetitions.
  package init(_ problem: SequencedAssignment, matching: Assignment.Matching) {
    self.problem = problem
    kindCount = problem.counts.count
    prices = ContiguousArray(repeating: 0, count: problem.pairs.count * kindCount)
    assignment = SurchargedAssignment(problem, matching: matching)
  }

  /// No assignment costs less, scaled.
  package var bound: Int { assignment.cost - sumOfPrices }

  /// Leaves out what no assignment can have that costs less than `cost`, in points.
  mutating func leaveOut(whatCosts cost: Int) {
    assignment.leaveOutPairs(losingMoreThan: (cost - 1) * SequencedAssignment.scale - bound)
  }

  /// Raises the bound by subgradient steps; the best prices are kept.
  ///
  /// - Complexity: For each step one augmentation for each row whose pair is no longer tight.
  ///
  /// - Parameters:
  ///   - steps: How many at most.
  ///   - best: The best assignment known, replaced by better ones on the way.
  ///   - mayGoOn: Asked at each step whether it may be taken.
  package mutating func climb(
    steps: Int,
    best: inout SequencedAssignment.Incumbent,
    while mayGoOn: () -> Bool
  ) {
    let scale = SequencedAssignment.scale
    var ascent = SubgradientAscent(steps: steps, scale: scale, rule: TargetRule())
    ascent.climb(&self) { relaxation in
      best.offer(relaxation.assignment.kinds, of: relaxation.problem)
      return mayGoOn() ? best.cost * scale : nil
    }
  }

  package func subgradient() -> [Double] {
    var gradient = prices.map { $0 > 0 ? -1.0 : 0 }
    for (index, pair) in problem.pairs.enumerated() {
      let first = assignment.kind(of: pair.first)
      let second = assignment.kind(of: pair.second)
      if first == second {
        gradient[index * kindCount + first] = 1
      } else {
        gradient[index * kindCount + first] = 0
        gradient[index * kindCount + second] = 0
      }
    }
    return gradient
  }

  package mutating func move(along direction: [Double], by length: Double) {
    var moved = prices
    let most = problem.repeatCost * SequencedAssignment.scale
    var own = [Double](repeating: 0, count: kindCount)
    for begin in stride(from: 0, to: prices.count, by: kindCount) {
      guard direction[begin..<begin + kindCount].contains(where: { $0 != 0 }) else { continue }
      for kind in 0..<kindCount {
        own[kind] = max(0, Double(prices[begin + kind]) + length * direction[begin + kind])
      }
      Self.project(&own, to: Double(most))
      // Rounded down, so that they add up to no more than a repetition costs.
      for kind in 0..<kindCount { moved[begin + kind] = Int(own[kind]) }
    }
    restore(moved)
  }

  package mutating func restore(_ prices: ContiguousArray<Int>) {
    var changes = [Int](repeating: 0, count: problem.chains.count * kindCount)
    for (index, pair) in problem.pairs.enumerated() {
      for kind in 0..<kindCount {
        let change = prices[index * kindCount + kind] - self.prices[index * kindCount + kind]
        guard change != 0 else { continue }
        changes[pair.first * kindCount + kind] += change
        changes[pair.second * kindCount + kind] += change
        sumOfPrices += change
      }
    }
    self.prices = prices
    assignment.add(changes)
  }

  /// Moves numbers of at least 0 to the nearest ones that add up to no more than a sum.
  ///
  /// (M. Held, P. Wolfe, H. P. Crowder, "Validation of subgradient optimization", Mathematical
  /// Programming 6, 1974.)
  private static func project(_ numbers: inout [Double], to most: Double) {
    guard numbers.reduce(0, +) > most else { return }
    var sum = 0.0
    var excess = 0.0
    for (count, number) in numbers.sorted(by: >).enumerated() {
      sum += number
      let next = (sum - most) / Double(count + 1)
      if number > next { excess = next }
    }
    for index in numbers.indices { numbers[index] = max(0, numbers[index] - excess) }
  }
}
