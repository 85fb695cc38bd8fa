internal import Scheduling

/// What decisions cost: how the best schedule with them differs from the best one without.
struct DecisionCost {
  /// The points, term by term.
  let summary: String
  /// What moves, and what becomes of the themes' points.
  let consequences: [String]

  /// The most moves that are told.
  private static let mostMoves = 8

  /// Compares two schedules.
  ///
  /// - Parameters:
  ///   - schedule: The best schedule with the decisions.
  ///   - best: The best one without; `nil` where there is none.
  ///   - plan: The plan.
  init(of schedule: Schedule, beside best: Schedule?, in plan: Plan) {
    guard let best else {
      summary = "the plan can be met with that, which it could not be before"
      consequences = []
      return
    }
    let price = Price(
      of: (schedule.dates.points, schedule.dates.bound),
      beside: (best.dates.points, best.dates.bound)
    )
    let terms = DateTerm.allCases.map { ($0.rawValue, schedule.dates[$0] - best.dates[$0]) }
      .filter { $0.1 != 0 }.map { "\($0.0) \(Price.signed($0.1))" }
    let moves = IssueMove.moves(from: best, to: schedule, in: plan)
    var consequences = moves.words(atMost: Self.mostMoves).map { "moves \($0)" }
    if best.placement.points != schedule.placement.points {
      consequences.append(
        "the themes' points: \(best.placement.points) -> \(schedule.placement.points)"
      )
    }
    let isSame = best.occurrences == schedule.occurrences
    summary =
      "\(price.text) points"
      + (terms.isEmpty ? "" : " (\(terms.joined(separator: ", ")))")
      + (isSame ? ", the schedule stays as it is" : "")
    self.consequences = consequences
  }
}
