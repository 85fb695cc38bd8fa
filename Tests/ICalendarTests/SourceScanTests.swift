import ICalendar
import Testing

/// What the text of a file may be, and how everything else is refused.
@Suite struct SourceScanTests {
  private let event = """
    BEGIN:VEVENT
    UID:1
    DTSTAMP:20240101T000000Z
    DTSTART;VALUE=DATE:20240210
    SUMMARY:Tết Nguyên đán
    END:VEVENT
    """

  private func file(_ body: String) -> String {
    "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Test//Test//EN\n\(body)\nEND:VCALENDAR\n"
  }

  @Test func lineEndsMayBeCRLFOrLF() throws {
    let text = file(event)
    let withReturns = text.split(separator: "\n").joined(separator: "\r\n")
    #expect(try Calendar(lines: text) == Calendar(lines: withReturns))
    #expect(try Calendar(lines: text) == Calendar(lines: withReturns + "\r\n\r\n"))
    #expect(try Calendar(lines: text).events.map(\.summary) == ["Tết Nguyên đán"])
  }

  @Test func byteOrderMarkIsPassedOver() throws {
    let bytes = [0xEF, 0xBB, 0xBF] + Array(file(event).utf8)
    #expect(try Calendar(parsing: bytes) == Calendar(lines: file(event)))
  }

  @Test func linesFoldedWithinACharacterAreJoined() throws {
    let bytes = Array(file(event).utf8)
    for position in bytes.indices.dropFirst() where bytes[position] & 0xC0 == 0x80 {
      let folded = bytes[..<position] + Array("\r\n ".utf8) + bytes[position...]
      #expect(try Calendar(parsing: Array(folded)) == Calendar(lines: file(event)))
    }
  }

  @Test func linesFoldedAnywhereAreJoined() throws {
    let bytes = Array(file(event.replacing("Tết Nguyên đán", with: "New\\, Year; a  b")).utf8)
    for position in bytes.indices.dropFirst() where bytes[position - 1] != UInt8(ascii: "\n") {
      for fold in ["\n ", "\r\n\t", "\n \n "] {
        let folded = bytes[..<position] + Array(fold.utf8) + bytes[position...]
        #expect(
          try Calendar(parsing: Array(folded)).events.map(\.summary) == ["New, Year; a  b"],
          "folded at \(position)"
        )
      }
    }
  }

  /// libical reads lines in pieces of 79 bytes.
  @Test(arguments: 60...180)
  func lineOfAnyLengthIsReadWhole(length: Int) throws {
    let summary = String(repeating: "ab c", count: 50).prefix(length - 1) + "x"
    let description = String(repeating: " y", count: length)
    let calendar = try Calendar(
      event: "DTSTART:20240101T000000\nSUMMARY:\(summary)\nDESCRIPTION:z\(description)"
    )
    #expect(calendar.events.first?.summary == String(summary))
    #expect(calendar.events.first?.description == "z" + description)
  }

  @Test func whatIsNotUTF8IsRefusedByLine() {
    var bytes = Array(file(event).utf8)
    let position = bytes.firstIndex(of: 0xE1) ?? 0
    bytes[position] = 0xFF
    let error = #expect(throws: ICalendarError.self) { try Calendar(parsing: bytes) }
    #expect(error?.problems.map(\.rule) == [.encoding])
    #expect(error?.problems.first?.line == 8)
  }

  @Test(arguments: [0, 1, 8, 11, 12, 27, 0x7F] as [UInt8])
  func controlCharactersAreRefused(character: UInt8) {
    let text = file(event.replacing("Nguyên", with: String(UnicodeScalar(character))))
    #expect(problems(of: text).contains("control-characters:8"))
  }

  @Test func carriageReturnAloneIsRefused() {
    #expect(problems(of: file(event.replacing("Nguyên", with: "\r"))) == ["line-ends:8"])
    #expect(problems(of: file(event).replacing("\n", with: "\r")).contains("line-ends:1"))
  }

  @Test(arguments: [
    "", "\n", "<!DOCTYPE html>\n<html>\n", "VERSION:2.0\n", "BEGIN:VCARD\nEND:VCARD\n",
  ])
  func whatIsNoCalendarIsRefused(text: String) {
    #expect(problems(of: text).map { $0.prefix(15) } == ["calendar-object"])
  }

  @Test func secondCalendarIsRefused() {
    #expect(problems(of: file(event) + file(event)) == ["calendar-object:11"])
  }

  @Test func otherVersionIsRefused() {
    let text = file(event)
    #expect(
      problems(of: text.replacing("VERSION:2.0", with: "VERSION:1.0")) == ["calendar-object:2"]
    )
    #expect(problems(of: text.replacing("VERSION:2.0\n", with: "")) == ["required-property:1"])
    #expect(
      problems(of: text.replacing("PRODID:-//Test//Test//EN\n", with: ""))
        == ["required-property:1"]
    )
  }

  @Test func fileThatIsCutOffIsRefused() {
    let text = file(event)
    #expect(problems(of: text.replacing("END:VCALENDAR\n", with: "")) == ["nesting:1"])
    #expect(
      problems(of: text.replacing("END:VEVENT\nEND:VCALENDAR\n", with: "")) == ["nesting:4"]
    )
  }

  @Test func wrongEndIsRefused() {
    #expect(problems(of: file(event.replacing("END:VEVENT", with: "END:VTODO"))) == ["nesting:9"])
    #expect(problems(of: file("END:VEVENT")) == ["nesting:4"])
    #expect(problems(of: file(event) + "END:VCALENDAR\n") == ["nesting:11"])
    #expect(problems(of: file(event) + "X-LATE:1\n") == ["nesting:11"])
  }

  @Test func lineThatIsNoContentLineIsRefused() {
    for line in ["Tết", "SUMMARY", "SUM MARY:x", ":x", "SUMMARY;X:y", "SUMMARY;X=\"a:y", ";X=1:y"] {
      let text = file(event.replacing("SUMMARY:Tết Nguyên đán", with: line))
      #expect(problems(of: text) == ["content-line:8"], "\(line)")
    }
  }

  /// libical takes each for the beginning or the end of a component.
  @Test func boundThatIsNoContentLineIsRefused() {
    for line in ["BEGIN;:VALARM\nEND;:VALARM", "begin;VALARM", "END;:VEVENT", "End;x:VEVENT"] {
      let text = file(event.replacing("SUMMARY:Tết Nguyên đán", with: line))
      #expect(problems(of: text).first == "content-line:8", "\(line)")
    }
  }

  /// Values are told to people on terminals, which obey what stands in them.
  @Test func messagesHoldNothingThatATerminalObeys() {
    for character in ["\u{1B}", "\u{9B}", "\u{85}", "\u{202E}", "\u{2028}"] {
      let text = file(event.replacing("20240210", with: "2024\(character)[31m"))
      let error = #expect(throws: ICalendarError.self) { try Calendar(lines: text) }
      #expect(error?.description.contains(character) == false)
      #expect(error?.description.isEmpty == false)
    }
  }

  @Test func messagesAreShort() {
    let text = file(event.replacing("20240210", with: String(repeating: "ế", count: 10_000)))
    let error = #expect(throws: ICalendarError.self) { try Calendar(lines: text) }
    #expect((error?.description.utf8.count ?? 0) < 1_300)
  }

  /// Each mistake in a rule is told with the rule: a long one would fill the memory.
  @Test func longRuleIsRefused() throws {
    let rule = "FREQ=DAILY" + String(repeating: ";A", count: 100_000)
    #expect(problems(ofEvent: "DTSTART:20240101\nRRULE:\(rule)") == ["limit:8"])
    let days = (1...366).map { "-\($0)" }.joined(separator: ",")
    _ = try RecurrenceRule(parsing: "FREQ=YEARLY;BYYEARDAY=\(days)")
  }

  @Test func namesAreReadInAnyCase() throws {
    let text = file(event).replacing("BEGIN:VEVENT", with: "begin:vevent")
      .replacing("DTSTART;VALUE=DATE", with: "dtstart;value=date")
    #expect(try Calendar(lines: text) == Calendar(lines: file(event)))
  }

  @Test func componentsAndPropertiesThatAreNotKeptArePassedOver() throws {
    let strange = """
      X-WR-RELCALID:1
      IMAGE;VALUE=URI:http://example.org/a.png
      FUTURE-PROPERTY;X=1:2
      BEGIN:VTODO
      UID:2
      DTSTART:20249999
      BEGIN:VALARM
      TRIGGER:never
      END:VALARM
      END:VTODO
      BEGIN:X-THING
      BEGIN:VEVENT
      END:VEVENT
      END:X-THING
      BEGIN:VEVENTS
      END:VEVENTS
      \(event.replacing("UID:1", with: "UID:1\nGEO:x\nATTENDEE;CN=:mailto:a@example.org\nDESCRIPTION:\nLOCATION:"))
      """
    #expect(try Calendar(lines: file(strange)) == Calendar(lines: file(event)))
  }

  @Test func everyProblemIsReported() {
    let text = file(
      """
      BEGIN:VEVENT
      UID:1
      DTSTAMP:20240101T000000Z
      DTSTART:20240230T000000
      RRULE:FREQ=HOURLY
      END:VEVENT
      \(event.replacing("UID:1", with: "UID:2"))
      BEGIN:VEVENT
      UID:3
      DTSTAMP:20240101T000000Z
      DTSTART;TZID=Mars/Olympus:20240101T000000
      SEQUENCE:many
      END:VEVENT
      """
    )
    #expect(
      problems(of: text)
        == ["date-time:7", "unsupported-recurrence:8", "time-zone:19", "value:20"]
    )
  }
}
