internal import CivilTime

/// What a file may ask for at most.
///
/// The bounds are far above every real plan. They keep the work that a file can cause within
/// reason, and the arithmetic of the scheduling model within 64 bits: its largest term is the
/// square of twice the product of two numbers of issues, each at most ``slotDays`` and the pins of
/// two files, doubled for rounding: 2 · (2 · 32,000²)² < 2⁶³.
enum Limits {
  /// Characters of an identifier.
  static let identifier = 64
  /// Characters of a text.
  static let text = 1_000
  /// Prices and rewards, in points.
  static let points = 0...1_000_000
  /// Distances, in days.
  static let days = 0...3_660
  /// The fewest days between two issues.
  static let gap = 1...3_660
  /// How many issues.
  static let issues = 0...3_660
  /// How many issues in one month, one a day at the most.
  static let issuesInMonth = 0...31
  /// Minutes of an issue.
  static let minutes = 1...1_440
  /// Working days before an issue, which calendars have to cover.
  static let workingDays = 0...200
  /// The weight of a theme.
  static let share = 1...10_000
  /// Elements of a list.
  static let elements = 1_000
  /// Series of a plan.
  static let series = 100
  /// Slot rules of a series.
  static let slotRules = 20
  /// Calendars of a plan.
  static let calendars = 50
  /// Elements of the list of what appeared.
  static let completions = 10_000
  /// Days that the slot rules of all series give together, each series for itself.
  static let slotDays = 30_000
  /// Days of a period: five years.
  static let period = 1_827
  /// Days before the period for which calendars are read: deadlines reach back that far.
  static let lookBack = 366
  /// Years in which all dates lie.
  static let years = 1_900...2_199
  /// Minutes that a reminder goes off before an issue: a year.
  static let reminder = 527_040
}
