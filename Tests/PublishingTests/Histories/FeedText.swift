import CivilTime
import Foundation

/// A feed as subscribers get it, taken apart without the program's own reader.
struct FeedText {
  /// An event of a feed.
  struct Event {
    /// Its lines, as they are in the file.
    let text: String
    /// Its properties, unfolded, those of its alarms behind them.
    let properties: [String]

    /// The value of its first property of a name, as it is written; empty where there is none.
    func value(_ name: String) -> String {
      guard
        let line = properties.first(where: { $0.hasPrefix("\(name):") || $0.hasPrefix("\(name);") }
        ),
        let colon = line.firstIndex(of: ":")
      else { return "" }
      return String(line[line.index(after: colon)...])
    }

    var uid: String { value("UID") }
    var sequence: Int { Int(value("SEQUENCE")) ?? -1 }
    var isCancelled: Bool { value("STATUS") == "CANCELLED" }
    /// The day and the hour on which it begins, such as `20240512T201500`.
    var start: String { value("DTSTART") }
    /// The day on which it begins.
    var day: CivilDate? {
      let digits = start.prefix(8)
      return CivilDate("\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))")
    }

    /// What it is about, as its text says; `nil` where that says nothing.
    var theme: String? {
      guard let first = value("DESCRIPTION").components(separatedBy: "\\n").first,
        first.hasPrefix("Chủ đề: ") || first.hasPrefix("Theme: ")
      else { return nil }
      return first.components(separatedBy: ": ").dropFirst().joined(separator: ": ")
    }

    /// What is said of its last change; `nil` where nothing is.
    var note: String? {
      guard let last = value("DESCRIPTION").components(separatedBy: "\\n").last,
        last.hasPrefix("Thay đổi ngày ") || last.hasPrefix("Changed on ")
      else { return nil }
      return last.replacingOccurrences(of: "\\,", with: ",")
        .replacingOccurrences(of: "\\;", with: ";")
    }

    /// What a reader sees of the event itself: not of its versions, nor what is said of changes.
    var face: [String] {
      properties.compactMap { line in
        if ["SEQUENCE:", "DTSTAMP:", "LAST-MODIFIED:"].contains(where: line.hasPrefix) {
          return nil
        }
        guard line.hasPrefix("DESCRIPTION:"), note != nil else { return line }
        return line.components(separatedBy: "\\n").dropLast().joined(separator: "\\n")
      }
    }
  }

  /// The events, in the order of the file.
  let events: [Event]
  /// The events by identity.
  let byUID: [String: Event]

  /// Takes a feed apart.
  init(_ text: String) {
    events = text.components(separatedBy: "BEGIN:VEVENT\r\n").dropFirst().map { part in
      let body = part.components(separatedBy: "END:VEVENT\r\n")[0]
      let unfolded = body.replacingOccurrences(of: "\r\n ", with: "")
      return Event(
        text: body,
        properties: unfolded.components(separatedBy: "\r\n").filter { !$0.isEmpty }
      )
    }
    byUID = Dictionary(events.map { ($0.uid, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
