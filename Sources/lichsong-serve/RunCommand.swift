internal import ArgumentParser
internal import FeedServer
internal import Foundation
internal import Logging
internal import NIOCore

/// Serves until it is told to stop: `lichsong-serve [EXPORTS]`.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Serves a folder of exports until it is told to stop (SIGTERM, SIGINT)."
  )

  @Argument(help: "The folder of all exports.")
  var exports = "exports"

  @Option(help: "The address on which it listens; 0.0.0.0 or :: for all.")
  var host = "127.0.0.1"

  @Option(help: "The port; 0 for any that is free.")
  var port: UInt16 = 8080

  @Option(help: ArgumentHelp("The file of tokens for private addresses.", valueName: "file"))
  var tokens: String?

  @Option(help: "The most connections at a time; further ones wait.")
  var maxConnections = 10_000

  @Option(
    help: ArgumentHelp(
      "The most time from the first byte of a request's head to its end.",
      valueName: "seconds"
    )
  )
  var headTimeout = 10.0

  @Option(
    help: ArgumentHelp(
      "How long a connection may be silent between requests.",
      valueName: "seconds"
    )
  )
  var idleTimeout = 60.0

  @Option(
    help: ArgumentHelp("How long a client may take nothing of what is sent.", valueName: "seconds")
  )
  var writeTimeout = 30.0

  @Flag(help: "A proxy stands before it: log the client that its X-Forwarded-For names.")
  var behindProxy = false

  func validate() throws {
    guard maxConnections > 0 else { throw ValidationError("--max-connections must be 1 or more") }
    for (name, seconds) in [
      ("head", headTimeout), ("idle", idleTimeout), ("write", writeTimeout),
    ] where !(0.001...86_400 ~= seconds) {
      throw ValidationError("--\(name)-timeout must be from 0.001 to 86400 seconds")
    }
  }

  func run() async throws {
    var server = FeedServer(exports: exports)
    server.host = host
    server.port = Int(port)
    server.tokens = tokens
    server.isBehindProxy = behindProxy
    server.limits.headTime = .milliseconds(Int64(headTimeout * 1000))
    server.limits.idleTime = .milliseconds(Int64(idleTimeout * 1000))
    server.limits.stallTime = .milliseconds(Int64(writeTimeout * 1000))
    // Files, event loops and the log need some as well.
    let most = Swift.max(1, OpenFileLimit.raise() - 64)
    server.maximumConnections = Swift.min(maxConnections, most)
    if most < maxConnections {
      Self.say("warning: the system allows \(most) connections at a time (ulimit -n)")
    }
    let output = BufferedOutput(descriptor: STDOUT_FILENO)
    output.start()
    var events = Logger(label: "lichsong-serve") {
      StreamLogHandler.standardError(label: $0, metadataProvider: nil)
    }
    events.logLevel = .warning
    do {
      try await server.run(
        requests: Logger(label: "requests") { _ in LineLogHandler(output) },
        events: events,
        onListening: { Self.say("listening on \($0)") }
      )
    } catch {
      output.flush()
      Self.say("error: cannot listen on \(host):\(port): \(error)")
      throw ExitCode(71)
    }
    output.flush()
  }

  private static func say(_ line: String) {
    try? FileHandle.standardError.write(contentsOf: Data("\(line)\n".utf8))
  }
}
