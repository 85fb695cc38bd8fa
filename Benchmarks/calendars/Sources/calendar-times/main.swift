// calendar-times write RECORDS CALENDAR
// calendar-times read CALENDAR RECORDS
//
// Does one of the two once, and prints its seconds and those that the processor was at work. Files
// are read and written outside of these times.

internal import Foundation
internal import ICalendar

func bytes(of path: String) throws -> [UInt8] {
  try [UInt8](Data(contentsOf: URL(filePath: path)))
}

do {
  let arguments = CommandLine.arguments.dropFirst()
  guard arguments.count == 3, let task = arguments.first, ["write", "read"].contains(task) else {
    throw CocoaError(.featureUnsupported)
  }
  let (source, target) = (CommandLine.arguments[2], CommandLine.arguments[3])
  let input = try bytes(of: source)
  let output: String
  if task == "write" {
    let calendar = try Records.calendar(input)
    output = try Stopwatch.report { try calendar.serialized() }
  } else {
    let calendar = try Stopwatch.report { try ICalendar.Calendar(parsing: input) }
    output = Records.text(calendar)
  }
  try Data(output.utf8).write(to: URL(filePath: target))
} catch {
  try FileHandle.standardError.write(
    contentsOf: Data(
      "usage: calendar-times (write RECORDS CALENDAR | read CALENDAR RECORDS)\n\(error)\n".utf8
    )
  )
  exit(EXIT_FAILURE)
}
