// solver-times [--runs N] [--time-limit SECONDS] PLAN...
//
// Solves each plan several times within this one process and prints a line of JSON for each: how
// long it took, and the schedule with its points, for others to check.

internal import Foundation

do {
  let options = try Options(CommandLine.arguments.dropFirst())
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  for path in options.plans {
    var line = try encoder.encode(try Measurement(of: path, options: options))
    line.append(UInt8(ascii: "\n"))
    try FileHandle.standardOutput.write(contentsOf: line)
  }
} catch {
  try FileHandle.standardError.write(contentsOf: Data("solver-times: \(error)\n".utf8))
  exit(EXIT_FAILURE)
}
