internal import NIOCore

/// Watches whether a client takes what is sent to it.
final class DeliveryWatch {
  /// How it ended.
  enum Outcome {
    /// All was taken.
    case taken
    /// Nothing was taken for too long.
    case stalled
  }

  private let patience: TimeAmount
  /// The bytes that were given to the channel, sent or not.
  private var total = 0
  private var task: Scheduled<Void>?

  /// Prepares to watch a connection.
  ///
  /// - Parameter patience: How long a client may take nothing.
  init(patience: TimeAmount) {
    self.patience = patience
  }

  /// Whether there is something that the client has not taken.
  var isWatching: Bool { task != nil }

  /// The bytes that the client has not taken.
  static func pending(_ context: ChannelHandlerContext) -> Int {
    (try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
  }

  /// Counts what is given to the channel.
  func given(_ bytes: Int) { total += bytes }

  /// Whether there is something to watch that is not watched already.
  func isNeeded(_ context: ChannelHandlerContext) -> Bool {
    task == nil && Self.pending(context) > 0
  }

  /// Watches until everything is taken or nothing moves any more.
  ///
  /// - Parameters:
  ///   - context: The connection, where ``isNeeded(_:)``.
  ///   - whenEnded: Called once, on the event loop, but not after ``stop()``.
  func start(_ context: ChannelHandlerContext, whenEnded: @escaping (Outcome) -> Void) {
    look(context, taken: 0, since: .now(), whenEnded)
  }

  /// Watches no more.
  func stop() {
    task?.cancel()
    task = nil
  }

  private func look(
    _ context: ChannelHandlerContext,
    taken: Int,
    since: NIODeadline,
    _ whenEnded: @escaping (Outcome) -> Void
  ) {
    let interval = TimeAmount.nanoseconds(patience.nanoseconds / 10)
    task = context.eventLoop.assumeIsolated().scheduleTask(in: interval) {
      self.task = nil
      let pending = Self.pending(context)
      let takenNow = self.total - pending
      let now = NIODeadline.now()
      if pending == 0 {
        whenEnded(.taken)
      } else if takenNow > taken {
        self.look(context, taken: takenNow, since: now, whenEnded)
      } else if now - since >= self.patience {
        whenEnded(.stalled)
      } else {
        self.look(context, taken: taken, since: since, whenEnded)
      }
    }
  }
}
