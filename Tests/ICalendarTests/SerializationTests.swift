import CivilTime
import ICalendar
import TestSupport
import Testing

@Suite struct SerializationTests {
  private let zone = "Asia/Ho_Chi_Minh"

  private func time(_ date: String, _ hour: Int, _ minute: Int = 0) throws -> CivilDateTime {
    CivilDateTime(
      try #require(CivilDate(date)),
      try #require(TimeOfDay(hour: hour, minute: minute))
    )
  }

  private func sample() throws -> Calendar {
    let day = try #require(CivilDate("2024-06-11"))
    let stamp = try time("2024-03-06", 1)
    return Calendar(
      productID: "-//LichSong//LichSong//VI",
      name: "Thi đua, khen thưởng".replacing(",", with: ""),
      description: "Kế hoạch 64/KH-UBND",
      displayTimeZone: zone,
      refreshInterval: 3_600,
      color: "crimson",
      appleColor: "#DC143C",
      source: "https://example.org/kien-giang-2024/station.ics",
      url: "https://example.org/kien-giang-2024/",
      timeZones: [try TimeZoneDefinition.standard(for: zone, covering: day...day)],
      events: [
        Event(
          uid: "kien-giang-2024-segment-1@lichsong",
          stamp: stamp,
          lastModified: stamp,
          sequence: 2,
          start: .zoned(try time("2024-06-09", 20, 15), zone: zone),
          end: .zoned(try time("2024-06-09", 20, 27), zone: zone),
          summary: "Chuyên mục “Thi đua là yêu nước”: Luật Thi đua, khen thưởng; năm 2022",
          description: "Chủ đề: Luật Thi đua, khen thưởng\nĐiều khoản: III.5\\II.1",
          categories: ["Luật", "Chuyên mục"],
          status: .confirmed,
          transparency: .transparent,
          classification: .public,
          url: "https://example.org/kien-giang-2024/#segment-1",
          location: "TV",
          alarms: [Event.Alarm(secondsBefore: 86_400, description: "Ngày mai")]
        ),
        Event(
          uid: "kien-giang-2024-page-1@lichsong",
          stamp: stamp,
          start: .day(day),
          end: .day(day + 1),
          summary: "[HỦY] Chuyên trang",
          status: .cancelled
        ),
        Event(
          uid: "rule@lichsong",
          stamp: stamp,
          start: .zoned(try time("2024-01-07", 20, 15), zone: zone),
          duration: 720,
          recurrenceRules: [try RecurrenceRule(parsing: "BYDAY=SU;FREQ=WEEKLY")],
          recurrenceDates: [.utc(try time("2024-01-08", 1)), .day(day)],
          recurrencePeriods: [
            Event.Period(
              start: .zoned(try time("2024-01-09", 1), zone: zone),
              end: .zoned(try time("2024-01-09", 2), zone: zone)
            )
          ],
          exceptionDates: [.zoned(try time("2024-01-14", 20, 15), zone: zone)]
        ),
        Event(
          uid: "rule@lichsong",
          stamp: stamp,
          start: .floating(try time("2024-01-22", 20, 15)),
          recurrenceID: .zoned(try time("2024-01-21", 20, 15), zone: zone)
        ),
      ]
    )
  }

  @Test func everyPropertyHasItsPlaceAndForm() throws {
    let text = try sample().serialized()
    let snapshot = Snapshot("Tests/ICalendarTests/Fixtures/written.ics")
    #expect(snapshot.differs(from: text) == nil)
  }

  private func problems(_ change: (inout Calendar) throws -> Void) throws -> [String] {
    var calendar = try sample()
    try change(&calendar)
    do throws(ICalendarError) {
      _ = try calendar.serialized()
      return []
    } catch {
      return error.problems.map { "\($0.rule.rawValue) \($0.message)" }
    }
  }

  private typealias Setter = @Sendable (inout Calendar, String) -> Void

  /// The texts of which libical escapes what must be.
  private static let escaped: [(String, Setter)] = [
    ("PRODID", { $0.productID = $1 }), ("SUMMARY", { $0.events[0].summary = $1 }),
    ("DESCRIPTION", { $0.events[0].description = $1 }),
    ("LOCATION", { $0.events[0].location = $1 }), ("UID", { $0.events[0].uid = $1 }),
    ("DESCRIPTION of an alarm", { $0.events[0].alarms[0].description = $1 }),
  ]
  /// The texts of which libical escapes nothing, or whose escapes clients show as they are.
  private static let plain: [(String, Setter)] = [
    ("NAME", { $0.name = $1 }), ("DESCRIPTION", { $0.description = $1 }),
    ("X-WR-TIMEZONE", { $0.displayTimeZone = $1 }), ("COLOR", { $0.color = $1 }),
    ("X-APPLE-CALENDAR-COLOR", { $0.appleColor = $1 }),
    ("CATEGORIES", { $0.events[0].categories = [$1] }),
  ]
  /// The addresses, which have no escapes.
  private static let addresses: [(String, Setter)] = [
    ("SOURCE", { $0.source = $1 }), ("URL", { $0.url = $1 }), ("URL", { $0.events[0].url = $1 }),
  ]

  @Test func categoriesAreOneListAsLongAsLibicalReadsOne() throws {
    for count in [1, 2, 500, 501] {
      var calendar = try sample()
      calendar.events[0].categories = (0..<count).map { "c\($0)" }
      let text = try calendar.serialized()
      let lists = text.split(separator: "\r\nCATEGORIES:").count - 1
      #expect(lists == (count + 499) / 500)
      #expect(try Calendar(parsing: Array(text.utf8)) == calendar)
    }
  }

  @Test func controlCharactersNeverReachLibical() throws {
    for (name, set) in Self.escaped + Self.plain + Self.addresses {
      for value in [0x00, 0x01, 0x08, 0x09, 0x0B, 0x0C, 0x0D, 0x1B, 0x7F, 0x80, 0x9F] as [UInt8] {
        let found = try problems { set(&$0, "a\(Unicode.Scalar(value))b") }
        #expect(found.count == 1)
        #expect(found.first?.contains("\(name) has the control character U+00") == true)
      }
    }
  }

  @Test func lineFeedsStandOnlyWhereLibicalEscapesThem() throws {
    for (name, set) in Self.plain + Self.addresses {
      let found = try problems { set(&$0, "a\nATTACH:b") }
      #expect(found.first?.contains("\(name) has the control character U+000A") == true)
    }
    for (_, set) in Self.escaped {
      #expect(try problems { set(&$0, "a\nATTACH:b") } == [])
    }
  }

  @Test func charactersThatAreNotEscapedAreRefused() throws {
    for (name, set) in Self.plain {
      for character in [",", ";", "\\"] {
        let found = try problems { set(&$0, "a\(character)b") }
        #expect(found.count == 1)
        #expect(found.first?.contains("\(name) has a \"\(character)\"") == true)
      }
    }
    for (name, set) in Self.addresses {
      for text in ["a b", "https://example.org/ế", " https://example.org"] {
        #expect(try problems { set(&$0, text) }.first?.contains("\(name) ") == true)
      }
    }
  }

  @Test func textThatWouldBeLostIsRefused() throws {
    for (name, set) in Self.escaped + Self.plain + Self.addresses where name != "UID" {
      #expect(try problems { set(&$0, "") }.first?.contains("\(name) is empty") == true)
      for text in [" a", "a ", " "] {
        let found = try problems { set(&$0, text) }
        #expect(found.first?.contains("\(name) begins or ends with a space") == true)
      }
    }
  }

  @Test func identitiesMustBeThereAndUnlike() throws {
    #expect(try problems { $0.events[0].uid = "" }.map { $0.prefix(8) } == ["identity"])
    #expect(
      try problems { $0.events[1].uid = $0.events[0].uid }.map { $0.prefix(8) } == ["identity"]
    )
    #expect(try problems { $0.events.append($0.events[3]) }.map { $0.prefix(8) } == ["identity"])
  }

  @Test func timesMustFit() throws {
    let day = try #require(CivilDate("2024-06-11"))
    let noon = try time("2024-06-11", 12)
    let changes: [@Sendable (inout Event) -> Void] = [
      {
        $0.start = .day(day)
        $0.end = .day(day)
      },
      {
        $0.start = .day(day)
        $0.end = .day(day - 1)
      },
      {
        $0.start = .day(day)
        $0.end = .utc(noon)
      },
      {
        $0.start = .utc(noon)
        $0.end = .utc(noon)
      },
      {
        $0.start = .utc(noon)
        $0.end = .utc(noon.advanced(bySeconds: -1))
      },
      { $0.duration = 60 },
      {
        $0.start = .day(day)
        $0.end = nil
        $0.duration = 3_600
      },
      {
        $0.start = .day(day)
        $0.end = nil
        $0.duration = 0
      },
      { $0.recurrencePeriods = [Event.Period(start: .day(day), end: .day(day + 1))] },
      { $0.recurrencePeriods = [Event.Period(start: .utc(noon), end: .utc(noon))] },
      { $0.recurrencePeriods = [Event.Period(start: .utc(noon), end: .floating(noon))] },
    ]
    for (index, change) in changes.enumerated() {
      let found = try problems { change(&$0.events[0]) }
      #expect(found.map { $0.prefix(11) } == ["event-times"], "change \(index)")
    }
  }

  @Test func numbersMustBeInRange() throws {
    for sequence in [-1, 2_147_483_648] {
      #expect(try problems { $0.events[0].sequence = sequence }.map { $0.prefix(5) } == ["value"])
    }
    for seconds in [0, -1, 2_000_000_001] {
      #expect(try problems { $0.refreshInterval = seconds }.map { $0.prefix(8) } == ["duration"])
    }
    for seconds in [2_000_000_001, -2_000_000_001] {
      #expect(
        try problems { $0.events[0].alarms[0].secondsBefore = seconds }.map { $0.prefix(8) }
          == ["duration"]
      )
      #expect(try problems { $0.events[2].duration = seconds }.map { $0.prefix(8) } == ["duration"])
    }
  }

  /// libical writes years after 3000 as zeros.
  @Test func yearsThatLibicalDoesNotWriteAreRefused() throws {
    let late = try time("3001-01-01", 0)
    let changes: [@Sendable (inout Calendar) -> Void] = [
      { $0.events[0].stamp = late }, { $0.events[0].lastModified = late },
      { $0.events[0].end = .zoned(late, zone: "Asia/Ho_Chi_Minh") },
      {
        $0.events[1].start = .day(late.date)
        $0.events[1].end = nil
      },
      { $0.events[2].exceptionDates = [.utc(late)] },
      { $0.timeZones[0].observances[0].onset = late },
    ]
    for change in changes {
      #expect(try problems(change).map { $0.prefix(5) } == ["limit"])
    }
    let last = try time("3000-12-31", 23)
    #expect(
      try problems {
        $0.events[1].start = .day(last.date - 1)
        $0.events[1].end = .day(last.date)
      } == []
    )
  }

  @Test func zonesMustBeDefined() throws {
    #expect(try problems { $0.timeZones = [] }.allSatisfy { $0.hasPrefix("time-zone") })
    #expect(try problems { $0.timeZones = [] }.count == 6)
    #expect(try problems { $0.timeZones.append($0.timeZones[0]) }.count == 1)
    #expect(try problems { $0.timeZones[0].observances = [] }.count == 1)
    #expect(try problems { $0.timeZones[0].observances[0].offsetTo = 86_400 }.count == 1)
    for id in ["", "a\"b", "a^b", "a;b", "a:b", "a,b", "a\\b", "a\nb", "Hà Nội"] {
      let found = try problems { calendar in
        calendar.timeZones[0].id = id
        calendar.events = []
      }
      #expect(found.map { $0.prefix(9) } == ["time-zone"], "\(id)")
    }
  }

  @Test func everyProblemIsReportedWithItsEvent() throws {
    let found = try problems { calendar in
      calendar.name = "a,b"
      calendar.events[0].summary = "a\tb"
      calendar.events[1].end = calendar.events[1].start
    }
    #expect(
      found == [
        "text the calendar: NAME has a \",\", which clients do not read back there",
        "control-characters the event kien-giang-2024-segment-1@lichsong: SUMMARY has the control "
          + "character U+0009",
        "event-times the event kien-giang-2024-page-1@lichsong: DTEND 20240611 is not after DTSTART "
          + "20240611",
      ]
    )
  }
}
