import CivilTime
import ICalendar
import Testing

@Suite struct InstanceTests {
  @Test func wholeDaysAreCoveredToTheDayBeforeTheirEnd() throws {
    let calendar = try Calendar(
      event: "DTSTART;VALUE=DATE:20240208\nDTEND;VALUE=DATE:20240215\nSUMMARY:Tết"
    )
    let all = ["2024-02-08 2024-02-14 Tết"]
    #expect(try calendar.shown("2024-01-01", "2024-12-31") == all)
    #expect(try calendar.shown("2024-02-14", "2024-02-14") == all)
    #expect(try calendar.shown("2024-02-08", "2024-02-08") == all)
    #expect(try calendar.shown("2024-02-15", "2024-12-31") == [])
    #expect(try calendar.shown("2024-01-01", "2024-02-07") == [])
  }

  @Test(arguments: [
    ("DTSTART;VALUE=DATE:20240101", "2024-01-01 2024-01-01"),
    ("DTSTART:20240101", "2024-01-01 2024-01-01"),
    ("DTSTART:20240101\nDTEND:20240101", "2024-01-01 2024-01-01"),
    ("DTSTART:20240101\nDURATION:P2D", "2024-01-01 2024-01-02"),
    ("DTSTART:20240101\nDURATION:P1W", "2024-01-01 2024-01-07"),
    ("DTSTART:20240101T080000", "2024-01-01T08:00 2024-01-01T08:00"),
    ("DTSTART:20240101T080000\nDTEND:20240101T080000", "2024-01-01T08:00 2024-01-01T08:00"),
    ("DTSTART:20240101T230000\nDURATION:PT1H", "2024-01-01T23:00 2024-01-02T00:00"),
    ("DTSTART:20240101T230000\nDURATION:PT2H", "2024-01-01T23:00 2024-01-02T01:00"),
    ("DTSTART:20231231T170000Z\nDURATION:PT1H", "2024-01-01T00:00 2024-01-01T01:00"),
    (
      "DTSTART;TZID=Europe/Berlin:20240101T120000\nDURATION:PT1H",
      "2024-01-01T18:00 2024-01-01T19:00"
    ),
    (
      "DTSTART;TZID=Europe/Berlin:20240701T120000\nDURATION:PT1H",
      "2024-07-01T17:00 2024-07-01T18:00"
    ),
    (
      "DTSTART;TZID=America/New_York:20240101T120000\nDTEND;TZID=Europe/Berlin:20240101T190000",
      "2024-01-02T00:00 2024-01-02T01:00"
    ),
  ])
  func formsOfTimeAreReadInTheZone(lines: String, shown: String) throws {
    #expect(try Calendar(event: lines).shown("2024-01-01", "2024-12-31") == [shown])
  }

  @Test func eventThatIsOverAtMidnightDoesNotTouchTheNextDay() throws {
    let calendar = try Calendar(event: "DTSTART:20240101T220000\nDTEND:20240102T000000")
    #expect(try calendar.shown("2024-01-02", "2024-01-02") == [])
    #expect(try calendar.shown("2024-01-01", "2024-01-01").count == 1)
  }

  @Test func exceptionsOfAllFormsAreLeftOut() throws {
    let calendar = try Calendar(
      event: """
        DTSTART;TZID=Asia/Ho_Chi_Minh:20240101T201500
        RRULE:FREQ=DAILY;COUNT=10
        EXDATE;TZID=Asia/Ho_Chi_Minh:20240102T201500,20240103T201500
        EXDATE;VALUE=DATE:20240105
        EXDATE:20240107T131500Z
        EXDATE:20240108T201500
        EXDATE;TZID=Asia/Ho_Chi_Minh:20240109T201400
        """
    )
    #expect(
      try calendar.shown("2024-01-01", "2024-12-31").map { String($0.prefix(10)) }
        == ["2024-01-01", "2024-01-04", "2024-01-06", "2024-01-09", "2024-01-10"]
    )
  }

  @Test func furtherDatesAndPeriodsAreInstances() throws {
    let calendar = try Calendar(
      event: """
        DTSTART:20240101T080000
        DURATION:PT30M
        RDATE:20240103T090000,20240101T080000
        RDATE;VALUE=PERIOD:20240105T080000/PT2H,20240106T080000/20240106T083000
        """
    )
    #expect(
      try calendar.shown("2024-01-01", "2024-12-31") == [
        "2024-01-01T08:00 2024-01-01T08:30", "2024-01-03T09:00 2024-01-03T09:30",
        "2024-01-05T08:00 2024-01-05T10:00", "2024-01-06T08:00 2024-01-06T08:30",
      ]
    )
  }

  @Test func changedInstancesTakeThePlaceOfTheirOwn() throws {
    let calendar = try Calendar(
      body: """
        BEGIN:VEVENT
        UID:1
        DTSTAMP:20240101T000000Z
        DTSTART;TZID=Asia/Ho_Chi_Minh:20240107T201500
        DURATION:PT12M
        RRULE:FREQ=WEEKLY;COUNT=4
        SUMMARY:usual
        END:VEVENT
        BEGIN:VEVENT
        UID:1
        DTSTAMP:20240101T000000Z
        RECURRENCE-ID:20240114T131500Z
        SEQUENCE:2
        DTSTART;TZID=Asia/Ho_Chi_Minh:20240116T190000
        DURATION:PT12M
        SUMMARY:moved
        END:VEVENT
        BEGIN:VEVENT
        UID:1
        DTSTAMP:20240101T000000Z
        RECURRENCE-ID:20240114T131500Z
        SEQUENCE:1
        DTSTART;TZID=Asia/Ho_Chi_Minh:20240115T190000
        SUMMARY:moved before
        END:VEVENT
        BEGIN:VEVENT
        UID:1
        DTSTAMP:20240101T000000Z
        RECURRENCE-ID;VALUE=DATE:20240121
        DTSTART;TZID=Asia/Ho_Chi_Minh:20240121T201500
        DURATION:PT12M
        STATUS:CANCELLED
        SUMMARY:cancelled
        END:VEVENT
        BEGIN:VEVENT
        UID:2
        DTSTAMP:20240101T000000Z
        RECURRENCE-ID:20200101T000000Z
        DTSTART:20240110T080000
        SUMMARY:alone
        END:VEVENT
        """
    )
    #expect(
      try calendar.shown("2024-01-01", "2024-12-31") == [
        "2024-01-07T20:15 2024-01-07T20:27 usual", "2024-01-10T08:00 2024-01-10T08:00 alone",
        "2024-01-16T19:00 2024-01-16T19:12 moved",
        "2024-01-21T20:15 2024-01-21T20:27 cancelled (cancelled)",
        "2024-01-28T20:15 2024-01-28T20:27 usual",
      ]
    )
  }

  @Test func startCountsWhereTheRuleDoesNotGiveIt() throws {
    let calendar = try Calendar(
      event: "DTSTART:20240101\nRRULE:FREQ=WEEKLY;BYDAY=SU;UNTIL=20240114"
    )
    #expect(
      try calendar.shown("2024-01-01", "2024-12-31").map { String($0.prefix(10)) }
        == ["2024-01-01", "2024-01-07", "2024-01-14"]
    )
  }

  @Test(arguments: [
    ("20240103T131500Z", 3), ("20240103T131459Z", 2), ("20240103T201500", 3),
    ("20240103T201459", 2), ("20240103", 3), ("20240102", 2),
  ])
  func untilIsReadOnTheClockOfTheEvent(until: String, count: Int) throws {
    let calendar = try Calendar(
      event: "DTSTART;TZID=Asia/Ho_Chi_Minh:20240101T201500\nRRULE:FREQ=DAILY;UNTIL=\(until)"
    )
    #expect(try calendar.shown("2024-01-01", "2024-12-31").count == count)
  }

  @Test func recurrencesKeepTheirHourWhereClocksChange() throws {
    let calendar = try Calendar(
      event: "DTSTART;TZID=Europe/Berlin:20240330T080000\nRRULE:FREQ=DAILY;COUNT=3"
    )
    #expect(
      try calendar.shown("2024-01-01", "2024-12-31").map { String($0.prefix(16)) }
        == ["2024-03-30T14:00", "2024-03-31T13:00", "2024-04-01T13:00"]
    )
  }

  /// RFC 5545, section 3.3.5: the first of two, and the offset before for one that never comes.
  @Test func timesThatClocksShowTwiceOrNeverAreRead() throws {
    let twice = try Calendar(event: "DTSTART;TZID=America/New_York:20241103T013000")
    #expect(try twice.shown("2024-01-01", "2024-12-31") == ["2024-11-03T12:30 2024-11-03T12:30"])
    let never = try Calendar(event: "DTSTART;TZID=America/New_York:20240310T023000")
    #expect(try never.shown("2024-01-01", "2024-12-31") == ["2024-03-10T14:30 2024-03-10T14:30"])
  }

  /// An end stands for an exact length, a duration of days for days on the wall.
  @Test func lengthsOverAChangeOfClocks() throws {
    let exact = try Calendar(
      event: """
        DTSTART;TZID=Europe/Berlin:20240329T120000
        DTEND;TZID=Europe/Berlin:20240330T120000
        RRULE:FREQ=DAILY;COUNT=2
        """
    )
    #expect(try exact.shown("2024-03-31", "2024-03-31").last == "2024-03-30T18:00 2024-03-31T18:00")
    let nominal = try Calendar(
      event: """
        DTSTART;TZID=Europe/Berlin:20240329T120000
        DURATION:P1D
        RRULE:FREQ=DAILY;COUNT=2
        """
    )
    #expect(
      try nominal.shown("2024-03-31", "2024-03-31").last == "2024-03-30T18:00 2024-03-31T17:00"
    )
  }

  @Test func instancesComeByStartThenByTheOrderOfTheFile() throws {
    let events = [
      ("20240102", "a"), ("20240101T000000", "b"), ("20240101", "c"), ("20240102", "d"),
    ]
    .map { start, uid in
      "BEGIN:VEVENT\nUID:\(uid)\nDTSTAMP:20240101T000000Z\nDTSTART:\(start)\nSUMMARY:\(uid)\n"
        + "END:VEVENT"
    }
    let calendar = try Calendar(body: events.joined(separator: "\n"))
    #expect(
      try calendar.shown("2024-01-01", "2024-12-31").compactMap(\.last) == ["b", "c", "a", "d"]
    )
  }

  @Test func zoneOfTheFileComesBeforeThatOfTheSystem() throws {
    let calendar = try Calendar(
      body: """
        BEGIN:VTIMEZONE
        TZID:Europe/Berlin
        BEGIN:STANDARD
        DTSTART:19700101T000000
        TZOFFSETFROM:+0500
        TZOFFSETTO:+0500
        END:STANDARD
        END:VTIMEZONE
        BEGIN:VEVENT
        UID:1
        DTSTAMP:20240101T000000Z
        DTSTART;TZID=Europe/Berlin:20240101T080000
        END:VEVENT
        """
    )
    #expect(try calendar.shown("2024-01-01", "2024-12-31") == ["2024-01-01T10:00 2024-01-01T10:00"])
  }

  @Test(arguments: [
    "Mars/Olympus", "SE Asia Standard Time", "../../../etc/passwd", "/etc/localtime", "zone.tab",
    "Asia//Ho_Chi_Minh", "Asia", "", "posixrules\u{0}",
  ])
  func unknownZonesAreRefused(zone: String) throws {
    let calendar = try Calendar(event: "DTSTART:20240101T080000")
    let error = #expect(throws: ICalendarError.self) {
      try calendar.shown("2024-01-01", "2024-12-31", in: zone)
    }
    #expect(error?.problems.map(\.rule) == [.timeZone])
    guard !zone.isEmpty, !zone.contains("\u{0}") else { return }
    #expect(problems(ofEvent: "DTSTART;TZID=\"\(zone)\":20240101T080000") == ["time-zone:7"])
  }

  @Test func neverMoreThanTheLimits() throws {
    let daily = try Calendar(event: "DTSTART:20200101\nRRULE:FREQ=DAILY")
    let first = try #require(CivilDate("2024-01-01"))
    func rules(_ calendar: Calendar, _ limits: ExpansionLimits) -> [ICalendarError.Rule] {
      do throws(ICalendarError) {
        _ = try calendar.instances(over: first...(first + 365), in: "UTC", limits: limits)
        return []
      } catch {
        return error.problems.map(\.rule)
      }
    }
    #expect(rules(daily, ExpansionLimits(instances: 366, years: 1)) == [])
    #expect(rules(daily, ExpansionLimits(instances: 365)) == [.limit])
    #expect(rules(daily, ExpansionLimits(years: 0)) == [.limit])
    #expect(rules(daily, ExpansionLimits(steps: 300)) == [.limit])
    for rule in [
      "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYMONTH=2;BYDAY=MO;BYSETPOS=6",
    ] {
      let fruitless = try Calendar(event: "DTSTART:20200101\nRRULE:\(rule)")
      #expect(rules(fruitless, .default) == [], "\(rule)")
      #expect(rules(fruitless, ExpansionLimits(steps: 90_000)) == [.limit], "\(rule)")
    }
  }

  /// The work of a rule that begins long ago is that of the days asked for, unless it counts.
  @Test func oldRulesCostWhatIsAskedFor() throws {
    let first = try #require(CivilDate("2024-01-01"))
    let limits = ExpansionLimits(steps: 20_000)
    func instances(_ rule: String) throws(ICalendarError) -> Int {
      let rules = String(repeating: "RRULE:\(rule)\n", count: 40)
      return try Calendar(event: "DTSTART:17530101T000000\n\(rules)SUMMARY:x")
        .instances(over: first...(first + 365), in: "UTC", limits: limits).count
    }
    #expect(try instances("FREQ=DAILY") == 366)
    #expect(try instances("FREQ=MONTHLY") == 12)
    #expect(try instances("FREQ=DAILY;COUNT=7") == 0)
    let error = #expect(throws: ICalendarError.self) { try instances("FREQ=DAILY;COUNT=1000000") }
    #expect(error?.problems.map(\.rule) == [.limit])
  }

  @Test func endsOfTheCalendarDoNotTrap() throws {
    for event in [
      "DTSTART:99991231T235900Z\nDURATION:PT1H", "DTSTART:00010101T000000Z\nDURATION:P3650D",
      "DTSTART;VALUE=DATE:99991231", "DTSTART;TZID=America/New_York:99991231T235900",
      "DTSTART;TZID=Asia/Tokyo:00010101T000000",
    ] {
      let calendar = try Calendar(event: event)
      for zone in ["Asia/Ho_Chi_Minh", "America/New_York"] {
        _ = try calendar.shown("9999-12-01", "9999-12-31", in: zone)
        _ = try calendar.shown("0001-01-01", "0001-01-31", in: zone)
      }
    }
  }
}
