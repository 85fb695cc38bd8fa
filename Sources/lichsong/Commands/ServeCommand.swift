internal import ArgumentParser
internal import Foundation

/// Serves exports over HTTP, by the program `lichsong-serve`: `lichsong serve [EXPORTS]`.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serves what is published over HTTP.",
    discussion: """
      Runs the program lichsong-serve, which stands beside this one, with all arguments: \
      `lichsong serve --help` tells them.

      EXAMPLES:
        lichsong serve
        lichsong serve exports --port 8080
      """
  )

  @Argument(
    parsing: .captureForPassthrough,
    help: ArgumentHelp("The arguments of lichsong-serve.", valueName: "argument")
  )
  var arguments: [String] = []

  func run() throws {
    let program = (Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0]))
      .deletingLastPathComponent().appending(path: "lichsong-serve").path
    // The server takes the place of this process: signals reach it, and its status is that of the command.
    var words = unsafe ([program] + arguments).map { unsafe strdup($0) }
    unsafe words.append(nil)
    unsafe execv(program, words)
    let reason = unsafe String(cString: strerror(errno))
    throw Failure(
      message: TerminalText.printable("error: cannot run \(program): \(reason)")
        + "\nhelp: `make serve` builds it beside this program",
      status: Failure.noInput
    )
  }
}
