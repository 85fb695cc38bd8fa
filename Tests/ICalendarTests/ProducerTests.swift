import CivilTime
import Foundation
import ICalendar
import TestSupport
import Testing

/// Files in the style of programs that people use, made for these tests.
@Suite struct ProducerTests {
  private func fixture(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: Checkout.url("Tests/ICalendarTests/Fixtures/\(name).ics")))
  }

  @Test(arguments: [
    (
      "google-holidays",
      ["2024-02-10 2024-02-10 Tết Nguyên Đán", "2024-02-14 2024-02-14 Lễ Tình Nhân"]
    ),
    (
      "outlook-meeting",
      [
        "2024-05-20T08:00 2024-05-20T09:00 Họp giao ban",
        "2024-05-23T08:00 2024-05-23T09:00 Họp giao ban", "2024-06-01T07:00 2024-06-01T07:30 Call",
        "2024-06-18T14:00 2024-06-18T15:00 Họp giao ban (dời)",
        "2024-06-20T08:00 2024-06-20T09:00 Họp giao ban",
      ]
    ),
    (
      "apple-calendar",
      [
        "2024-06-11T08:00 2024-06-11T09:30 Họp báo", "2024-06-12 2024-06-13 Nghỉ phép",
        "2025-06-12 2025-06-13 Nghỉ phép",
      ]
    ),
    (
      "thunderbird-khal",
      [
        "2024-03-03T00:00 2024-03-03T00:45 Phỏng vấn",
        "2024-03-20T09:00 2024-03-20T11:30 Ghi hình",
        "2024-04-06T23:00 2024-04-06T23:45 Phỏng vấn",
        "2024-06-01T23:00 2024-06-01T23:45 Phỏng vấn",
      ]
    ),
  ])
  func filesInTheStyleOfProgramsAreRead(name: String, shown: [String]) throws {
    let bytes = try fixture(name)
    #expect(try Calendar(parsing: bytes).shown("2024-01-01", "2025-12-31") == shown)
    // The same with the line ends that the programs write.
    let text = String(decoding: bytes, as: UTF8.self).replacing("\n", with: "\r\n")
    #expect(try Calendar(lines: text) == Calendar(parsing: bytes))
  }

  /// The readers of PyPI see the same instances.
  @Test(arguments: ["google-holidays", "apple-calendar", "thunderbird-khal"])
  func recurringICalEventsReadsTheSame(name: String) throws {
    let script = """
      import sys
      from datetime import datetime
      from zoneinfo import ZoneInfo
      import icalendar, recurring_ical_events
      def show(time):
          if isinstance(time, datetime):
              time = time.astimezone(ZoneInfo('Asia/Ho_Chi_Minh'))
              return time.strftime('%Y-%m-%dT%H:%M')
          return time.isoformat()
      calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
      for event in recurring_ical_events.of(calendar).between((2024, 1, 1), (2026, 1, 1)):
          print(show(event['DTSTART'].dt), event['SUMMARY'])
      """
    let bytes = try fixture(name)
    let outcome = try Program.python("python")
      .run(["-c", script], input: String(decoding: bytes, as: UTF8.self))
    #expect(outcome.errors == "")
    let found = try Calendar(parsing: bytes).shown("2024-01-01", "2025-12-31").map { line in
      let fields = line.split(separator: " ")
      return ([fields[0]] + fields[2...]).joined(separator: " ")
    }
    #expect(Set(outcome.output.split(separator: "\n").map(String.init)) == Set(found))
  }

  @Test func outlookDetailsAreKept() throws {
    let events = try Calendar(parsing: fixture("outlook-meeting")).events
    #expect(events[0].description == "\n")
    #expect(events[0].location == nil)
    #expect(events[0].alarms == [Event.Alarm(secondsBefore: 900, description: "REMINDER")])
    #expect(events[0].exceptionDates.count == 2)
  }
}
