internal import Logging
internal import NIOCore
internal import SystemCalls

/// The lines of a connection in the log of requests.
struct RequestLog {
  private let logger: Logger
  private let peer: SocketAddress?
  private let peerAddress: String
  private let isBehindProxy: Bool
  private var stamp = TimeStamp()

  /// Prepares to log what is asked on a connection.
  ///
  /// - Parameters:
  ///   - logger: Where the lines go.
  ///   - peer: The other end of the connection.
  ///   - isBehindProxy: Whether that is a proxy, which says who asks.
  init(_ logger: Logger, peer: SocketAddress?, isBehindProxy: Bool) {
    self.logger = logger
    self.peer = peer
    self.isBehindProxy = isBehindProxy
    peerAddress = ClientAddress.text(peer: peer, forwardedFor: nil)
  }

  /// Adds a request.
  ///
  /// - Parameters:
  ///   - request: The request.
  ///   - answer: What was answered.
  ///   - time: How long that took.
  mutating func add(_ request: Request, answered answer: Answer, after time: TimeAmount) {
    add(
      client: isBehindProxy
        ? ClientAddress.text(peer: peer, forwardedFor: request.forwardedFor) : peerAddress,
      method: LogText.printable(request.methodName),
      path: LogText.path(of: request.target),
      status: answer.status,
      bytes: request.method == .head ? 0 : answer.body.readableBytes,
      after: time,
      userAgent: LogText.printable(request.userAgent)
    )
  }

  /// Adds a request of which nothing is known.
  ///
  /// - Parameter answer: What was answered.
  mutating func addUnreadable(answered answer: Answer) {
    add(
      client: peerAddress,
      method: "-",
      path: "-",
      status: answer.status,
      bytes: answer.body.readableBytes,
      after: .zero,
      userAgent: ""
    )
  }

  private mutating func add(
    client: String,
    method: String,
    path: String,
    status: Int,
    bytes: Int,
    after time: TimeAmount,
    userAgent: String
  ) {
    let line = RequestLogLine(
      stamp: stamp.text(SystemClock.nanoseconds),
      client: client,
      method: method,
      path: path,
      status: status,
      bytes: bytes,
      microseconds: Int(time.nanoseconds / 1000),
      userAgent: userAgent
    )
    logger.info(Logger.Message(stringLiteral: line.text))
  }
}
