package import CivilTime

/// The choice of themes for issues whose days stand.
///
/// Issues of history whose theme the plan no longer has, or that have none, keep what they have and
/// take no part. All others get exactly one theme.
package struct ThemeProblem: Sendable {
  /// The plan.
  package let plan: Plan
  /// The issues, by day, then by series in the plan's order.
  package let issues: [Issue]
  /// For each issue, the themes that it may have, by their positions in the plan.
  private let eligible: [[Int]]
  private let parties: [Apportionment.Party]
  /// The issues that take part, by their positions among all.
  private let open: [Int]

  /// An issue whose day stands.
  package struct Issue: Sendable, Equatable {
    /// The issue, without a theme unless it is history.
    package var occurrence: Occurrence
    /// The issue as it was released; `nil` for a new one.
    package var released: Occurrence?

    /// Creates an issue.
    package init(_ occurrence: Occurrence, released: Occurrence? = nil) {
      self.occurrence = occurrence
      self.released = released
    }

    /// The identifier of its series.
    package var series: String { occurrence.series }
    /// Its day.
    package var date: CivilDate { occurrence.date }
  }

  /// A placement of themes.
  package struct Placement: Sendable, Equatable {
    /// For each issue the position of its theme in the plan; `nil` for an issue that took no part.
    package var themes: [Int?]
    /// A lower bound of the points of any placement with the same counts.
    package var bound: Int
  }

  /// Compiles the choice of themes under some of the plan's limits.
  ///
  /// - Parameters:
  ///   - issues: The issues, by day, then by series in the plan's order.
  ///   - plan: The plan.
  ///   - history: What was released.
  ///   - limits: The limits that hold.
  package init(
    _ issues: [Issue],
    in plan: Plan,
    history: History,
    under limits: LimitSet = .all
  ) {
    self.plan = plan
    self.issues = issues
    let eligible = issues.map { issue in
      EligibilityLimit.themes(
        series: issue.series,
        date: issue.date,
        in: plan,
        history: history,
        under: limits
      )
    }
    let isSettled = issues.map { history.isSettled(series: $0.series, date: $0.date) }
    self.eligible = eligible
    open =
      plan.themes.isEmpty
      ? [] : issues.indices.filter { !isSettled[$0] || !eligible[$0].isEmpty }
    parties = plan.themes.indices.map { index in
      let theme = plan.themes[index]
      return Apportionment.Party(
        share: theme.share,
        limits: ThemeBoundsLimit.bounds(
          ThemeBoundsLimit.limits(of: theme).filter(limits.holds),
          settled: issues.indices.count { isSettled[$0] && eligible[$0] == [index] }
        )
      )
    }
  }

  /// How often each theme comes, by its position in the plan.
  ///
  /// Of several optimal counts those in which earlier themes come more often.
  ///
  /// - Returns: `nil` where no placement keeps all limits.
  package func counts() -> [Int]? {
    Apportionment.counts(admitted: open.map { eligible[$0] }, parties: parties)
  }

  /// The best placement of the themes, but for the price of repeating one.
  ///
  /// Each theme comes as copies, one for each time; the copies are assigned to issues. Of several
  /// optimal assignments the first issue gets the earliest theme in the plan's order, then the
  /// second, and so on.
  ///
  /// - Complexity: O(n³) for n issues.
  ///
  /// - Parameter counts: How often each theme comes.
  /// - Returns: `nil` where no placement has the counts.
  package func placement(counts: [Int]) -> Placement? {
    let ranks = ranks()
    let wishes = ObservanceTerm.wishes(in: plan, for: issues.map { ($0.series, $0.date) })
    let copies = counts.enumerated().flatMap { theme, count in
      (0..<count).map { (theme: theme, issue: $0 + 1) }
    }
    guard copies.count == open.count else { return nil }
    let costs = Assignment.Costs(rows: open.count, columns: copies.count) { row, column in
      let (theme, issue) = copies[column]
      let index = open[row]
      guard let rank = ranks.rank[theme][index] else { return nil }
      let spread = SpreadTerm.points(
        issue: issue,
        of: counts[theme],
        rank: rank,
        among: ranks.count[theme]
      )
      return spread + points(of: plan.themes[theme].id, on: index, wishes: wishes[index])
    }
    guard let solution = Assignment.optimal(costs) else { return nil }
    var themes = [Int?](repeating: nil, count: issues.count)
    for (row, column) in solution.columns.enumerated() {
      themes[open[row]] = copies[column].theme
    }
    return Placement(
      themes: themes,
      bound: solution.cost + pointsOfOthers(wishes: wishes) + unavoidableRepeats()
    )
  }

  /// Limits that no choice of themes keeps together, though it would keep them without any one.
  ///
  /// - Precondition: ``counts()`` gives `nil` under all limits, and the plan has a theme.
  package static func clash(_ issues: [Issue], in plan: Plan, history: History) -> Clash {
    let limits =
      plan.themes.flatMap { EligibilityLimit.limits(of: $0) }
      + plan.pins.indices.filter { plan.pins[$0].theme != nil }
      .map { PinLimit.limit(at: $0, in: plan) }
      + plan.themes.flatMap { ThemeBoundsLimit.limits(of: $0) }
    return Clash(
      limits: irreducibleInfeasibleSubset(of: limits) { limits in
        ThemeProblem(issues, in: plan, history: history, under: .only(Set(limits)))
          .counts() == nil
      }
    )
  }

  /// For each theme, the rank of each issue that may have it, and how many those are.
  private func ranks() -> (rank: [[Int?]], count: [Int]) {
    var rank = plan.themes.map { _ in [Int?](repeating: nil, count: issues.count) }
    var count = [Int](repeating: 0, count: plan.themes.count)
    for (index, themes) in eligible.enumerated() {
      for theme in themes {
        rank[theme][index] = count[theme]
        count[theme] += 1
      }
    }
    return (rank, count)
  }

  /// What a theme costs on an issue, wherever the theme's others are.
  private func points(
    of theme: String?,
    on index: Int,
    wishes: [ObservanceTerm.Wish]
  ) -> Int {
    let rethemed = issues[index].released.map { released in
      RethemedTerm.points(released: released.theme, theme: theme, price: plan.costs.rethemed)
    }
    return wishes.reduce(rethemed ?? 0) { $0 + $1.points(with: theme) }
  }

  /// What the issues that take no part cost.
  private func pointsOfOthers(wishes: [[ObservanceTerm.Wish]]) -> Int {
    let open = Set(open)
    return issues.indices.filter { !open.contains($0) }.reduce(0) { sum, index in
      sum + points(of: issues[index].occurrence.theme, on: index, wishes: wishes[index])
    }
  }

  /// What repeated themes cost in any placement: where each of two issues can have only one.
  private func unavoidableRepeats() -> Int {
    let only = issues.indices.map { index -> String? in
      switch eligible[index].count {
      case 0: issues[index].occurrence.theme
      case 1: plan.themes[eligible[index][0]].id
      default: nil
      }
    }
    return RepeatedTerm.pairs(of: issues.map(\.series)).reduce(0) { sum, pair in
      sum
        + RepeatedTerm.points(only[pair.first], only[pair.second], price: plan.costs.repeated)
    }
  }
}
