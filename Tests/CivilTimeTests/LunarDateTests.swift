internal import CivilTime
internal import TestSupport
internal import Testing

@Suite struct LunarDateTests {
  /// The lunar days from 1900-01-31 on, counted off month by month.
  static let days: [(month: LunarMonth, day: Int, date: CivilDate)] =
    LunarYear.supported.compactMap { LunarYear($0) }.flatMap(\.months).flatMap { month in
      zip(1..., month.days).map { (month, $0, $1) }
    }

  /// Both ways, on every 97th day and all days of two years with a leap month.
  @Test func datesLeadBackToTheDay() throws {
    #expect(Self.days.count == 109_588)
    let sample =
      Self.days.enumerated().filter { $0.offset.isMultiple(of: 97) }.map(\.element)
      + Self.days.filter { [1900, 2025].contains($0.month.year) }
    for (month, day, date) in sample {
      let lunar = LunarDate(
        year: month.year,
        month: month.number,
        isLeapMonth: month.isLeap,
        day: day
      )
      guard let lunar, CivilDate(lunar) == date, LunarDate(date) == lunar,
        (lunar.year, lunar.month) == (month.year, month.number),
        (lunar.isLeapMonth, lunar.day) == (month.isLeap, day)
      else {
        Issue.record("\(date) is not day \(day) of \(month)")
        return
      }
    }
  }

  @Test func daysThatDoNotExistAreNotMade() {
    // Month 1 of 2024 has 29 days, month 2 has 30; month 2 of 2023 and month 6 of 2025 are doubled.
    #expect(LunarDate(year: 2024, month: 1, day: 30) == nil)
    #expect(LunarDate(year: 2024, month: 2, day: 30) != nil)
    #expect(LunarDate(year: 2024, month: 2, day: 31) == nil)
    #expect(LunarDate(year: 2024, month: 1, day: 0) == nil)
    #expect(LunarDate(year: 2024, month: 0, day: 1) == nil)
    #expect(LunarDate(year: 2024, month: 13, day: 1) == nil)
    #expect(LunarDate(year: 2024, month: 6, isLeapMonth: true, day: 1) == nil)
    #expect(LunarDate(year: 2025, month: 6, isLeapMonth: true, day: 1) != nil)
    #expect(LunarDate(year: 1899, month: 12, day: 1) == nil)
    #expect(LunarDate(year: 2200, month: 1, day: 1) == nil)
  }

  @Test func daysOutsideTheCalendarAreNotFound() throws {
    for text in [
      "0001-01-01", "1899-12-31", "1900-01-30", "2200-02-15", "2201-01-01", "9999-12-31",
    ] {
      let date = try #require(CivilDate(text))
      #expect(LunarDate(date) == nil, "\(date)")
    }
    for text in ["1900-01-31", "2200-02-14"] {
      #expect(LunarDate(try #require(CivilDate(text))) != nil)
    }
  }

  /// Every lunar day of the year in random periods, against a search through all days.
  @Test func yearlyDatesAreAllFound() throws {
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<25 {
      let first = CivilDate(dayNumber: .random(in: -25_700...84_100, using: &generator))
      let period = first...first + .random(in: 0...1_200, using: &generator)
      let month = Int.random(in: 1...12, using: &generator)
      let day = Int.random(in: 1...30, using: &generator)
      let expected = Self.days.filter {
        $0.month.number == month && !$0.month.isLeap && $0.day == day && period.contains($0.date)
      }
      #expect(LunarDate.dates(month: month, day: day, in: period) == expected.map(\.date))
    }
  }

  @Test func aYearMayHaveNoneOrTwo() throws {
    func dates(_ month: Int, _ day: Int, _ year: Int) throws -> [String] {
      let first = try #require(CivilDate(year: year, month: 1, day: 1))
      let last = try #require(CivilDate(year: year, month: 12, day: 31))
      return LunarDate.dates(month: month, day: day, in: first...last).map(\.description)
    }
    // The regular month 2 of 2023, not the leap month that follows it.
    #expect(try dates(2, 10, 2023) == ["2023-03-01"])
    #expect(try dates(3, 10, 2024) == ["2024-04-18"])
    // Month 1 of 2024 has 29 days.
    #expect(try dates(1, 30, 2024) == [])
    // 11/20 of 2023 and of 2024 are both in 2024? They are: on 1 January and 20 December.
    #expect(try dates(11, 20, 2024) == ["2024-01-01", "2024-12-20"])
    #expect(try dates(13, 1, 2024) == [] && dates(1, 31, 2024) == [] && dates(0, 0, 2024) == [])
    #expect(try dates(1, 1, 1800) == [] && dates(1, 1, 2300) == [])
  }

  @Test func theWholeRangeOfDatesCanBeAsked() {
    #expect(LunarDate.dates(month: 1, day: 1, in: .min ... .max).count == 300)
  }

  @Test func datesAreOrderedAsTheirDays() throws {
    let year = try #require(LunarYear(2025))
    let lunar = year.days.compactMap { LunarDate($0) }
    #expect(lunar.count == 384)
    #expect(lunar.reversed().sorted() == lunar)
  }

  @Test func textNamesTheLeapMonth() {
    #expect(LunarDate(year: 2024, month: 3, day: 10)?.description == "lunar 2024-03-10")
    let leap = LunarDate(year: 2025, month: 6, isLeapMonth: true, day: 1)
    #expect(leap?.description == "lunar 2025-06-01 (leap)")
  }
}
