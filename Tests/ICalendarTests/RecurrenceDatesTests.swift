import CivilTime
import FuzzEntries
import ICalendar
import TestSupport
import Testing

@Suite struct RecurrenceDatesTests {
  private func dates(
    _ rule: String,
    _ start: String,
    _ end: String
  ) throws -> [String] {
    let start = try #require(CivilDate(start))
    let end = try #require(CivilDate(end))
    return try RecurrenceRule(parsing: rule).dates(from: start, through: end).map(\.description)
  }

  @Test func secondSundayOfEachMonth() throws {
    #expect(
      try dates("FREQ=MONTHLY;BYDAY=2SU", "2024-01-01", "2024-04-30")
        == ["2024-01-14", "2024-02-11", "2024-03-10", "2024-04-14"]
    )
  }

  @Test func intervalAndCountBeginAtTheStart() throws {
    #expect(
      try dates("FREQ=DAILY;INTERVAL=3;COUNT=3", "2024-02-27", "2024-12-31")
        == ["2024-02-27", "2024-03-01", "2024-03-04"]
    )
    #expect(
      try dates("FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=31", "2024-01-31", "2024-12-31")
        == ["2024-01-31", "2024-03-31", "2024-05-31", "2024-07-31"]
    )
  }

  @Test func startThatTheRuleDoesNotGiveIsNoDayOfIt() throws {
    #expect(
      try dates("FREQ=WEEKLY;BYDAY=SU", "2024-01-01", "2024-01-15") == ["2024-01-07", "2024-01-14"]
    )
  }

  // libical begins these in the week before.
  @Test func everyOtherSundayBeginsInTheWeekOfTheStart() throws {
    #expect(
      try dates("FREQ=WEEKLY;INTERVAL=4;BYDAY=SU", "2024-03-30", "2024-06-01")
        == ["2024-03-31", "2024-04-28", "2024-05-26"]
    )
    #expect(
      try dates("FREQ=WEEKLY;INTERVAL=7;BYDAY=TH;WKST=FR", "2024-05-26", "2024-08-01")
        == ["2024-05-30", "2024-07-18"]
    )
  }

  @Test func countTakesInAllWeekdaysOfAnIntervalInOrder() throws {
    #expect(
      try dates("FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,MO;COUNT=3", "2024-01-03", "2024-12-31")
        == ["2024-01-06", "2024-01-15", "2024-01-20"]
    )
  }

  @Test func untilIsTheLastDay() throws {
    for until in ["20240103", "20240103T000000Z", "20240103T120000"] {
      #expect(
        try dates("FREQ=DAILY;UNTIL=\(until)", "2024-01-01", "2024-12-31")
          == ["2024-01-01", "2024-01-02", "2024-01-03"],
        "until \(until)"
      )
    }
    #expect(try dates("FREQ=DAILY;UNTIL=20231231", "2024-01-01", "2024-12-31").isEmpty)
  }

  @Test(arguments: [
    "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31", "FREQ=MONTHLY;INTERVAL=32767;BYMONTHDAY=30;BYMONTH=2",
    "FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29",
  ])
  func ruleThatNeverComesToADayEnds(rule: String) throws {
    #expect(try dates(rule, "2023-02-28", "2033-12-31").isEmpty)
  }

  @Test func largestIntervalAndCount() throws {
    #expect(
      try dates("FREQ=DAILY;INTERVAL=32767;COUNT=2147483647", "2024-01-01", "2200-01-01")
        == ["2024-01-01", "2113-09-18"]
    )
    #expect(try dates("FREQ=YEARLY;INTERVAL=32767", "2024-05-19", "2500-01-01") == ["2024-05-19"])
  }

  @Test(arguments: [("2582-12-30", "2583-01-01"), ("1752-12-31", "1753-01-02")])
  func yearsThatLibicalDoesNotCountAreRefused(start: String, end: String) throws {
    let error = try #require(throws: ICalendarError.self) {
      try dates("FREQ=DAILY", start, end)
    }
    #expect(error.problems.map(\.rule) == [.limit])
  }

  @Test func firstAndLastYearOfLibicalAreExpanded() throws {
    #expect(
      try dates("FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,SU", "1753-01-06", "1753-01-21")
        == ["1753-01-06", "1753-01-07", "1753-01-20", "1753-01-21"]
    )
    #expect(try dates("FREQ=DAILY", "2582-12-30", "2582-12-31") == ["2582-12-30", "2582-12-31"])
  }

  @Test func agreesWithTheDefinitionDayByDay() throws {
    var generator = SeededGenerator(seed: 20_240_611)
    let newYear = try #require(CivilDate("2024-01-01"))
    var days = 0
    for _ in 0..<150 {
      let start = newYear + Int.random(in: 0...400, using: &generator)
      let end = start + ([200, 800, 1_500].randomElement(using: &generator) ?? 200)
      let random = RuleDefinition(using: &generator, near: start)
      let defined = random.days(from: start, through: end)
      let rule = try RecurrenceRule(parsing: random.text)
      // libical looks for a day that never comes for a second or more.
      if defined.isEmpty { continue }
      #expect(
        try rule.dates(from: start, through: end) == defined,
        "\(random.text) from \(start)"
      )
      days += defined.count
    }
    #expect(days > 3_000)
  }

  /// python-dateutil is an independent reading of the same section of RFC 5545.
  @Test func agreesWithDateutil() throws {
    var generator = SeededGenerator(seed: 64)
    let newYear = try #require(CivilDate("2024-01-01"))
    var lines: [String] = []
    var found: [[String]] = []
    while lines.count < 150 {
      let start = newYear + Int.random(in: 0...400, using: &generator)
      let end = start + 1_200
      let random = RuleDefinition(using: &generator, near: start)
      if random.days(from: start, through: end).isEmpty { continue }
      lines.append("\(random.text) \(start) \(end)")
      found.append(
        try RecurrenceRule(parsing: random.text).dates(from: start, through: end)
          .map(\.description)
      )
    }
    let script = """
      import sys
      from datetime import datetime
      from dateutil.rrule import rrulestr
      for line in sys.stdin:
          rule, start, end = line.split()
          start, end = datetime.fromisoformat(start), datetime.fromisoformat(end)
          days = rrulestr(rule, dtstart=start).between(start, end, inc=True)
          print(' '.join(day.strftime('%Y-%m-%d') for day in days))
      """
    let outcome = try Program.python("python")
      .run(["-c", script], input: lines.joined(separator: "\n"))
    #expect(outcome.errors == "")
    let expected = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      #expect(found[index].joined(separator: " ") == expected[index], "\(line)")
    }
  }
}
