internal import Scheduling

/// What a change of a schedule is called, wherever one is told.
extension Price {
  /// The price for people: `+12`, `at least +12`, `at least +12, at most +20`.
  var text: String {
    guard let atMost else { return "at least \(Self.signed(atLeast))" }
    if isExact { return Self.signed(atLeast) }
    return "at least \(Self.signed(atLeast)), at most \(Self.signed(atMost))"
  }

  static func signed(_ points: Int) -> String { points < 0 ? "\(points)" : "+\(points)" }
}

extension IssueMove {
  /// The move for people: `page 2024-06-11 -> 2024-06-18`.
  var words: String {
    switch (from, to) {
    case (let from?, let to?): "\(series) \(from) -> \(to)"
    case (let from?, nil): "\(series) \(from) is dropped"
    case (nil, let to?): "\(series) \(to) is added"
    case (nil, nil): series
    }
  }
}

extension [IssueMove] {
  /// The moves for people, each for itself, and how many more there are than are told.
  func words(atMost most: Int) -> [String] {
    let told = prefix(most).map(\.words)
    return told + (count > most ? ["\((count - most).of("more move"))"] : [])
  }
}
