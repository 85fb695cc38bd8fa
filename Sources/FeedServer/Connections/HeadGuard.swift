internal import NIOCore

/// Keeps heads that are too large or too slow from the parser.
final class HeadGuard: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer

  /// Why a connection is not listened to any more.
  enum Failure: Error {
    case requestLineTooLong
    case headTooLarge
    case headTooSlow
  }

  private let limits: ConnectionLimits
  private var meter: HeadMeter
  private var isDeaf = false
  private var deadline: (head: Int, task: Scheduled<Void>)?

  init(limits: ConnectionLimits) {
    self.limits = limits
    meter = HeadMeter(limits: limits)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isDeaf else { return }
    let buffer = unwrapInboundIn(data)
    do {
      for byte in buffer.readableBytesView { try meter.take(byte) }
    } catch HeadMeter.Excess.requestLine {
      return fail(.requestLineTooLong, context)
    } catch {
      return fail(.headTooLarge, context)
    }
    context.fireChannelRead(data)
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    if let deadline, isDeaf || !meter.isInside || deadline.head != meter.heads {
      deadline.task.cancel()
      self.deadline = nil
    }
    if !isDeaf, meter.isInside, deadline == nil {
      let task = context.eventLoop.assumeIsolated().scheduleTask(in: limits.headTime) {
        self.fail(.headTooSlow, context)
      }
      deadline = (meter.heads, task)
    }
    context.fireChannelReadComplete()
  }

  func channelInactive(context: ChannelHandlerContext) {
    deadline?.task.cancel()
    deadline = nil
    context.fireChannelInactive()
  }

  private func fail(_ failure: Failure, _ context: ChannelHandlerContext) {
    guard !isDeaf else { return }
    isDeaf = true
    context.fireErrorCaught(failure)
  }
}
