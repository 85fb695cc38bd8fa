internal import CivilTime

extension PlanChange: CustomStringConvertible {
  /// What is to be done, in English, in the words of a plan file: no capital, no full stop.
  public var description: String {
    switch self {
    case .number(let number, let old, let new):
      "\(new < old ? "lower" : "raise") \(number) from \(old) to \(new.of(number.unit))"
    case .movePin(let pin, let date):
      "move the pin of series \(pin.series) from \(pin.date) to \(date)"
    case .removePin(let pin):
      "remove the pin of series \(pin.series) on \(pin.date)"
    case .removePinnedTheme(let pin):
      "leave out the `theme` of the pin of series \(pin.series) on \(pin.date)"
    case .addPin(let pin, let calendar?):
      "pin an issue of series \(pin.series) to \(pin.date), a day of the calendar \(calendar)"
    case .addPin(let pin, nil):
      "pin an issue of series \(pin.series) to \(pin.date), which no slot rule gives"
    case .removeBan(let ban):
      "remove the ban of series \(ban.series) on \(ban.date)"
    case .useCalendar(let calendar, let series):
      "leave the calendar \(calendar) out of `avoid` of series \(series)"
    case .removeSeparation(let separation):
      "remove `apart` of series \(separation.series.joined(separator: ", "))"
    case .addSeries(let series, let theme):
      "add \(series) to `series` of theme \(theme)"
    case .widenWindow(let theme, let old, let new):
      new.lowerBound < old.lowerBound
        ? "let `window` of theme \(theme) begin on \(new.lowerBound), not \(old.lowerBound)"
        : "let `window` of theme \(theme) end on \(new.upperBound), not \(old.upperBound)"
    case .changeFrom(let date, let old):
      "let the schedule change from \(date) on, not \(old)"
    }
  }
}

extension PlanChange.Number: CustomStringConvertible {
  /// The number, named as in a plan file.
  public var description: String {
    switch self {
    case .perMonthLeast(let series): "the least of `per-month` of series \(series)"
    case .perMonthMost(let series): "the most of `per-month` of series \(series)"
    case .perYearLeast(let series): "the least of `per-year` of series \(series)"
    case .perYearMost(let series): "the most of `per-year` of series \(series)"
    case .aim(let series): "`aim` of series \(series)"
    case .minGap(let series): "`min-gap` of series \(series)"
    case .apart(let separation):
      "`days` of `apart` of series \(separation.series.joined(separator: ", "))"
    case .themeLeast(let theme): "`at-least` of theme \(theme)"
    case .themeMost(let theme): "`at-most` of theme \(theme)"
    }
  }

  /// What the number counts, in the singular.
  fileprivate var unit: String {
    switch self {
    case .perMonthLeast, .perMonthMost, .perYearLeast, .perYearMost, .aim: "issue"
    case .minGap, .apart: "day"
    case .themeLeast, .themeMost: "time"
    }
  }
}
