/// Which days are worked: a working week with its exceptions.
///
/// ```swift
/// let office = WorkingDays(daysOff: [reunificationDay, labourDay])
/// office.date(10, before: issue)   // the day 10 working days before an issue
/// ```
///
/// A day worked in exchange for another (làm bù) is a working day, whatever else is said of it. Of
/// all other days, the days off and the weekly rest days are not working days.
public struct WorkingDays: Sendable, Hashable {
  /// The days of the week that are not worked.
  public var weeklyRest: Set<Weekday>
  /// The days that are not worked, such as public holidays.
  public var daysOff: Set<CivilDate>
  /// The days that are worked in exchange for a day off.
  public var workedInExchange: Set<CivilDate>

  /// Creates a calendar of working days.
  public init(
    weeklyRest: Set<Weekday> = [.saturday, .sunday],
    daysOff: Set<CivilDate> = [],
    workedInExchange: Set<CivilDate> = []
  ) {
    self.weeklyRest = weeklyRest
    self.daysOff = daysOff
    self.workedInExchange = workedInExchange
  }

  /// Whether a day is worked.
  public func isWorkingDay(_ date: CivilDate) -> Bool {
    workedInExchange.contains(date)
      || !weeklyRest.contains(date.weekday) && !daysOff.contains(date)
  }

  /// The working day that lies some working days before a date.
  ///
  /// It is the `count`-th working day before the date, so that from it up to the date, the date
  /// itself left out, there are `count` working days. For 0 it is the date itself or, where the
  /// date is off, the last working day before it, so that 0 and 1 then give the same day.
  ///
  /// The time is linear in the days from the result to the date.
  ///
  /// - Parameters:
  ///   - count: How many working days before, at least 0.
  ///   - date: The date to count from.
  /// - Returns: `nil` where there is no such day from ``CivilDate/min`` on, because everything
  ///   before is off.
  /// - Precondition: `count` is not negative.
  public func date(_ count: Int, before date: CivilDate) -> CivilDate? {
    self.date(count, from: date, by: -1)
  }

  /// The working day that lies some working days after a date.
  ///
  /// It is the mirror of ``date(_:before:)``: the `count`-th working day after the date; for 0 the
  /// date itself or, where the date is off, the first working day after it.
  ///
  /// The time is linear in the days from the date to the result.
  ///
  /// - Parameters:
  ///   - count: How many working days after, at least 0.
  ///   - date: The date to count from.
  /// - Returns: `nil` where there is no such day up to ``CivilDate/max``, because everything
  ///   after is off.
  /// - Precondition: `count` is not negative.
  public func date(_ count: Int, after date: CivilDate) -> CivilDate? {
    self.date(count, from: date, by: 1)
  }

  /// How many working days there are in a range of days.
  ///
  /// The time is linear in the number of exceptions, and does not depend on the range.
  public func count(in period: ClosedRange<CivilDate>) -> Int {
    // Whole weeks have the same working days; what is left of them is less than a week.
    let (weeks, rest) = period.count.quotientAndRemainder(dividingBy: 7)
    let regular =
      weeks * (7 - weeklyRest.count)
      + period.prefix(rest).count { !weeklyRest.contains($0.weekday) }
    let missed = daysOff.count {
      period.contains($0) && !weeklyRest.contains($0.weekday)
    }
    let regained = workedInExchange.count {
      period.contains($0) && (weeklyRest.contains($0.weekday) || daysOff.contains($0))
    }
    return regular - missed + regained
  }

  /// Walks from a date, one day at a time in the direction of `step`, which is 1 or -1.
  private func date(_ count: Int, from date: CivilDate, by step: Int) -> CivilDate? {
    precondition(count >= 0, "\(count) is no number of working days")
    if count == 0 && isWorkingDay(date) { return date }
    var remaining = Swift.max(count, 1)
    var day = date
    guard let last = lastCandidate(by: step) else { return nil }
    while day.distance(to: last) * step > 0 {
      day = day + step
      if isWorkingDay(day) { remaining -= 1 }
      if remaining == 0 { return day }
    }
    return nil
  }

  /// The last day, in the direction of `step`, that can be a working day; `nil` for none.
  private func lastCandidate(by step: Int) -> CivilDate? {
    // In a week without a working day only exchanges are worked; without this, a search that can
    // only fail would walk through thousands of years.
    if weeklyRest.count == Weekday.allCases.count {
      return step > 0 ? workedInExchange.max() : workedInExchange.min()
    }
    return step > 0 ? .max : .min
  }
}
