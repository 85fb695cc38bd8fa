/// A year of the Vietnamese lunar calendar (âm lịch), from Tết to the eve of the next.
///
/// ```swift
/// let year = LunarYear(2025)!
/// year.days.lowerBound                     // 2025-01-29, Tết
/// year.months.first(where: \.isLeap)       // the leap month 6, from 2025-07-25 to 2025-08-22
/// ```
///
/// The calendar is computed for the clocks of Viet Nam, 7 hours ahead of universal time: a month
/// begins on the day of a new moon, month 11 holds the winter solstice, and of 13 months from one
/// month 11 up to the next, the first in which the sun passes no multiple of 30 degrees is a leap
/// month. That is the rule since 1968. For the years before, it is applied backwards: the calendars
/// of those days were reckoned for other clocks, as in China, and differ from it in some months.
///
/// Every day is that which the ephemeris of PyEphem gives. What nobody can foretell is how the earth
/// turns, which moves midnight. The lead of terrestrial time is extrapolated after Espenak and Meeus
/// (2006); until December 2072 no day depends on that. By a lower extrapolation, such as that of
/// Stephenson, Morrison and Hohenkerk (2016), the months that begin on 2077-11-15, 2085-10-18,
/// 2130-05-07, 2150-05-26, 2159-05-17, 2175-01-22 and 2199-01-26 begin a day later, the last two of
/// them with Tết; if the days grew no longer at all, so would those of 2072-12-09 and 2125-01-04.
/// Leap months stay where they are.
public struct LunarYear: Sendable, Hashable {
  /// The lunar years that are computed.
  public static let supported = 1900...2199

  /// The number of the year, which is the Gregorian year of its Tết.
  public let year: Int
  /// The months in order, 12 of them or 13 with a leap month.
  public let months: [LunarMonth]
  /// The days of the year, from Tết.
  public let days: ClosedRange<CivilDate>

  /// Computes a year.
  ///
  /// The result is `nil` where it is not one of ``supported``. It takes some 60 trigonometric
  /// series, a small part of a millisecond.
  ///
  /// - Parameter year: The number of the year.
  public init?(_ year: Int) {
    guard Self.supported.contains(year) else { return nil }
    let months = [SolsticeYear(year), SolsticeYear(year + 1)].flatMap(\.months)
      .filter { $0.year == year }
    guard let first = months.first, let last = months.last else { return nil }
    self.year = year
    self.months = months
    days = first.days.lowerBound...last.days.upperBound
  }

  /// A month of the year.
  ///
  /// - Parameters:
  ///   - number: The number of the month.
  ///   - isLeap: Whether the leap month of that number is asked for.
  /// - Returns: `nil` where the year has no such month.
  public func month(_ number: Int, isLeap: Bool = false) -> LunarMonth? {
    months.first { $0.number == number && $0.isLeap == isLeap }
  }
}
