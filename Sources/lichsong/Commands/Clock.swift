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

  /// The day that it is in a plan's time zone, where that lies in the plan's period.
  ///
  /// - Parameters:
  ///   - now: The time it is.
  ///   - plan: The plan.
  /// - Returns: `nil` before and after the period.
  static func today(at now: Timestamp, in plan: Plan) -> CivilDate? {
    guard let zone = TimeZone(identifier: plan.timeZone) else { return nil }
    let seconds = now.utc.secondsSinceEpoch
    let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
    let today = CivilDateTime(secondsSinceEpoch: seconds + offset).date
    return plan.period.contains(today) ? today : nil
  }
}
