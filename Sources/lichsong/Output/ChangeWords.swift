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

extension DayExclusion {
  /// What rules a day out, for people, with the line that does.
  func words(of series: String, in plan: Plan) -> String {
    let place = line.map(plan.place) ?? ""
    return switch reason {
    case .slot(.outsidePeriod):
      "\(place)outside the period, \(plan.period.lowerBound) to \(plan.period.upperBound)"
    case .slot(.noRule): "\(place)no slot rule of \(series) gives this day"
    case .slot(.avoided(let calendar, let day)): "\(place)the calendar \(calendar) has it: \(day)"
    case .slot(.banned): "\(place)\(series) is banned from this day"
    case .beforeFrom(let from): "\(place)before \(from), from which the schedule may change"
    }
  }
}
