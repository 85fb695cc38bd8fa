internal import CivilTime
internal import TestSupport
internal import Testing

@Suite struct VietnameseHolidaysTests {
  /// The holidays of a year by day, such as `2024-02-13 lunarNewYear for 2024-02-10`.
  private func lines(_ year: Int) -> [String] {
    VietnameseHolidays.days(in: year).map { holiday in
      let name = "\(holiday.date) \(holiday.occasion)"
      return switch holiday.kind {
      case .statutory: name
      case .compensation(let date): "\(name) for \(date)"
      }
    }
  }

  /// What the notice of the ministry for 2024 says, but for the exchange of 29 April.
  @Test func theYear2024() {
    #expect(
      lines(2024) == [
        "2024-01-01 newYear",
        "2024-02-08 lunarNewYear", "2024-02-09 lunarNewYear", "2024-02-10 lunarNewYear",
        "2024-02-11 lunarNewYear", "2024-02-12 lunarNewYear",
        "2024-02-13 lunarNewYear for 2024-02-10", "2024-02-14 lunarNewYear for 2024-02-11",
        "2024-04-18 hungKings",
        "2024-04-30 reunification", "2024-05-01 labour",
        "2024-09-02 nationalDay", "2024-09-03 nationalDay",
      ]
    )
  }

  /// Three holidays in a row, two of them on a weekend.
  @Test func theSpringOf2023() {
    #expect(
      lines(2023).filter { "2023-04" < $0 && $0 < "2023-06" } == [
        "2023-04-29 hungKings", "2023-04-30 reunification", "2023-05-01 labour",
        "2023-05-02 hungKings for 2023-04-29", "2023-05-03 reunification for 2023-04-30",
      ]
    )
  }

  /// A year of the first Labour Code, and the years in which holidays were added.
  @Test func holidaysCameOneByOne() {
    #expect(
      lines(2006) == [
        "2006-01-01 newYear", "2006-01-02 newYear for 2006-01-01",
        "2006-01-28 lunarNewYear", "2006-01-29 lunarNewYear", "2006-01-30 lunarNewYear",
        "2006-01-31 lunarNewYear", "2006-02-01 lunarNewYear for 2006-01-28",
        "2006-02-02 lunarNewYear for 2006-01-29",
        "2006-04-30 reunification", "2006-05-01 labour", "2006-05-02 reunification for 2006-04-30",
        "2006-09-02 nationalDay", "2006-09-04 nationalDay for 2006-09-02",
      ]
    )
    func count(_ occasion: PublicHoliday.Occasion, _ year: Int) -> Int {
      VietnameseHolidays.days(in: year).count { $0.occasion == occasion && $0.kind == .statutory }
    }
    #expect([2006, 2007].map { count(.hungKings, $0) } == [0, 1])
    #expect([2013, 2014].map { count(.lunarNewYear, $0) } == [4, 5])
    #expect([2020, 2021].map { count(.nationalDay, $0) } == [1, 2])
    #expect([2025, 2026].map { count(.culture, $0) } == [0, 1])
  }

  @Test func thereAreNoneOutsideTheSupportedYears() {
    for year in [Int.min, 1999, 2200, .max] {
      #expect(VietnameseHolidays.days(in: year).isEmpty)
    }
    #expect(VietnameseHolidays.supported == 2000...2199)
  }

  /// The law of compensation, on all years: one working day for each rest day, and no sooner.
  @Test(arguments: VietnameseHolidays.supported)
  func restDaysAreCompensatedFor(year: Int) {
    let holidays = VietnameseHolidays.days(in: year)
    #expect(holidays.map(\.date) == holidays.map(\.date).sorted())
    #expect(holidays.allSatisfy { $0.date.year == year })
    let statutory = Set(holidays.filter { $0.kind == .statutory }.map(\.date))
    let onRestDays = statutory.filter { $0.weekday >= .saturday }
    var compensated: Set<CivilDate> = []
    var taken = statutory
    for holiday in holidays {
      guard case .compensation(let date) = holiday.kind else { continue }
      #expect(compensated.insert(date).inserted && onRestDays.contains(date))
      #expect(holiday.date.weekday < .saturday && taken.insert(holiday.date).inserted)
      // Every day between the two is off for another reason.
      let between = (date...holiday.date).dropFirst().dropLast()
      #expect(between.allSatisfy { $0.weekday >= .saturday || taken.contains($0) })
    }
    #expect(compensated == onRestDays)
  }

  /// The whole of 2021 to 2050 against the Python package `holidays`.
  ///
  /// The two differ in three ways, each of them known:
  /// - The package has the days that the government exchanged, which no law foretells.
  /// - It always takes one day before Tết and four from it on. Where Tết is a Monday, a Wednesday
  ///   or a Thursday, another Saturday or Sunday is named; the same working days are off.
  /// - For the same reason it may name a day of Tết that is a day in lieu here, and never tells
  ///   the days in lieu of Tết from Tết.
  @Test(arguments: 2021...2050)
  func theHolidaysPackageHasTheSameWorkingDaysOff(year: Int) throws {
    let lines = Fixture.publicHolidays.lines.filter { $0.hasPrefix("\(year)") }
    var theirs: [CivilDate: String] = [:]
    for line in lines where !line.contains("(thay cho ngày") {
      theirs[try #require(CivilDate(String(line.prefix(10))))] = String(line.dropFirst(11))
    }
    let holidays = VietnameseHolidays.days(in: year)
    let ours = Set(holidays.map(\.date))
    let differences = ours.symmetricDifference(theirs.keys)
    let tet = try #require(LunarYear(year)).days.lowerBound
    #expect(differences.allSatisfy { $0.weekday >= .saturday && -2...3 ~= $0 - tet })
    #expect(differences.isEmpty == ![.monday, .wednesday, .thursday].contains(tet.weekday))

    for holiday in holidays {
      guard let name = theirs[holiday.date] else { continue }
      switch holiday.occasion {
      case .lunarNewYear: #expect(name.contains("Tết"))
      case .newYear: #expect(name.hasPrefix("Tết Dương lịch"))
      case .hungKings: #expect(name.hasPrefix("Ngày Giỗ Tổ Hùng Vương"))
      case .reunification: #expect(name.hasPrefix("Ngày Chiến thắng"))
      case .labour: #expect(name.hasPrefix("Ngày Quốc tế Lao động"))
      case .nationalDay: #expect(name.hasPrefix("Quốc khánh"))
      case .culture: #expect(name.hasPrefix("Ngày Văn hóa Việt Nam"))
      }
      if holiday.occasion != .lunarNewYear {
        #expect(name.contains("(nghỉ bù)") == (holiday.kind != .statutory))
      }
    }
  }

  @Test func theFixtureIsWhatItsScriptMakes() throws {
    #expect(try Fixture.publicHolidays.recomputed() == Fixture.publicHolidays.lines)
  }

  @Test func namesTellDaysInLieu() {
    let date = CivilDate(dayNumber: 0)
    let day = PublicHoliday(date: date, occasion: .nationalDay)
    let inLieu = PublicHoliday(
      date: date + 2,
      occasion: .nationalDay,
      kind: .compensation(for: date)
    )
    #expect([day, inLieu].map(\.vietnameseName) == ["Quốc khánh", "Quốc khánh (nghỉ bù)"])
    #expect([day, inLieu].map(\.englishName) == ["National Day", "National Day (day in lieu)"])
    let occasions = PublicHoliday.Occasion.allCases
    #expect(Set(occasions.map(\.vietnameseName)).count == occasions.count)
    #expect(Set(occasions.map(\.englishName)).count == occasions.count)
  }
}
