internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import NIOHTTP1

/// How Hummingbird's server takes a connection: answered where it is read, on its event loop.
struct SiteChannel: ServerChildChannel {
  /// A connection that is taken.
  struct Value: ServerChildChannelValue {
    let channel: any Channel
  }

  let surroundings: ConnectionHandler.Surroundings

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
    do {
      // A read brings no more than a head may have, so that no connection holds much.
      let options = channel.syncOptions
      try options?.setOption(
        .recvAllocator,
        value: AdaptiveRecvByteBufferAllocator(minimum: 1024, initial: 2048, maximum: 16384)
      )
      try options?.setOption(.maxMessagesPerRead, value: 1)
      try channel.pipeline.syncOperations.addHandlers([
        HeadGuard(limits: surroundings.limits),
        ByteToMessageHandler(HTTPRequestDecoder(leftOverBytesStrategy: .dropBytes)),
        ConnectionHandler(surroundings, peer: channel.remoteAddress),
      ])
    } catch {
      // The client has gone already; the server must not go with it.
      channel.close(promise: nil)
    }
    return channel.eventLoop.makeSucceededFuture(Value(channel: channel))
  }

  func handle(value: Value, logger: Logger) async {
    try? await value.channel.closeFuture.get()
  }
}
