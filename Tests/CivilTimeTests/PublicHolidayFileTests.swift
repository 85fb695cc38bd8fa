internal import CivilTime
internal import Foundation
internal import TestSupport
internal import Testing

/// The days off that come with the project, against the law and a second source.
@Suite struct PublicHolidayFileTests {
  /// One event of the file, as far as these tests look at it.
  private struct DayOff {
    var properties: [String: String] = [:]

    func date(_ name: String) -> CivilDate? {
      guard let value = properties["\(name);VALUE=DATE"], value.utf8.count == 8 else { return nil }
      return CivilDate("\(value.prefix(4))-\(value.dropFirst(4).prefix(2))-\(value.suffix(2))")
    }

    var summary: String { properties["SUMMARY", default: ""] }
    var description: String { properties["DESCRIPTION", default: ""] }
    var isExchanged: Bool { summary.hasSuffix(" (hoán đổi ngày làm việc)") }
    var isWorked: Bool { properties["CATEGORIES"] == "Làm bù" }
    var isInsideRun: Bool { summary.hasSuffix(" (nghỉ hằng tuần trong kỳ nghỉ)") }
  }

  private static let bytes =
    (try? Data(contentsOf: Checkout.url("calendars/vietnam/public-holidays.ics"))) ?? Data()

  /// The events by day, but for the days worked in exchange.
  private static let daysOff = events.filter { !$0.value.isWorked }

  /// The events by day, read without the iCalendar module, which these tests do not know.
  private static let events: [CivilDate: DayOff] = {
    let text = String(decoding: bytes, as: UTF8.self).replacing("\r\n ", with: "")
    var days: [CivilDate: DayOff] = [:]
    var current = DayOff()
    for line in text.split(separator: "\r\n") {
      let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
      switch line {
      case "BEGIN:VEVENT": current = DayOff()
      case "END:VEVENT": if let date = current.date("DTSTART") { days[date] = current }
      default: current.properties[parts[0]] = parts.last
      }
    }
    return days
  }()

  /// The table of exchanged days in README.md: the day off, and the day worked instead.
  private static let exchanges: [CivilDate: CivilDate] = {
    let url = Checkout.url("calendars/vietnam/README.md")
    let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    let rows = text.split(separator: "\n").map { row in
      row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
    let pairs = rows.compactMap { cells -> (CivilDate, CivilDate)? in
      guard cells.count == 3, let off = CivilDate(cells[0]), let worked = CivilDate(cells[1])
      else { return nil }
      return (off, worked)
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }()

  private static let lawful = (2024...2027).flatMap { VietnameseHolidays.days(in: $0) }

  @Test func theFileIsWellFormed() throws {
    let lines = Array(Self.bytes).split(separator: 13, omittingEmptySubsequences: false)
    #expect(lines.first.map { Array($0) } == Array("BEGIN:VCALENDAR".utf8))
    #expect(lines.suffix(2).map { Array($0) } == [Array("\nEND:VCALENDAR".utf8), [10]])
    for (number, line) in lines.enumerated() {
      // Split at carriage returns, each line but the first begins with its only line feed.
      #expect(line.count { $0 == 10 } == (number == 0 ? 0 : 1))
      #expect(number == 0 || line.first == 10)
      #expect(line.count <= 76, "line \(number + 1) is longer than 75 octets")
      #expect(
        String(validating: line, as: UTF8.self) != nil,
        "line \(number + 1) splits a character"
      )
    }
    let text = String(decoding: Self.bytes, as: UTF8.self)
    #expect(text.utf8.elementsEqual(text.precomposedStringWithCanonicalMapping.utf8))
    #expect(text.ranges(of: "BEGIN:VEVENT").count == Self.events.count)
    #expect(!text.contains("RRULE"))
    for (date, day) in Self.events {
      #expect(day.date("DTEND") == date + 1)
      let kind = day.isWorked ? "working-day" : "public-holiday"
      #expect(day.properties["UID"] == "vn-\(kind)-\(date)@lichsong")
      #expect(day.properties["DTSTAMP"]?.wholeMatch(of: /\d{8}T\d{6}Z/) != nil)
      #expect(!day.summary.isEmpty && day.description.hasSuffix("."))
    }
  }

  /// The law's own days, under the law's own names.
  @Test func everyDayOfTheLawIsInTheFile() {
    #expect(Self.lawful.count == 52)
    for holiday in Self.lawful {
      #expect(Self.daysOff[holiday.date]?.summary == holiday.vietnameseName, "\(holiday.date)")
    }
  }

  /// Every other day says what it is: exchanged, or a rest day between two days off.
  @Test func everyOtherDayIsNamedForWhatItIs() {
    let lawful = Set(Self.lawful.map(\.date))
    for (date, day) in Self.daysOff {
      let isRest = date.weekday >= .saturday
      #expect(day.isExchanged == (!lawful.contains(date) && !isRest), "\(date)")
      #expect(day.isInsideRun == (!lawful.contains(date) && isRest), "\(date)")
    }
  }

  /// No gap in a run of days off, and no ordinary weekend beside one.
  @Test func weekendsAreThoseInsideRuns() throws {
    let days = Self.daysOff.keys.sorted()
    for (date, next) in zip(days, days.dropFirst()) where next - date <= 3 {
      let between = (date...next).dropFirst().dropLast()
      #expect(
        between.contains { $0.weekday < .saturday } || between.isEmpty,
        "the weekend between \(date) and \(next) is not in the file"
      )
    }
    for (date, day) in Self.daysOff where day.isInsideRun {
      #expect(Self.daysOff[date - 1] != nil && Self.daysOff[date + 1] != nil, "\(date)")
    }
  }

  /// Each exchange costs a rest day, and its description names both days.
  @Test func exchangesAreInTheTable() throws {
    #expect(Self.exchanges.count == 4)
    #expect(Set(Self.exchanges.keys) == Set(Self.daysOff.filter(\.value.isExchanged).keys))
    func written(_ date: CivilDate) -> String {
      let digits = date.description.split(separator: "-")
      return "\(digits[2])/\(digits[1])/\(digits[0])"
    }
    #expect(
      Set(Self.exchanges.values) == Set(Self.events.filter(\.value.isWorked).keys)
    )
    for (off, worked) in Self.exchanges {
      let title = try #require(Self.events[worked]).summary
      #expect(title.hasPrefix("Làm bù") && title.contains(written(off)))
      #expect(worked.weekday >= .saturday && Self.daysOff[worked] == nil)
      let description = try #require(Self.daysOff[off]).description
      #expect(description.contains(written(off)) && description.contains(written(worked)))
    }
  }

  /// The Python package `holidays`, which differs in three known days.
  @Test func theHolidaysPackageHasTheSameDays() throws {
    let lines = Fixture.publicHolidays.lines.filter { "2024" <= $0 && $0 < "2028" }
    let theirs = Set(lines.compactMap { CivilDate(String($0.prefix(10))) })
    #expect(theirs.count == lines.count)
    let ours = Set(Self.daysOff.keys)
    // A Saturday: the package counts Tết 2025 from the 29th of the last month, the decision from
    // the 28th.
    #expect(theirs.subtracting(ours).map(\.description) == ["2025-02-01"])
    // An exchange that the package does not have, and a Sunday inside a run.
    #expect(
      ours.subtracting(theirs).sorted().map(\.description) == ["2026-01-02", "2027-05-02"]
    )
    // Its exchanges are exchanges here, for the same days.
    for line in lines {
      guard let match = line.firstMatch(of: /thay cho ngày (\d\d)\/(\d\d)\/(\d{4})\)/) else {
        continue
      }
      let off = try #require(CivilDate(String(line.prefix(10))))
      let worked = CivilDate("\(match.3)-\(match.2)-\(match.1)")
      #expect(Self.exchanges[off] == worked)
    }
  }

  @Test func descriptionsNameTheLunarDay() throws {
    for holiday in Self.lawful where holiday.kind == .statutory {
      let description = try #require(Self.daysOff[holiday.date]).description
      let lunar = try #require(LunarDate(holiday.date))
      switch holiday.occasion {
      case .lunarNewYear:
        let expected =
          lunar.month == 1
          ? "Mùng \(lunar.day) tháng Giêng năm " : "\(lunar.day) tháng Chạp năm "
        #expect(description.contains(expected), "\(holiday.date)")
      case .hungKings:
        #expect(description.contains("Mùng 10 tháng 3 âm lịch"))
      default:
        #expect(!description.contains("tháng"))
      }
    }
  }

  /// What no decision confirms is not given out for decided.
  @Test func undecidedYearsSaySo() {
    for (date, day) in Self.daysOff {
      #expect(day.description.hasPrefix("Dự kiến") == (date.year == 2027), "\(date)")
    }
  }
}
