/// A day of an activity that calendars show.
///
/// An activity may take months. As one event it would lie over every week of them in a calendar, and over
/// all activities at the same time; what readers act on is when it begins and when it must be over.
package enum Milestone: String, Sendable, Hashable, CaseIterable {
  /// Its first day.
  case start
  /// Its last day; the only one of an activity of one day, and of one for which the plan names no days.
  case end

  /// The number under which releases keep it.
  var number: Int { self == .start ? 1 : 2 }

  /// The milestone of a number.
  package init?(number: Int) {
    guard let milestone = Self.allCases.first(where: { $0.number == number }) else { return nil }
    self = milestone
  }
}
