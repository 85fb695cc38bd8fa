internal import CivilTime
internal import Foundation
internal import TestSupport
internal import Testing

@Suite struct CivilDateTests {
  /// Days all over the range: every 97th, both ends, and 20,000 at random.
  static let sample: [Int] = {
    var generator = SeededGenerator(seed: 1)
    let all = CivilDate.min.dayNumber...CivilDate.max.dayNumber
    return Array(stride(from: all.lowerBound, through: all.upperBound, by: 97))
      + [all.upperBound] + (0..<20_000).map { _ in .random(in: all, using: &generator) }
  }()

  @Test func theEndsOfTheRange() {
    #expect(CivilDate.min.description == "0001-01-01")
    #expect(CivilDate.max.description == "9999-12-31")
    #expect(CivilDate(year: 1970, month: 1, day: 1)?.dayNumber == 0)
  }

  @Test func componentsLeadBackToTheDay() {
    for dayNumber in Self.sample {
      let date = CivilDate(dayNumber: dayNumber)
      let (year, month, day) = date.components
      guard CivilDate(year: year, month: month, day: day) == date else {
        Issue.record("day \(dayNumber) is taken for \(year)-\(month)-\(day)")
        return
      }
      guard (date.year, date.month, date.day) == (year, month, day) else {
        Issue.record("\(date) has other components one by one")
        return
      }
    }
  }

  /// The days before a year, counted with its leap years in another way than the code does.
  @Test func everyYearBeginsWhereLeapYearsPutIt() throws {
    for year in 1...9999 {
      let past = year - 1
      let days = 365 * past + past / 4 - past / 100 + past / 400
      let first = try #require(CivilDate(year: year, month: 1, day: 1))
      guard first - CivilDate.min == days, first.dayOfYear == 1 else {
        Issue.record("\(year) begins \(first - CivilDate.min) days after the first, not \(days)")
        return
      }
    }
  }

  /// A whole cycle of the calendar, 400 years, against counting on one's fingers.
  @Test func everyDayFollowsTheOneBefore() {
    var (year, month, day, dayOfYear) = (1800, 1, 1, 1)
    guard var date = CivilDate(year: year, month: month, day: day) else {
      Issue.record("1800-01-01 is a day")
      return
    }
    for _ in 0..<146_097 {
      guard date.components == (year, month, day), date.dayOfYear == dayOfYear else {
        Issue.record("\(date) stands where \(year)-\(month)-\(day) belongs")
        return
      }
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      (day, dayOfYear) = (day + 1, dayOfYear + 1)
      if day > lengths[month - 1] { (day, month) = (1, month + 1) }
      if month > 12 { (month, year, dayOfYear) = (1, year + 1, 1) }
      date = date + 1
    }
    #expect(date.description == "2200-01-01")
  }

  /// Zeller's congruence (1882), which counts from Saturday.
  @Test func weekdaysAreZellers() {
    let fromSaturday: [Weekday] = [
      .saturday, .sunday, .monday, .tuesday, .wednesday, .thursday, .friday,
    ]
    for dayNumber in Self.sample {
      let date = CivilDate(dayNumber: dayNumber)
      let (year, month, day) = date.components
      let (m, y) = month < 3 ? (month + 12, year - 1) : (month, year)
      let index = (day + 13 * (m + 1) / 5 + y + y / 4 - y / 100 + y / 400) % 7
      guard date.weekday == fromSaturday[index] else {
        Issue.record("\(date) is a \(fromSaturday[index]), not a \(date.weekday)")
        return
      }
    }
  }

  @Test func textLeadsBackToTheDay() {
    for dayNumber in Self.sample {
      let date = CivilDate(dayNumber: dayNumber)
      let text = date.description
      guard text.utf8.count == 10, CivilDate(text) == date else {
        Issue.record("day \(dayNumber) is written \(text)")
        return
      }
    }
  }

  @Test(arguments: [
    "", "2024", "2024-06", "2024-6-11", "2024-06-1", "24-06-11", "2024-06-11 ", " 2024-06-11",
    "2024/06/11", "20240611", "2024-06-11T00:00", "-024-06-11", "+024-06-11", "2024-+6-11",
    "0000-01-01", "10000-01-01", "2024-00-01", "2024-13-01", "2024-01-00", "2024-01-32",
    "2023-02-29", "1900-02-29", "2024-04-31", "２０２４-06-11", "2024-06-1１", "2024–06–11",
  ])
  func otherTextIsRejected(text: String) {
    #expect(CivilDate(text) == nil)
  }

  @Test func onlyDaysThatExistAreMade() {
    var count = 0
    for year in [-1, 0, 1, 1900, 2000, 2023, 2024, 9999, 10_000] {
      for month in -1...14 {
        for day in -1...33 where CivilDate(year: year, month: month, day: day) != nil {
          count += 1
        }
      }
    }
    // Seven years of the range, two of them leap years: 2000 and 2024.
    #expect(count == 5 * 365 + 2 * 366 - 365)
    #expect(CivilDate(year: .max, month: 1, day: 1) == nil)
    #expect(CivilDate(year: 2024, month: .max, day: 1) == nil)
    #expect(CivilDate(year: 2024, month: 1, day: .min) == nil)
  }

  @Test func arithmeticIsThatOfDayNumbers() {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<5_000 {
      let days = (0..<2).map { _ in
        Int.random(in: CivilDate.min.dayNumber...CivilDate.max.dayNumber, using: &generator)
      }
      let (a, b) = (CivilDate(dayNumber: days[0]), CivilDate(dayNumber: days[1]))
      #expect(b - a == days[1] - days[0])
      #expect(a + (b - a) == b && b - (b - a) == a)
      #expect((a < b) == (days[0] < days[1]) && (a == b) == (days[0] == days[1]))
    }
  }

  @Test func jsonLeadsBackToTheDay() throws {
    let dates = [CivilDate.min, CivilDate(dayNumber: 0), CivilDate.max]
    let json = try JSONEncoder().encode(dates)
    #expect(String(decoding: json, as: UTF8.self) == #"["0001-01-01","1970-01-01","9999-12-31"]"#)
    #expect(try JSONDecoder().decode([CivilDate].self, from: json) == dates)
  }

  @Test func jsonErrorsSayWhatWasExpected() {
    let error = #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([CivilDate].self, from: Data(#"["2024-02-30"]"#.utf8))
    }
    guard case .dataCorrupted(let context) = error else {
      Issue.record("\(String(describing: error)) is not about the data")
      return
    }
    #expect(
      context.debugDescription
        == #"expected an ISO 8601 date such as 2024-06-11, found "2024-02-30""#
    )
  }

  @Test func leavingTheRangeTraps() async {
    await #expect(processExitsWith: .failure) { _ = CivilDate.max + 1 }
    await #expect(processExitsWith: .failure) { _ = CivilDate.min - 1 }
    await #expect(processExitsWith: .failure) { _ = CivilDate(dayNumber: .max) }
  }
}
