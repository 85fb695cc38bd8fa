import Foundation
import TestSupport
import Testing

/// `lichsong pin --from-feed`: calendars in which somebody moved our events.
struct MovedEventsTests {
  private static let snapshots = "Tests/lichsongTests/Snapshots"

  private typealias Entry = ForeignCalendar.Entry

  private static func uid(_ number: Int, _ more: String = "") -> String {
    "mau-2024.segment.\(number)\(more)@lichsong"
  }

  /// The days as they were released.
  private static let released = ["20240519", "20240616", "20240714"]

  @Test(arguments: ForeignCalendar.allCases)
  func `whatever program wrote the calendar, a moved event is a pin`(style: ForeignCalendar) throws
  {
    try PlannerSession.with { session in
      var entries = Self.released.enumerated().map { Entry(uid: Self.uid($0 + 1), day: $1) }
      entries[1].day = "20240609"
      try session.write(style.text(entries), to: "station.ics")
      let outcome = try session.run("pin", "plan.yaml", "--from-feed", "station.ics", "--yes")
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(!outcome.output.contains("Not taken over"), "\(outcome.output)")
      #expect(
        session.decisions == """
          pins:
            - {series: segment, date: 2024-06-09, theme: people}

          """
      )
      // Taken over once, it is no news.
      let again = try session.run("pin", "plan.yaml", "--from-feed", "station.ics", "--yes")
      #expect(again.output.hasSuffix("no issue was moved to another day: nothing to pin\n"))
    }
  }

  @Test
  func `our own feed moves nothing, and with another day it does`() throws {
    try PlannerSession.with { session in
      let url = session.folder.appending(path: "exports/mau-2024/station.ics")
      let feed = String(decoding: try Data(contentsOf: url), as: UTF8.self)
      let same = try session.run("pin", "plan.yaml", "--from-feed", url.path)
      #expect(same.output == "no issue was moved to another day: nothing to pin\n")
      try session.write(feed.replacing("20240616T", with: "20240612T"), to: "moved.ics")
      let moved = try session.run("pin", "plan.yaml", "--from-feed", "moved.ics", "--dry-run")
      #expect(moved.output.contains("segment.2  2024-06-16 -> 2024-06-12"))
      #expect(
        moved.output.contains("1 pin: +1032 points (uneven +32, moved +1000)"),
        "\(moved.output)"
      )
      #expect(session.decisions == nil)
    }
  }

  /// Adds a repeat on the next day, and half of a second series.
  private static func withRepeats(_ text: String) -> String {
    text.replacing(
      "themes:\n",
      with: """
            repeats:
              - {after: 1, at: "11:30"}
        themes:

        """
    )
  }

  @Test
  func `everything that is not taken over is said`() throws {
    try PlannerSession.with(editing: Self.withRepeats) { session in
      session.decisions = "bans:\n  - {series: segment, date: 2024-07-07}\n"
      let entries = [
        Entry(uid: Self.uid(1), day: "20240519", time: "1900"),
        Entry(uid: Self.uid(1, ".airing.1"), day: "20240521", time: "1130"),
        Entry(uid: Self.uid(2), day: "20240609"),
        Entry(uid: Self.uid(2, ".airing.1"), day: "20240610", time: "1130"),
        Entry(uid: Self.uid(3), day: "20240707"),
        Entry(
          uid: Self.uid(3, ".airing.1"),
          day: "20240715",
          time: "1130",
          lines: ["STATUS:CANCELLED"]
        ),
        Entry(uid: Self.uid(9), day: "20240601"),
        Entry(uid: "giao-ban@dai", day: "20240601", lines: ["SUMMARY:Họp giao ban\\nđầu tháng"]),
      ]
      try session.write(ForeignCalendar.icalendar.text(entries), to: "station.ics")
      try session.run("pin", "plan.yaml", "--from-feed", "station.ics", "--dry-run")
      let others = [
        Entry(uid: Self.uid(1), day: "20240519", lines: ["STATUS:CANCELLED"]),
        Entry(uid: Self.uid(2), day: "20240616", lines: ["RRULE:FREQ=WEEKLY;COUNT=2"]),
      ]
      try session.write(ForeignCalendar.google.text(others), to: "others.ics")
      try session.run("pin", "plan.yaml", "--from-feed", "others.ics")
      let far = [
        Entry(uid: Self.uid(3), day: "20250105"), Entry(uid: Self.uid(2), day: "20240519"),
      ]
      try session.write(ForeignCalendar.google.text(far), to: "far.ics")
      try session.run("pin", "plan.yaml", "--from-feed", "far.ics", "--from", "2024-06-01")
      let snapshot = Snapshot("\(Self.snapshots)/from-feed.txt")
      #expect(snapshot.differs(from: session.log) == nil)
    }
  }

  @Test
  func `issues that changed places keep the identities of their days`() throws {
    try PlannerSession.with { session in
      let entries = [
        Entry(uid: Self.uid(1), day: "20240609"), Entry(uid: Self.uid(2), day: "20240512"),
        Entry(uid: Self.uid(3), day: "20240714"),
      ]
      try session.write(ForeignCalendar.icalendar.text(entries), to: "station.ics")
      let outcome = try session.run("pin", "plan.yaml", "--from-feed", "station.ics", "--yes")
      #expect(outcome.status == 0)
      #expect(
        outcome.output.contains(
          """
            what is on 2024-06-09 is segment.2, and segment.1 is on 2024-05-12: identities follow the \
          order of days
            what is on 2024-05-12 is segment.1, and segment.2 is on 2024-06-09: identities follow the \
          order of days
          """
        ),
        "\(outcome.output)"
      )
    }
  }

  @Test
  func `moves that cannot hold together are refused together`() throws {
    try PlannerSession.with { session in
      let entries = [
        Entry(uid: Self.uid(1), day: "20240602"), Entry(uid: Self.uid(2), day: "20240609"),
        Entry(uid: Self.uid(3), day: "20240714"),
      ]
      try session.write(ForeignCalendar.icalendar.text(entries), to: "station.ics")
      let outcome = try session.run("pin", "plan.yaml", "--from-feed", "station.ics", "--yes")
      #expect(outcome.status == 1)
      #expect(outcome.output.contains("segment.1  2024-05-19 -> 2024-06-02"))
      #expect(outcome.errors.hasPrefix("not all 2 can be pinned; nothing was written"))
      #expect(outcome.errors.contains("(III.5) series segment: at most 1 issue a month"))
      #expect(session.decisions == nil)
    }
  }

  @Test
  func `two events on one day are one pin and a remark`() throws {
    try PlannerSession.with { session in
      let entries = [
        Entry(uid: Self.uid(1), day: "20240512"), Entry(uid: Self.uid(2), day: "20240512"),
        Entry(uid: Self.uid(3), day: "20240714"),
      ]
      try session.write(ForeignCalendar.icalendar.text(entries), to: "station.ics")
      let outcome = try session.run("pin", "plan.yaml", "--from-feed", "station.ics", "--yes")
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("not moved to 2024-05-12: segment.1 is there in the file"))
      #expect(session.decisions?.split(separator: "\n").count == 2)
    }
  }

  @Test
  func `an issue that a decision holds moves with its pin`() throws {
    try PlannerSession.with { session in
      session.decisions = "pins:\n  - {series: segment, date: 2024-06-16}\n"
      let entries = [Entry(uid: Self.uid(2), day: "20240609")]
      try session.write(ForeignCalendar.apple.text(entries), to: "station.ics")
      let outcome = try session.run(
        "pin",
        "plan.yaml",
        "--from-feed",
        "station.ics",
        "--yes",
        "--why",
        "Đài đổi"
      )
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(
        session.decisions
          == "pins:\n  - {series: segment, date: 2024-06-09, theme: people, why: Đài đổi}\n"
      )
    }
  }

  @Test
  func `a file that is no calendar, or not there, ends with its status`() throws {
    try PlannerSession.with { session in
      #expect(try session.run("pin", "plan.yaml", "--from-feed", "nowhere.ics").status == 66)
      #expect(try session.run("pin", "plan.yaml", "--from-feed", ".").status == 66)
      let outcome = try session.run("pin", "plan.yaml", "--from-feed", "plan.yaml")
      #expect(outcome.status == 65)
      #expect(outcome.errors.hasPrefix("plan.yaml: line 1: "), "\(outcome.errors)")
      let entries = [Entry(uid: Self.uid(2), day: "20240609")]
      try session.write(ForeignCalendar.apple.text(entries), to: "station.ics")
      let unasked = try session.run("pin", "plan.yaml", "--from-feed", "station.ics")
      #expect(unasked.status == 64)
      #expect(unasked.errors.contains("say --yes to go on"))
      #expect(session.decisions == nil)
    }
    try PlannerSession.with(isReleased: false) { session in
      try session.write(ForeignCalendar.apple.text([]), to: "station.ics")
      #expect(try session.run("pin", "plan.yaml", "--from-feed", "station.ics").status == 66)
    }
  }
}
