/// A day of the Vietnamese lunar calendar (âm lịch).
///
/// ```swift
/// let hungKings = LunarDate(year: 2024, month: 3, day: 10)!
/// CivilDate(hungKings)                                // 2024-04-18
/// LunarDate(CivilDate(year: 2024, month: 2, day: 10)!) // lunar 2024-01-01, Tết
/// ```
///
/// There is no lunar date that does not exist: a value always has its day in the Gregorian
/// calendar. What the calendar is and how far it can be trusted is said at ``LunarYear``.
public struct LunarDate: Sendable, Hashable {
  /// The lunar year, which is the Gregorian year of its Tết, 1900 to 2199.
  public let year: Int
  /// The number of the month, 1 to 12.
  public let month: Int
  /// Whether the month is a leap month (tháng nhuận).
  public let isLeapMonth: Bool
  /// The day of the month, 1 to 30.
  public let day: Int

  /// The same day in the Gregorian calendar.
  fileprivate let civilDate: CivilDate

  private init(_ month: LunarMonth, day: Int, civilDate: CivilDate) {
    year = month.year
    self.month = month.number
    isLeapMonth = month.isLeap
    self.day = day
    self.civilDate = civilDate
  }

  /// Creates the date of a lunar year, month and day.
  ///
  /// The result is `nil` where there is no such day: outside the years of ``LunarYear/supported``,
  /// for a leap month that the year does not have, and for day 30 of a month of 29 days.
  ///
  /// - Parameters:
  ///   - year: The lunar year.
  ///   - month: The number of the month, 1 to 12.
  ///   - isLeapMonth: Whether the leap month of that number is meant.
  ///   - day: The day of the month, from 1.
  public init?(year: Int, month: Int, isLeapMonth: Bool = false, day: Int) {
    guard let month = LunarYear(year)?.month(month, isLeap: isLeapMonth),
      let civilDate = month.date(ofDay: day)
    else { return nil }
    self.init(month, day: day, civilDate: civilDate)
  }

  /// Creates the lunar date of a day.
  ///
  /// The result is `nil` outside the years of ``LunarYear/supported``, that is before 1900-01-31
  /// and after 2200-02-14.
  public init?(_ date: CivilDate) {
    let supported = LunarYear.supported
    guard supported.lowerBound...supported.upperBound + 1 ~= date.year,
      let month = SolsticeYear(containing: date).months.first(where: { $0.days.contains(date) }),
      supported.contains(month.year)
    else { return nil }
    self.init(month, day: date - month.days.lowerBound + 1, civilDate: date)
  }

  /// The days on which a lunar date falls that comes every year, in ascending order.
  ///
  /// Only regular months count, so there is at most one day in each lunar year. There is none in a
  /// year whose month has 29 days where day 30 is asked for; there may be none, or two, in a
  /// Gregorian year where the date lies at the end of the lunar one. Days outside the years of
  /// ``LunarYear/supported`` are not found. The time is linear in the number of years.
  ///
  /// ```swift
  /// LunarDate.dates(month: 3, day: 10, in: year2024)  // 2024-04-18, Giỗ Tổ Hùng Vương
  /// ```
  ///
  /// - Parameters:
  ///   - month: The number of the lunar month, 1 to 12.
  ///   - day: The day of the lunar month, 1 to 30.
  ///   - period: The days to look in.
  /// - Returns: The days; none where there is no such month or day.
  public static func dates(
    month: Int,
    day: Int,
    in period: ClosedRange<CivilDate>
  ) -> [CivilDate] {
    // A lunar year begins in January or February, so the period may begin in the one before.
    let years = (period.lowerBound.year - 1...period.upperBound.year)
      .clamped(to: LunarYear.supported)
    return years.compactMap { LunarYear($0)?.month(month)?.date(ofDay: day) }
      .filter(period.contains)
  }
}

extension LunarDate: Comparable {
  /// Whether the first day is earlier than the second.
  public static func < (earlier: LunarDate, later: LunarDate) -> Bool {
    earlier.civilDate < later.civilDate
  }
}

extension LunarDate: CustomStringConvertible {
  /// The year, the month and the day, such as `lunar 2025-06-01` or `lunar 2025-06-01 (leap)`.
  public var description: String {
    let date = "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))"
    return "lunar \(date)\(isLeapMonth ? " (leap)" : "")"
  }
}

extension CivilDate {
  /// Creates the day of the Gregorian calendar that a lunar date falls on.
  public init(_ lunarDate: LunarDate) {
    self = lunarDate.civilDate
  }
}
