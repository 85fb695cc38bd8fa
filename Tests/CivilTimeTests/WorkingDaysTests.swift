internal import CivilTime
internal import TestSupport
internal import Testing

@Suite struct WorkingDaysTests {
  static let start = CivilDate(dayNumber: 19_723)  // 2024-01-01, a Monday

  /// Calendars of all kinds, with more exceptions than any government decides.
  static let calendars: [WorkingDays] = {
    var generator = SeededGenerator(seed: 7)
    return (0..<40).map { index in
      func days(_ most: Int) -> Set<CivilDate> {
        Set(
          (0..<Int.random(in: 0...most, using: &generator)).map { _ in
            start + .random(in: 0..<90, using: &generator)
          }
        )
      }
      let rest = Weekday.allCases.shuffled(using: &generator).prefix(index % 8)
      return WorkingDays(
        weeklyRest: Set(rest),
        daysOff: days(30),
        workedInExchange: days(10)
      )
    }
  }()

  /// Looking day by day, no further than 120 days beyond all exceptions.
  private func expected(
    _ count: Int,
    from date: CivilDate,
    by step: Int,
    in calendar: WorkingDays
  ) -> CivilDate? {
    var found: [CivilDate] = []
    var day = date
    for _ in 0..<210 {
      if calendar.isWorkingDay(day) { found.append(day) }
      day = day + step
    }
    if count == 0 { return found.first }
    return found.filter { $0 != date }.dropFirst(count - 1).first
  }

  @Test func theRules() {
    for calendar in Self.calendars {
      for date in Self.start - 10...Self.start + 100 {
        let worked =
          if calendar.workedInExchange.contains(date) {
            true
          } else if calendar.daysOff.contains(date) {
            false
          } else {
            !calendar.weeklyRest.contains(date.weekday)
          }
        #expect(calendar.isWorkingDay(date) == worked)
      }
    }
  }

  @Test func countsAreThoseOfLookingDayByDay() {
    for calendar in Self.calendars {
      for date in stride(from: Self.start - 3, through: Self.start + 93, by: 12) {
        for count in [0, 1, 2, 3, 5, 8] {
          #expect(
            calendar.date(count, before: date) == expected(count, from: date, by: -1, in: calendar)
          )
          #expect(
            calendar.date(count, after: date) == expected(count, from: date, by: 1, in: calendar)
          )
        }
      }
    }
  }

  @Test func rangesAreThoseOfLookingDayByDay() {
    var generator = SeededGenerator(seed: 8)
    for calendar in Self.calendars {
      for _ in 0..<40 {
        let first = Self.start + .random(in: -20...100, using: &generator)
        let period = first...first + .random(in: 0...60, using: &generator)
        #expect(calendar.count(in: period) == period.count { calendar.isWorkingDay($0) })
      }
    }
  }

  /// The two ways of counting say the same.
  @Test func thereAreThatManyWorkingDaysBetween() throws {
    for calendar in Self.calendars where calendar.weeklyRest.count < 7 {
      for count in 1...12 {
        let date = Self.start + 45
        let before = try #require(calendar.date(count, before: date))
        #expect(calendar.count(in: before...date - 1) == count)
        let after = try #require(calendar.date(count, after: date))
        #expect(calendar.count(in: date + 1...after) == count)
      }
    }
  }

  @Test func anOfficeAroundTheHolidaysOf2024() throws {
    let dates = ["2024-04-18", "2024-04-29", "2024-04-30", "2024-05-01"].compactMap {
      CivilDate($0)
    }
    let exchange = try #require(CivilDate("2024-05-04"))
    let office = WorkingDays(daysOff: Set(dates), workedInExchange: [exchange])
    let sunday = try #require(CivilDate("2024-05-05"))
    #expect(office.date(0, before: sunday) == exchange)
    #expect(office.date(1, before: sunday) == exchange)
    #expect(office.date(4, before: sunday)?.description == "2024-04-26")
    #expect(office.date(10, before: sunday)?.description == "2024-04-17")
    #expect(office.date(0, after: sunday)?.description == "2024-05-06")
    #expect(office.date(0, before: exchange) == exchange)
  }

  @Test func whereEverythingIsOffThereIsNoDay() throws {
    let never = WorkingDays(weeklyRest: Set(Weekday.allCases))
    #expect(never.date(0, before: Self.start) == nil && never.date(3, after: Self.start) == nil)
    #expect(never.count(in: .min ... .max) == 0)

    let once = WorkingDays(weeklyRest: Set(Weekday.allCases), workedInExchange: [Self.start])
    #expect(once.date(1, before: Self.start + 1_000_000) == Self.start)
    #expect(once.date(2, before: Self.start + 10) == nil)
    #expect(once.date(0, before: Self.start) == Self.start)
    #expect(once.date(1, before: Self.start) == nil && once.date(1, after: Self.start) == nil)

    let beginning = WorkingDays(daysOff: Set(CivilDate.min...CivilDate.min + 30))
    #expect(beginning.date(0, before: .min + 20) == nil)
    #expect(beginning.date(1, before: .min) == nil && beginning.date(1, after: .max) == nil)
  }

  @Test func negativeCountsTrap() async {
    await #expect(processExitsWith: .failure) {
      _ = WorkingDays().date(-1, before: CivilDate(dayNumber: 0))
    }
  }
}
