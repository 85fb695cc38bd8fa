/// How long a command may search: `--time-limit`.
///
/// The limit is for all that is asked of a plan. Where the plan cannot be met, the last fifth of it is
/// kept for changes that mend it. A search that comes late has a share all the same: a tenth of the limit
/// for what clashes, a fifth for mends, and never less than a moment.
struct TimeLimit {
  private typealias Clock = ContinuousClock

  private let limit: Duration
  private let end: Clock.Instant

  /// The least time for what clashes, and for mends: most plans need far less.
  private static let moment = Duration.milliseconds(500)

  /// Begins to count.
  ///
  /// - Parameter seconds: The limit, at least 0.
  init(seconds: Double) {
    limit = .seconds(seconds)
    end = Clock.now + limit
  }

  /// Whether the search for a schedule may go on.
  var search: () -> Bool {
    { [end] in Clock.now < end }
  }

  /// Whether the search for what clashes may go on; its share begins with the first question.
  var clashes: () -> Bool {
    Self.until(end - limit / 5, atLeast: limit / 10)
  }

  /// Whether the search for mends may go on; its share begins with the first question.
  var mends: () -> Bool {
    Self.until(end, atLeast: limit / 5)
  }

  private static func until(_ end: Clock.Instant, atLeast share: Duration) -> () -> Bool {
    var last: Clock.Instant?
    return {
      let now = Clock.now
      let end = last ?? max(end, now + max(share, moment))
      last = end
      return now < end
    }
  }
}
