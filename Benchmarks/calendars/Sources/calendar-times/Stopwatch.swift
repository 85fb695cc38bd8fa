internal import Foundation

/// How long work takes.
enum Stopwatch {
  /// Does some work once, and prints the seconds by the clock and those of the processor.
  ///
  /// - Parameter work: What is done.
  /// - Returns: What it gives.
  /// - Throws: What it throws.
  static func report<Result>(_ work: () throws -> Result) rethrows -> Result {
    let start = ContinuousClock.now
    let processorStart = clock()
    let result = try work()
    // POSIX counts a million to the second, on every system.
    let processor = Double(clock() - processorStart) / 1_000_000
    print((ContinuousClock.now - start) / .seconds(1), processor)
    return result
  }
}
