internal import CivilTime

extension EventTime {
  /// The value in the basic format of ISO 8601, such as `20240611` or `20240611T131500Z`.
  var basicFormat: String {
    switch self {
    case .day(let date): date.basicFormat
    case .utc(let time): time.basicFormat + "Z"
    case .zoned(let time, _), .floating(let time): time.basicFormat
    }
  }

  /// Reads a day, a floating time or a time in UTC.
  ///
  /// The result is `nil` where the text has another form, or there is no such day or time. A leap
  /// second, which RFC 5545 allows, is read as the second before it.
  ///
  /// - Parameter bytes: Exactly `YYYYMMDD`, `YYYYMMDDTHHMMSS` or `YYYYMMDDTHHMMSSZ`.
  init?(basicFormat bytes: some Collection<UInt8>) {
    var digits = 0
    var date: CivilDate?
    var isUTC = false
    var position = 0
    for byte in bytes {
      switch (position, byte) {
      case (0...7, UInt8(ascii: "0")...UInt8(ascii: "9")),
        (9...14, UInt8(ascii: "0")...UInt8(ascii: "9")):
        digits = digits * 10 + Int(byte - UInt8(ascii: "0"))
      case (8, UInt8(ascii: "T")):
        break
      case (15, UInt8(ascii: "Z")):
        isUTC = true
      default:
        return nil
      }
      if position == 7 {
        date = CivilDate(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
        digits = 0
      }
      position += 1
    }
    guard let date else { return nil }
    switch position {
    case 8:
      self = .day(date)
    case 15, 16:
      let second = digits % 100
      guard second <= 60,
        let time = TimeOfDay(
          hour: digits / 10_000,
          minute: digits / 100 % 100,
          second: Swift.min(second, 59)
        )
      else { return nil }
      let moment = CivilDateTime(date, time)
      self = isUTC ? .utc(moment) : .floating(moment)
    default:
      return nil
    }
  }
}

extension CivilDate {
  /// The basic format of ISO 8601, `YYYYMMDD`.
  var basicFormat: String {
    let (year, month, day) = components
    return String(year * 10_000 + month * 100 + day).leftPadded(to: 8)
  }
}

extension CivilDateTime {
  /// The basic format of ISO 8601, `YYYYMMDDTHHMMSS`.
  var basicFormat: String {
    let clock = (time.hour * 100 + time.minute) * 100 + time.second
    return "\(date.basicFormat)T\(String(clock).leftPadded(to: 6))"
  }
}

extension String {
  /// The text with zeros in front, up to `width` characters.
  fileprivate func leftPadded(to width: Int) -> String {
    String(repeating: "0", count: max(0, width - utf8.count)) + self
  }
}
