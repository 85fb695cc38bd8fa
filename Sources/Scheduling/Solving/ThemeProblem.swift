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

  /// The best placement of the themes.
  ///
  /// Each theme comes as copies, one for each time; the copies are assigned to issues, and what it
  /// costs to repeat a theme is searched for on top (``SequencedAssignmentSolver``). Where a best
  /// placement repeats nothing, the first issue gets the earliest theme in the plan's order that one
  /// has, then the second, and so on.
  ///
  /// - Complexity: O(n³) for n issues where the price of repetitions changes nothing.
  ///
  /// - Parameters:
  ///   - counts: How often each theme comes.
  ///   - mayGoOn: Asked again and again whether the search may go on.
  /// - Returns: `nil` where no placement has the counts.
  package func placement(
    counts: [Int],
    while mayGoOn: @escaping () -> Bool = { true }
  ) -> Placement? {
    guard counts.reduce(0, +) == open.count else { return nil }
    let ranks = ranks()
    let wishes = ObservanceTerm.wishes(in: plan, for: issues.map { ($0.series, $0.date) })
    let isOpen = Set(open)
    let pairs = RepeatedTerm.pairs(of: issues.map(\.series))
    let repeatable = Set(pairs.filter { isOpen.contains($0.first) }.map(\.second))
    let problem = SequencedAssignment(
      chains: open.map { index in
        plan.series.firstIndex { $0.id == issues[index].series } ?? 0
      },
      mayRepeat: open.map(repeatable.contains),
      counts: counts,
      repeatCost: plan.costs.repeated
    ) { row, theme, copy in
      let index = open[row]
      guard let rank = ranks.rank[theme][index] else { return nil }
      let spread = SpreadTerm.points(
        issue: copy + 1,
        of: counts[theme],
        rank: rank,
        among: ranks.count[theme]
      )
      return spread + points(of: plan.themes[theme].id, on: index, wishes: wishes[index])
    }
    guard let solution = SequencedAssignmentSolver(problem, while: mayGoOn).solve() else {
      return nil
    }
    var themes = [Int?](repeating: nil, count: issues.count)
    for (index, theme) in zip(open, solution.kinds) { themes[index] = theme }
    let others = pairs.filter { !isOpen.contains($0.first) && !isOpen.contains($0.second) }
    let repeatsOfOthers = others.reduce(0) { sum, pair in
      sum
        + RepeatedTerm.points(
          issues[pair.first].occurrence.theme,
          issues[pair.second].occurrence.theme,
          price: plan.costs.repeated
        )
    }
    return Placement(
      themes: themes,
      bound: solution.bound + pointsOfOthers(wishes: wishes) + repeatsOfOthers
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
}
