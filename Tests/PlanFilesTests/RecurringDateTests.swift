import CivilTime
import TestSupport
import Testing

@testable import PlanFiles

@Suite struct RecurringDateTests {
  @Test("A day of each year is that day in each year that has it", arguments: 0..<10)
  func yearly(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<20 {
      let start = CivilDate(dayNumber: Int.random(in: -25_000...80_000, using: &generator))
      let period = start...start + Int.random(in: 0...1_826, using: &generator)
      let month = Int.random(in: 1...12, using: &generator)
      let day = Int.random(in: 1...31, using: &generator)
      let text = (month < 10 ? "0" : "") + "\(month)-" + (day < 10 ? "0" : "") + "\(day)"
      let days = period.filter { $0.month == month && $0.day == day }
      guard let date = RecurringDate(text) else {
        // Such as 30 February, which no year has.
        #expect(CivilDate(year: 2_000, month: month, day: day) == nil)
        continue
      }
      #expect(date.dates(in: period) == days, "\(text)")
    }
  }

  @Test("29 February comes in leap years only")
  func leapDay() throws {
    let first = try #require(CivilDate("2023-01-01"))
    let date = try #require(RecurringDate("02-29"))
    #expect(date.dates(in: first...first + 364).isEmpty)
    #expect(date.dates(in: first...first + 730).map(\.description) == ["2024-02-29"])
  }

  @Test(
    "Lunar dates",
    arguments: [
      ("lunar 01-01", ["2024-02-10"]), ("lunar 03-10", ["2024-04-18"]),
      // The twelfth month of the lunar year 2023 had 30 days, that of 2022 and of 2024 had not.
      ("lunar 12-30", ["2024-02-09"]),
    ]
  )
  func lunar(text: String, days: [String]) throws {
    let first = try #require(CivilDate("2024-01-01"))
    let date = try #require(RecurringDate(text))
    #expect(date.dates(in: first...first + 365).map(\.description) == days)
  }

  @Test(
    "What is no date is not read",
    arguments: [
      "", "6-11", "06/11", "13-01", "00-10", "02-30", "04-31", "lunar", "lunar 13-01",
      "lunar 01-31", "lunar 1-1", "Lunar 01-01", "lunar 2024-01-01", "solar 01-01",
      "lunar  leap 01-01", "2024-02-30", "2024-6-11", "06-11 ", "٠٦-١١",
    ]
  )
  func refused(text: String) {
    // Spaces at the ends are taken away before.
    #expect(text.hasSuffix(" ") || RecurringDate(text) == nil)
  }

  @Test(
    "What was probably meant",
    arguments: [
      ("6-11", "did you mean `06-11`?"), ("11/6", "did you mean `06-11`?"),
      ("11/06/2024", "did you mean `2024-06-11`?"), ("2024/6/11", "did you mean `2024-06-11`?"),
      ("31/02/2024", "the month ends on 2024-02-29"), ("lunar 10/3", "did you mean `lunar 03-10`?"),
      ("Âm lịch 10-3", "did you mean `lunar 10-03`?"), ("solar 01-01", nil), ("today", nil),
      ("13-13", nil),
    ]
  )
  func suggestions(text: String, expected: String?) {
    #expect(RecurringDate.suggestion(for: text) == expected)
  }
}
