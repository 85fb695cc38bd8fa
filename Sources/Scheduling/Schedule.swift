public import CivilTime

/// The issues of a plan's series over its period, with their themes, and what they cost.
public struct Schedule: Sendable, Equatable {
  /// Whether a schedule is known to be the best.
  public enum Status: String, Sendable {
    /// No schedule has fewer points.
    case optimal
    /// A limit on the search was reached: a schedule with fewer points may exist.
    case feasible
  }

  /// What the choice of days costs.
  public var dates: Score<DateTerm>
  /// How often each theme comes, in the plan's order of themes.
  public var counts: [ThemeCount]
  /// What the placement of the themes costs, given the days and the counts.
  public var placement: Score<PlacementTerm>
  /// Every issue, by day, then by series in the plan's order.
  public var occurrences: [Occurrence]

  /// Creates a schedule.
  public init(
    dates: Score<DateTerm>,
    counts: [ThemeCount],
    placement: Score<PlacementTerm>,
    occurrences: [Occurrence]
  ) {
    self.dates = dates
    self.counts = counts
    self.placement = placement
    self.occurrences = occurrences
  }

  /// `optimal` where both the days and the placement reach their bounds.
  public var status: Status {
    dates.isProven && placement.isProven ? .optimal : .feasible
  }
}

/// How often a theme comes in a schedule.
public struct ThemeCount: Sendable, Hashable {
  /// The identifier of the theme.
  public var theme: String
  /// How many issues have it.
  public var count: Int

  /// Creates a count.
  public init(theme: String, count: Int) {
    self.theme = theme
    self.count = count
  }
}

/// One issue of a series: a programme on air, a page in print.
public struct Occurrence: Sendable, Hashable {
  /// The identifier of the series.
  public var series: String
  /// The number of the issue within its series, given once and never again, from 1.
  public var number: Int
  /// The day.
  public var date: CivilDate
  /// The hour; `nil` for an issue without an hour.
  public var time: TimeOfDay?
  /// The length on air, in minutes.
  public var minutes: Int?
  /// The identifier of the theme; `nil` where the plan has no themes.
  public var theme: String?

  /// Creates an occurrence.
  public init(
    series: String,
    number: Int,
    date: CivilDate,
    time: TimeOfDay? = nil,
    minutes: Int? = nil,
    theme: String? = nil
  ) {
    self.series = series
    self.number = number
    self.date = date
    self.time = time
    self.minutes = minutes
    self.theme = theme
  }
}

/// A term of what the choice of days costs.
public enum DateTerm: String, Sendable, CaseIterable {
  case short
  case unusual
  case uneven
  case missed
  case moved
}

/// A term of what the placement of themes costs.
public enum PlacementTerm: String, Sendable, CaseIterable {
  case spread
  case observance
  case repeated
  case rethemed
}

/// Points, term by term, beside a proven lower bound.
public struct Score<Term>: Sendable, Equatable
where Term: Hashable & CaseIterable & Sendable, Term.AllCases: Sendable {
  /// The points of each term, of all of them.
  public private(set) var terms: [Term: Int]
  /// No choice has fewer points than this.
  public var bound: Int

  /// Creates a score.
  ///
  /// - Parameters:
  ///   - terms: The points of each term; 0 where one is absent.
  ///   - bound: A proven lower bound; the sum of the terms where it is `nil`.
  public init(terms: [Term: Int] = [:], bound: Int? = nil) {
    self.terms = [:]
    for term in Term.allCases {
      self.terms[term] = terms[term, default: 0]
    }
    self.bound = bound ?? terms.values.reduce(0, +)
  }

  /// The points of one term.
  public subscript(term: Term) -> Int {
    get { terms[term, default: 0] }
    set { terms[term] = newValue }
  }

  /// The sum of the terms.
  public var points: Int { terms.values.reduce(0, +) }

  /// Whether the points reach their bound, so that no choice is better.
  public var isProven: Bool { points == bound }
}

/// What the last release published, as far as it binds the next schedule.
public struct ReleasedSchedule: Sendable, Equatable {
  /// The issues that stand, without those that were cancelled.
  public var occurrences: [Occurrence]
  /// The issues that were cancelled and are still published as such.
  public var cancelled: [Occurrence]
  /// For each series, the number that its next new issue gets; 1 where it is absent.
  public var nextNumbers: [String: Int]
  /// Whether it costs points to change issues that may still change.
  ///
  /// Where it does not, the schedule is chosen as if they had not been released. They keep their
  /// identity all the same.
  public var isBinding: Bool

  /// Creates a record of what was released; of nothing, by default.
  public init(
    occurrences: [Occurrence] = [],
    cancelled: [Occurrence] = [],
    nextNumbers: [String: Int] = [:],
    isBinding: Bool = true
  ) {
    self.occurrences = occurrences
    self.cancelled = cancelled
    self.nextNumbers = nextNumbers
    self.isBinding = isBinding
  }
}
