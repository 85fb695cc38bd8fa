internal import ArgumentParser
internal import Foundation
internal import Publishing

/// How long to wait for others that write.
struct WritingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Seconds to wait for another publish that is running.",
      valueName: "seconds"
    )
  )
  var wait = 10.0

  func validate() throws {
    guard wait >= 0, wait.isFinite else {
      throw ValidationError("A wait is a number of seconds, at least 0.")
    }
  }

  /// Does something that nobody else may do meanwhile in a folder of exports.
  ///
  /// - Parameters:
  ///   - exports: The path of the folder.
  ///   - body: What to do.
  /// - Throws: As `ExportsLock.hold`.
  func holdLock(on exports: String, _ body: () throws -> Void) throws {
    try ExportsLock.hold(
      URL(filePath: exports, directoryHint: .isDirectory),
      waiting: .seconds(wait),
      onWaiting: {
        Console.errors.line("another publish is running in \(exports); waiting for it")
      },
      body
    )
  }
}
