internal import CivilTime
internal import TestSupport
internal import Testing

@Suite struct MonthTests {
  /// Months all over the range: both ends, the turns of centuries, and 200 at random.
  static let sample: [Month] = {
    var generator = SeededGenerator(seed: 3)
    let random = (0..<200).compactMap { _ in
      Month(
        year: .random(in: 1...9999, using: &generator),
        month: .random(in: 1...12, using: &generator)
      )
    }
    let named = ["0001-01", "1900-02", "2000-02", "2023-02", "2024-02", "2100-02", "9999-12"]
    return named.compactMap { Month($0) } + random
  }()

  @Test func daysAreThoseWhoseDateSaysSo() throws {
    #expect(Self.sample.count == 207)
    for month in Self.sample {
      #expect(month.days.count == month.dayCount)
      #expect(month.days.allSatisfy { Month(containing: $0) == month })
      #expect(month.first.day == 1 && month.last.day == month.dayCount)
      if month.last < .max { #expect((month.last + 1).day == 1) }
    }
  }

  /// The n-th weekday against looking for it day by day, both ways.
  @Test func weekdaysAreCountedFromBothEnds() {
    for month in Self.sample {
      for weekday in Weekday.allCases {
        let found = month.days.filter { $0.weekday == weekday }
        for ordinal in -7...7 {
          let expected: CivilDate? =
            switch ordinal {
            case 1...found.count: found[ordinal - 1]
            case -found.count ... -1: found[found.count + ordinal]
            default: nil
            }
          #expect(month.date(of: weekday, ordinal: ordinal) == expected)
        }
      }
    }
  }

  @Test func farOrdinalsAreNoDays() {
    for month in Self.sample.prefix(7) {
      #expect(month.date(of: .monday, ordinal: .max) == nil)
      #expect(month.date(of: .monday, ordinal: .min) == nil)
    }
  }

  @Test func monthsFollowEachOther() throws {
    let first = try #require(Month(year: 1, month: 1))
    let last = try #require(Month(year: 9999, month: 12))
    #expect(first.distance(to: last) == 9999 * 12 - 1)
    #expect(first.advanced(by: 9999 * 12 - 1) == last)
    #expect(first.first == .min && last.last == .max)
    let turn = try #require(Month(year: 1999, month: 11))
    #expect(
      (turn...turn.advanced(by: 3)).map(\.description)
        == ["1999-11", "1999-12", "2000-01", "2000-02"]
    )
    #expect(turn.advanced(by: -11).description == "1998-12")
    #expect(first < last)
  }

  @Test func aPeriodTouchesTheMonthsOfItsDays() {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<100 {
      let start = CivilDate(dayNumber: .random(in: 0...20_000, using: &generator))
      let period = start...start + .random(in: 0...400, using: &generator)
      let expected = Set(period.map(Month.init(containing:)))
      #expect(Set(Month.touched(by: period)) == expected)
    }
  }

  @Test func textLeadsBackToTheMonth() {
    for month in Self.sample {
      #expect(Month(month.description) == month)
    }
  }

  @Test(arguments: [
    "", "2024", "2024-6", "2024-00", "2024-13", "0000-01", "2024-06-", "2024-06-11", "24-06",
    "2024/06", "202406", " 2024-06", "+024-06", "2024-0６",
  ])
  func otherTextIsRejected(text: String) {
    #expect(Month(text) == nil)
  }

  @Test func leavingTheRangeTraps() async {
    await #expect(processExitsWith: .failure) { _ = Month(year: 9999, month: 12)?.advanced(by: 1) }
    await #expect(processExitsWith: .failure) { _ = Month(year: 1, month: 1)?.advanced(by: -1) }
  }
}
