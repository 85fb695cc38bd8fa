public import CivilTime

/// One thing that a plan requires of every schedule, with the line that requires it.
public struct Limit: Sendable, Hashable {
  /// What is required.
  public enum Rule: Sendable, Hashable {
    /// At least so many issues in each month.
    case perMonthAtLeast(Int)
    /// At most so many issues in each month.
    case perMonthAtMost(Int)
    /// At least so many issues in the period.
    case perYearAtLeast(Int)
    /// At most so many issues in the period.
    case perYearAtMost(Int)
    /// No more issues than are wanted.
    case aim(Int)
    /// At least so many days between two issues.
    case minGap(Int)
    /// At most so many minutes on air.
    case maxMinutes(Int)
    /// Only days that a slot rule or a pin gives.
    case slots
    /// No day of a calendar, unless it is pinned.
    case avoid(calendar: String)
    /// An issue on a day, with a theme where one is named.
    case pin(CivilDate, theme: String?)
    /// No issue on a day.
    case ban(CivilDate)
    /// Everything before the day as it was released.
    case from(CivilDate)
    /// At least so many days between issues of different series.
    case apart(Int)
    /// The theme at least so many times.
    case themeAtLeast(Int)
    /// The theme at most so many times.
    case themeAtMost(Int)
    /// The theme only in these series.
    case themeSeries([String])
    /// The theme only on these days, unless it is pinned.
    case themeWindow(ClosedRange<CivilDate>)
  }

  /// What a limit is about.
  public enum Subject: Sendable, Hashable {
    /// A series, by its identifier.
    case series(String)
    /// Several series, by their identifiers.
    case separation([String])
    /// A theme, by its identifier.
    case theme(String)

    /// The series whose days it is about.
    package var series: [String] {
      switch self {
      case .series(let id): [id]
      case .separation(let ids): ids
      case .theme: []
      }
    }
  }

  /// What is required.
  public var rule: Rule
  /// What it is required of.
  public var subject: Subject
  /// The line that requires it; `nil` for what no line of a plan says: ``Rule/from(_:)``.
  public var line: PlanLine?

  /// Creates a limit.
  public init(_ rule: Rule, of subject: Subject, line: PlanLine?) {
    self.rule = rule
    self.subject = subject
    self.line = line
  }
}

extension Limit.Rule: CustomStringConvertible {
  /// The requirement in English, without its subject: `at least 1 issue a month`.
  public var description: String {
    switch self {
    case .perMonthAtLeast(let count): "at least \(count.of("issue")) a month"
    case .perMonthAtMost(let count): "at most \(count.of("issue")) a month"
    case .perYearAtLeast(let count): "at least \(count.of("issue")) in the period"
    case .perYearAtMost(let count): "at most \(count.of("issue")) in the period"
    case .aim(let count): "no more than the \(count.of("issue")) aimed at"
    case .minGap(let days): "at least \(days.of("day")) between two issues"
    case .maxMinutes(let minutes): "at most \(minutes.of("minute")) on air"
    case .slots: "only days that a slot rule or a pin gives"
    case .avoid(let calendar): "no day of the calendar \(calendar)"
    case .pin(let date, nil): "an issue on \(date)"
    case .pin(let date, let theme?): "an issue on \(date) with the theme \(theme)"
    case .ban(let date): "no issue on \(date)"
    case .from(let date): "nothing new before \(date)"
    case .apart(let days): "issues of different series at least \(days.of("day")) apart"
    case .themeAtLeast(let count): "at least \(count.of("time"))"
    case .themeAtMost(let count): "at most \(count.of("time"))"
    case .themeSeries(let series): "only in \(series.joined(separator: ", "))"
    case .themeWindow(let days): "only from \(days.lowerBound) to \(days.upperBound)"
    }
  }
}

extension Limit.Subject: CustomStringConvertible {
  /// The subject, named as in a plan file.
  public var description: String {
    switch self {
    case .series(let id): "series \(id)"
    case .separation(let ids): "series \(ids.joined(separator: ", "))"
    case .theme(let id): "theme \(id)"
    }
  }
}

extension Int {
  /// The number with the noun that it counts, in the singular or with `s`.
  package func of(_ noun: String) -> String {
    "\(self) \(noun)\(self == 1 ? "" : "s")"
  }
}

/// Which limits hold while something is compiled.
///
/// A schedule keeps all of them; the search for a clash leaves some out.
package enum LimitSet: Sendable, Equatable {
  case all
  case only(Set<Limit>)
  case except(Set<Limit>)

  /// Whether each limit is among them, so that none need be made to ask.
  package var areAll: Bool {
    if case .all = self { true } else { false }
  }

  /// Whether a limit is among them.
  package func holds(_ limit: Limit) -> Bool {
    switch self {
    case .all: true
    case .only(let limits): limits.contains(limit)
    case .except(let limits): !limits.contains(limit)
    }
  }
}

/// What was found of one limit in a set of issues.
public struct LimitFinding: Sendable, Hashable {
  /// The limit.
  public var limit: Limit
  /// The number that the limit is about; `nil` where there is nothing to measure.
  ///
  /// Issues for the limits that count them, and for each month those of the month that has the
  /// fewest or the most; the least days between two; minutes; for the limits on single days and on
  /// themes' series and windows, how many issues break them; for a pin, how many meet it.
  public var found: Int?
  /// The month in which it was found, for a limit on months; of several, the first.
  public var month: Month?
  /// The days that show it: those that break the limit, or between which the least gap lies.
  public var dates: [CivilDate]
  /// Whether the limit is kept.
  public var holds: Bool

  /// Creates a finding.
  public init(
    _ limit: Limit,
    found: Int?,
    month: Month? = nil,
    dates: [CivilDate] = [],
    holds: Bool
  ) {
    self.limit = limit
    self.found = found
    self.month = month
    self.dates = dates
    self.holds = holds
  }

  /// Creates a finding of a limit that certain days break.
  package init(_ limit: Limit, brokenBy dates: [CivilDate]) {
    self.init(limit, found: dates.count, dates: dates, holds: dates.isEmpty)
  }
}
