internal import CivilTime

extension EventTime {
  /// The same form of time, some seconds later on the same clock.
  ///
  /// - Parameter seconds: The seconds; whole days for a whole day.
  /// - Returns: `nil` where the result leaves the years 1 to 9999, or is no whole day.
  func advanced(bySeconds seconds: Int) -> EventTime? {
    switch self {
    case .day(let date):
      guard seconds.isMultiple(of: 86_400) else { return nil }
      return CivilDateTime(date, .midnight).checked(advancedBySeconds: seconds)
        .map { .day($0.date) }
    case .zoned(let time, let zone):
      return time.checked(advancedBySeconds: seconds).map { .zoned($0, zone: zone) }
    case .utc(let time):
      return time.checked(advancedBySeconds: seconds).map { .utc($0) }
    case .floating(let time):
      return time.checked(advancedBySeconds: seconds).map { .floating($0) }
    }
  }

  /// The seconds on the value's own clock since 1970-01-01 00:00; midnight for a whole day.
  var secondsOnItsClock: Int {
    switch self {
    case .day(let date): date.dayNumber * 86_400
    case .zoned(let time, _), .utc(let time), .floating(let time): time.secondsSinceEpoch
    }
  }

  /// The day on the value's own clock.
  var date: CivilDate {
    switch self {
    case .day(let date): date
    case .zoned(let time, _), .utc(let time), .floating(let time): time.date
    }
  }
}

extension CivilDateTime {
  /// The moments that can be represented, in seconds since 1970-01-01 00:00.
  static let seconds =
    CivilDate.min.dayNumber * 86_400..<(CivilDate.max.dayNumber + 1) * 86_400

  /// The moment some seconds later, or `nil` where it leaves the years 1 to 9999.
  func checked(advancedBySeconds seconds: Int) -> CivilDateTime? {
    let (sum, overflow) = secondsSinceEpoch.addingReportingOverflow(seconds)
    guard !overflow, Self.seconds.contains(sum) else { return nil }
    return CivilDateTime(secondsSinceEpoch: sum)
  }
}
