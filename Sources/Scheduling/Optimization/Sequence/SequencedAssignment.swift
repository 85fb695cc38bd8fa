/// An assignment in which neighbours of one kind cost something.
///
/// Each row gets a copy of a kind, each copy goes to one row, and the copies of a kind go to rows in
/// their order. Rows stand in one order and belong to chains; where a row and the one before it in
/// its chain get the same kind, that costs extra.
package struct SequencedAssignment: Sendable {
  /// For each row, the number of its chain, from 0.
  package let chains: [Int]
  /// For each row, whether getting the kind of the row before it in its chain costs extra.
  package let mayRepeat: [Bool]
  /// How many copies each kind has; as many as there are rows in all.
  package let counts: [Int]
  /// What a row costs with a copy, row by row; the copies kind by kind.
  ///
  /// ``unreachable`` where the row must not have the kind.
  package let costs: Assignment.Costs
  /// What it costs that a row and the one before it have the same kind, at least 0.
  package let repeatCost: Int
  /// For each kind, the column of its first copy.
  let offsets: [Int]
  /// The kind of each copy.
  let kindOfColumn: [Int]
  /// The rows whose repetitions cost extra, each with the row before it in its chain.
  let pairs: [Pair]

  /// Two rows that follow each other in a chain, and cost extra if they get the same kind.
  struct Pair: Sendable {
    /// The earlier row.
    var first: Int
    /// The later row.
    var second: Int
  }

  /// What all costs and prices of relaxations are multiplied by, so that prices can be fractions of
  /// a point.
  package static let scale = 64

  /// The least whole cost that is no less than a scaled one.
  static func points(_ scaled: Int) -> Int { scaled / scale + (scaled % scale > 0 ? 1 : 0) }

  /// Creates a problem.
  ///
  /// - Precondition: There are as many copies as rows. For each kind, giving its copies to rows in
  ///   their order costs no more than any other order (a Monge condition).
  ///
  /// - Parameters:
  ///   - chains: For each row, its chain.
  ///   - mayRepeat: For each row, whether a repetition in it costs extra.
  ///   - counts: How many copies each kind has.
  ///   - repeatCost: What a repetition costs.
  ///   - cost: What a row costs with a kind as its copy of a number from 0; `nil` where it must not
  ///     have the kind.
  package init(
    chains: [Int],
    mayRepeat: [Bool],
    counts: [Int],
    repeatCost: Int,
    cost: (_ row: Int, _ kind: Int, _ copy: Int) -> Int?
  ) {
    let copies = counts.enumerated().flatMap { kind, count in
      (0..<count).map { (kind: kind, copy: $0) }
    }
    precondition(copies.count == chains.count, "each row gets one copy, and each copy a row")
    self.chains = chains
    self.mayRepeat = mayRepeat
    self.counts = counts
    self.repeatCost = repeatCost
    kindOfColumn = copies.map(\.kind)
    var last: [Int: Int] = [:]
    var pairs: [Pair] = []
    for (row, chain) in chains.enumerated() {
      if let before = last[chain], mayRepeat[row] { pairs.append(Pair(first: before, second: row)) }
      last[chain] = row
    }
    self.pairs = pairs
    var next = 0
    offsets = counts.map { count in
      defer { next += count }
      return next
    }
    costs = Assignment.Costs(rows: chains.count, columns: copies.count) { row, column in
      cost(row, copies[column].kind, copies[column].copy)
    }
  }

  /// The copy of each row, if the copies of each kind go to rows in their order.
  func copies(of kinds: [Int]) -> [Int] {
    var next = offsets
    return kinds.map { kind in
      defer { next[kind] += 1 }
      return next[kind]
    }
  }

  /// What rows cost with kinds, without repetitions; `nil` where one must not have its kind.
  func costWithoutRepeats(_ kinds: [Int]) -> Int? {
    var sum = 0
    for (row, copy) in copies(of: kinds).enumerated() {
      let cost = costs[row, copy]
      guard cost < unreachable else { return nil }
      sum += cost
    }
    return sum
  }

  /// What the repetitions among the kinds of all rows cost.
  func costOfRepeats(_ kinds: [Int]) -> Int {
    pairs.count { kinds[$0.first] == kinds[$0.second] } * repeatCost
  }

  /// What rows cost with kinds, repetitions included; `nil` where one must not have its kind.
  func cost(_ kinds: [Int]) -> Int? {
    costWithoutRepeats(kinds).map { $0 + costOfRepeats(kinds) }
  }
}
