/// How long a command may search: `--time-limit`.
///
/// The limit is for all that is asked of a plan. Where the plan cannot be met, the last fifth of it is
/// kept for changes that mend it. A search that comes late has a share all the same: a tenth of the limit
/// for what clashes, a fifth for mends, and never less than a moment.
struct TimeLimit {
  private let limit: Duration
  private let end: ContinuousClock.Instant
  private let now: () -> ContinuousClock.Instant

  /// The least time for what clashes, and for mends, in which most plans are done.
  private static let moment = Duration.milliseconds(500)

  /// Begins to count.
  ///
  /// - Parameters:
  ///   - seconds: The limit, at least 0.
  ///   - now: Tells the time.
  init(seconds: Double, now: @escaping () -> ContinuousClock.Instant = { .now }) {
    limit = .seconds(seconds)
    end = now() + limit
    self.now = now
  }

  /// Whether the search for a schedule may go on.
  var search: () -> Bool {
    { [end, now] in now() < end }
  }

  /// Whether the search for what clashes may go on; its share begins with the first question.
  var clashes: () -> Bool {
    lasting(until: end - limit / 5, atLeast: limit / 10)
  }

  /// Whether the search for mends may go on; its share begins with the first question.
  var mends: () -> Bool {
    lasting(until: end, atLeast: limit / 5)
  }

  private func lasting(
    until end: ContinuousClock.Instant,
    atLeast share: Duration
  ) -> () -> Bool {
    var last: ContinuousClock.Instant?
    return { [now] in
      let time = now()
      let end = last ?? max(end, time + max(share, Self.moment))
      last = end
      return time < end
    }
  }
}
