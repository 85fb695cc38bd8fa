/// A calendar as one of the programs writes it that stations keep theirs in.
enum ForeignCalendar: String, CaseIterable {
  /// The Python library icalendar: a named zone, and no definition of it.
  case icalendar
  /// Google Calendar: times in UTC.
  case google
  /// Outlook: a zone of its own name, with its definition.
  case outlook
  /// Calendar of macOS: a neighbouring zone, and properties of its own.
  case apple

  /// An event in such a calendar.
  struct Entry {
    var uid: String
    /// The first day, as `20240616`.
    var day: String
    /// The hour in Vietnam, as `2015`; `nil` for a whole day.
    var time: String? = "2015"
    /// Properties of its own, in the place of those that the program writes.
    var lines: [String] = []
  }

  /// The calendar with some events.
  func text(_ entries: [Entry]) -> String {
    let lines = ["BEGIN:VCALENDAR"] + head + entries.flatMap(event) + ["END:VCALENDAR"]
    return lines.map { $0 + "\r\n" }.joined()
  }

  private var head: [String] {
    switch self {
    case .icalendar: ["PRODID:-//Dai KG//icalendar//VI", "VERSION:2.0"]
    case .google:
      [
        "PRODID:-//Google Inc//Google Calendar 70.9054//EN", "VERSION:2.0", "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH", "X-WR-CALNAME:Đài", "X-WR-TIMEZONE:Asia/Ho_Chi_Minh",
      ]
    case .outlook:
      [
        "PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN", "VERSION:2.0",
        "METHOD:PUBLISH", "X-MS-OLK-FORCEINSPECTOROPEN:TRUE", "BEGIN:VTIMEZONE",
        "TZID:SE Asia Standard Time", "BEGIN:STANDARD", "DTSTART:16010101T000000",
        "TZOFFSETFROM:+0700", "TZOFFSETTO:+0700", "END:STANDARD", "END:VTIMEZONE",
      ]
    case .apple:
      ["VERSION:2.0", "PRODID:-//Apple Inc.//macOS 14.5//EN", "CALSCALE:GREGORIAN"]
    }
  }

  private func event(_ entry: Entry) -> [String] {
    let names = entry.lines.map { $0.prefix { $0 != ":" } }
    let others = properties(of: entry).filter { !names.contains($0.prefix { $0 != ":" }) }
    return ["BEGIN:VEVENT"] + others + entry.lines + ["END:VEVENT"]
  }

  private func properties(of entry: Entry) -> [String] {
    let stamp = "DTSTAMP:20240501T010203Z"
    guard let time = entry.time, let clock = Int(time) else {
      return ["UID:\(entry.uid)", stamp, "DTSTART;VALUE=DATE:\(entry.day)"]
    }
    let local = "\(entry.day)T\(time)00"
    switch self {
    case .icalendar:
      return [
        "SUMMARY:Chuyên mục “Thi đua”", "DTSTART;TZID=Asia/Ho_Chi_Minh:\(local)", stamp,
        "UID:\(entry.uid)",
      ]
    case .google:
      // Seven hours before Vietnam's time, on the same day for an evening.
      precondition(clock >= 700)
      let utc = String(String(10_000 + clock - 700).dropFirst())
      return [
        "DTSTART:\(entry.day)T\(utc)00Z", "DURATION:PT12M", stamp, "UID:\(entry.uid)",
        "CREATED:20240501T010203Z", "SEQUENCE:2", "STATUS:CONFIRMED", "TRANSP:TRANSPARENT",
      ]
    case .outlook:
      return [
        "CLASS:PUBLIC", "DTSTART;TZID=\"SE Asia Standard Time\":\(local)", stamp, "PRIORITY:5",
        "UID:\(entry.uid)", "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
      ]
    case .apple:
      return [
        stamp, "DTSTART;TZID=Asia/Bangkok:\(local)", "UID:\(entry.uid)",
        "X-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC",
      ]
    }
  }
}
