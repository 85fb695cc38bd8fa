internal import CivilTime
internal import Foundation
internal import Publishing
internal import Scheduling

/// The clock, which is read in the commands alone and handed down from there.
enum Clock {
  /// The time it is, in UTC.
  static func now() -> Timestamp {
    Timestamp(secondsSinceEpoch: Int(Date().timeIntervalSince1970.rounded(.down)))
  }

  /// The day that it is in a plan's time zone; in UTC where the zone is not known.
  ///
  /// - Parameters:
  ///   - now: The time it is.
  ///   - plan: The plan.
  /// - Returns: The day.
  static func today(at now: Timestamp, in plan: Plan) -> CivilDate {
    let seconds = now.utc.secondsSinceEpoch
    let offset = TimeZone(identifier: plan.timeZone)?
      .secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
    return CivilDateTime(secondsSinceEpoch: seconds + (offset ?? 0)).date
  }
}
