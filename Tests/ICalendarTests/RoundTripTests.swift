import CivilTime
import Foundation
import ICalendar
import TestSupport
import Testing

@Suite struct RoundTripTests {
  @Test func whatIsWrittenReadsBackEqual() throws {
    var random = RandomCalendar(SeededGenerator(seed: 64))
    for _ in 0..<200 {
      let calendar = try random.next()
      let text = try calendar.serialized()
      #expect(try Calendar(parsing: Array(text.utf8)) == calendar)
      #expect(try Calendar(parsing: Array(text.utf8)).serialized() == text)
      #expect(try calendar.serialized() == text)
    }
  }

  @Test func linesAreWholeAndShort() throws {
    var random = RandomCalendar(SeededGenerator(seed: 12))
    for _ in 0..<100 {
      let text = try random.next().serialized()
      #expect(text.hasSuffix("END:VCALENDAR\r\n"))
      let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      for line in lines.dropLast() {
        #expect(line.last == UInt8(ascii: "\r"))
        #expect(line.count <= 76, "\(String(line) ?? "")")
        #expect(line.count > 1 && !line.elementsEqual(" \r".utf8))
        // A line that is whole characters is UTF-8 by itself.
        #expect(String(line) != nil)
      }
      #expect(text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 10 || $0 == 13 })
    }
  }

  /// What people see as one character is never parted, but where it is longer than a line.
  @Test func marksStayWithTheirLetters() throws {
    let long = "z" + String(repeating: "\u{327}\u{333}", count: 40)
    for word in ["e\u{301}\u{323}\u{302}", "👩‍👩‍👧", "🇻🇳", "ก็", "각", "a\u{31B}\u{323}", "👍🏽", long] {
      for length in 0..<80 {
        let summary =
          String(repeating: "x", count: length) + String(repeating: word, count: 30) + "."
        var calendar = Calendar(productID: "test")
        calendar.name = summary
        let text = try calendar.serialized()
        #expect(try Calendar(parsing: Array(text.utf8)).name == summary)
        guard word != long else { continue }
        // Each line, unfolded, begins with a character of its own.
        let joined = text.replacing("\r\n ", with: "")
        let pieces = text.split(separator: "\r\n ", omittingEmptySubsequences: false)
        #expect(pieces.map(\.count).reduce(0, +) == joined.count, "\(word) after \(length)")
      }
    }
  }

  @Test func textIsComposed() throws {
    var calendar = Calendar(productID: "test")
    calendar.name = "Tha\u{301}ng Sa\u{301}u: y\u{65}\u{302}u nu\u{31B}\u{6F}\u{31B}\u{301}c, "
      .filter { $0 != "," }.trimmingCharacters(in: .whitespaces)
    let text = try calendar.serialized()
    #expect(
      text.unicodeScalars.elementsEqual(text.precomposedStringWithCanonicalMapping.unicodeScalars)
    )
    #expect(text.contains("NAME:Tháng Sáu: yêu nước"))
  }

  /// The letters that are taken to be composed as they are.
  @Test func vietnameseAndPunctuationAreComposedAsTheyAre() throws {
    let scalars = [0xA0...0x2FF, 0x1E00...0x1EFF, 0x2010...0x2027].joined()
      .compactMap { UnicodeScalar(UInt32($0)) }
    let text = scalars.map { "a\($0)o\($0)\($0)" }.joined()
    var calendar = Calendar(productID: "test")
    calendar.name = text
    let name = try calendar.serialized().replacing("\r\n ", with: "")
      .split(separator: "\r\n").first { $0.hasPrefix("NAME:") }
    let composed = text.precomposedStringWithCanonicalMapping
    #expect(
      name.map { $0.dropFirst(5).unicodeScalars.elementsEqual(composed.unicodeScalars) } == true
    )
  }

  /// PyPI's icalendar is an independent reader of the same text.
  @Test func icalendarReadsTheSameValues() throws {
    var random = RandomCalendar(SeededGenerator(seed: 2_024))
    let calendars = try (0..<60).map { _ in try random.next() }
    let script = """
      import json, sys, unicodedata
      from datetime import datetime
      import icalendar
      def time(value):
          return value.isoformat()[:19] if isinstance(value, datetime) else value.isoformat()
      def text(value):
          return unicodedata.normalize('NFC', str(value))
      result = []
      for source in json.load(sys.stdin):
          calendar = icalendar.Calendar.from_ical(source)
          assert not calendar.errors, calendar.errors
          found = [text(calendar['PRODID']), text(calendar.get('NAME', '-'))]
          for event in calendar.walk('VEVENT'):
              assert not event.errors, event.errors
              found.append(text(event['UID']))
              found.append(time(event['DTSTART'].dt))
              found.append(time(event['DTEND'].dt) if 'DTEND' in event else '-')
              found.append(str(event['SEQUENCE']))
              for name in ('SUMMARY', 'DESCRIPTION', 'LOCATION', 'STATUS'):
                  found.append(text(event.get(name, '-')))
              for category in event.categories:
                  found.append(text(category))
          result.append(found)
      print(json.dumps(result))
      """
    let texts = try calendars.map { try $0.serialized() }
    let input = String(decoding: try JSONEncoder().encode(texts), as: UTF8.self)
    let outcome = try Program.python("python").run(["-c", script], input: input)
    #expect(outcome.errors == "")
    let found = try JSONDecoder().decode([[String]].self, from: Data(outcome.output.utf8))
    for (calendar, found) in zip(calendars, found) {
      var expected = [calendar.productID, calendar.name ?? "-"]
      for event in calendar.events {
        expected += [event.uid, shown(event.start), event.end.map(shown) ?? "-"]
        expected += ["\(event.sequence)", event.summary ?? "-", event.description ?? "-"]
        expected += [event.location ?? "-", event.status?.rawValue ?? "-"] + event.categories
      }
      #expect(found == expected)
    }
  }

  private func shown(_ time: EventTime) -> String {
    switch time {
    case .day(let date): return date.description
    case .zoned(let time, _), .utc(let time), .floating(let time):
      let clock = time.description
      return clock.count == 16 ? clock + ":00" : clock
    }
  }
}
