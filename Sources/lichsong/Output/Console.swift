internal import ArgumentParser
internal import Foundation

/// Standard output and standard error, and what the terminal behind them can show.
///
/// Data goes to standard output, all else to standard error, so that a program that reads the one
/// never meets the other.
struct Console {
  private let handle: FileHandle
  private let descriptor: Int32

  /// Where data goes.
  static let output = Console(handle: .standardOutput, descriptor: STDOUT_FILENO)
  /// Where everything else goes.
  static let errors = Console(handle: .standardError, descriptor: STDERR_FILENO)

  /// Writes a text as it is.
  func write(_ text: String) {
    // A reader that has gone away, such as `head`, is no error.
    try? handle.write(contentsOf: Data(text.utf8))
  }

  /// Writes a line.
  func line(_ text: String = "") {
    write(text + "\n")
  }

  /// Whether people see it rather than a file or a program.
  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Whether a person can be asked: both standard input and output are a terminal.
  static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && output.isTerminal }

  /// Asks a person whether to go on.
  ///
  /// - Parameter question: The question, without its answers.
  /// - Returns: Whether it was answered with yes.
  /// - Throws: ``Failure`` of wrong usage where nobody can be asked.
  static func confirms(_ question: String) throws(Failure) -> Bool {
    guard isInteractive else {
      throw Failure(
        message: "nobody can be asked here: say --yes to go on, or --dry-run to look",
        status: ExitCode.validationFailure.rawValue
      )
    }
    output.write("\(question) [y/N] ")
    return ["y", "yes", "c", "có"].contains(readLine()?.lowercased() ?? "")
  }

  /// Whether colours are welcome: on a terminal, and where NO_COLOR is not set (no-color.org).
  var hasColor: Bool {
    let environment = ProcessInfo.processInfo.environment
    return isTerminal && (environment["NO_COLOR"] ?? "").isEmpty
      && environment["TERM"] != "dumb"
  }

  /// How many columns a table may take; `nil` where nothing limits it.
  var width: Int? {
    if let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap({ Int($0) }),
      columns > 0
    {
      return columns
    }
    var size = winsize()
    guard isTerminal, unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0
    else { return nil }
    return Int(size.ws_col)
  }
}
