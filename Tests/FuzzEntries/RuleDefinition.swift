package import CivilTime
internal import ICalendar

/// A recurrence rule by its definition in RFC 5545, section 3.3.10: every day is looked at.
///
/// It knows the rules that this library accepts, and computes nothing that libical computes.
package struct RuleDefinition: Sendable {
  package var frequency: String
  package var interval = 1
  package var count: Int?
  package var until: CivilDate?
  package var months: [Int] = []
  package var monthDays: [Int] = []
  package var yearDays: [Int] = []
  package var weekdays: [(ordinal: Int, weekday: Weekday)] = []
  package var positions: [Int] = []
  package var weekStart = Weekday.monday

  /// The weekdays as RFC 5545 writes them, from Monday.
  package static let codes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

  /// Defines a rule that applies in each period of its frequency.
  package init(frequency: String) {
    self.frequency = frequency
  }

  /// The days of the rule by its definition: every day is looked at, period by period.
  package func days(from start: CivilDate, through end: CivilDate) -> [CivilDate] {
    var rule = self
    if frequency == "WEEKLY", weekdays.isEmpty { rule.weekdays = [(0, start.weekday)] }
    if frequency == "MONTHLY" || frequency == "YEARLY", weekdays.isEmpty, monthDays.isEmpty,
      yearDays.isEmpty
    {
      rule.monthDays = [start.day]
      if frequency == "YEARLY", months.isEmpty { rule.months = [start.month] }
    }
    var days: [CivilDate] = []
    var period: (number: Int, days: [CivilDate])?
    func close() {
      guard let period else { return }
      let last = period.days.count
      days += period.days.enumerated()
        .filter { index, _ in
          positions.isEmpty || positions.contains(index + 1) || positions.contains(index - last)
        }
        .map(\.element)
    }
    // Positions are counted in whole periods, wherever the start lies in the first.
    for day in (start - 366)...(end + 366) {
      let number = rule.period(of: day, from: start)
      if period?.number != number {
        close()
        period = (number, [])
      }
      if number >= 0, number.isMultiple(of: interval), rule.takes(day) { period?.days.append(day) }
    }
    close()
    return days.filter { $0 >= start }.prefix(count ?? Int.max)
      .filter { $0 <= min(end, until ?? end) }
  }

  private func period(of day: CivilDate, from start: CivilDate) -> Int {
    func week(_ day: CivilDate) -> Int {
      // 0001-01-01, the first of all dates, is a Monday.
      (day - CivilDate.min - (weekStart.rawValue - 1) + 7) / 7
    }
    switch frequency {
    case "DAILY": return day - start
    case "WEEKLY": return week(day) - week(start)
    case "MONTHLY": return Month(containing: start).distance(to: Month(containing: day))
    default: return day.year - start.year
    }
  }

  private func takes(_ day: CivilDate) -> Bool {
    let month = Month(containing: day)
    let yearLength = Month.isLeapYear(day.year) ? 366 : 365
    func among(_ numbers: [Int], _ number: Int, of length: Int) -> Bool {
      numbers.isEmpty || numbers.contains(number) || numbers.contains(number - length - 1)
    }
    guard months.isEmpty || months.contains(day.month),
      among(monthDays, day.day, of: month.dayCount),
      among(yearDays, day.dayOfYear, of: yearLength)
    else { return false }
    let inMonth = frequency == "MONTHLY" || !months.isEmpty
    let (number, length) = inMonth ? (day.day, month.dayCount) : (day.dayOfYear, yearLength)
    return weekdays.isEmpty
      || weekdays.contains { ordinal, weekday in
        weekday == day.weekday
          && (ordinal == 0 || ordinal == (number - 1) / 7 + 1
            || ordinal == -((length - number) / 7 + 1))
      }
  }
}
