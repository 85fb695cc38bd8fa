/// A day of the proleptic Gregorian calendar, without a clock or a time zone.
///
/// Days are counted, so that arithmetic is exact and cheap:
///
/// ```swift
/// let emulationDay = CivilDate(year: 2024, month: 6, day: 11)!
/// emulationDay + 7                    // 2024-06-18
/// emulationDay.weekday                // .tuesday
/// (emulationDay...emulationDay + 6).count  // 7
/// ```
///
/// Dates run from 0001-01-01 to 9999-12-31, the range of an ISO 8601 date with four digits.
/// Arithmetic that leaves it is a programming error and traps.
public struct CivilDate: Sendable, Hashable {
  /// The days since 1970-01-01, which is day 0.
  public let dayNumber: Int

  /// The first date that can be represented, 0001-01-01.
  public static let min = CivilDate(uncheckedDayNumber: -719_162)

  /// The last date that can be represented, 9999-12-31.
  public static let max = CivilDate(uncheckedDayNumber: 2_932_896)

  private init(uncheckedDayNumber dayNumber: Int) {
    self.dayNumber = dayNumber
  }

  /// Creates the date that lies `dayNumber` days after 1970-01-01.
  ///
  /// - Parameter dayNumber: The days since 1970-01-01.
  /// - Precondition: The date lies between ``min`` and ``max``.
  public init(dayNumber: Int) {
    precondition(
      Self.min.dayNumber <= dayNumber && dayNumber <= Self.max.dayNumber,
      "day \(dayNumber) lies outside 0001-01-01...9999-12-31"
    )
    self.init(uncheckedDayNumber: dayNumber)
  }

  /// Creates the date of a year, a month and a day.
  ///
  /// The result is `nil` where there is no such day, such as 2023-02-29.
  ///
  /// - Parameters:
  ///   - year: The year, 1 to 9999.
  ///   - month: The month, 1 to 12.
  ///   - day: The day of the month, from 1.
  public init?(year: Int, month: Int, day: Int) {
    guard let month = Month(year: year, month: month), 1...month.dayCount ~= day else {
      return nil
    }
    self.init(
      uncheckedDayNumber: Self.dayNumber(year: month.year, month: month.month, day: day)
    )
  }

  /// The year, 1 to 9999.
  public var year: Int { components.year }

  /// The month of the year, 1 to 12.
  public var month: Int { components.month }

  /// The day of the month, 1 to 31.
  public var day: Int { components.day }

  /// The day of the week.
  public var weekday: Weekday {
    // 1970-01-01 was a Thursday, the fourth day of an ISO 8601 week.
    let sinceMonday = (dayNumber + 3) % 7
    return Weekday.allCases[sinceMonday < 0 ? sinceMonday + 7 : sinceMonday]
  }

  /// The day of the year, 1 to 366.
  public var dayOfYear: Int {
    dayNumber - Self.dayNumber(year: year, month: 1, day: 1) + 1
  }

  /// The year, month and day, computed at once.
  ///
  /// Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`: years
  /// are counted from March, so that the leap day is the last of its year, in eras of 400 years.
  /// No date lies before era 0, so the source's care for negative eras is not needed.
  public var components: (year: Int, month: Int, day: Int) {
    let shifted = dayNumber + Self.daysFromEraToEpoch
    let era = shifted / Self.daysInEra
    let dayOfEra = shifted - era * Self.daysInEra
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  private static let daysInEra = 146_097
  private static let daysFromEraToEpoch = 719_468

  /// The inverse of ``components``: Hinnant's `days_from_civil`.
  static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * daysInEra + dayOfEra - daysFromEraToEpoch
  }
}

extension CivilDate: Comparable {
  /// Whether the first date is earlier than the second.
  public static func < (earlier: CivilDate, later: CivilDate) -> Bool {
    earlier.dayNumber < later.dayNumber
  }
}

extension CivilDate: Strideable {
  /// The days from this date to another, negative where the other is earlier.
  public func distance(to other: CivilDate) -> Int {
    other.dayNumber - dayNumber
  }

  /// The date that lies `days` days later, or earlier where `days` is negative.
  public func advanced(by days: Int) -> CivilDate {
    CivilDate(dayNumber: dayNumber + days)
  }

  /// The date that lies `days` days after `date`.
  public static func + (date: CivilDate, days: Int) -> CivilDate {
    date.advanced(by: days)
  }

  /// The date that lies `days` days before `date`.
  public static func - (date: CivilDate, days: Int) -> CivilDate {
    date.advanced(by: -days)
  }

  /// The days from `earlier` to `later`.
  public static func - (later: CivilDate, earlier: CivilDate) -> Int {
    earlier.distance(to: later)
  }
}

extension CivilDate: LosslessStringConvertible {
  /// Creates a date from its ISO 8601 extended form.
  ///
  /// The result is `nil` where the text has another form or there is no such day.
  ///
  /// - Parameter description: Exactly `YYYY-MM-DD`, such as `2024-06-11`.
  public init?(_ description: String) {
    let digits = Array(description.utf8)
    guard digits.count == 10, digits[4] == UInt8(ascii: "-"), digits[7] == UInt8(ascii: "-"),
      let year = Int(decimalDigits: digits[0..<4]),
      let month = Int(decimalDigits: digits[5..<7]),
      let day = Int(decimalDigits: digits[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The ISO 8601 extended form, `YYYY-MM-DD`.
  public var description: String {
    let (year, month, day) = components
    return "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))"
  }
}

extension CivilDate: Codable {
  /// Decodes a date from its ISO 8601 form.
  ///
  /// - Parameter decoder: A decoder of a single string.
  /// - Throws: `DecodingError.dataCorrupted` where the string is no date.
  public init(from decoder: any Decoder) throws {
    self = try decoder.decodeLosslessly("an ISO 8601 date such as 2024-06-11")
  }

  /// Encodes the date in its ISO 8601 form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
