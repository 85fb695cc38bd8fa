import ICalendar
import TestSupport
import Testing

/// libical is given the parts of a calendar one by one: they are put together as the text has them.
@Suite struct CalendarPartsTests {
  /// Lines that belong together: a property, or a component with what lies in it.
  private enum Part {
    case property(String)
    case event(String, index: Int)
    case timeZone(String, index: Int)
    case other(String)

    var text: String {
      switch self {
      case .property(let text), .event(let text, _), .timeZone(let text, _), .other(let text): text
      }
    }
  }

  @Test func partsMayStandInAnyOrder() throws {
    var random = RandomCalendar(SeededGenerator(seed: 20))
    var generator = SeededGenerator(seed: 21)
    for _ in 0..<100 {
      let calendar = try random.next()
      let parts =
        (Self.parts(of: try calendar.serialized()) + Self.passedOver)
        .shuffled(using: &generator)
      let text = "BEGIN:VCALENDAR\r\n\(parts.map(\.text).joined())END:VCALENDAR\r\n"
      var expected = calendar
      expected.events = parts.compactMap { part in
        if case .event(_, let index) = part { calendar.events[index] } else { nil }
      }
      expected.timeZones = parts.compactMap { part in
        if case .timeZone(_, let index) = part { calendar.timeZones[index] } else { nil }
      }
      #expect(expected.events.count == calendar.events.count)
      #expect(expected.timeZones.count == calendar.timeZones.count)
      #expect(try Calendar(parsing: Array(text.utf8)) == expected)
    }
  }

  /// What is wrong in the second of two events that are the same is told by its own line.
  @Test func problemsAreToldByTheLineOfTheirPart() throws {
    let event = "BEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:20240101\nEND:VEVENT\n"
    let text =
      "BEGIN:VCALENDAR\nVERSION:2.0\n\(Self.passedOver[0].text)PRODID:x\n\(event)\(event)END:VCALENDAR\n"
    let lines = text.utf8.count { $0 == UInt8(ascii: "\n") }
    let error = #expect(throws: ICalendarError.self) { try Calendar(parsing: Array(text.utf8)) }
    #expect(
      error?.problems.filter { $0.rule == .requiredProperty }.map(\.line) == [lines - 8, lines - 4]
    )
  }

  @Test func everyPartOfALongTextIsUTF8() throws {
    let line = "X-PADDING:Tuyên truyền về công tác thi đua khen thưởng\n"
    let padding = String(repeating: line, count: 2_500)
    var bytes = Array("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n\(padding)END:VCALENDAR\n".utf8)
    #expect(try Calendar(parsing: bytes).productID == "x")
    for position in stride(from: 100, to: bytes.count - 100, by: 39_989) {
      let byte = bytes[position]
      bytes[position] = 0xFF
      let error = #expect(throws: ICalendarError.self) { try Calendar(parsing: bytes) }
      #expect(error?.problems.map(\.rule).contains(.encoding) == true)
      bytes[position] = byte
    }
  }

  /// Components that are not kept, and look like some that are.
  private static let passedOver = [
    "BEGIN:X-OTHER\r\nBEGIN:VEVENT\r\nUID:other\r\nEND:VEVENT\r\nEND:X-OTHER\r\n",
    "BEGIN:VEVENTS\r\nUID:other\r\nEND:VEVENTS\r\n",
    "BEGIN:VTODO\r\nUID:other\r\nBEGIN:VALARM\r\nACTION:AUDIO\r\nEND:VALARM\r\nEND:VTODO\r\n",
  ].map(Part.other)

  private static func parts(of text: String) -> [Part] {
    var parts: [Part] = []
    var open = ""
    var lines = ""
    var events = 0
    var timeZones = 0
    for line in text.split(separator: "\r\n").dropFirst().dropLast() {
      // As a character, the space may have marks that were folded away from their letter.
      if line.utf8.first == UInt8(ascii: " "), open.isEmpty,
        case .property(let begin)? = parts.popLast()
      {
        parts.append(.property("\(begin)\(line)\r\n"))
        continue
      }
      if open.isEmpty, line.hasPrefix("BEGIN:") { open = String(line.dropFirst(6)) }
      guard !open.isEmpty else {
        parts.append(.property("\(line)\r\n"))
        continue
      }
      lines += "\(line)\r\n"
      guard line == "END:\(open)" else { continue }
      if open == "VEVENT" {
        parts.append(.event(lines, index: events))
        events += 1
      } else {
        parts.append(.timeZone(lines, index: timeZones))
        timeZones += 1
      }
      (open, lines) = ("", "")
    }
    return parts
  }
}
