import CivilTime
import Foundation
import FuzzEntries
import ICalendar
import TestSupport
import Testing

/// The expansion against PyPI's recurring-ical-events, an independent reading of the same files.
@Suite struct RecurringEventsTests {
  private let zones = ["Europe/Berlin", "America/New_York", "Asia/Ho_Chi_Minh", "Asia/Tokyo"]

  /// Makes a calendar of one event with rules, dates, exceptions and changed instances.
  private func randomCalendar(
    using generator: inout SeededGenerator,
    from newYear: CivilDate
  ) throws -> String {
    func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &generator) < percent }
    func basic(_ date: CivilDate) -> String { date.description.filter { $0 != "-" } }
    let start = newYear + Int.random(in: 0..<300, using: &generator)
    // Clocks change at night: by day, lengths on the wall and exact lengths are the same.
    let hour = Int.random(in: 10...19, using: &generator)
    let form = Int.random(in: 0..<4, using: &generator)
    let zone = zones.randomElement(using: &generator) ?? "UTC"
    func line(_ name: String, _ dates: [CivilDate]) -> String {
      let clock = "T\(hour)3000"
      let values = dates.map { basic($0) + (form == 0 ? "" : form == 1 ? "\(clock)Z" : clock) }
      let parameter = [";VALUE=DATE", "", "", ";TZID=\(zone)"][form]
      return "\(name)\(parameter):\(values.joined(separator: ","))\n"
    }
    var rule: RuleDefinition
    var days: [CivilDate]
    repeat {
      rule = RuleDefinition(using: &generator, near: start)
      days = rule.days(from: start, through: newYear + 730)
    } while days.isEmpty
    var ruleText = rule.text
    if form != 0, let until = rule.until {
      ruleText = ruleText.replacing(
        "UNTIL=\(basic(until))",
        with: "UNTIL=\(basic(until))T\(hour)3000\(form == 2 ? "" : "Z")"
      )
    }
    let length = form == 0 ? "DURATION:P2D\n" : "DURATION:PT1H15M\n"
    var text = "BEGIN:VEVENT\nUID:1\nDTSTAMP:20240101T000000Z\n\(line("DTSTART", [start]))\(length)"
    if chance(80) { text += "RRULE:\(ruleText)\n" }
    if chance(40) {
      let dates = (0..<3).map { _ in start + Int.random(in: 0..<400, using: &generator) }
      text += line("RDATE", Array(Set(dates)).sorted())
    }
    if chance(50) {
      text += line("EXDATE", (0..<4).compactMap { _ in days.randomElement(using: &generator) })
    }
    text += "END:VEVENT\n"
    if text.contains("RRULE"), chance(50), let moved = days.randomElement(using: &generator) {
      let target = moved + Int.random(in: 1...9, using: &generator)
      text +=
        "BEGIN:VEVENT\nUID:1\nDTSTAMP:20240101T000000Z\n\(line("RECURRENCE-ID", [moved]))"
        + "\(line("DTSTART", [target]))\(length)SEQUENCE:1\nEND:VEVENT\n"
    }
    return "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:test\n\(text)END:VCALENDAR\n"
  }

  @Test func agreesWithRecurringICalEvents() throws {
    var generator = SeededGenerator(seed: 1_975)
    let newYear = try #require(CivilDate("2024-01-01"))
    let texts = try (0..<100).map { _ in try randomCalendar(using: &generator, from: newYear) }
    let script = """
      import json, sys
      from datetime import datetime, date
      from zoneinfo import ZoneInfo
      import icalendar, recurring_ical_events
      zone = ZoneInfo('Asia/Ho_Chi_Minh')
      def show(time):
          if not isinstance(time, datetime):
              return time.isoformat()
          if time.tzinfo:
              time = time.astimezone(zone)
          return time.strftime('%Y-%m-%dT%H:%M')
      for text in json.load(sys.stdin):
          events = recurring_ical_events.of(icalendar.Calendar.from_ical(text))
          found = events.between((2023, 12, 1), (2026, 2, 1))
          print(' '.join(sorted(show(e['DTSTART'].dt) + '/' + show(e['DTEND'].dt) for e in found)))
      """
    let input = String(decoding: try JSONEncoder().encode(texts), as: UTF8.self)
    let outcome = try Program.python("python").run(["-c", script], input: input)
    #expect(outcome.errors == "")
    let expected = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
    let days = newYear...(newYear + 730)
    var count = 0
    for (index, text) in texts.enumerated() {
      let wide = (newYear - 10)...(newYear + 740)
      let instances = try Calendar(lines: text).instances(over: wide, in: "Asia/Ho_Chi_Minh")
      let found = instances.filter { days.contains($0.firstDay) }
        .map { instance in
          let start = instance.start.map(\.description) ?? instance.firstDay.description
          let end = instance.end.map(\.description) ?? (instance.lastDay + 1).description
          return "\(start)/\(end)"
        }
      let wanted = expected[index].split(separator: " ")
        .filter { CivilDate(String($0.prefix(10))).map(days.contains) ?? false }
      #expect(found.sorted() == wanted.map(String.init), "\(text)")
      count += found.count
    }
    #expect(count > 2_500)
  }
}
