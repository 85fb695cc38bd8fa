internal import Foundation

/// The clock of the system.
package enum SystemClock {
  /// Nanoseconds since 1970 in UTC, without leap seconds.
  package static var nanoseconds: Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
