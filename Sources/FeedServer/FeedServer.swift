internal import Foundation
internal import HummingbirdCore
package import Logging
internal import NIOCore
internal import NIOPosix
internal import ServiceLifecycle
internal import UnixSignals

/// Serves a folder of exports over HTTP until it is told to stop.
package struct FeedServer: Sendable {
  /// The folder of exports.
  package var exports: String
  /// The address on which it listens: a name or digits.
  package var host = "127.0.0.1"
  /// The port; 0 for any that is free.
  package var port = 8080
  /// The file of tokens; `nil` where nothing is private.
  package var tokens: String?
  /// The most connections at a time; further ones wait until others have ended.
  package var maximumConnections = 10_000
  /// Whether a proxy stands before it, which says who asks.
  package var isBehindProxy = false
  /// What a connection may take.
  package var limits = ConnectionLimits()

  /// Serves a folder by the usual settings.
  ///
  /// - Parameter exports: The folder.
  package init(exports: String) {
    self.exports = exports
  }

  /// Serves until the process gets SIGTERM or SIGINT, or the task is cancelled: what was asked before is answered.
  ///
  /// - Parameters:
  ///   - requests: Where each request is logged.
  ///   - events: Where all else is logged.
  ///   - onListening: Called with the address when it listens.
  /// - Throws: Where it cannot listen.
  package func run(
    requests: Logger,
    events: Logger,
    onListening: @escaping @Sendable (String) -> Void
  ) async throws {
    signal(SIGPIPE, SIG_IGN)
    let pool = NIOThreadPool(numberOfThreads: 4)
    pool.start()
    let surroundings = ConnectionHandler.Surroundings(
      site: Site(root: exports, tokens: tokens),
      pool: pool,
      log: requests,
      limits: limits,
      isBehindProxy: isBehindProxy
    )
    // As many as the process may use, which can be fewer than the machine has.
    let loops = MultiThreadedEventLoopGroup(
      numberOfThreads: ProcessInfo.processInfo.activeProcessorCount
    )
    let shownHost = host.contains(":") ? "[\(host)]" : host
    let server = Server(
      childChannelSetup: SiteChannel(surroundings: surroundings),
      configuration: ServerConfiguration(
        address: .hostname(host, port: port),
        backlog: 4096,
        availableConnectionsDelegate: MaximumAvailableConnections(maximumConnections)
      ),
      onServerRunning: { channel in
        // Several at a time would go beyond the limit.
        try? await channel.setOption(.maxMessagesPerRead, value: 1).get()
        onListening("http://\(shownHost):\(channel.localAddress?.port ?? port)/")
      },
      eventLoopGroup: loops,
      logger: events
    )
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: [server],
        gracefulShutdownSignals: [.sigterm, .sigint],
        logger: events
      )
    )
    defer { pool.shutdownGracefully { _ in } }
    // Cancelled, the group would drop its connections; so the end that the signals bring is asked for.
    let serving = Task { try await group.run() }
    do {
      try await withTaskCancellationHandler {
        try await serving.value
      } onCancel: {
        Task { await group.triggerGracefulShutdown() }
      }
    } catch {
      try? await loops.shutdownGracefully()
      throw error
    }
    try await loops.shutdownGracefully()
  }
}
