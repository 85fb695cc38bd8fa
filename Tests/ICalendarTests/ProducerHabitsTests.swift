import ICalendar
import Testing

/// Holiday calendars as programs and services export them, each with its habits.
@Suite struct ProducerHabitsTests {
  /// A subscribed calendar of a search engine: CRLF, folded with a space, METHOD, X-WR properties, days
  /// with an end, a status and no alarm.
  @Test func subscribedHolidays() throws {
    let text = """
      BEGIN:VCALENDAR
      PRODID:-//Example Inc//Example Calendar 70.9054//EN
      VERSION:2.0
      CALSCALE:GREGORIAN
      METHOD:PUBLISH
      X-WR-CALNAME:Ngày lễ ở Việt Nam
      X-WR-TIMEZONE:UTC
      X-WR-CALDESC:Ngày lễ và ngày kỷ niệm
      BEGIN:VEVENT
      DTSTART;VALUE=DATE:20240430
      DTEND;VALUE=DATE:20240501
      DTSTAMP:20240611T034500Z
      UID:20240430_abc@example.com
      CLASS:PUBLIC
      CREATED:20230804T112233Z
      DESCRIPTION:Ngày nghỉ lễ toàn quốc\\nĐể ẩn các ngày kỷ niệm, hãy vào phần C
       ài đặt
      LAST-MODIFIED:20230804T112233Z
      SEQUENCE:0
      STATUS:CONFIRMED
      SUMMARY:Ngày Giải phóng miền Nam
      TRANSP:TRANSPARENT
      END:VEVENT
      END:VCALENDAR

      """
    let calendar = try Calendar(lines: text.replacing("\n", with: "\r\n"))
    #expect(calendar.name == "Ngày lễ ở Việt Nam")
    #expect(
      try calendar.shown("2024-01-01", "2024-12-31")
        == ["2024-04-30 2024-04-30 Ngày Giải phóng miền Nam"]
    )
  }

  /// A page that offers downloads: byte order mark, LF, folds with tabs, no DTEND, an empty RRULE and
  /// an empty LOCATION, a SEQUENCE counted in seconds.
  @Test func downloadedHolidays() throws {
    let text = """
      \u{FEFF}BEGIN:VCALENDAR
      VERSION:2.0
      PRODID:Holidays
      BEGIN:VEVENT
      UID:1
      DTSTAMP:20240101T000000Z
      DTSTART;VALUE=DATE:20240902
      RRULE:
      LOCATION:
      SEQUENCE:1387231331
      SUMMARY;LANGUAGE=vi:Quốc
      \t khánh
      X-MICROSOFT-CDO-BUSYSTATUS:OOF
      X-ALT-DESC;FMTTYPE=text/html:<html><body>"Nghỉ"; hai ngày\\, có lương</body></html>
      END:VEVENT

      END:VCALENDAR
      """
    let calendar = try Calendar(lines: text)
    #expect(calendar.events.first?.sequence == 1_387_231_331)
    #expect(try calendar.shown("2024-01-01", "2026-12-31") == ["2024-09-02 2024-09-02 Quốc khánh"])
    #expect(try Calendar(lines: calendar.serialized()) == calendar)
  }

  /// A whole day that is named by its midnight, and a time that is named without its zone.
  @Test func instancesAreNamedInOtherForms() throws {
    func shown(_ start: String, _ exception: String, _ changed: String) throws -> [String] {
      try Calendar(
        body: """
          BEGIN:VEVENT
          UID:1
          DTSTAMP:20240101T000000Z
          DTSTART\(start)
          RRULE:FREQ=DAILY;COUNT=4
          EXDATE\(exception)
          END:VEVENT
          BEGIN:VEVENT
          UID:1
          DTSTAMP:20240101T000000Z
          RECURRENCE-ID\(changed)
          DTSTART;VALUE=DATE:20240602
          END:VEVENT
          """
      ).shown("2024-01-01", "2024-12-31").map { String($0.prefix(16)) }
    }
    for midnight in [";TZID=Asia/Tokyo:", ":"] {
      #expect(
        try shown(
          ";VALUE=DATE:20240611",
          "\(midnight)20240612T000000",
          "\(midnight)20240613T000000"
        ).map { $0.prefix(10) } == ["2024-06-02", "2024-06-11", "2024-06-14"]
      )
    }
    #expect(
      try shown(";TZID=Europe/Berlin:20240611T100000", ":20240612T100000", ":20240613T100000")
        == ["2024-06-02 2024-", "2024-06-11T15:00", "2024-06-14T15:00"]
    )
  }

  /// What is saved as UTF-16 is refused, and not taken for an empty calendar.
  @Test func otherEncodingsAreRefused() {
    let text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n"
    for isLittle in [true, false] {
      let bytes = ([0xFEFF] + text.utf16).flatMap { unit -> [UInt8] in
        let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
        return isLittle ? [low, high] : [high, low]
      }
      let error = #expect(throws: ICalendarError.self) { try Calendar(parsing: bytes) }
      #expect(error?.problems.first?.rule == .encoding)
      #expect(error?.problems.first?.advice == "save the file as UTF-8")
    }
  }

  @Test func sequencesThatNoProgramCanCountAreRefused() {
    for sequence in ["2147483648", "99999999999999999999", "1.0", "+1"] {
      #expect(problems(ofEvent: "DTSTART:20240101\nSEQUENCE:\(sequence)") == ["value:8"])
    }
  }
}
