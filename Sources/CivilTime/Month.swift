/// A calendar month of a certain year, such as June 2024.
///
/// ```swift
/// let june = Month(year: 2024, month: 6)!
/// june.first                 // 2024-06-01
/// june.date(of: .sunday, ordinal: 2)   // 2024-06-09, the second Sunday
/// june.date(of: .sunday, ordinal: -1)  // 2024-06-30, the last Sunday
/// ```
public struct Month: Sendable, Hashable {
  /// The months since January of year 0.
  private let index: Int

  /// Creates the month of a year.
  ///
  /// The result is `nil` where either is out of range.
  ///
  /// - Parameters:
  ///   - year: The year, 1 to 9999.
  ///   - month: The month of the year, 1 to 12.
  public init?(year: Int, month: Int) {
    guard 1...9999 ~= year, 1...12 ~= month else { return nil }
    index = year * 12 + month - 1
  }

  /// Creates the month that a date lies in.
  public init(containing date: CivilDate) {
    let (year, month, _) = date.components
    index = year * 12 + month - 1
  }

  private init(index: Int) {
    self.index = index
  }

  /// The year, 1 to 9999.
  public var year: Int { index / 12 }

  /// The month of the year, 1 to 12.
  public var month: Int { index % 12 + 1 }

  /// How many days the month has, 28 to 31.
  public var dayCount: Int {
    switch month {
    case 2: Self.isLeapYear(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The first day of the month.
  public var first: CivilDate {
    guard let date = CivilDate(year: year, month: month, day: 1) else {
      preconditionFailure("\(self) lies outside 0001-01...9999-12")
    }
    return date
  }

  /// The last day of the month.
  public var last: CivilDate { first + (dayCount - 1) }

  /// The days of the month.
  public var days: ClosedRange<CivilDate> { first...last }

  /// The n-th day of the month that falls on a weekday.
  ///
  /// - Parameters:
  ///   - weekday: The day of the week.
  ///   - ordinal: 1 for the first, 2 for the second; -1 for the last, -2 for the one before it.
  /// - Returns: `nil` where the month has no such day, and for ordinal 0.
  public func date(of weekday: Weekday, ordinal: Int) -> CivilDate? {
    // Days are counted from the first of the month and checked before they become a date: a fifth
    // Sunday of December 9999 is no date at all.
    let day: Int
    switch ordinal {
    case 1...5:
      let toFirst = (weekday.rawValue - first.weekday.rawValue + 7) % 7
      day = toFirst + 7 * (ordinal - 1)
    case -5 ... -1:
      let fromLast = (last.weekday.rawValue - weekday.rawValue + 7) % 7
      day = dayCount - 1 - fromLast + 7 * (ordinal + 1)
    default:
      return nil
    }
    return 0..<dayCount ~= day ? first + day : nil
  }

  /// Whether a year of the Gregorian calendar has a 29 February.
  public static func isLeapYear(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  /// The months that a range of days touches, in order.
  public static func touched(by period: ClosedRange<CivilDate>) -> ClosedRange<Month> {
    Month(containing: period.lowerBound)...Month(containing: period.upperBound)
  }
}

extension Month: Strideable {
  /// The months from this one to another, negative where the other is earlier.
  public func distance(to other: Month) -> Int { other.index - index }

  /// The month that lies `months` months later, or earlier where `months` is negative.
  ///
  /// - Precondition: The year of the result is one of 1 to 9999.
  public func advanced(by months: Int) -> Month {
    let advanced = Month(index: index + months)
    precondition(1...9999 ~= advanced.year, "the month lies outside 0001-01...9999-12")
    return advanced
  }
}

extension Month: LosslessStringConvertible {
  /// Creates a month from its ISO 8601 form.
  ///
  /// The result is `nil` where the text has another form or there is no such month.
  ///
  /// - Parameter description: Exactly `YYYY-MM`, such as `2024-06`.
  public init?(_ description: String) {
    let digits = Array(description.utf8)
    guard digits.count == 7, digits[4] == UInt8(ascii: "-"),
      let year = Int(decimalDigits: digits[0..<4]),
      let month = Int(decimalDigits: digits[5..<7])
    else { return nil }
    self.init(year: year, month: month)
  }

  /// The ISO 8601 form, `YYYY-MM`.
  public var description: String { "\(year.padded(to: 4))-\(month.padded(to: 2))" }
}
