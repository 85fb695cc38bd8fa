/// The public holidays of Viet Nam as its law has them, before any decision of the government.
///
/// The law is the Labour Code: that of 2019 since 2021 (articles 111 and 112), of 2012 since
/// 1 May 2013 (article 115), of 1994 before it (article 73).
///
/// - 1 January; 30 April; 1 May.
/// - Tết, the lunar new year: five days since 2014, four before.
/// - The 10th day of the 3rd lunar month, Giỗ Tổ Hùng Vương, since 2007.
/// - 2 September, and since 2021 one day beside it.
/// - 24 November, Ngày Văn hóa Việt Nam, since 2026 (resolution 80-NQ/TW of 7 January 2026).
/// - Where one of them falls on a weekly rest day, here Saturday and Sunday, the next working day
///   is off in its place.
///
/// Every year the government decides what the law leaves open. The convention here is the choice
/// that it made each year from 2021 to 2026:
///
/// - Tết: two days before the first day of the year and three from it on; where that one is a
///   Tuesday, one day before and four from it on, so that a whole working week is off. (Of four
///   days, one is before.)
/// - National Day: 3 September where the 2nd is a Monday, Thursday or Sunday, otherwise the 1st,
///   so that the days off follow each other and a weekend.
///
/// The government also exchanges working days for others, which no rule foretells: what was really
/// off is data, in calendars/vietnam/public-holidays.ics.
public enum VietnameseHolidays {
  /// The years for which holidays are known: since the working week of five days, up to the end
  /// of the computed lunar calendar.
  public static let supported = 2000...LunarYear.supported.upperBound

  /// The day of the newest rule: the resolution that names Ngày Văn hóa Việt Nam, 7 January 2026.
  public static let newestRule = CivilDate(dayNumber: 20_460)

  /// The holidays of a year, by day.
  ///
  /// Two holidays that fall on one day are both given, and compensated for once.
  ///
  /// - Parameter year: The Gregorian year.
  /// - Returns: The holidays, those in lieu among them; none outside ``supported``.
  public static func days(in year: Int) -> [PublicHoliday] {
    guard supported.contains(year) else { return [] }
    let statutory =
      (fixedDays(in: year) + lunarNewYear(in: year) + hungKings(in: year)
      + nationalDay(in: year)).sorted { $0.date < $1.date }
    return (statutory + compensations(for: statutory)).sorted { $0.date < $1.date }
  }

  private static func fixedDays(in year: Int) -> [PublicHoliday] {
    var days: [(month: Int, day: Int, occasion: PublicHoliday.Occasion)] = [
      (1, 1, .newYear), (4, 30, .reunification), (5, 1, .labour),
    ]
    if year >= 2026 { days.append((11, 24, .culture)) }
    return days.compactMap { month, day, occasion in
      CivilDate(year: year, month: month, day: day).map {
        PublicHoliday(date: $0, occasion: occasion)
      }
    }
  }

  private static func lunarNewYear(in year: Int) -> [PublicHoliday] {
    guard let first = LunarYear(year)?.days.lowerBound else { return [] }
    let count = year >= 2014 ? 5 : 4
    let before = count == 4 || first.weekday == .tuesday ? 1 : 2
    return (0..<count).map {
      PublicHoliday(date: first + ($0 - before), occasion: .lunarNewYear)
    }
  }

  private static func hungKings(in year: Int) -> [PublicHoliday] {
    guard year >= 2007, let date = LunarDate(year: year, month: 3, day: 10) else { return [] }
    return [PublicHoliday(date: CivilDate(date), occasion: .hungKings)]
  }

  private static func nationalDay(in year: Int) -> [PublicHoliday] {
    guard let date = CivilDate(year: year, month: 9, day: 2) else { return [] }
    var dates = [date]
    if year >= 2021 {
      let follows: Set<Weekday> = [.monday, .thursday, .sunday]
      dates.append(follows.contains(date.weekday) ? date + 1 : date - 1)
    }
    return dates.map { PublicHoliday(date: $0, occasion: .nationalDay) }
  }

  /// The days in lieu of holidays on weekly rest days: each the next day that is not off yet.
  private static func compensations(for holidays: [PublicHoliday]) -> [PublicHoliday] {
    var office = WorkingDays(daysOff: Set(holidays.map(\.date)))
    var lost: Set<CivilDate> = []
    return holidays.compactMap { holiday in
      guard office.weeklyRest.contains(holiday.date.weekday), lost.insert(holiday.date).inserted,
        let date = office.date(1, after: holiday.date)
      else { return nil }
      office.daysOff.insert(date)
      return PublicHoliday(
        date: date,
        occasion: holiday.occasion,
        kind: .compensation(for: holiday.date)
      )
    }
  }
}
