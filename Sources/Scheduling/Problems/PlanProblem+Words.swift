internal import CivilTime

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
    case .yearTooTight(let fitting, let least, let minGap):
      "the period has room for \(fitting.of("issue")) \(minGap.of("day")) apart, and asks for "
        + "\(least)"
    case .aimAboveRoom(let aim, let fitting, let minGap):
      "the aim is \(aim.of("issue")), and the slots have room for \(fitting), "
        + "\(minGap.of("day")) apart"
    case .tooLong(let minutes, let most):
      "an issue takes \(minutes.of("minute")), and may take \(most)"
    case .windowOutsidePeriod(let window, let period):
      "the window \(window.iso) has no day in the period \(period.iso)"
    case .observanceOutsidePeriod:
      "no date of the observance lies in the period"
    case .observanceWithoutSlot(let window):
      "no series has a slot in the window \(window.iso), so the observance is missed"
    case .observanceWithoutSlotOf(let series, let window):
      "the series `\(series)` has no slot in the window \(window.iso), so it misses the observance"
    case .themeWithoutSeries:
      "no series takes the theme"
    case .themeWithoutSlot(let window):
      "no series that takes the theme has a slot in the window \(window.iso)"
    case .themeAboveRoom(let least, let fitting):
      "the theme asks for at least \(least.of("issue")), and its window and series have room for "
        + "\(fitting)"
    case .themePinnedAboveMost(let pins, let most):
      "the theme is pinned \(pins.of("time")), and may come \(most.of("time"))"
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
    case .pinsAboveMonth(let month, let pins, let most):
      "\(month) has \(pins.of("pin")), and at most \(most.of("issue"))"
    case .pinsAbovePeriod(let pins, let least, let most):
      least > pins
        ? "\(pins.of("pin")) and the least of the other months are \(least.of("issue")), and the "
          + "period allows \(most)"
        : "the period has \(pins.of("pin")), and allows \(most.of("issue"))"
    case .pinsNotApart(let first, let second, _, let days):
      "pins on \(first) and \(second) are \((second - first).of("day")) apart, and the series "
        + "keep \(days) apart"
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
    case .yearTooTight:
      "lower min-gap, add a slot rule, or ask for less in the period"
    case .aimAboveRoom(_, let fitting, _):
      "lower the aim to \(fitting), lower min-gap, or add a slot rule"
    case .tooLong(let minutes, _):
      "shorten the issue, or raise max-minutes to \(minutes)"
    case .windowOutsidePeriod:
      "correct the window, or leave it out"
    case .observanceOutsidePeriod:
      "correct its date, or leave the observance out"
    case .observanceWithoutSlot:
      "lengthen lead or lag, or add a slot rule"
    case .observanceWithoutSlotOf:
      "lengthen lead or lag, add a slot rule, or leave the series out of it"
    case .themeWithoutSlot:
      "widen the window, or let another series take the theme"
    case .themeAboveRoom(_, let fitting):
      "lower at-least to \(fitting), widen the window, or let another series take the theme"
    case .themePinnedAboveMost(let pins, _):
      "raise at-most to \(pins), or pin another theme"
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
    case .pinsAboveMonth(_, let pins, _):
      "remove a pin, or allow \(pins) a month"
    case .pinsAbovePeriod(_, let least, _):
      "remove a pin, or allow \(least) in the period and aim at as many"
    case .pinsNotApart:
      "move one of the pins, or lower the days apart"
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
