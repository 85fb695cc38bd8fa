internal import Logging
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
internal import SystemCalls

/// A connection: takes one request after the other, and answers in their order.
///
/// Requests that come while another waits for the disk, or while the client does not take what was sent, wait; then
/// no more is read from the client. So what a connection holds is bounded.
final class ConnectionHandler: ChannelDuplexHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  /// What all connections share.
  struct Surroundings: Sendable {
    let site: Site
    let pool: NIOThreadPool
    let log: Logger
    let limits: ConnectionLimits
    let isBehindProxy: Bool
  }

  private enum Phase {
    case open
    /// The last answer is on its way.
    case ending
    /// All is sent; what comes in is not looked at.
    case lingering
  }

  private struct Arrival {
    let request: Request
    var isKeepAlive: Bool
    let isOld: Bool
    let time: NIODeadline
  }

  private let surroundings: Surroundings
  private let delivery: DeliveryWatch
  private var writer = AnswerWriter()
  private var log: RequestLog
  private var phase = Phase.open
  private var waiting: CircularBuffer<Arrival> = []
  private var isAnswering = false
  private var isStopping = false
  private var isInputClosed = false
  private var isReadHeld = false
  private var needsFlush = false
  private var lastActivity = NIODeadline.now()
  private var idleTask: Scheduled<Void>?
  private var endTask: Scheduled<Void>?

  init(_ surroundings: Surroundings, peer: SocketAddress?) {
    self.surroundings = surroundings
    delivery = DeliveryWatch(patience: surroundings.limits.stallTime)
    log = RequestLog(surroundings.log, peer: peer, isBehindProxy: surroundings.isBehindProxy)
  }

  private var limits: ConnectionLimits { surroundings.limits }

  func handlerAdded(context: ChannelHandlerContext) {
    armIdle(context, in: limits.idleTime)
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    idleTask?.cancel()
    endTask?.cancel()
    delivery.stop()
  }

  // MARK: Requests

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard phase == .open, case .head(let head) = unwrapInboundIn(data) else { return }
    let request = Request(head)
    let arrival = Arrival(
      request: request,
      isKeepAlive: head.isKeepAlive && request.canBeFollowed,
      isOld: head.version == .http1_0,
      time: .now()
    )
    if isAnswering || !waiting.isEmpty || !context.channel.isWritable {
      if waiting.count < limits.waiting {
        waiting.append(arrival)
      } else if !waiting.isEmpty {
        // Whoever sends so many at once is told with the last that is answered that no other will be.
        waiting[waiting.index(before: waiting.endIndex)].isKeepAlive = false
      }
    } else {
      answer(arrival, context)
    }
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    flush(context)
    context.fireChannelReadComplete()
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    proceed(context)
    context.fireChannelWritabilityChanged()
  }

  func read(context: ChannelHandlerContext) {
    if phase == .open && (isAnswering || !waiting.isEmpty || !context.channel.isWritable) {
      isReadHeld = true
    } else {
      context.read()
    }
  }

  private func answer(_ arrival: Arrival, _ context: ChannelHandlerContext) {
    if let answer = surroundings.site.readyAnswer(to: arrival.request) {
      return send(answer, to: arrival, context)
    }
    isAnswering = true
    let (site, request) = (surroundings.site, arrival.request)
    surroundings.pool.runIfActive(eventLoop: context.eventLoop) { site.answer(to: request) }
      .assumeIsolated()
      .whenComplete { result in
        self.isAnswering = false
        guard context.channel.isActive else { return }
        self.send((try? result.get()) ?? .unavailable, to: arrival, context)
        self.proceed(context)
      }
  }

  /// Goes on with what waits, as far as it can.
  private func proceed(_ context: ChannelHandlerContext) {
    while phase == .open, !isAnswering, context.channel.isWritable, let next = waiting.popFirst() {
      answer(next, context)
    }
    flush(context)
    guard !isAnswering else { return }
    if phase == .open, isInputClosed, waiting.isEmpty { return end(context) }
    if isReadHeld, phase != .open || waiting.isEmpty && context.channel.isWritable {
      isReadHeld = false
      context.read()
    }
  }

  // MARK: Answers

  private func send(_ answer: Answer, to arrival: Arrival, _ context: ChannelHandlerContext) {
    let request = arrival.request
    let isLast = !arrival.isKeepAlive || isStopping
    write(answer, isHead: request.method == .head, isLast: isLast, isOld: arrival.isOld, context)
    lastActivity = .now()
    log.add(request, answered: answer, after: lastActivity - arrival.time)
    if isLast { end(context) }
  }

  private func write(
    _ answer: Answer,
    isHead: Bool,
    isLast: Bool,
    isOld: Bool,
    _ context: ChannelHandlerContext
  ) {
    let head = writer.head(
      of: answer,
      isLast: isLast,
      isOld: isOld,
      at: SystemClock.nanoseconds,
      allocator: context.channel.allocator
    )
    delivery.given(head.readableBytes)
    context.write(wrapOutboundOut(head), promise: nil)
    if !isHead && answer.body.readableBytes > 0 {
      delivery.given(answer.body.readableBytes)
      context.write(wrapOutboundOut(answer.body), promise: nil)
    }
    needsFlush = true
  }

  private func flush(_ context: ChannelHandlerContext) {
    guard needsFlush else { return }
    needsFlush = false
    context.flush()
    watchDelivery(context)
  }

  private func watchDelivery(_ context: ChannelHandlerContext) {
    // For most answers nothing is made here: this is asked each time.
    guard delivery.isNeeded(context) else { return }
    delivery.start(context) { outcome in
      switch outcome {
      case .taken: self.lastActivity = .now()
      case .stalled: context.close(promise: nil)
      }
    }
  }

  // MARK: Errors

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard phase == .open else { return }
    let answer: Answer
    switch error {
    case HeadGuard.Failure.requestLineTooLong: answer = .targetTooLong
    case HeadGuard.Failure.headTooLarge: answer = .headTooLarge
    case HeadGuard.Failure.headTooSlow: answer = .headTooSlow
    case is HTTPParserError: answer = .badRequest
    default:
      // The connection itself is broken.
      return context.close(promise: nil)
    }
    // Requests that wait are left without an answer, which tells their client that they were not done.
    waiting.removeAll()
    if !isAnswering {
      write(answer, isHead: false, isLast: true, isOld: false, context)
      lastActivity = .now()
      log.addUnreadable(answered: answer)
    }
    end(context)
  }

  // MARK: Ends

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    switch event {
    case ChannelEvent.inputClosed:
      isInputClosed = true
      switch phase {
      case .open: if !isAnswering && waiting.isEmpty { end(context) }
      case .ending: break
      case .lingering: context.close(promise: nil)
      }
    case is ChannelShouldQuiesceEvent:
      isStopping = true
      if phase == .open && !isAnswering && waiting.isEmpty {
        // Nobody waits for anything; what is sent already is not lost by closing.
        if DeliveryWatch.pending(context) == 0 { return context.close(promise: nil) }
        end(context)
      }
      endTask?.cancel()
      endTask = context.eventLoop.assumeIsolated().scheduleTask(in: limits.stopTime) {
        context.close(promise: nil)
      }
    default: context.fireUserInboundEventTriggered(event)
    }
  }

  /// Closes the connection when all is sent.
  ///
  /// Closing while something unread has come in would make the system throw away what was not taken yet: so only the
  /// sending side is closed, and the rest when the client closes, or after a while.
  private func end(_ context: ChannelHandlerContext) {
    guard phase == .open else { return }
    phase = .ending
    waiting.removeAll()
    let promise = context.eventLoop.makePromise(of: Void.self)
    context.writeAndFlush(wrapOutboundOut(ByteBuffer()), promise: promise)
    needsFlush = false
    promise.futureResult.assumeIsolated().whenComplete { _ in self.linger(context) }
    if phase == .ending { watchDelivery(context) }
  }

  private func linger(_ context: ChannelHandlerContext) {
    guard phase == .ending else { return }
    phase = .lingering
    delivery.stop()
    guard !isInputClosed, context.channel.isActive else { return context.close(promise: nil) }
    context.close(mode: .output, promise: nil)
    if isReadHeld {
      isReadHeld = false
      context.read()
    }
    endTask?.cancel()
    endTask = context.eventLoop.assumeIsolated().scheduleTask(in: limits.lingerTime) {
      context.close(promise: nil)
    }
  }

  // MARK: Silence

  private func armIdle(_ context: ChannelHandlerContext, in time: TimeAmount) {
    idleTask = context.eventLoop.assumeIsolated().scheduleTask(in: time) {
      let silence = NIODeadline.now() - self.lastActivity
      if self.isAnswering || self.delivery.isWatching || self.phase != .open {
        self.armIdle(context, in: self.limits.idleTime)
      } else if silence < self.limits.idleTime {
        self.armIdle(context, in: self.limits.idleTime - silence)
      } else {
        self.end(context)
      }
    }
  }
}
