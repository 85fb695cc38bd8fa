public import CivilTime

/// What is wrong with a plan, seen without solving it.
public struct PlanProblem: Sendable, Hashable {
  /// How bad a problem is.
  public enum Severity: String, Sendable, CaseIterable {
    /// The plan contradicts itself: it has no schedule, or cannot have the one it asks for.
    case error
    /// The plan can be scheduled, but hardly means what it says.
    case warning
  }

  /// A kind of thing that a plan refers to.
  public enum Referent: String, Sendable, CaseIterable {
    case outlet
    case calendar
    case series
    case theme
    case observance
    case activity
  }

  /// What is wrong, with the values that show it.
  public enum Kind: Sendable, Hashable {
    /// A number lies outside what can be computed with.
    case outOfRange(what: String, value: Int, range: ClosedRange<Int>)
    /// Two things of one kind have one identifier.
    case duplicate(Referent, id: String)
    /// There is nothing with the identifier that is referred to.
    case unknown(Referent, id: String, known: [String])
    /// A fewest is above its most.
    case leastAboveMost(what: String, least: Int, most: Int)
    /// The aim is above the most issues in the period.
    case aimAboveMost(aim: Int, most: Int)
    /// The aim is under the fewest issues that the period and its months allow.
    case aimBelowLeast(aim: Int, least: Int)
    /// The fewest of all months are above the most of the period.
    case monthsAboveYear(perMonth: Int, months: Int, most: Int)
    /// The most of all months are under the fewest of the period.
    case monthsBelowYear(perMonth: Int, months: Int, least: Int)
    /// A month has fewer slots than issues.
    case monthShortOfSlots(month: Month, slots: Int, least: Int)
    /// The slots of a month are too near to each other for its issues.
    case monthTooTight(month: Month, fitting: Int, least: Int, minGap: Int)
    /// A series has no slot at all.
    case noSlots
    /// The period has no room for its fewest issues, for all its slots.
    case yearTooTight(fitting: Int, least: Int, minGap: Int)
    /// The period has no room for the issues that are aimed at.
    case aimAboveRoom(aim: Int, fitting: Int, minGap: Int)
    /// An issue is longer than it may be.
    case tooLong(minutes: Int, most: Int)
    /// A window has no day in the period.
    case windowOutsidePeriod(window: ClosedRange<CivilDate>, period: ClosedRange<CivilDate>)
    /// An observance has no date in the period.
    case observanceOutsidePeriod
    /// No series that an observance concerns has a slot in its window.
    case observanceWithoutSlot(window: ClosedRange<CivilDate>)
    /// One of the series that an observance names has no slot in its window.
    case observanceWithoutSlotOf(series: String, window: ClosedRange<CivilDate>)
    /// No series takes a theme.
    case themeWithoutSeries
    /// No series that takes a theme has a slot in its window.
    case themeWithoutSlot(window: ClosedRange<CivilDate>)
    /// A theme must come more often than its series have room for in its window.
    case themeAboveRoom(least: Int, fitting: Int)
    /// A theme is pinned more often than it may come.
    case themePinnedAboveMost(pins: Int, most: Int)
    /// No theme takes a series.
    case seriesWithoutTheme
    /// Themes must come more often than there are issues.
    case themesAboveIssues(least: Int, issues: Int)
    /// Themes may not come as often as there must be issues.
    case themesBelowIssues(most: Int, issues: Int)
    /// A series is pinned to a day and banned from it; the position of the ban in the plan.
    case pinnedAndBanned(date: CivilDate, ban: Int)
    /// A series is pinned to one day twice; the position of the first pin in the plan.
    case pinnedTwice(date: CivilDate, first: Int, themes: [String])
    /// Two pins are nearer to each other than issues may be; the position of the first in the plan.
    case pinsTooClose(first: CivilDate, second: CivilDate, firstPin: Int, minGap: Int)
    /// A month has more pins than issues.
    case pinsAboveMonth(month: Month, pins: Int, most: Int)
    /// Pins, and the fewest of the months without as many, are more than the period allows.
    case pinsAbovePeriod(pins: Int, least: Int, most: Int)
    /// Pins of two series are nearer to each other than these series keep apart; the position of
    /// the first in the plan.
    case pinsNotApart(first: CivilDate, second: CivilDate, firstPin: Int, days: Int)
    /// A pin lies outside the period.
    case pinOutsidePeriod(date: CivilDate, period: ClosedRange<CivilDate>)
    /// A ban lies outside the period.
    case banOutsidePeriod(date: CivilDate, period: ClosedRange<CivilDate>)
    /// A pin names a theme that does not take its series.
    case pinnedThemeNotTaken(theme: String, series: String)
    /// A separation names fewer than two series.
    case separationOfOne(series: [String])
  }

  /// What is wrong.
  public var kind: Kind
  /// The line of the plan that is wrong, or the first to look at.
  public var line: PlanLine
  /// How bad it is.
  public var severity: Severity

  /// Creates a problem.
  public init(_ kind: Kind, at line: PlanLine, severity: Severity = .error) {
    self.kind = kind
    self.line = line
    self.severity = severity
  }

  /// Whether limits that the scheduler keeps cannot hold together.
  ///
  /// Such a plan can be understood, and cannot be met; the scheduler finds the clash as well, unless
  /// what it is about is history by then.
  public var isContradiction: Bool {
    guard severity == .error else { return false }
    return switch kind {
    case .aimBelowLeast, .monthsAboveYear, .monthsBelowYear, .monthShortOfSlots, .monthTooTight,
      .yearTooTight, .seriesWithoutTheme, .themeWithoutSlot, .themeAboveRoom,
      .themePinnedAboveMost, .themesAboveIssues, .themesBelowIssues, .pinsTooClose,
      .pinsAboveMonth, .pinsAbovePeriod, .pinsNotApart:
      true
    default: false
    }
  }

  /// Another line of the plan that takes part, if there is one.
  public var otherLine: PlanLine? {
    switch kind {
    case .pinnedAndBanned(_, let ban): .ban(ban)
    case .pinnedTwice(_, let first, _): .pin(first)
    case .pinsTooClose(_, _, let first, _), .pinsNotApart(_, _, let first, _): .pin(first)
    default: nil
    }
  }
}
