public import CivilTime

/// Why an issue is on its day and has its theme.
public struct Explanation: Sendable, Equatable {
  /// The issue.
  public var issue: Occurrence
  /// Whether the issue is history: it stands as it was released, and nothing else is priced.
  public var isHistory: Bool
  /// What its day costs and saves, term by term.
  public var day: DayPoints
  /// The cheapest other days between the issues before and after it, by price, then by day.
  public var otherDays: [DayChange]
  /// What its theme costs and saves, term by term; `nil` where it has none.
  public var theme: ThemePoints?
  /// The cheapest other themes: those first with which every theme comes as often as before, as that
  /// counts before points; then by price, then in the plan's order.
  public var otherThemes: [ThemeChange]
  /// The themes that it must not have, in the plan's order.
  public var excludedThemes: [ExcludedTheme]
}

/// What else comes of an issue on another day.
public struct DayChange: Sendable, Equatable {
  /// The other day.
  public var date: CivilDate
  /// What the days of the best schedule with a pin on it cost more.
  ///
  /// For a slot it is at least 0. It may be below 0 for a day that is none: the pin makes it one, at
  /// no cost of its own.
  public var price: Price
  /// The best known schedule with the pin; `nil` where the search was stopped before it found one.
  public var schedule: Schedule?
  /// What else is on other days in that schedule, by day.
  ///
  /// The issue itself is among it where another one is nearer to the day, and moves there instead.
  public var moves: [IssueMove]

  /// Of which terms the price is made.
  ///
  /// - Parameter best: The schedule without the change.
  /// - Returns: The terms that differ, in their order, and by how many points; none where no schedule
  ///   is known.
  public func terms(beside best: Schedule) -> [(term: DateTerm, points: Int)] {
    guard let schedule else { return [] }
    return DateTerm.allCases.map { ($0, schedule.dates[$0] - best.dates[$0]) }
      .filter { $0.points != 0 }
  }
}

/// What else comes of another theme of an issue whose day stands.
public struct ThemeChange: Sendable, Equatable {
  /// A number of issues of a theme that is another one.
  public struct CountChange: Sendable, Hashable {
    /// The identifier of the theme.
    public var theme: String
    /// How often it comes without the change.
    public var before: Int
    /// How often it comes with it.
    public var after: Int
  }

  /// The identifier of the other theme.
  public var theme: String
  /// What the best placement costs more with a pin of the theme on the issue.
  ///
  /// It may be below 0: an issue that is pinned to one theme may have no other, and even places are
  /// counted among the issues that may have a theme; and other counts have other even places.
  public var price: Price
  /// The themes that come more often or less often, in the plan's order.
  public var counts: [CountChange]
  /// The best known schedule with the pin.
  public var schedule: Schedule
}

/// A theme that an issue must not have.
public struct ExcludedTheme: Sendable, Hashable {
  /// The identifier of the theme.
  public var theme: String
  /// The limits that rule it out: each by itself where they are about the theme's series, window or
  /// pins, otherwise a smallest set that cannot hold with the theme there.
  public var limits: [Limit]
}

/// What one day would mean for an issue.
public struct DayAnswer: Sendable, Equatable {
  /// What comes of a pin on the day.
  public enum Outcome: Sendable, Equatable {
    /// The series has an issue on the day already.
    case taken(Occurrence)
    /// No pin can override what rules the day out.
    case ruledOut
    /// A schedule exists; what it costs.
    case possible(DayChange)
    /// No schedule exists: limits that cannot hold with an issue on the day, though without any one of
    /// them the others can.
    case clash(Clash)
  }

  /// The day.
  public var date: CivilDate
  /// Why the day is no slot; empty for a slot.
  public var exclusions: [DayExclusion]
  /// What comes of a pin on it.
  public var outcome: Outcome
}
