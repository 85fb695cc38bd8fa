internal import CivilTime
internal import Testing

/// The lunar calendar against an ephemeris by other authors, for every day that is computed.
@Suite struct LunarYearTests {
  static let years = LunarYear.supported.compactMap { LunarYear($0) }

  /// The first day of a year and the lengths of its months say which day each of its days is.
  @Test func everyYearIsThatOfTheEphemeris() {
    let lines = Self.years.map { year in
      let leap = year.months.first(where: \.isLeap).map { String($0.number) } ?? "-"
      let lengths = year.months.map { $0.days.count == 30 ? "0" : "9" }.joined()
      return "\(year.year) \(year.days.lowerBound) \(leap) \(lengths)"
    }
    #expect(lines.count == 300)
    for (line, expected) in zip(lines, Fixture.lunarYears.lines) {
      #expect(line == expected)
    }
    #expect(lines.count == Fixture.lunarYears.lines.count)
  }

  @Test func theFixtureIsWhatItsScriptMakes() throws {
    #expect(try Fixture.lunarYears.recomputed() == Fixture.lunarYears.lines)
  }

  /// Without gaps from the first day to the last, each month with 29 or 30 days, numbered in turn.
  @Test func monthsCoverTheYears() throws {
    var next = try #require(CivilDate("1900-01-31"))
    for year in Self.years {
      #expect(year.days.lowerBound == next)
      var number = 0
      for month in year.months {
        #expect(month.days.lowerBound == next)
        #expect(29...30 ~= month.days.count)
        #expect(month.year == year.year)
        if !month.isLeap { number += 1 }
        #expect(month.number == number)
        next = month.days.upperBound + 1
      }
      #expect(number == 12 && year.months.count(where: \.isLeap) == year.months.count - 12)
      #expect(year.days.upperBound + 1 == next)
    }
    #expect(next.description == "2200-02-15")
  }

  @Test func monthsAreFoundByNumber() throws {
    let year = try #require(LunarYear(2025))
    #expect(year.month(6)?.days.lowerBound.description == "2025-06-25")
    #expect(year.month(6, isLeap: true)?.days.lowerBound.description == "2025-07-25")
    #expect(year.month(7, isLeap: true) == nil)
    #expect(year.month(0) == nil && year.month(13) == nil)
  }

  @Test func otherYearsAreNotComputed() {
    #expect(LunarYear(1899) == nil && LunarYear(2200) == nil)
    #expect(LunarYear(.min) == nil && LunarYear(.max) == nil)
  }

  /// Years of note: those in which Tết was or will be on another day in Viet Nam than in China.
  @Test(arguments: [
    (1968, "1968-01-29"), (1985, "1985-01-21"), (2007, "2007-02-17"), (2024, "2024-02-10"),
    (2027, "2027-02-06"), (2030, "2030-02-02"), (2053, "2053-02-18"),
  ])
  func tet(year: Int, date: String) {
    #expect(LunarYear(year)?.days.lowerBound.description == date)
  }

  /// A second list, by people: every Tết that the Python package `holidays` knows.
  @Test func tetIsWhereTheHolidaysPackageHasIt() {
    let lines = Fixture.publicHolidays.lines.filter { $0.dropFirst(10) == " Tết Nguyên Đán" }
    let expected = lines.map { String($0.prefix(10)) }
    #expect(expected.count == 200)
    let years = Self.years.filter { 1901...2100 ~= $0.year }
    #expect(years.map(\.days.lowerBound.description) == expected)
  }
}
