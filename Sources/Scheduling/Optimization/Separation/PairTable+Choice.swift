extension PairTable {
  /// The choices of both paths that lose least.
  ///
  /// - Precondition: There is one that is of interest.
  ///
  /// - Parameters:
  ///   - first: The states of the first path, by which the table was filled.
  ///   - second: The states of the second path.
  /// - Returns: The states that each path comes to, one after another.
  func choice(
    _ first: StateTimeline,
    _ second: StateTimeline
  ) -> (first: [Int], second: [Int]) {
    var states = (first: 0, second: 0)
    var choice: (first: [Int], second: [Int]) = ([], [])
    for point in 0..<layers.count - 1 {
      let least = Int(loss(states.first, states.second, at: point))
      guard Int(loss(states.first, states.second, at: point + 1)) != least else { continue }
      let ones = first.arcs[first.arcsToPoint[point]].filter { $0.tail == states.first }
      let others = second.arcs[second.arcsToPoint[point]].filter { $0.tail == states.second }
      if let arc = ones.first(where: {
        Int($0.loss) + Int(loss(Int($0.head), states.second, at: point + 1)) == least
      }) {
        states.first = Int(arc.head)
        choice.first.append(states.first)
      } else if let arc = others.first(where: {
        Int($0.loss) + Int(loss(states.first, Int($0.head), at: point + 1)) == least
      }) {
        states.second = Int(arc.head)
        choice.second.append(states.second)
      } else if let one = ones.first, let other = others.first {
        // Both have a settled position here.
        states = (Int(one.head), Int(other.head))
        choice.first.append(states.first)
        choice.second.append(states.second)
      }
    }
    return choice
  }
}
