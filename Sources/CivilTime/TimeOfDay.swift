/// A time on a clock on the wall, to the second, on no day and in no time zone in particular.
public struct TimeOfDay: Sendable, Hashable {
  /// The hour, 0 to 23.
  public let hour: Int
  /// The minute, 0 to 59.
  public let minute: Int
  /// The second, 0 to 59, as there are no leap seconds.
  public let second: Int

  /// The first moment of a day, 00:00.
  public static let midnight = TimeOfDay(secondsSinceMidnight: 0)

  /// Creates a time of day.
  ///
  /// The result is `nil` where one of them is out of range.
  ///
  /// - Parameters:
  ///   - hour: The hour, 0 to 23.
  ///   - minute: The minute, 0 to 59.
  ///   - second: The second, 0 to 59.
  public init?(hour: Int, minute: Int, second: Int = 0) {
    guard 0...23 ~= hour, 0...59 ~= minute, 0...59 ~= second else { return nil }
    self.hour = hour
    self.minute = minute
    self.second = second
  }

  private init(secondsSinceMidnight seconds: Int) {
    hour = seconds / 3_600
    minute = seconds / 60 % 60
    second = seconds % 60
  }

  /// The seconds since 00:00, 0 to 86,399.
  public var secondsSinceMidnight: Int { (hour * 60 + minute) * 60 + second }
}

extension TimeOfDay: Comparable {
  /// Whether the first time is earlier in the day than the second.
  public static func < (earlier: TimeOfDay, later: TimeOfDay) -> Bool {
    earlier.secondsSinceMidnight < later.secondsSinceMidnight
  }
}

extension TimeOfDay: LosslessStringConvertible {
  /// Creates a time of day from its ISO 8601 form.
  ///
  /// The result is `nil` where the text has another form or there is no such time.
  ///
  /// - Parameter description: Exactly `HH:MM` or `HH:MM:SS`, such as `20:15`.
  public init?(_ description: String) {
    let fields = description.utf8.split(
      separator: UInt8(ascii: ":"),
      omittingEmptySubsequences: false
    )
    guard 2...3 ~= fields.count, fields.allSatisfy({ $0.count == 2 }) else { return nil }
    let numbers = fields.compactMap { Int(decimalDigits: $0) }
    guard numbers.count == fields.count else { return nil }
    self.init(hour: numbers[0], minute: numbers[1], second: numbers.count == 3 ? numbers[2] : 0)
  }

  /// The ISO 8601 form, `HH:MM`, or `HH:MM:SS` where the second is not 0.
  public var description: String {
    let minutes = "\(hour.padded(to: 2)):\(minute.padded(to: 2))"
    return second == 0 ? minutes : "\(minutes):\(second.padded(to: 2))"
  }
}

extension TimeOfDay: Codable {
  /// Decodes a time from its ISO 8601 form.
  ///
  /// - Parameter decoder: A decoder of a single string.
  /// - Throws: `DecodingError.dataCorrupted` where the string is no time of day.
  public init(from decoder: any Decoder) throws {
    self = try decoder.decodeLosslessly("a time of day such as 20:15")
  }

  /// Encodes the time in its ISO 8601 form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
