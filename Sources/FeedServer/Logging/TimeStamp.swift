internal import CivilTime

/// Moments as the log writes them; the seconds are written once for all that happens in one.
struct TimeStamp {
  private var second = Int.min
  private var prefix = ""

  /// A moment to the millisecond: `2024-03-06T08:09:10.123Z`.
  ///
  /// - Parameter nanoseconds: Nanoseconds since 1970 in UTC.
  /// - Returns: The moment in UTC, rounded down.
  mutating func text(_ nanoseconds: Int) -> String {
    let now = nanoseconds / 1_000_000_000
    if now != second {
      second = now
      let moment = CivilDateTime(secondsSinceEpoch: now)
      prefix = "\(moment.date)T\(moment.time)\(moment.time.second == 0 ? ":00" : "")."
    }
    let rest = nanoseconds / 1_000_000 % 1000
    return "\(prefix)\(rest < 10 ? "00" : rest < 100 ? "0" : "")\(rest)Z"
  }
}
