public import CivilTime

/// The points of any schedule, by the model's terms.
///
/// It prices whatever days and themes it is given, optimal or not, from the same rules as the
/// solver, but without any of its algorithms.
public struct Scorer: Sendable {
  private let plan: Plan
  private let history: History
  private let slots: [String: SlotCalendar]

  /// Creates a scorer for a plan.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - released: What the last release published.
  ///   - from: The day from which the schedule may change; the period's first day where it is
  ///     `nil`.
  public init(
    for plan: Plan,
    keeping released: ReleasedSchedule = ReleasedSchedule(),
    from: CivilDate? = nil
  ) {
    self.init(for: plan, history: History(released, plan: plan, from: from))
  }

  /// Creates a scorer for a plan and what was released.
  package init(for plan: Plan, history: History) {
    self.plan = plan
    self.history = history
    slots = Dictionary(
      plan.series.map { ($0.id, plan.slots(of: $0)) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// What the choice of days costs.
  ///
  /// - Parameter occurrences: The issues, in any order.
  /// - Returns: The points of each term.
  public func dates(of occurrences: [Occurrence]) -> Score<DateTerm> {
    var terms: [DateTerm: Int] = [:]
    for series in plan.series {
      let dates = occurrences.filter { $0.series == series.id }.map(\.date).sorted()
      for (term, points) in self.terms(of: series, on: dates) {
        terms[term, default: 0] += points
      }
    }
    return Score(terms: terms)
  }

  /// What the days of one series cost.
  ///
  /// - Parameters:
  ///   - series: A series of the plan.
  ///   - dates: The days of its issues, ascending.
  /// - Returns: The points of each term.
  public func terms(of series: Series, on dates: [CivilDate]) -> [DateTerm: Int] {
    let aim = plan.aim(of: series)
    let uneven = UnevenTerm(dayCount: plan.dayCount, aim: aim, price: plan.costs.uneven)
    var unevenPoints = 0
    if let first = dates.first, let last = dates.last {
      unevenPoints += uneven.points(fromStart: first - plan.period.lowerBound)
      unevenPoints += uneven.points(toEnd: plan.period.upperBound - last)
    }
    for (first, second) in zip(dates, dates.dropFirst()) {
      unevenPoints += uneven.points(gap: second - first)
    }
    return [
      .short: ShortTerm.points(issues: dates.count, aim: aim, price: plan.costs.short),
      .unusual: slots[series.id].map { slots in
        dates.reduce(0) { $0 + UnusualTerm.points(on: $1, slots: slots) }
      } ?? 0,
      .uneven: unevenPoints,
      .missed: MissedTerm.windows(of: series, in: plan)
        .reduce(0) { $0 + $1.points(on: dates) },
      .moved: MovedTerm.points(
        released: history.binding(series.id).map(\.date),
        chosen: dates,
        price: plan.costs.moved
      ),
    ]
  }

  /// What the placement of the themes costs.
  ///
  /// An issue is the one that was released if it has its series and number. Issues with a theme
  /// that they must not have are left out of `spread`; ``Plan/limits(of:keeping:from:)`` names
  /// them.
  ///
  /// - Parameter occurrences: The issues, in any order.
  /// - Returns: The points of each term.
  public func placement(of occurrences: [Occurrence]) -> Score<PlacementTerm> {
    let issues = plan.inOrder(occurrences)
    let wishes = ObservanceTerm.wishes(in: plan, for: issues.map { ($0.series, $0.date) })
    let released = plan.series.flatMap { history.binding($0.id) }
    var terms: [PlacementTerm: Int] = [:]
    for (issue, wishes) in zip(issues, wishes) {
      terms[.observance, default: 0] += wishes.reduce(0) { $0 + $1.points(with: issue.theme) }
      let same = released.first { $0.series == issue.series && $0.number == issue.number }
      if let same {
        terms[.rethemed, default: 0] += RethemedTerm.points(
          released: same.theme,
          theme: issue.theme,
          price: plan.costs.rethemed
        )
      }
    }
    for pair in RepeatedTerm.pairs(of: issues.map(\.series)) {
      terms[.repeated, default: 0] += RepeatedTerm.points(
        issues[pair.first].theme,
        issues[pair.second].theme,
        price: plan.costs.repeated
      )
    }
    terms[.spread] = spread(of: issues)
    return Score(terms: terms)
  }

  private func spread(of issues: [Occurrence]) -> Int {
    places(of: issues).reduce(0) { $0 + ($1?.points ?? 0) }
  }

  /// Where each issue stands among those that could have its theme.
  ///
  /// - Parameter issues: The issues, by day, then by series in the plan's order.
  /// - Returns: For each issue its place; `nil` where it has no theme that it may have.
  package func places(of issues: [Occurrence]) -> [SpreadTerm.Place?] {
    let eligible = issues.map { issue in
      EligibilityLimit.themes(series: issue.series, date: issue.date, in: plan, history: history)
    }
    var places = [SpreadTerm.Place?](repeating: nil, count: issues.count)
    for theme in plan.themes.indices {
      let candidates = issues.indices.filter { eligible[$0].contains(theme) }
      let ranks = candidates.indices.filter { rank in
        issues[candidates[rank]].theme == plan.themes[theme].id
      }
      for (index, rank) in ranks.enumerated() {
        places[candidates[rank]] = SpreadTerm.Place(
          issue: index + 1,
          count: ranks.count,
          rank: rank,
          eligible: candidates.count
        )
      }
    }
    return places
  }
}
