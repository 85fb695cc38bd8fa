internal import Foundation

/// A program that a test started.
///
/// Its streams are files rather than pipes, so that no amount of output can block it.
package struct RunningProgram {
  private let process: Process
  private let streams: URL

  /// Starts a process that is set up but for its streams.
  init(_ process: Process, input: String) throws {
    self.process = process
    streams = FileManager.default.temporaryDirectory
      .appending(path: "lichsong-streams-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: streams, withIntermediateDirectories: true)
    for (name, text) in [("input", input), ("output", ""), ("errors", "")] {
      try Data(text.utf8).write(to: streams.appending(path: name))
    }
    process.standardInput = try FileHandle(forReadingFrom: streams.appending(path: "input"))
    process.standardOutput = try FileHandle(forWritingTo: streams.appending(path: "output"))
    process.standardError = try FileHandle(forWritingTo: streams.appending(path: "errors"))
    try process.run()
  }

  /// Ends the program as the loss of power would: at once, whatever it does.
  package func kill() {
    Foundation.kill(process.processIdentifier, SIGKILL)
  }

  /// Waits for the end of the program; this can be asked once.
  ///
  /// - Returns: What the program left.
  /// - Throws: What keeps it from being read.
  package func outcome() throws -> Program.Outcome {
    process.waitUntilExit()
    defer { try? FileManager.default.removeItem(at: streams) }
    func text(_ name: String) throws -> String {
      String(decoding: try Data(contentsOf: streams.appending(path: name)), as: UTF8.self)
    }
    let signalled = process.terminationReason == .uncaughtSignal
    return Program.Outcome(
      status: process.terminationStatus + (signalled ? 128 : 0),
      output: try text("output"),
      errors: try text("errors")
    )
  }
}
