/// The keys of a plan file.
enum PlanKey: String, FileKey {
  case id, title, source, period, timezone, language, outlets, calendars, series, observances
  case themes, apart, pins, bans, activities, costs, publish

  static let element = "a plan"
  static let required: Set<PlanKey> = [.id, .title, .period, .outlets, .series]
}

/// The keys of the document that a plan was issued as.
enum SourceKey: String, FileKey {
  case number, issuer, date

  static let element = "a source document"
  static let required: Set<SourceKey> = [.number]
}

/// The keys of the period of a plan.
enum PeriodKey: String, FileKey {
  case from, to

  static let element = "a period"
  static let required: Set<PeriodKey> = [.from, .to]
}

/// The keys of an outlet.
enum OutletKey: String, FileKey {
  case id, kind, name, clause

  static let element = "an outlet"
  static let required: Set<OutletKey> = [.id, .kind, .name]
}

/// The keys of a calendar.
enum CalendarKey: String, FileKey {
  case id, file

  static let element = "a calendar"
  static let required: Set<CalendarKey> = [.id, .file]
}

/// The keys of a series.
enum SeriesKey: String, FileKey {
  case id, outlet, title, clause, minutes
  case maxMinutes = "max-minutes"
  case perMonth = "per-month"
  case perYear = "per-year"
  case aim
  case minGap = "min-gap"
  case slots, avoid, repeats, deadlines

  static let element = "a series"
  static let required: Set<SeriesKey> = [.id, .outlet, .title, .slots]
}

/// The keys of a limit on how many issues there are.
enum CountKey: String, FileKey {
  case min, max

  static let element = "a limit"
}

/// The keys of a slot rule.
enum SlotKey: String, FileKey {
  case rule, at, calendar, cost

  static let element = "a slot rule"
}

/// The keys of a further airing.
enum RepeatKey: String, FileKey {
  case after, at, channel

  static let element = "a repeat"
  static let required: Set<RepeatKey> = [.after, .at]
}

/// The keys of a deadline.
enum DeadlineKey: String, FileKey {
  case id, title, before, owner

  static let element = "a deadline"
  static let required: Set<DeadlineKey> = [.id, .title, .before, .owner]
}

/// The keys of an observance.
enum ObservanceKey: String, FileKey {
  case id, title, clause, date, lead, lag, points, series, theme

  static let element = "an observance"
  static let required: Set<ObservanceKey> = [.id, .title, .date, .points]
}

/// The keys of a theme.
enum ThemeKey: String, FileKey {
  case id, title, clause, share, series, window
  case atLeast = "at-least"
  case atMost = "at-most"

  static let element = "a theme"
  static let required: Set<ThemeKey> = [.id, .title]
}

/// The keys of a stretch of days whose ends may be left open.
enum WindowKey: String, FileKey {
  case from, to

  static let element = "a window"
}

/// The keys of a separation.
enum SeparationKey: String, FileKey {
  case series, days, clause

  static let element = "a separation"
  static let required: Set<SeparationKey> = [.series, .days]
}

/// The keys of a pin.
enum PinKey: String, FileKey {
  case series, date, theme, why, clause

  static let element = "a pin"
  static let required: Set<PinKey> = [.series, .date]
}

/// The keys of a ban.
enum BanKey: String, FileKey {
  case series, date, why, clause

  static let element = "a ban"
  static let required: Set<BanKey> = [.series, .date]
}

/// The keys of an activity.
enum ActivityKey: String, FileKey {
  case id, title, clause, owner, window

  static let element = "an activity"
  static let required: Set<ActivityKey> = [.id, .title]
}

/// The keys of the prices.
enum CostKey: String, FileKey {
  case short, uneven, moved, repeated, rethemed

  static let element = "costs"
}

/// The keys of how a plan is published.
enum PublishKey: String, FileKey {
  case reminders
  case keepCancelled = "keep-cancelled"
  case release

  static let element = "publishing options"
}

/// The keys of what holds a release back.
enum ReleaseKey: String, FileKey {
  case broken, unusual

  static let element = "release options"
}

/// The keys of a file of decisions.
enum DecisionsKey: String, FileKey {
  case pins, bans, done

  static let element = "the decisions"
}

/// The keys of what really appeared.
enum CompletionKey: String, FileKey {
  case issue, date, link, note

  static let element = "a finished issue"
  static let required: Set<CompletionKey> = [.issue]
}
