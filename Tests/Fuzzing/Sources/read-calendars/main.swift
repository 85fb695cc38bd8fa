// usage: read-calendars < LIST
//
// Reads the calendars whose paths stand in the list, one in a line, and writes a line of JSON for
// each: the starts of its instances in UTC from 1990 to 2030, or the rules for which it is refused.
internal import CivilTime
internal import Foundation
internal import ICalendar

/// What came of a calendar.
struct Outcome: Encodable {
  var path: String
  var starts: [String]?
  var refused: [String]?
  var messages: [String]?
}

func outcome(of path: String) -> Outcome {
  var outcome = Outcome(path: path)
  guard let first = CivilDate("1990-01-01"), let last = CivilDate("2030-12-31"),
    let content = FileManager.default.contents(atPath: path)
  else { return outcome }
  do throws(ICalendarError) {
    let calendar = try Calendar(parsing: Array(content))
    outcome.starts = try calendar.instances(over: first...last, in: "UTC").map { instance in
      instance.start?.description ?? instance.firstDay.description
    }
  } catch {
    outcome.refused = error.problems.map(\.rule.rawValue)
    outcome.messages = error.problems.prefix(5).map(\.description)
  }
  return outcome
}

let encoder = JSONEncoder()
while let path = readLine() {
  print(String(decoding: try encoder.encode(outcome(of: path)), as: UTF8.self))
}
