/// A day and a time on a clock on the wall, in no time zone in particular.
public struct CivilDateTime: Sendable, Hashable {
  /// The day.
  public var date: CivilDate
  /// The time of the day.
  public var time: TimeOfDay

  /// Creates a date with a time.
  public init(_ date: CivilDate, _ time: TimeOfDay) {
    self.date = date
    self.time = time
  }

  /// Creates the date and time that lies some seconds after 1970-01-01 00:00.
  ///
  /// - Parameter secondsSinceEpoch: The seconds, without leap seconds.
  /// - Precondition: The day lies between ``CivilDate/min`` and ``CivilDate/max``.
  public init(secondsSinceEpoch: Int) {
    let second = ((secondsSinceEpoch % 86_400) + 86_400) % 86_400
    guard let time = TimeOfDay(hour: second / 3_600, minute: second / 60 % 60, second: second % 60)
    else { preconditionFailure("a day has 86,400 seconds") }
    self.init(CivilDate(dayNumber: (secondsSinceEpoch - second) / 86_400), time)
  }

  /// The seconds since 1970-01-01 00:00 on the same clock, without leap seconds.
  public var secondsSinceEpoch: Int { date.dayNumber * 86_400 + time.secondsSinceMidnight }

  /// The date and time that lies some seconds later, or earlier where `seconds` is negative.
  public func advanced(bySeconds seconds: Int) -> CivilDateTime {
    CivilDateTime(secondsSinceEpoch: secondsSinceEpoch + seconds)
  }
}

extension CivilDateTime: Comparable {
  /// Whether the first moment is earlier than the second on the same clock.
  public static func < (earlier: CivilDateTime, later: CivilDateTime) -> Bool {
    (earlier.date, earlier.time) < (later.date, later.time)
  }
}

extension CivilDateTime: CustomStringConvertible {
  /// The ISO 8601 form without a zone, such as `2024-06-11T20:15`.
  public var description: String { "\(date)T\(time)" }
}
