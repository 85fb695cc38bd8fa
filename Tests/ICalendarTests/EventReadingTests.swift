import CivilTime
import ICalendar
import Testing

@Suite struct EventReadingTests {
  @Test(arguments: [
    ("DTSTART:20260231", "date-time:7"), ("DTSTART:20260231T250000Z", "date-time:7"),
    ("DTSTART:20240101T240000", "date-time:7"), ("DTSTART:20240101T006000", "date-time:7"),
    ("DTSTART:2024-01-01", "date-time:7"), ("DTSTART:20240101T0000", "date-time:7"),
    ("DTSTART:00000101", "date-time:7"), ("DTSTART:20240101,20240102", "date-time:7"),
    ("DTSTART:", "date-time:7"), ("DTSTART:now", "date-time:7"), ("X-A:1", "required-property:4"),
    ("DTSTART:20240101\nDTEND:20240229T000000", "event-times:8"),
    ("DTSTART:20240101T000000\nDTEND;VALUE=DATE:20240102", "event-times:8"),
    ("DTSTART:20240102\nDTEND:20240101", "event-times:8"),
    ("DTSTART:20240101T200000\nDTEND:20240101T195959", "event-times:8"),
    ("DTSTART:20240101\nDTEND:20240102\nDURATION:P1D", "event-times:9"),
    ("DTSTART:20240101\nDURATION:PT1H", "event-times:8"),
    ("DTSTART:20240101\nDURATION:-P1D", "event-times:8"),
    ("DTSTART:20240101\nDURATION:1 hour", "duration:8"),
    ("DTSTART:20240101\nDURATION:P", "duration:8"), ("DTSTART:20240101\nDURATION:PT", "duration:8"),
    ("DTSTART:20240101\nDURATION:P1H", "duration:8"),
    ("DTSTART:20240101\nDURATION:PT1D", "duration:8"),
    ("DTSTART:20240101\nDURATION:P9999999999W", "duration:8"),
    ("DTSTART:20240101\nDTSTART:20240102", "repeated-property:8"),
    ("DTSTART:20240101\nRRULE:FREQ=DAILY;COUNT=4294967297", "recurrence-rule:8"),
    ("DTSTART:20240101\nRRULE:FREQ=SECONDLY", "unsupported-recurrence:8"),
    ("DTSTART:20240101\nRRULE:FREQ=YEARLY;RSCALE=CHINESE", "unsupported-recurrence:8"),
    ("DTSTART:20240101\nEXRULE:FREQ=DAILY", "unsupported:8"),
    ("DTSTART:20240101\nRECURRENCE-ID;RANGE=THISANDFUTURE:20240101", "unsupported:8"),
    ("DTSTART:20240101\nREQUEST-STATUS:2.0;Success", "unsupported:8"),
    ("DTSTART:20240101\nEXDATE:20240102,20240230", "date-time:8"),
    ("DTSTART:20240101\nEXDATE:20240102T000000/PT1H", "date-time:8"),
    ("DTSTART:20240101\nRDATE;VALUE=PERIOD:20240102T000000/P", "date-time:8"),
    ("DTSTART:20240101\nSEQUENCE:-1", "value:8"), ("DTSTART;VALUE=TEXT:20240101", "value:7"),
    ("DTSTART:20240101\nEXDATE;VALUE=PERIOD:20240101", "value:8"),
    ("DTSTART:20240101\nCATEGORIES:x\\;y,z", "unsupported:8"),
  ])
  func whatIsWrongIsReportedByLine(lines: String, problem: String) {
    #expect(problems(ofEvent: lines) == [problem])
  }

  @Test func identitiesAreNeededAndUnlike() {
    let event = "BEGIN:VEVENT\nUID:1\nDTSTAMP:20240101T000000Z\nDTSTART:20240101\nEND:VEVENT\n"
    func file(_ events: String) -> String {
      "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n\(events)END:VCALENDAR\n"
    }
    #expect(problems(of: file(event)) == [])
    #expect(problems(of: file(event + event)) == ["identity:10"])
    #expect(problems(of: file(event.replacing("UID:1\n", with: ""))) == ["required-property:4"])
    #expect(problems(of: file(event.replacing("UID:1\n", with: "UID:\n"))) == ["value:5"])
    #expect(
      problems(of: file(event.replacing("DTSTAMP:20240101T000000Z\n", with: "")))
        == ["required-property:4"]
    )
  }

  @Test func moreValuesThanLibicalKeepsAreRefused() throws {
    func line(_ name: String, _ count: Int) throws -> String {
      let first = try #require(CivilDate("2024-01-02"))
      let dates = (0..<count).map { (first + $0).description.filter { $0 != "-" } }
      return "DTSTART:20240101\n\(name):\(dates.joined(separator: ","))"
    }
    for name in ["EXDATE", "RDATE"] {
      #expect(try problems(ofEvent: line(name, 501)) == ["limit:8"])
      #expect(try problems(ofEvent: line(name, 500)) == [])
    }
    let event = try Calendar(event: line("EXDATE", 500)).events[0]
    #expect(event.exceptionDates.count == 500)
    let categories = (0..<501).map { "c\($0)" }.joined(separator: ",")
    #expect(problems(ofEvent: "DTSTART:20240101\nCATEGORIES:\(categories)") == ["limit:8"])
  }

  @Test func valuesAreRead() throws {
    let event = try #require(
      Calendar(
        event: #"""
          LAST-MODIFIED:20240102T030405Z
          SEQUENCE:7
          DTSTART;TZID=Asia/Ho_Chi_Minh:20240611T201500
          DTEND;TZID="Asia/Ho_Chi_Minh":20240611T202700
          SUMMARY;LANGUAGE=vi:Thi đua\, khen thưởng\; "năm" 2024
          DESCRIPTION:một\nhai\N ba \\n
          CATEGORIES:Một,Hai
          CATEGORIES:Ba\, bốn
          STATUS:CONFIRMED
          TRANSP:TRANSPARENT
          CLASS:X-SECRET
          URL:https://example.org/a,b;c?d
          LOCATION:
          RRULE:FREQ=WEEKLY;BYDAY=SU
          RDATE;VALUE=DATE:20240701,20240702
          RDATE:20240703T000000Z
          RDATE;VALUE=PERIOD:20240704T000000Z/PT1H,20240705T000000Z/20240706T000000Z
          EXDATE;TZID=Asia/Ho_Chi_Minh:20240616T201500,20240623T201500
          EXDATE;VALUE=DATE:20240630
          BEGIN:VALARM
          ACTION:DISPLAY
          TRIGGER:-P1DT30M
          DESCRIPTION:Chuẩn bị
          END:VALARM
          BEGIN:VALARM
          ACTION:AUDIO
          TRIGGER:-PT5M
          END:VALARM
          BEGIN:VALARM
          ACTION:DISPLAY
          DESCRIPTION:x
          TRIGGER;RELATED=END:-PT5M
          END:VALARM
          BEGIN:VALARM
          ACTION:DISPLAY
          DESCRIPTION:x
          TRIGGER;VALUE=DATE-TIME:20240101T000000Z
          END:VALARM
          """#
      ).events.first
    )
    func time(_ text: String) throws -> CivilDateTime {
      let parts = text.split(separator: "T")
      return CivilDateTime(
        try #require(CivilDate(String(parts[0]))),
        try #require(TimeOfDay(String(parts[1])))
      )
    }
    func day(_ text: String) throws -> EventTime { .day(try #require(CivilDate(text))) }
    let zone = "Asia/Ho_Chi_Minh"
    let expected = Event(
      uid: "1",
      stamp: try time("2024-01-01T00:00"),
      lastModified: try time("2024-01-02T03:04:05"),
      sequence: 7,
      start: .zoned(try time("2024-06-11T20:15"), zone: zone),
      end: .zoned(try time("2024-06-11T20:27"), zone: zone),
      summary: "Thi đua, khen thưởng; \"năm\" 2024",
      description: "một\nhai\n ba \\n",
      categories: ["Một", "Hai", "Ba, bốn"],
      status: .confirmed,
      transparency: .transparent,
      classification: .private,
      url: "https://example.org/a,b;c?d",
      recurrenceRules: [try RecurrenceRule(parsing: "FREQ=WEEKLY;BYDAY=SU")],
      recurrenceDates: [
        try day("2024-07-01"), try day("2024-07-02"), .utc(try time("2024-07-03T00:00")),
      ],
      recurrencePeriods: [
        Event.Period(
          start: .utc(try time("2024-07-04T00:00")),
          end: .utc(try time("2024-07-04T01:00"))
        ),
        Event.Period(
          start: .utc(try time("2024-07-05T00:00")),
          end: .utc(try time("2024-07-06T00:00"))
        ),
      ],
      exceptionDates: [
        .zoned(try time("2024-06-16T20:15"), zone: zone),
        .zoned(try time("2024-06-23T20:15"), zone: zone), try day("2024-06-30"),
      ],
      alarms: [Event.Alarm(secondsBefore: 88_200, description: "Chuẩn bị")]
    )
    #expect(event == expected)
  }

  @Test func calendarPropertiesAreRead() throws {
    let calendar = try Calendar(
      body: #"""
        METHOD:PUBLISH
        NAME:Lịch
        X-WR-CALNAME:Tên khác
        X-WR-CALDESC:Mô tả\, dài
        X-WR-TIMEZONE:Asia/Ho_Chi_Minh
        X-PUBLISHED-TTL:PT1H30M
        COLOR:crimson
        X-APPLE-CALENDAR-COLOR:#DC143C
        SOURCE;VALUE=URI:https://example.org/a.ics
        URL:https://example.org/
        """#
    )
    #expect(
      calendar
        == Calendar(
          productID: "-//Test//Test//EN",
          name: "Lịch",
          description: "Mô tả, dài",
          displayTimeZone: "Asia/Ho_Chi_Minh",
          refreshInterval: 5_400,
          color: "crimson",
          appleColor: "#DC143C",
          source: "https://example.org/a.ics",
          url: "https://example.org/"
        )
    )
  }

  @Test func limitsAreHeld() throws {
    let event = "BEGIN:VEVENT\nUID:1\nDTSTAMP:20240101T000000Z\nDTSTART:20240101\nEND:VEVENT\n"
    let text = Array("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n\(event)END:VCALENDAR\n".utf8)
    func rules(_ limits: ParsingLimits) -> [ICalendarError.Rule] {
      do throws(ICalendarError) {
        _ = try Calendar(parsing: text, limits: limits)
        return []
      } catch {
        return error.problems.map(\.rule)
      }
    }
    #expect(rules(ParsingLimits(bytes: text.count, depth: 2, components: 2, properties: 5)) == [])
    #expect(rules(ParsingLimits(bytes: text.count - 1)) == [.limit])
    #expect(rules(ParsingLimits(depth: 1)) == [.limit])
    #expect(rules(ParsingLimits(components: 1)) == [.limit])
    #expect(rules(ParsingLimits(properties: 4)) == [.limit])
  }

  @Test func noMoreThanAThousandProblemsAreTold() {
    let bad = String(repeating: "EXDATE:20240230\n", count: 4_000)
    let found = problems(ofEvent: "DTSTART:20240101\n\(bad)")
    #expect(found.count == 1_001)
    #expect(found.last == "limit:1008")
    let twice = String(repeating: "SUMMARY:a\n", count: 4_000)
    #expect(problems(ofEvent: "DTSTART:20240101\n\(twice)").count == 1_000)
  }

  @Test func hostileFilesAreRefusedBeforeLibicalSeesThem() {
    let nested = String(repeating: "BEGIN:VEVENT\n", count: 100_000)
    #expect(problems(of: "BEGIN:VCALENDAR\n\(nested)") == ["limit:9"])
    let status = String(repeating: "REQUEST-STATUS:2.0;Success\n", count: 5_000)
    #expect(Set(problems(ofEvent: "DTSTART:20240101\n\(status)")) == Set(["unsupported:8"]))
    let unreadable = String(repeating: "GEO:x\n", count: 100_000)
    #expect(problems(ofEvent: "DTSTART:20240101\n\(unreadable)") == ["limit:5005"])
    let long = String(repeating: "x", count: 2_000_000)
    #expect(problems(ofEvent: "DTSTART:20240101\nSUMMARY:\(long)") == ["limit:8"])
    let parameters = String(repeating: ";X-A=1", count: 5_000)
    #expect(problems(ofEvent: "DTSTART:20240101\nSUMMARY\(parameters):x") == ["limit:8"])
  }
}
