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
    /// An issue is longer than it may be.
    case tooLong(minutes: Int, most: Int)
    /// A window has no day in the period.
    case windowOutsidePeriod(window: ClosedRange<CivilDate>, period: ClosedRange<CivilDate>)
    /// An observance has no date in the period.
    case observanceOutsidePeriod
    /// No series takes a theme.
    case themeWithoutSeries
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
      .seriesWithoutTheme, .themesAboveIssues, .themesBelowIssues, .pinsTooClose:
      true
    default: false
    }
  }

  /// Another line of the plan that takes part, if there is one.
  public var otherLine: PlanLine? {
    switch kind {
    case .pinnedAndBanned(_, let ban): .ban(ban)
    case .pinnedTwice(_, let first, _): .pin(first)
    case .pinsTooClose(_, _, let first, _): .pin(first)
    default: nil
    }
  }
}

extension PlanProblem {
  /// What is wrong, in English, with the values that show it: no capital, no full stop.
  public var message: String {
    switch kind {
    case .outOfRange(let what, let value, let range):
      "\(what) is \(value), and must be \(range.lowerBound) to \(range.upperBound)"
    case .duplicate(let referent, let id):
      "there are two \(referent.plural) `\(id)`"
    case .unknown(let referent, let id, _):
      "there is no \(referent.rawValue) `\(id)`"
    case .leastAboveMost(let what, let least, let most):
      "\(what) asks for at least \(least), and at most \(most)"
    case .aimAboveMost(let aim, let most):
      "the aim is \(aim.of("issue")), and the period allows \(most)"
    case .aimBelowLeast(let aim, let least):
      "the aim is \(aim.of("issue")), and the limits ask for \(least)"
    case .monthsAboveYear(let perMonth, let months, let most):
      "\(perMonth) a month are \(perMonth * months) in \(months.of("month")), and the period "
        + "allows \(most)"
    case .monthsBelowYear(let perMonth, let months, let least):
      "\(perMonth) a month are \(perMonth * months) in \(months.of("month")), and the period "
        + "asks for \(least)"
    case .monthShortOfSlots(let month, let slots, let least):
      "\(month) has \(slots.of("slot")), and asks for \(least.of("issue"))"
    case .monthTooTight(let month, let fitting, let least, let minGap):
      "\(month) has room for \(fitting.of("issue")) \(minGap.of("day")) apart, and asks for "
        + "\(least)"
    case .noSlots:
      "no day of the period is a slot"
    case .tooLong(let minutes, let most):
      "an issue takes \(minutes.of("minute")), and may take \(most)"
    case .windowOutsidePeriod(let window, let period):
      "the window \(window.iso) has no day in the period \(period.iso)"
    case .observanceOutsidePeriod:
      "no date of the observance lies in the period"
    case .themeWithoutSeries:
      "no series takes the theme"
    case .seriesWithoutTheme:
      "no theme takes the series"
    case .themesAboveIssues(let least, let issues):
      "the themes ask for \(least.of("issue")), and there are at most \(issues)"
    case .themesBelowIssues(let most, let issues):
      "the themes take at most \(most.of("issue")), and there are at least \(issues)"
    case .pinnedAndBanned(let date, _):
      "an issue is pinned to \(date), and banned from it"
    case .pinnedTwice(let date, _, let themes) where themes.count > 1:
      "an issue is pinned to \(date) twice, with the themes "
        + "\(themes.map { "`\($0)`" }.joined(separator: " and "))"
    case .pinnedTwice(let date, _, _):
      "an issue is pinned to \(date) twice"
    case .pinsTooClose(let first, let second, _, let minGap):
      "pins on \(first) and \(second) are \((second - first).of("day")) apart, and issues are at "
        + "least \(minGap)"
    case .pinOutsidePeriod(let date, let period):
      "the pin on \(date) lies outside the period \(period.iso)"
    case .banOutsidePeriod(let date, let period):
      "the ban on \(date) lies outside the period \(period.iso)"
    case .pinnedThemeNotTaken(let theme, let series):
      "the theme `\(theme)` does not take the series `\(series)`"
    case .separationOfOne(let series):
      "series are kept apart, but \(series.isEmpty ? "none is" : "only `\(series[0])` is") named"
    }
  }

  /// What to do about it, in English: no capital, no full stop.
  public var advice: String {
    switch kind {
    case .outOfRange(_, let value, let range):
      value < range.lowerBound
        ? "write \(range.lowerBound) or more" : "write \(range.upperBound) or less"
    case .duplicate:
      "rename one of them"
    case .unknown(let referent, _, let known):
      known.isEmpty
        ? "the plan has no \(referent.plural)"
        : "the plan has \(known.map { "`\($0)`" }.joined(separator: ", "))"
    case .leastAboveMost(_, let least, let most):
      "lower the least to \(most), or raise the most to \(least)"
    case .aimAboveMost(_, let most):
      "lower the aim to \(most), or allow more in the period"
    case .aimBelowLeast(_, let least):
      "raise the aim to \(least), or ask for less"
    case .monthsAboveYear(let perMonth, let months, _):
      "allow \(perMonth * months) in the period, or ask for less a month"
    case .monthsBelowYear(_, let months, let least):
      "allow \((least + months - 1) / max(1, months)) a month, or ask for less in the period"
    case .monthShortOfSlots, .noSlots:
      "add a slot rule, avoid fewer calendars, or ban fewer days"
    case .monthTooTight:
      "lower min-gap, add a slot rule, or ask for less a month"
    case .tooLong(let minutes, _):
      "shorten the issue, or raise max-minutes to \(minutes)"
    case .windowOutsidePeriod:
      "correct the window, or leave it out"
    case .observanceOutsidePeriod:
      "correct its date, or leave the observance out"
    case .themeWithoutSeries:
      "name a series, or leave `series` out for all"
    case .seriesWithoutTheme:
      "add the series to a theme, or add a theme for all series"
    case .themesAboveIssues(_, let issues):
      "lower at-least to \(issues) in total, or aim at more issues"
    case .themesBelowIssues:
      "raise at-most, or add a theme without it"
    case .pinnedAndBanned:
      "remove the pin or the ban"
    case .pinnedTwice:
      "remove one of the pins"
    case .pinsTooClose:
      "move one of the pins, or lower min-gap"
    case .pinOutsidePeriod, .banOutsidePeriod:
      "correct the date, or remove it"
    case .pinnedThemeNotTaken:
      "pin another theme, or add the series to the theme"
    case .separationOfOne:
      "name two series or more, or remove it"
    }
  }
}

extension PlanProblem.Referent {
  fileprivate var plural: String {
    switch self {
    case .series: "series"
    case .activity: "activities"
    default: "\(rawValue)s"
    }
  }
}

extension ClosedRange where Bound == CivilDate {
  fileprivate var iso: String { "\(lowerBound) to \(upperBound)" }
}
