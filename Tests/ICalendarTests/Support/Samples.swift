import CivilTime
import ICalendar

extension Calendar {
  /// Reads a calendar from lines that end in LF.
  init(lines text: String) throws(ICalendarError) {
    try self.init(parsing: Array(text.utf8))
  }

  /// Reads a calendar from the lines between its `VERSION` and its `END`.
  init(body: String) throws(ICalendarError) {
    try self.init(
      lines: "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Test//Test//EN\n\(body)\nEND:VCALENDAR\n"
    )
  }

  /// Reads a calendar of one event from the lines of the event.
  init(event: String) throws(ICalendarError) {
    try self.init(body: "BEGIN:VEVENT\nUID:1\nDTSTAMP:20240101T000000Z\n\(event)\nEND:VEVENT")
  }

  /// The instances in Vietnam, one line each: start, end, title, and whether cancelled.
  func shown(
    _ first: String,
    _ last: String,
    in zone: String = "Asia/Ho_Chi_Minh"
  ) throws -> [String] {
    guard let first = CivilDate(first), let last = CivilDate(last) else { return [] }
    return try instances(over: first...last, in: zone).map { instance in
      let start = instance.start.map(\.description) ?? instance.firstDay.description
      let end = instance.end.map(\.description) ?? instance.lastDay.description
      let title = instance.event.summary.map { " \($0)" } ?? ""
      return "\(start) \(end)\(title)\(instance.isCancelled ? " (cancelled)" : "")"
    }
  }
}

/// The problems that reading a calendar ends in, as `rule:line`.
func problems(of text: String) -> [String] {
  do throws(ICalendarError) {
    _ = try Calendar(lines: text)
    return []
  } catch {
    return error.problems.map { "\($0.rule.rawValue):\($0.line ?? 0)" }
  }
}

/// The problems that reading a calendar of one event ends in; the first line of the event is 7.
func problems(ofEvent lines: String) -> [String] {
  problems(
    of: """
      BEGIN:VCALENDAR
      VERSION:2.0
      PRODID:-//Test//Test//EN
      BEGIN:VEVENT
      UID:1
      DTSTAMP:20240101T000000Z
      \(lines)
      END:VEVENT
      END:VCALENDAR

      """
  )
}
