import Testing

@testable import lichsong

/// How the time limit is shared, by a clock that is set by hand.
struct TimeLimitTests {
  private final class Clock {
    private let start = ContinuousClock.now
    var seconds = 0.0
    var now: ContinuousClock.Instant { start + .seconds(seconds) }
  }

  /// The second from which a search may not go on, that begins at a second.
  private func end(
    of search: (TimeLimit) -> () -> Bool,
    beginningAt begin: Double,
    limit: Double = 10
  ) -> Double? {
    let clock = Clock()
    let mayGoOn = search(TimeLimit(seconds: limit) { clock.now })
    return stride(from: begin, to: 100, by: 0.25).first { second in
      clock.seconds = second
      return !mayGoOn()
    }
  }

  @Test(arguments: [(0.0, 10.0), (9, 10), (12, 12)])
  func `a search for a schedule ends with the limit`(begin: Double, end: Double) {
    #expect(self.end(of: \.search, beginningAt: begin) == end)
  }

  @Test(arguments: [(0.0, 8.0), (6, 8), (7.5, 8.5), (10, 11)])
  func `what clashes leaves a fifth for mends, and has a tenth`(begin: Double, end: Double) {
    #expect(self.end(of: \.clashes, beginningAt: begin) == end)
  }

  @Test(arguments: [(0.0, 10.0), (8, 10), (9, 11), (11, 13)])
  func `mends have a fifth at the least`(begin: Double, end: Double) {
    #expect(self.end(of: \.mends, beginningAt: begin) == end)
  }

  @Test
  func `where there is no time, there is a moment to say why`() {
    #expect(end(of: \.search, beginningAt: 0, limit: 0) == 0)
    #expect(end(of: \.clashes, beginningAt: 0, limit: 0) == 0.5)
    #expect(end(of: \.mends, beginningAt: 1, limit: 0) == 1.5)
  }
}
