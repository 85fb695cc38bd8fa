import CivilTime
import PlanFiles
import Scheduling
import TestSupport
import Testing

/// Calendars that are not as they should be.
@Suite struct CalendarTests {
  private func reading(with calendar: String) throws -> PlanReading {
    var text = try PlanText.everyKey()
    text.calendars["holidays.ics"] = calendar
    return text.read()
  }

  private func calendar(_ events: String) -> String {
    """
    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//LichSong//Tests//EN
    \(events)
    END:VCALENDAR

    """.replacing("\n", with: "\r\n")
  }

  @Test(
    "A day worked in exchange is no day of the calendar, and is kept",
    arguments: ["Làm bù", "LÀM BÙ", "Working day", "Nghỉ"]
  )
  func workedInExchange(category: String) throws {
    let text = calendar(
      """
      BEGIN:VEVENT
      UID:a@tests
      DTSTAMP:20240101T000000Z
      DTSTART;VALUE=DATE:20240504
      CATEGORIES:\(category)
      SUMMARY:Thứ Bảy
      END:VEVENT
      """
    )
    let plan = try #require(reading(with: text).plan)
    let holidays = try #require(plan.calendars.first { $0.id == "holidays" })
    let saturday = try #require(CivilDate("2024-05-04"))
    let isOff = category == "Nghỉ"
    #expect(holidays.days == (isOff ? [saturday: "Thứ Bảy"] : [:]))
    #expect(holidays.workedInExchange == (isOff ? [] : [saturday]))
  }

  @Test("What is wrong in a calendar is told at its line in the plan and in the calendar")
  func broken() throws {
    let text = calendar(
      """
      BEGIN:VEVENT
      UID:a@tests
      DTSTAMP:20240101T000000Z
      DTSTART;VALUE=DATE:20240231
      SUMMARY:Không có ngày này
      END:VEVENT
      """
    )
    let reading = try reading(with: text)
    #expect(reading.plan == nil)
    let found = try #require(reading.diagnostics.first)
    #expect(reading.diagnostics.count == 1)
    #expect(found.location.description == "plan.yaml:14:26")
    #expect(found.message == "calendar `holidays.ics`: it cannot be read")
    let span = try #require(found.notes.first?.location.span)
    #expect(found.notes.first?.location.file == "holidays.ics")
    #expect(span.line == 7)
    #expect(span.sourceLine == "DTSTART;VALUE=DATE:20240231")
  }

  @Test(
    "Whatever a calendar holds, one diagnostic says so",
    arguments: [
      "", "xin chào", "BEGIN:VCALENDAR\r\n", "\u{0}", "id: yaml\n",
      String(repeating: "BEGIN:VEVENT\r\n", count: 100),
    ]
  )
  func noCalendar(text: String) throws {
    let reading = try reading(with: text)
    #expect(reading.plan == nil)
    #expect(reading.diagnostics.count == 1)
    #expect(reading.diagnostics.first?.location.description == "plan.yaml:14:26")
    #expect(reading.text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
  }

  @Test("A calendar without a day in the period is one warning")
  func empty() throws {
    var text = try PlanText.everyKey()
    let old = calendar(
      """
      BEGIN:VEVENT
      UID:a@tests
      DTSTAMP:20230101T000000Z
      DTSTART;VALUE=DATE:20230430
      SUMMARY:Năm ngoái
      END:VEVENT
      """
    )
    text.calendars["../shared/evenings.ics"] = old
    let reading = text.read()
    #expect(reading.plan != nil)
    #expect(
      reading.text == """
        plan.yaml:15:26: warning: the calendar has no event from 2024-01-01 to 2024-12-31
             15 |   - {id: evenings, file: ../shared/evenings.ics}
                |                          ^^^^^^^^^^^^^^^^^^^^^^
        """
    )
    #expect(reading.plan?.calendars.last?.days.values.map(\.self) == ["Năm ngoái"])
  }

  @Test("Days are those of the plan's time zone")
  func zones() throws {
    var text = try PlanText.everyKey()
    text.calendars["../shared/evenings.ics"] = calendar(
      """
      BEGIN:VEVENT
      UID:a@tests
      DTSTAMP:20230101T000000Z
      DTSTART:20240331T180000Z
      DTEND:20240331T190000Z
      SUMMARY:Khuya
      END:VEVENT
      """
    )
    let vietnam = try text.read().get()
    #expect(vietnam.calendars[1].days.keys.map(\.description) == ["2024-04-01"])
    #expect(
      vietnam.series[0].slotRules[2].candidates.map { "\($0.date) \($0.time?.description ?? "")" }
        == ["2024-04-01 01:00"]
    )
    text.plan = text.plan.replacing("Asia/Ho_Chi_Minh", with: "Europe/Paris")
    let france = try text.read().get()
    #expect(
      france.series[0].slotRules[2].candidates.map { "\($0.date) \($0.time?.description ?? "")" }
        == ["2024-03-31 20:00"]
    )
  }
}
