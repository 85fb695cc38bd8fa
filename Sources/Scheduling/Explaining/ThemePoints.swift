public import CivilTime

/// What the theme of an issue costs and saves, term by term, the others' themes as they are.
public struct ThemePoints: Sendable, Hashable {
  /// Where an issue stands among those that may have its theme.
  public struct Place: Sendable, Hashable {
    /// Which issue of the theme it is, from 1.
    public var issue: Int
    /// How many issues have the theme.
    public var count: Int
    /// Its rank among the issues that may have the theme, from 1.
    public var rank: Int
    /// How many issues may have the theme.
    public var eligible: Int
  }

  /// What an observance asks of the issue that serves it.
  public struct Wish: Sendable, Hashable {
    /// The identifier of the observance.
    public var observance: String
    /// The date that matters.
    public var date: CivilDate
    /// The identifier of the theme that it asks for.
    public var theme: String
    /// The points for any other theme.
    public var points: Int
    /// Whether the issue has the theme.
    public var isMet: Bool
  }

  /// The points for the issue's distance from its even place.
  public var spread: Int
  /// Where it stands; `nil` for an issue of history with a theme that the plan no longer has.
  public var place: Place?
  /// What observances ask of the issue, in the plan's order.
  public var wishes: [Wish]
  /// The days of the issues next to it, in its series, that have the same theme.
  public var repeats: [CivilDate]
  /// The points for those repetitions.
  public var repeated: Int
  /// The theme that the issue was released with; `nil` for one that is new, or history.
  public var released: String?
  /// The points for another theme than it was released with.
  public var rethemed: Int

  /// The points for wishes that are not met.
  public var observance: Int { wishes.reduce(0) { $0 + ($1.isMet ? 0 : $1.points) } }
  /// The points that met wishes save.
  public var observanceSaved: Int { wishes.reduce(0) { $0 + ($1.isMet ? $1.points : 0) } }

  /// Prices the theme of an issue by the rules that price whole schedules.
  ///
  /// - Complexity: O(tn) for t themes and n issues.
  ///
  /// - Parameters:
  ///   - issue: An issue with a theme.
  ///   - issues: All issues of the schedule, by day, then by series in the plan's order.
  ///   - plan: The plan.
  ///   - history: What was released.
  init(of issue: Occurrence, among issues: [Occurrence], in plan: Plan, history: History) {
    let position = issues.firstIndex(of: issue)
    let place = position.flatMap { Scorer(for: plan, history: history).places(of: issues)[$0] }
    spread = place?.points ?? 0
    self.place = place.map { place in
      Place(
        issue: place.issue,
        count: place.count,
        rank: place.rank + 1,
        eligible: place.eligible
      )
    }
    let asked = ObservanceTerm.wishes(in: plan, for: issues.map { ($0.series, $0.date) })
    wishes = (position.map { asked[$0] } ?? []).map { wish in
      Wish(
        observance: wish.observance,
        date: wish.date,
        theme: wish.theme,
        points: wish.points,
        isMet: wish.theme == issue.theme
      )
    }
    let next = RepeatedTerm.pairs(of: issues.map(\.series)).flatMap { pair in
      pair.first == position ? [pair.second] : pair.second == position ? [pair.first] : []
    }
    let price = plan.costs.repeated
    repeats = next.map { issues[$0] }.filter { $0.theme == issue.theme }.map(\.date)
    repeated = next.reduce(0) { sum, other in
      sum + RepeatedTerm.points(issue.theme, issues[other].theme, price: price)
    }
    let same = history.binding(issue.series).first { $0.number == issue.number }
    released = same?.theme
    rethemed =
      same.map { same in
        RethemedTerm.points(
          released: same.theme,
          theme: issue.theme,
          price: plan.costs.rethemed
        )
      } ?? 0
  }
}
