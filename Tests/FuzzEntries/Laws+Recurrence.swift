internal import CivilTime
internal import ICalendar

extension Laws {
  /// The laws of rules and of the instances of one event.
  ///
  /// The first line is a day, the second a rule that begins there; further ones are lines of the
  /// event.
  mutating func checkRecurrence(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard let start = CivilDate(String(decoding: lines[0], as: UTF8.self)), lines.count > 1 else {
      return
    }
    let text = String(decoding: lines[1], as: UTF8.self)
    if let rule = try? RecurrenceRule(parsing: text) { checkDays(of: rule, from: start) }
    let day = String(start.description.filter { $0 != "-" })
    let event = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "BEGIN:VEVENT", "UID:1",
      "DTSTAMP:20240101T000000Z", "DTSTART;TZID=Europe/Berlin:\(day)T013000", "RRULE:\(text)",
    ].joined(separator: "\n")
    let whole =
      Array(event.utf8) + lines.dropFirst(2).flatMap { [UInt8(ascii: "\n")] + $0 }
      + Array("\nEND:VEVENT\nEND:VCALENDAR\n".utf8)
    guard let calendar = readTwice(whole) else { return }
    for zone in ["Europe/Berlin", "America/New_York"] { checkInstances(of: calendar, in: zone) }
  }

  /// The days of a rule are those of its definition.
  private mutating func checkDays(of rule: RecurrenceRule, from start: CivilDate) {
    hold((try? RecurrenceRule(parsing: rule.text)) == rule, "a second reading is another")
    guard (1760...2500).contains(start.year) else { return }
    let end = start + 800
    guard let days = try? rule.dates(from: start, through: end) else { return }
    let defined = RuleDefinition(rule.text)?.days(from: start, through: end)
    hold(days == defined, "\(rule.text) from \(start): \(days), not \(defined ?? [])")
    let fewer = try? rule.dates(from: start, through: start + 200)
    hold(
      fewer == days.filter { $0 <= start + 200 },
      "\(rule.text) from \(start): fewer days differ"
    )
  }
}
