import Foundation
import Publishing
import TestSupport
import Testing

/// `lichsong check PLAN FEED...`: calendars that outlets keep themselves.
struct CheckFeedTests {
  private static let snapshots = "Tests/lichsongTests/Snapshots"
  private static let plan = Checkout.url("calendars/kien-giang-2024").path
  private static let exports = Checkout.url("exports").path

  private typealias Entry = ForeignCalendar.Entry

  /// Runs the program in a folder that holds some calendars.
  private static func run(
    _ arguments: String...,
    feeds: [String: String] = [:],
    input: String = ""
  ) throws -> Program.Outcome {
    try withTemporaryFolder { folder in
      for (name, text) in feeds {
        try Data(text.utf8).write(to: folder.appending(path: name))
      }
      return try Program.lichsong.run(
        ["check"] + arguments,
        in: folder,
        environment: ["COLUMNS": "110"],
        input: input
      )
    }
  }

  /// A programme of the station, as its own people write it down.
  private static func programme(
    _ number: Int,
    _ day: String,
    time: String? = "2015",
    minutes: Int? = 12,
    title: String? = nil,
    lines: [String] = []
  ) -> Entry {
    Entry(
      uid: "cm-\(number)-\(day)@dai.example",
      day: day,
      time: time,
      lines: ["SUMMARY:\(title ?? "CM Thi đua là yêu nước số \(number)")"]
        + (minutes.map { ["DURATION:PT\($0)M"] } ?? []) + lines
    )
  }

  /// A year of the station with one fault of each kind.
  private static let faulty: [Entry] = [
    programme(1, "20240114"),
    // A repeat, and one that is only called so.
    programme(1, "20240115", time: "1130"),
    programme(1, "20240120", time: "0930", title: "Thi đua là yêu nước (phát lại)"),
    // In the days off for Tết.
    programme(2, "20240211"),
    // Too long, and a week later than the release has it.
    programme(3, "20240324", minutes: 15),
    // Twice in a month, and too close.
    programme(4, "20240414"), programme(5, "20240421"),
    // Nothing in May; in June on a Wednesday, typed without marks.
    programme(6, "20240612", title: "CHUYEN MUC THI DUA LA YEU NUOC"),
    // As released, but half an hour later, with another theme.
    programme(
      7,
      "20240714",
      time: "2045",
      title: "CM “Thi đua là yêu nước”: Giảm nghèo bền vững"
    ),
    // Cancelled by its status; the newspaper's page, announced.
    programme(8, "20240811", lines: ["STATUS:CANCELLED"]),
    programme(8, "20240813", title: "Thi đua là yêu nước\\, yêu nước thì phải thi đua"),
    // A day without an hour.
    programme(9, "20240908", time: nil, minutes: nil),
    // Of ours.
    Entry(
      uid: "kien-giang-2024.segment.10@lichsong",
      day: "20241013",
      lines: ["SUMMARY:Chuyên mục", "DURATION:PT12M"]
    ),
    // Others.
    Entry(
      uid: "ts@dai.example",
      day: "20240101",
      time: "1900",
      lines: ["SUMMARY:Thời sự", "RRULE:FREQ=WEEKLY;UNTIL=20241231T000000Z"]
    ),
    Entry(uid: "hn@dai.example", day: "20240501", lines: ["SUMMARY:Hội nghị thi đua yêu nước"]),
  ]

  @Test(arguments: ["table", "json"])
  func `a station's year with one fault of each kind`(format: String) throws {
    let outcome = try Self.run(
      Self.plan,
      "station.ics",
      "--exports",
      Self.exports,
      "--now",
      "2024-09-20T00:00:00Z",
      "--format",
      format,
      feeds: ["station.ics": ForeignCalendar.icalendar.text(Self.faulty)]
    )
    #expect(outcome.status == 1)
    #expect(outcome.errors == "")
    let shown = outcome.output.replacing(Self.plan, with: "calendars/kien-giang-2024")
    #expect(Snapshot("\(Self.snapshots)/check-feed.\(format).txt").differs(from: shown) == nil)
    if format == "json" {
      let document = try JSONText.decode(ReconciliationDocument.self, from: outcome.output)
      #expect(document.status == .broken)
      #expect(document.issues.count == 9)
    }
  }

  @Test(arguments: ForeignCalendar.allCases)
  func `whatever program wrote the calendar, the same is found`(style: ForeignCalendar) throws {
    func document(_ style: ForeignCalendar) throws -> ReconciliationDocument {
      let outcome = try Self.run(
        Self.plan,
        "station.ics",
        "--exports",
        Self.exports,
        "--format",
        "json",
        feeds: ["station.ics": style.text(Self.faulty)]
      )
      #expect(outcome.status == 1, "\(outcome.errors)")
      return try JSONText.decode(ReconciliationDocument.self, from: outcome.output)
    }
    let (found, expected) = (try document(style), try document(.icalendar))
    #expect(found.limits == expected.limits)
    #expect(found.issues == expected.issues)
    #expect(found.months == expected.months)
    #expect(found.deviations == expected.deviations)
  }

  /// Writes a calendar with the library icalendar: each month's second Sunday by a rule with exceptions.
  private static let script = """
    import sys
    from datetime import datetime, timedelta, timezone
    from icalendar import Calendar, Event
    calendar = Calendar()
    calendar.add("prodid", "-//Dai//icalendar//VI")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Đài Phát thanh và Truyền hình Kiên Giang")
    def event(uid, title, start, minutes):
        e = Event()
        e.add("uid", uid)
        e.add("summary", title)
        e.add("dtstamp", datetime(2024, 1, 1, tzinfo=timezone.utc))
        e.add("dtstart", start)
        e.add("dtend", start + timedelta(minutes=minutes))
        calendar.add_component(e)
        return e
    air = datetime(2024, 1, 14, 13, 15, tzinfo=timezone.utc)
    monthly = event("cm@dai", "Chuyên mục \\"Thi đua là yêu nước\\"", air, 12)
    monthly.add("rrule", {"freq": "monthly", "byday": "2SU", "count": 12})
    # The second Sunday of February is in the days off for Tết.
    monthly.add("exdate", datetime(2024, 2, 11, 13, 15, tzinfo=timezone.utc))
    for moment, minutes in ARGUMENTS:
        event("cm-" + moment + "@dai", "CM Thi đua là yêu nước", datetime.fromisoformat(moment + "+00:00"), minutes)
    sys.stdout.buffer.write(calendar.to_ical())
    """

  @Test
  func `a calendar of the library icalendar is read from standard input`() throws {
    func run(_ more: String) throws -> Program.Outcome {
      let script = Self.script.replacing("ARGUMENTS", with: more)
      let calendar = try Program.python("python").run(["-c", script])
      #expect(calendar.errors == "")
      return try Self.run(Self.plan, "-", "--exports", Self.exports, input: calendar.output)
    }
    let sound = try run(#"[("2024-02-18T13:15", 12)]"#)
    #expect(sound.status == 0, "\(sound.output)\(sound.errors)")
    #expect(sound.output.contains("standard input  station  12 events  12 issues, 0 repeats"))
    // From 20:15 in Vietnam on: 12 minutes, a few seconds more, and 14.
    let long = try run(#"[("2024-02-18T13:15", 14)]"#)
    #expect(long.status == 1)
    #expect(
      long.output.contains(
        "    14 minutes, 2 too long: 2024-02-18 Sun 20:15 CM Thi đua là yêu nước\n"
      ),
      "\(long.output)"
    )
    let missing = try run("[]")
    #expect(missing.status == 1)
    #expect(missing.output.contains("    2024-02: none\n"))
  }

  /// A page of the newspaper, as its own people write it down.
  private static func page(_ name: String, on day: String) -> Entry {
    let title = "Trang “Thi đua là yêu nước\\, yêu nước thì phải thi đua”"
    return Entry(
      uid: "\(day)@bao.example",
      day: day,
      time: nil,
      lines: ["SUMMARY:\(title) \(name)"]
    )
  }

  @Test
  func `a station and a newspaper are held against the plan together`() throws {
    let pages = (1...12).flatMap { month in
      [(1, "02"), (2, "16")].map { number, day in
        Self.page("kỳ \(number) tháng \(month)", on: "2024\(month < 10 ? "0" : "")\(month)\(day)")
      }
    }
    let outcome = try Self.run(
      Self.plan,
      "dai.ics",
      "bao.ics",
      "--now",
      "2024-01-01T00:00:00Z",
      "--format",
      "json",
      feeds: [
        "dai.ics": ForeignCalendar.google.text([Self.programme(1, "20240114")]),
        "bao.ics": ForeignCalendar.outlook.text(pages),
      ]
    )
    #expect(outcome.status == 1)
    let document = try JSONText.decode(ReconciliationDocument.self, from: outcome.output)
    #expect(document.series == ["segment", "page"])
    #expect(document.issues.count { $0.series == "page" } == 24)
    #expect(document.release == nil && document.deviations.isEmpty)
    let segments = document.months.filter { $0.series == "segment" }.map(\.verdict)
    #expect(segments == [.met] + Array(repeating: .open, count: 11))
    // The 2nd and the 16th are not always a Tuesday or a Friday.
    let broken = document.limits.filter { $0.verdict == .broken }
    #expect(broken.map(\.line.rule).contains { $0.contains("only days that a slot rule") })
    #expect(broken.allSatisfy { $0.line.clause == "III.4" })
  }

  @Test
  func `without events of the plan everything is missing or open`() throws {
    let feeds = [
      "x.ics": ForeignCalendar.apple.text([
        Entry(uid: "a@b", day: "20240105", lines: ["SUMMARY:Họp"])
      ])
    ]
    let early = try Self.run(Self.plan, "x.ics", "--now", "2023-12-01T00:00:00Z", feeds: feeds)
    #expect(early.status == 0)
    #expect(early.output.contains("2 open"))
    let late = try Self.run(Self.plan, "x.ics", "--now", "2025-01-01T00:00:00Z", feeds: feeds)
    #expect(late.status == 1)
    #expect(late.output.contains("1 event of other programmes, such as Họp\n"))
    let station = try Self.run(
      Self.plan,
      "x.ics",
      "--outlet",
      "station",
      "--now",
      "2025-01-01T00:00:00Z",
      feeds: feeds
    )
    #expect(station.output.contains("not told of: page"))
  }

  @Test
  func `what cannot be read ends with its status and its place`() throws {
    let missing = try Self.run(Self.plan, "nowhere.ics")
    #expect(missing.status == 66)
    #expect(missing.errors.hasPrefix("nowhere.ics: error: there is no such file"))
    let broken = ForeignCalendar.apple.text([Entry(uid: "a@b", day: "20240230")])
    let unreadable = try Self.run(Self.plan, "x.ics", feeds: ["x.ics": broken])
    #expect(unreadable.status == 65)
    #expect(unreadable.errors.hasPrefix("x.ics: line "), "\(unreadable.errors)")
    #expect(unreadable.output.isEmpty)
    let outlet = try Self.run(Self.plan, "x.ics", "--outlet", "statoin")
    #expect(outlet.status == 64)
    #expect(outlet.errors.contains("did you mean `station`?"))
    for option in [["--format", "json"], ["--outlet", "station"]] {
      #expect(try Self.run(Self.plan, option[0], option[1]).status == 64)
    }
    #expect(try Self.run(Self.plan, "-", "-").status == 64)
  }
}
