/// A month of the Vietnamese lunar calendar, with the days that it has.
public struct LunarMonth: Sendable, Hashable {
  /// The lunar year that the month belongs to, which is the Gregorian year of its Tết.
  public let year: Int
  /// The number of the month, 1 to 12.
  public let number: Int
  /// Whether it is a leap month (tháng nhuận), which follows the regular month of its number.
  public let isLeap: Bool
  /// Its days, 29 or 30 of them.
  public let days: ClosedRange<CivilDate>

  /// The date of a day of the month.
  ///
  /// - Parameter day: The day of the month, from 1.
  /// - Returns: `nil` where the month has no such day, such as day 30 in a month of 29 days.
  public func date(ofDay day: Int) -> CivilDate? {
    1...days.count ~= day ? days.lowerBound + (day - 1) : nil
  }
}
