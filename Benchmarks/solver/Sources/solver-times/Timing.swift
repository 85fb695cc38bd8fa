/// How long something takes that is done several times.
struct Timing: Encodable {
  /// The middle one of the times, in seconds.
  var median: Double
  /// The shortest of the times, in seconds.
  var least: Double
  /// How often it was done.
  var runs: Int

  /// Seconds after which nothing is done once more.
  private static let budget = 3.0

  /// Does something again and again, and times it.
  ///
  /// - Parameters:
  ///   - runs: How often it is done, at the most; fewer times where it takes long.
  ///   - work: What is done.
  /// - Returns: What it gave the last time, and the times.
  /// - Throws: What the work throws.
  static func of<Result>(runs: Int, _ work: () throws -> Result) throws -> (Result, Timing) {
    let clock = ContinuousClock()
    let begin = clock.now
    var times: [Double] = []
    while true {
      let start = clock.now
      let result = try work()
      times.append((clock.now - start) / .seconds(1))
      if times.count >= runs || clock.now - begin > .seconds(budget) {
        times.sort()
        return (result, Timing(median: times[times.count / 2], least: times[0], runs: times.count))
      }
    }
  }
}
