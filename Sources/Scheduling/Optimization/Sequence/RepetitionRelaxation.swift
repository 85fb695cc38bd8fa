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
/// The prices climb by deflected subgradient steps, as in ``SeparationRelaxation``.
package struct RepetitionRelaxation {
  /// The problem.
  let problem: SequencedAssignment
  /// For each pair of rows and each kind, its scaled price, at least 0.
  private(set) var prices: ContiguousArray<Int>
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
  package var bound: Int { assignment.cost - prices.reduce(0, +) }

  /// Leaves out what no assignment can have that costs less than `cost`, in points.
  mutating func leaveOut(whatCosts cost: Int) {
    assignment.leaveOutPairs(losingMoreThan: (cost - 1) * SequencedAssignment.scale - bound)
  }

  /// After how many steps that gain next to nothing they get shorter.
  private static let patience = 10

  /// Raises the bound by subgradient steps; the best prices are kept.
  ///
  /// - Complexity: For each step one augmentation for each row whose pair is no longer tight.
  ///
  /// - Parameters:
  ///   - steps: How many.
  ///   - best: The best assignment known, replaced by better ones on the way.
  ///   - mayGoOn: Asked at each step whether it may be taken.
  package mutating func climb(
    steps: Int,
    best: inout SequencedAssignment.Incumbent,
    while mayGoOn: () -> Bool
  ) {
    let scale = SequencedAssignment.scale
    best.offer(assignment.kinds, of: problem)
    var highest = (bound: bound, self)
    var direction = [Double](repeating: 0, count: prices.count)
    var length = 1.0
    var idle = 0
    for _ in 0..<steps
    where SequencedAssignment.points(highest.bound) < best.cost && mayGoOn() {
      turn(&direction)
      let norm = direction.reduce(0) { $0 + $1 * $1 }
      guard norm > 0 else { break }
      let distance = Double(max(best.cost * scale - bound, scale / 2))
      move(along: direction, by: length * distance / norm)
      best.offer(assignment.kinds, of: problem)
      let reached = bound
      if reached > highest.bound {
        idle = reached > highest.bound + scale / 8 ? 0 : idle + 1
        highest = (reached, self)
      } else {
        idle += 1
      }
      if idle > Self.patience {
        length *= 0.7
        idle = 0
        if length < 0.01 { break }
        self = highest.1
        direction = [Double](repeating: 0, count: prices.count)
      }
    }
    self = highest.1
  }

  /// Turns a direction to where the bound climbs from here.
  private func turn(_ direction: inout [Double]) {
    var gradient = [Double](repeating: 0, count: prices.count)
    for (index, pair) in problem.pairs.enumerated() {
      let first = assignment.kind(of: pair.first)
      let second = assignment.kind(of: pair.second)
      for kind in 0..<kindCount where prices[index * kindCount + kind] > 0 {
        gradient[index * kindCount + kind] = -1
      }
      if first == second {
        gradient[index * kindCount + first] = 1
      } else {
        gradient[index * kindCount + first] = 0
        gradient[index * kindCount + second] = 0
      }
    }
    Deflection.apply(to: &gradient, from: direction)
    for index in gradient.indices where prices[index] == 0 && gradient[index] < 0 {
      gradient[index] = 0
    }
    direction = gradient
  }

  private mutating func move(along direction: [Double], by length: Double) {
    var changes: [(row: Int, kind: Int, amount: Int)] = []
    let most = problem.repeatCost * SequencedAssignment.scale
    for (index, pair) in problem.pairs.enumerated() {
      let range = index * kindCount..<(index + 1) * kindCount
      guard range.contains(where: { direction[$0] != 0 }) else { continue }
      var moved = range.map { max(0, Double(prices[$0]) + length * direction[$0]) }
      Self.project(&moved, to: Double(most))
      for (kind, price) in moved.enumerated() {
        // Rounded down, so that they add up to no more than a repetition costs.
        let amount = Int(price) - prices[range.lowerBound + kind]
        guard amount != 0 else { continue }
        prices[range.lowerBound + kind] += amount
        changes.append((pair.first, kind, amount))
        changes.append((pair.second, kind, amount))
      }
    }
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
