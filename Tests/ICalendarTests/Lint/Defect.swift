import ICalendar
import Testing

/// A file with one defect: where the linter must see it, and what would have to stand there.
struct Defect: Sendable, CustomTestStringConvertible {
  /// The name of the file in `Fixtures/broken`, without `.ics`.
  let file: String
  /// The rule that the file does not keep.
  let rule: LintRule
  /// The line that the finding names.
  let line: Int
  /// The column that it names.
  let column: Int
  /// What would be sound.
  let instead: [UInt8]
  /// What is written in its place.
  let written: [UInt8]

  private init(
    _ file: String,
    _ rule: LintRule,
    _ line: Int,
    _ column: Int,
    _ instead: String,
    _ written: String
  ) {
    self.init(file, rule, line, column, instead, octets: Array(written.utf8))
  }

  private init(
    _ file: String,
    _ rule: LintRule,
    _ line: Int,
    _ column: Int,
    _ instead: String,
    octets: [UInt8]
  ) {
    self.file = file
    self.rule = rule
    self.line = line
    self.column = column
    self.instead = Array(instead.utf8)
    written = octets
  }

  var testDescription: String { file }

  /// All of them: each made of `none.ics`, in which nothing is wrong.
  static let all: [Defect] = [
    Defect("alarm-repeat", .alarmRepeat, 37, 1, "TRIGGER:-PT30M", "TRIGGER:-PT30M\r\nREPEAT:2"),
    Defect("blank-line", .blankLine, 18, 1, "SEQUENCE:2\r\n", "\r\nSEQUENCE:2\r\n"),
    Defect(
      "byte-order-mark",
      .byteOrderMark,
      1,
      1,
      "BEGIN:VCALENDAR",
      octets: [
        0xEF, 0xBB, 0xBF, 0x42, 0x45, 0x47, 0x49, 0x4E, 0x3A, 0x56, 0x43, 0x41, 0x4C, 0x45, 0x4E,
        0x44, 0x41, 0x52,
      ]
    ),
    Defect(
      "calendar-uid",
      .calendarUID,
      4,
      1,
      "CALSCALE:GREGORIAN",
      "UID:calendar@example.org\r\nCALSCALE:GREGORIAN"
    ),
    Defect("carriage-return-in-text", .carriageReturn, 53, 13, "Ngày truyền", "Ngày\rtruyền"),
    Defect(
      "content-after-end",
      .contentAfterEnd,
      63,
      1,
      "END:VCALENDAR\r\n",
      "END:VCALENDAR\r\nX-LATE:1\r\n"
    ),
    Defect(
      "content-line-injected",
      .contentLine,
      47,
      3,
      "SUMMARY:Số đặc biệt",
      "SUMMARY:Số đặc\r\nbiệt"
    ),
    Defect("content-line-no-colon", .contentLine, 46, 8, "SUMMARY:Số đặc biệt", "SUMMARY"),
    Defect(
      "content-line-parameter",
      .contentLine,
      51,
      14,
      "DTSTART;VALUE=DATE:20240611",
      "DTSTART;VALUE:20240611"
    ),
    Defect("content-line-quote-open", .contentLine, 33, 14, "CN=\"Sở Nội vụ\":", "CN=\"Sở Nội vụ:"),
    Defect(
      "control-character-escape",
      .controlCharacter,
      53,
      14,
      "Ngày truyền",
      "Ngày \u{1B}truyền"
    ),
    Defect("control-character-null", .controlCharacter, 53, 13, "Ngày truyền", "Ngày\0 truyền"),
    Defect(
      "date-list-type",
      .dateListType,
      22,
      19,
      "EXDATE;TZID=Asia/Ho_Chi_Minh:20240616T201500",
      "EXDATE;VALUE=DATE:20240616"
    ),
    Defect(
      "date-time-dashes",
      .dateTime,
      58,
      16,
      "DUE;VALUE=DATE:20240605",
      "DUE;VALUE=DATE:2024-06-05"
    ),
    Defect(
      "date-time-day",
      .dateTime,
      58,
      16,
      "DUE;VALUE=DATE:20240605",
      "DUE;VALUE=DATE:20240631"
    ),
    Defect(
      "date-time-hour",
      .dateTime,
      20,
      29,
      "DTEND;TZID=Asia/Ho_Chi_Minh:20240602T202700",
      "DTEND;TZID=Asia/Ho_Chi_Minh:20240602T250000"
    ),
    Defect("duration", .duration, 45, 10, "DURATION:PT12M", "DURATION:12 minutes"),
    Defect(
      "empty-time-zone",
      .emptyTimeZone,
      6,
      1,
      "BEGIN:STANDARD\r\nDTSTART:19750613T000000\r\nTZOFFSETFROM:+0800\r\nTZOFFSETTO:+0700\r\nTZNAME:+07\r\nEND:STANDARD\r\n",
      ""
    ),
    Defect("empty-value-uid", .emptyValue, 49, 5, "UID:day@example.org", "UID:"),
    Defect("empty-value-url", .emptyValue, 32, 5, "URL:https://example.org/thi-dua", "URL:"),
    Defect(
      "encoding-latin1",
      .encoding,
      46,
      10,
      "Số đặc",
      octets: [0x53, 0xF4, 0x20, 0xF0, 0xE3, 0x63]
    ),
    Defect(
      "end-and-duration",
      .endAndDuration,
      45,
      1,
      "DURATION:PT12M",
      "DURATION:PT12M\r\nDTEND;TZID=Asia/Ho_Chi_Minh:20240610T202700"
    ),
    Defect(
      "end-before-start",
      .endBeforeStart,
      20,
      29,
      "DTEND;TZID=Asia/Ho_Chi_Minh:20240602T202700",
      "DTEND;TZID=Asia/Ho_Chi_Minh:20240602T200000"
    ),
    Defect(
      "end-type-day",
      .endType,
      20,
      18,
      "DTEND;TZID=Asia/Ho_Chi_Minh:20240602T202700",
      "DTEND;VALUE=DATE:20240603"
    ),
    Defect(
      "end-type-floating",
      .endType,
      20,
      7,
      "DTEND;TZID=Asia/Ho_Chi_Minh:20240602T202700",
      "DTEND:20240602T202700"
    ),
    Defect("event-duration-negative", .eventDuration, 45, 10, "DURATION:PT12M", "DURATION:-PT12M"),
    Defect(
      "event-duration-of-day",
      .eventDuration,
      52,
      10,
      "DTEND;VALUE=DATE:20240612",
      "DURATION:PT1H"
    ),
    Defect("final-line-end", .finalLineEnd, 62, 14, "END:VCALENDAR\r\n", "END:VCALENDAR"),
    Defect(
      "fold-in-character",
      .foldInCharacter,
      54,
      2,
      "Ngày truyền thống",
      octets: [
        0x4E, 0x67, 0xC3, 0x0D, 0x0A, 0x20, 0xA0, 0x79, 0x20, 0x74, 0x72, 0x75, 0x79, 0xE1, 0xBB,
        0x81, 0x6E, 0x20, 0x74, 0x68, 0xE1, 0xBB, 0x91, 0x6E, 0x67,
      ]
    ),
    Defect("geo", .geo, 31, 5, "GEO:10.0125;105.0809", "GEO:10.0125,105.0809"),
    Defect("keyword-class", .keyword, 29, 7, "CLASS:PUBLIC", "CLASS:FOR ALL"),
    Defect("keyword-status", .keyword, 27, 8, "STATUS:CONFIRMED", "STATUS:PLANNED"),
    Defect("keyword-transp", .keyword, 28, 8, "TRANSP:TRANSPARENT", "TRANSP:YES"),
    Defect(
      "line-end-lf",
      .lineEnd,
      17,
      25,
      "DTSTAMP:20240101T000000Z\r\nSEQUENCE",
      "DTSTAMP:20240101T000000Z\nSEQUENCE"
    ),
    Defect("line-length", .lineLength, 24, 61, "tỉnh\r\n  Kiên Giang", "tỉnh Kiên Giang"),
    Defect(
      "method-without-organizer",
      .method,
      4,
      1,
      "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH\r\nCALSCALE:GREGORIAN"
    ),
    Defect(
      "misplaced-component-observance",
      .misplacedComponent,
      47,
      7,
      "Số đặc biệt\r\n",
      "Số đặc biệt\r\nBEGIN:STANDARD\r\nDTSTART:19750613T000000\r\nTZOFFSETFROM:+0700\r\nTZOFFSETTO:+0700\r\nEND:STANDARD\r\n"
    ),
    Defect(
      "missing-property-alarm-text",
      .missingProperty,
      34,
      1,
      "TRIGGER:-PT30M\r\nDESCRIPTION:Chuẩn bị\r\n",
      "TRIGGER:-PT30M\r\n"
    ),
    Defect(
      "missing-property-dtstamp",
      .missingProperty,
      48,
      1,
      "DTSTAMP:20240101T000000Z\r\nDTSTART;VALUE=DATE",
      "DTSTART;VALUE=DATE"
    ),
    Defect(
      "missing-property-dtstart",
      .missingProperty,
      48,
      1,
      "DTSTART;VALUE=DATE:20240611\r\nDTEND;VALUE=DATE:20240612\r\n",
      ""
    ),
    Defect("missing-property-offset", .missingProperty, 8, 1, "TZOFFSETFROM:+0800\r\n", ""),
    Defect(
      "missing-property-prodid",
      .missingProperty,
      1,
      1,
      "PRODID:-//Example//Broken feeds//EN\r\n",
      ""
    ),
    Defect("missing-property-trigger", .missingProperty, 34, 1, "TRIGGER:-PT30M\r\n", ""),
    Defect("missing-property-uid", .missingProperty, 48, 1, "UID:day@example.org\r\n", ""),
    Defect("missing-property-version", .missingProperty, 1, 1, "VERSION:2.0\r\n", ""),
    Defect("nesting-missing-end", .nesting, 38, 5, "Chuẩn bị\r\nEND:VALARM", "Chuẩn bị"),
    Defect("nesting-wrong-end", .nesting, 61, 5, "END:VTODO", "END:VJOURNAL\r\nEND:VTODO"),
    Defect(
      "no-calendar-text-before",
      .noCalendar,
      1,
      1,
      "BEGIN:VCALENDAR",
      "OK\r\nBEGIN:VCALENDAR"
    ),
    Defect("not-composed", .notComposed, 53, 9, "Ngày truyền", "Nga\u{300}y truyền"),
    Defect("number-percent", .number, 59, 18, "PERCENT-COMPLETE:50", "PERCENT-COMPLETE:101"),
    Defect("number-priority", .number, 30, 10, "PRIORITY:5", "PRIORITY:10"),
    Defect("number-sequence", .number, 18, 10, "SEQUENCE:2", "SEQUENCE:-2"),
    Defect("onset-utc", .onset, 9, 9, "DTSTART:19750613T000000", "DTSTART:19750613T000000Z"),
    Defect("parameter-quotes", .parameterQuotes, 33, 17, "CN=\"Sở Nội vụ\"", "CN=Sở \"Nội\" vụ"),
    Defect(
      "recurrence-id-type",
      .recurrenceIDType,
      42,
      26,
      "RECURRENCE-ID;TZID=Asia/Ho_Chi_Minh:20240609T201500",
      "RECURRENCE-ID;VALUE=DATE:20240609"
    ),
    Defect(
      "recurrence-rule-count-and-until",
      .recurrenceRule,
      21,
      7,
      "FREQ=WEEKLY;",
      "FREQ=WEEKLY;COUNT=10;"
    ),
    Defect("recurrence-rule-word", .recurrenceRule, 21, 7, "FREQ=WEEKLY", "FREQ=SOMETIMES"),
    Defect(
      "repeated-property-dtstart",
      .repeatedProperty,
      20,
      1,
      "DTSTART;TZID=Asia/Ho_Chi_Minh:20240602T201500",
      "DTSTART;TZID=Asia/Ho_Chi_Minh:20240602T201500\r\nDTSTART;TZID=Asia/Ho_Chi_Minh:20240602T201500"
    ),
    Defect(
      "repeated-property-summary",
      .repeatedProperty,
      54,
      1,
      "SUMMARY:Ngày truyền thống",
      "SUMMARY:Ngày\r\nSUMMARY:truyền thống"
    ),
    Defect(
      "repeated-property-version",
      .repeatedProperty,
      3,
      1,
      "VERSION:2.0",
      "VERSION:2.0\r\nVERSION:2.0"
    ),
    Defect(
      "repeated-time-zone",
      .repeatedTimeZone,
      16,
      6,
      "END:STANDARD\r\nEND:VTIMEZONE",
      "END:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VTIMEZONE\r\nTZID:Asia/Ho_Chi_Minh\r\nBEGIN:STANDARD\r\nDTSTART:19750613T000000\r\nTZOFFSETFROM:+0800\r\nTZOFFSETTO:+0700\r\nEND:STANDARD\r\nEND:VTIMEZONE"
    ),
    Defect("repeated-uid", .repeatedUID, 56, 5, "UID:day@example.org", "UID:todo@example.org"),
    Defect(
      "second-calendar",
      .secondCalendar,
      63,
      1,
      "SUMMARY:Duyệt kịch bản\r\nEND:VTODO\r\nEND:VCALENDAR\r\n",
      "SUMMARY:Duyệt kịch bản\r\nEND:VTODO\r\nEND:VCALENDAR\r\nBEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:2\r\nDTSTAMP:20240101T000000Z\r\nDTSTART:20240101T000000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    ),
    Defect("start-outside-rule", .startOutsideRule, 21, 7, "BYDAY=SU", "BYDAY=MO"),
    Defect(
      "surrounding-space",
      .surroundingSpace,
      51,
      20,
      "DTSTART;VALUE=DATE:20240611",
      "DTSTART;VALUE=DATE:20240611 "
    ),
    Defect("text-escape", .textEscape, 46, 12, "Số đặc biệt", "Số \\đặc biệt"),
    Defect(
      "time-zone-parameter-day",
      .timeZoneParameter,
      51,
      42,
      "DTSTART;VALUE=DATE:20240611",
      "DTSTART;VALUE=DATE;TZID=Asia/Ho_Chi_Minh:20240611"
    ),
    Defect(
      "time-zone-parameter-utc",
      .timeZoneParameter,
      20,
      29,
      "DTEND;TZID=Asia/Ho_Chi_Minh:20240602T202700",
      "DTEND;TZID=Asia/Ho_Chi_Minh:20240602T132700Z"
    ),
    Defect("truncated", .truncated, 1, 1, "END:VCALENDAR\r\n", ""),
    Defect(
      "undefined-time-zone",
      .undefinedTimeZone,
      19,
      1,
      "DTSTART;TZID=Asia/Ho_Chi_Minh:20240602T201500",
      "DTSTART;TZID=Asia/Saigon:20240602T201500"
    ),
    Defect("unescaped-text-comma", .unescapedText, 23, 16, "Thi đua\\, khen", "Thi đua, khen"),
    Defect("unescaped-text-semicolon", .unescapedText, 25, 13, "Giang\\;", "Giang;"),
    Defect("until-day", .until, 21, 25, "UNTIL=20241229T131500Z", "UNTIL=20241229"),
    Defect("until-local", .until, 21, 25, "UNTIL=20241229T131500Z", "UNTIL=20241229T201500"),
    Defect("uri-organizer", .uri, 33, 26, "mailto:so@example.org", "so@example.org"),
    Defect("uri-url", .uri, 32, 5, "URL:https://example.org/thi-dua", "URL:example.org/thi-dua"),
    Defect("utc-offset", .utcOffset, 11, 12, "TZOFFSETTO:+0700", "TZOFFSETTO:+7"),
    Defect(
      "utc-stamp",
      .utc,
      17,
      9,
      "DTSTAMP:20240101T000000Z\r\nSEQUENCE",
      "DTSTAMP:20240101T000000\r\nSEQUENCE"
    ),
    Defect(
      "value-encoding-quoted-printable",
      .valueEncoding,
      46,
      18,
      "SUMMARY:Số",
      "SUMMARY;ENCODING=QUOTED-PRINTABLE:Số"
    ),
    Defect(
      "value-type-date-with-time",
      .valueType,
      58,
      16,
      "DUE;VALUE=DATE:20240605",
      "DUE;VALUE=DATE:20240605T000000Z"
    ),
    Defect(
      "value-type-missing-date",
      .valueType,
      51,
      9,
      "DTSTART;VALUE=DATE:20240611",
      "DTSTART:20240611"
    ),
    Defect(
      "value-type-unknown",
      .valueType,
      58,
      1,
      "DUE;VALUE=DATE:20240605",
      "DUE;VALUE=TEXT:20240605"
    ),
    Defect("version-1", .version, 2, 9, "VERSION:2.0", "VERSION:1.0"),
    Defect(
      "zero-length",
      .zeroLength,
      52,
      18,
      "DTEND;VALUE=DATE:20240612",
      "DTEND;VALUE=DATE:20240611"
    ),
  ]
}
