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

extension CivilDateTime: LosslessStringConvertible {
  /// Creates a date and time from its ISO 8601 form without a zone.
  ///
  /// The result is `nil` where the text has another form or there is no such day or time.
  ///
  /// - Parameter description: Exactly `YYYY-MM-DDTHH:MM` or `YYYY-MM-DDTHH:MM:SS`.
  public init?(_ description: String) {
    guard let separator = description.firstIndex(of: "T"),
      let date = CivilDate(String(description[..<separator])),
      let time = TimeOfDay(String(description[description.index(after: separator)...]))
    else { return nil }
    self.init(date, time)
  }

  /// The ISO 8601 form without a zone, such as `2024-06-11T20:15`.
  public var description: String { "\(date)T\(time)" }
}

extension CivilDateTime: Codable {
  /// Decodes a date and time from its ISO 8601 form.
  ///
  /// - Parameter decoder: A decoder of a single string.
  /// - Throws: `DecodingError.dataCorrupted` where the string is no date and time.
  public init(from decoder: any Decoder) throws {
    self = try decoder.decodeLosslessly("a date and time such as 2024-06-11T20:15")
  }

  /// Encodes the date and time in its ISO 8601 form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
