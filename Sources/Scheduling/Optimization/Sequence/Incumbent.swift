extension SequencedAssignment {
  /// The best assignment known.
  package struct Incumbent: Sendable, Equatable {
    /// What it costs, repetitions included; `Int.max` where none is known.
    package private(set) var cost: Int
    /// The kind of each row.
    package private(set) var kinds: [Int]

    /// Begins with none.
    package init() {
      cost = .max
      kinds = []
    }

    /// Takes an assignment, if it is better, or as good and lexicographically before.
    package mutating func offer(_ kinds: [Int], of problem: SequencedAssignment) {
      guard let cost = problem.cost(kinds),
        cost < self.cost || cost == self.cost && kinds.lexicographicallyPrecedes(self.kinds)
      else { return }
      self.cost = cost
      self.kinds = kinds
    }
  }
}
