import CivilTime
import Foundation
import ICalendar
import TestSupport
import Testing

@Suite struct TimeZoneTests {
  private func days(_ first: String, _ last: String) throws -> ClosedRange<CivilDate> {
    try #require(CivilDate(first))...(try #require(CivilDate(last)))
  }

  private func time(_ date: String, _ hour: Int, _ minute: Int = 0) throws -> CivilDateTime {
    CivilDateTime(
      try #require(CivilDate(date)),
      try #require(TimeOfDay(hour: hour, minute: minute))
    )
  }

  @Test func vietnamIsOneObservance() throws {
    let zone = try TimeZoneDefinition.standard(
      for: "Asia/Ho_Chi_Minh",
      covering: days("2024-01-01", "2024-12-31")
    )
    #expect(
      zone
        == TimeZoneDefinition(
          id: "Asia/Ho_Chi_Minh",
          observances: [
            TimeZoneDefinition.Observance(
              onset: try time("1975-06-13", 0),
              offsetFrom: 8 * 3_600,
              offsetTo: 7 * 3_600,
              name: "+07"
            )
          ]
        )
    )
    let text = try Calendar(productID: "test", timeZones: [zone]).serialized()
    let lines = """
      BEGIN:VTIMEZONE
      TZID:Asia/Ho_Chi_Minh
      BEGIN:STANDARD
      DTSTART:19750613T000000
      TZOFFSETFROM:+0800
      TZOFFSETTO:+0700
      TZNAME:+07
      END:STANDARD
      END:VTIMEZONE

      """
    #expect(text.contains(lines.replacing("\n", with: "\r\n")))
  }

  @Test func zoneWithDaylightSavingTimeGivesEachChange() throws {
    let zone = try TimeZoneDefinition.standard(
      for: "Europe/Berlin",
      covering: days("2024-01-01", "2025-06-30")
    )
    #expect(
      zone.observances == [
        TimeZoneDefinition.Observance(
          onset: try time("2023-10-29", 3),
          offsetFrom: 7_200,
          offsetTo: 3_600,
          name: "CET",
          furtherOnsets: [try time("2024-10-27", 3)]
        ),
        TimeZoneDefinition.Observance(
          isDaylight: true,
          onset: try time("2024-03-31", 2),
          offsetFrom: 3_600,
          offsetTo: 7_200,
          name: "CEST",
          furtherOnsets: [try time("2025-03-30", 2)]
        ),
      ]
    )
  }

  @Test func zonesWithoutChangesAndTimesBeforeAllChangesAreDefined() throws {
    for (zone, first, last) in [
      ("UTC", "2024-01-01", "2024-12-31"), ("Etc/GMT-7", "1900-01-01", "1900-01-02"),
      ("Asia/Ho_Chi_Minh", "1500-01-01", "1500-01-02"),
      ("Europe/Berlin", "2999-01-01", "2999-12-31"),
    ] {
      let definition = try TimeZoneDefinition.standard(for: zone, covering: days(first, last))
      let calendar = Calendar(productID: "test", timeZones: [definition])
      #expect(try Calendar(lines: calendar.serialized()) == calendar, "\(zone)")
    }
  }

  @Test func unknownZonesAreRefused() throws {
    for zone in ["Mars/Olympus", "../UTC", "zone.tab", "Asia", ""] {
      let error = #expect(throws: ICalendarError.self) {
        try TimeZoneDefinition.standard(for: zone, covering: days("2024-01-01", "2024-12-31"))
      }
      #expect(error?.problems.map(\.rule) == [.timeZone])
    }
  }

  /// Every zone of the system, against Python's zoneinfo, which reads the same files.
  @Test func allZonesAgreeWithZoneinfo() throws {
    let list = "import zoneinfo; print(' '.join(sorted(zoneinfo.available_timezones())))"
    let names = try Program.python("python").run(["-c", list]).output.split { $0.isWhitespace }
    #expect(names.count > 400)
    let period = try days("1970-01-01", "2045-12-31")
    var changes: [String: [[Int]]] = [:]
    for name in names where name != "localtime" {
      let zone = try TimeZoneDefinition.standard(for: String(name), covering: period)
      var found: [[Int]] = []
      for observance in zone.observances {
        for onset in [observance.onset] + observance.furtherOnsets {
          let moment = onset.secondsSinceEpoch - observance.offsetFrom
          found.append([moment, observance.offsetFrom, observance.offsetTo])
        }
      }
      changes[String(name)] = found.sorted { $0[0] < $1[0] }
    }
    let script = """
      import json, sys
      from bisect import bisect_right
      from datetime import datetime, timedelta, timezone
      from zoneinfo import ZoneInfo
      start = datetime(1970, 1, 2, 4, 30, tzinfo=timezone.utc)
      samples = [start + timedelta(days=20 * n) for n in range(1380)]
      seconds = [int(sample.timestamp()) for sample in samples]
      for name, changes in json.load(sys.stdin).items():
          zone, moments = ZoneInfo(name), [change[0] for change in changes]
          for sample, second in zip(samples, seconds):
              place = bisect_right(moments, second)
              offset = changes[place - 1][2] if place else changes[0][1]
              if sample.astimezone(zone).utcoffset().total_seconds() != offset:
                  print(name, sample, offset)
                  break
      """
    let input = String(decoding: try JSONEncoder().encode(changes), as: UTF8.self)
    let outcome = try Program.python("python").run(["-c", script], input: input)
    #expect(outcome.errors == "")
    #expect(outcome.output == "")
  }

  /// The same zone written change by change, and as the rules that other programs write.
  @Test func rulesAndChangesGiveTheSameClock() throws {
    let rules = """
      BEGIN:VTIMEZONE
      TZID:W. Europe Standard Time
      BEGIN:STANDARD
      DTSTART:16010101T030000
      TZOFFSETFROM:+0200
      TZOFFSETTO:+0100
      RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
      END:STANDARD
      BEGIN:DAYLIGHT
      DTSTART:16010101T020000
      TZOFFSETFROM:+0100
      TZOFFSETTO:+0200
      RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
      END:DAYLIGHT
      END:VTIMEZONE
      """
    func shown(_ zone: String, _ definition: String) throws -> [String] {
      let event = """
        BEGIN:VEVENT
        UID:1
        DTSTAMP:20240101T000000Z
        DTSTART;TZID=\(zone):20200101T013000
        RRULE:FREQ=DAILY
        END:VEVENT
        """
      return try Calendar(body: "\(definition)\n\(event)").shown("2020-01-01", "2027-12-31")
    }
    let byRules = try shown("W. Europe Standard Time", rules)
    #expect(byRules.count > 2_900)
    #expect(try byRules == shown("Europe/Berlin", "X-NOTHING:1"))
  }

  @Test(arguments: ["20070101T000000Z", "20061029T010000Z", "20061029T030000"])
  func rulesOfZonesEndWithTheirLastTime(until: String) throws {
    let calendar = try Calendar(
      body: """
        BEGIN:VTIMEZONE
        TZID:Old
        BEGIN:STANDARD
        DTSTART:20001029T030000
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10;UNTIL=\(until)
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:20000326T020000
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
        END:DAYLIGHT
        END:VTIMEZONE
        BEGIN:VEVENT
        UID:1
        DTSTAMP:20240101T000000Z
        DTSTART;TZID=Old:20060101T120000
        RRULE:FREQ=MONTHLY;INTERVAL=12
        END:VEVENT
        """
    )
    #expect(
      try calendar.shown("2006-01-01", "2008-12-31").map { String($0.prefix(16)) }
        == ["2006-01-01T18:00", "2007-01-01T18:00", "2008-01-01T17:00"]
    )
  }

  @Test(arguments: [
    ("DTSTART:19700101T000000\nTZOFFSETFROM:+0700", "required-property:6"),
    ("TZOFFSETFROM:+0700\nTZOFFSETTO:+0700", "required-property:6"),
    ("DTSTART:19700101T000000\nTZOFFSETFROM:+0700\nTZOFFSETTO:7", "value:9"),
    ("DTSTART:19700101T000000\nTZOFFSETFROM:+0700\nTZOFFSETTO:+2500", "value:9"),
    (
      "DTSTART:19700101T000000\nTZOFFSETFROM:+0700\nTZOFFSETTO:+0700\nRRULE:FREQ=SECONDLY",
      "unsupported-recurrence:10"
    ),
    (
      "DTSTART:19700101T000000\nTZOFFSETFROM:+0700\nTZOFFSETTO:+0700\nRRULE:FREQ=DAILY",
      "unsupported-recurrence:10"
    ),
  ])
  func whatIsWrongWithAZoneIsReported(lines: String, problem: String) {
    let text = """
      BEGIN:VCALENDAR
      VERSION:2.0
      PRODID:x
      BEGIN:VTIMEZONE
      TZID:X
      BEGIN:STANDARD
      \(lines)
      END:STANDARD
      BEGIN:DAYLIGHT
      DTSTART:19700101T000000
      TZOFFSETFROM:+0700
      TZOFFSETTO:+0700
      END:DAYLIGHT
      END:VTIMEZONE
      END:VCALENDAR

      """
    #expect(problems(of: text) == [problem])
  }

  /// Reading zones at once, as several tests do, must not race.
  @Test func zonesAreReadByManyAtOnce() async throws {
    let calendar = try Calendar(event: "DTSTART;TZID=Europe/Berlin:20240101T120000")
    let shown = try await withThrowingTaskGroup(of: [String].self) { group in
      for _ in 0..<64 {
        group.addTask { try calendar.shown("2024-01-01", "2024-12-31", in: "America/New_York") }
      }
      return try await group.reduce(into: Set<[String]>()) { $0.insert($1) }
    }
    #expect(shown == [["2024-01-01T06:00 2024-01-01T06:00"]])
  }
}
