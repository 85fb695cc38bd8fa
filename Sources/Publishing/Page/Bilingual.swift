internal import CivilTime
internal import Scheduling

/// Words in both languages of the page, of which a reader sees one.
struct Bilingual: Sendable, Hashable {
  /// In Vietnamese.
  let vi: String
  /// In English.
  let en: String

  /// Pairs words that mean the same.
  ///
  /// - Parameters:
  ///   - vi: In Vietnamese.
  ///   - en: In English.
  init(_ vi: String, _ en: String) {
    (self.vi, self.en) = (vi, en)
  }
}

// MARK: Dates

extension Bilingual {
  /// A day with its weekday: `Chủ nhật, 14/01/2024`, `Sunday 14 January 2024`.
  static func fullDay(_ date: CivilDate) -> Bilingual {
    let weekday = weekday(date.weekday)
    let day = day(date)
    return Bilingual("\(weekday.vi), \(day.vi)", "\(weekday.en) \(day.en)")
  }

  /// A day: `14/01/2024`, `14 January 2024`.
  static func day(_ date: CivilDate) -> Bilingual {
    Bilingual(
      Wording(language: .vietnamese).day(date),
      "\(date.day) \(englishMonths[date.month - 1]) \(date.year)"
    )
  }

  /// A day of a year that is known: `14/01`, `14 Jan`.
  static func shortDay(_ date: CivilDate) -> Bilingual {
    Bilingual(
      String(Wording(language: .vietnamese).day(date).prefix(5)),
      "\(date.day) \(englishMonths[date.month - 1].prefix(3))"
    )
  }

  /// Days from one to another; one day where both are the same.
  static func days(_ days: ClosedRange<CivilDate>) -> Bilingual {
    let (from, to) = (day(days.lowerBound), day(days.upperBound))
    guard days.count > 1 else { return from }
    return Bilingual("\(from.vi) – \(to.vi)", "\(from.en) – \(to.en)")
  }

  /// A month of a year that is known: `Tháng 6`, `June`.
  static func month(_ month: Month) -> Bilingual {
    Bilingual("Tháng \(month.month)", englishMonths[month.month - 1])
  }

  /// A month with its year: `Tháng 6 năm 2024`, `June 2024`.
  static func monthOfYear(_ month: Month) -> Bilingual {
    let name = Self.month(month)
    return Bilingual("\(name.vi) năm \(month.year)", "\(name.en) \(month.year)")
  }

  /// Half a year: `6 tháng đầu năm 2024`, `January to June 2024`.
  static func half(_ half: Int, of year: Int) -> Bilingual {
    half == 1
      ? Bilingual("6 tháng đầu năm \(year)", "January to June \(year)")
      : Bilingual("6 tháng cuối năm \(year)", "July to December \(year)")
  }

  /// A day of the week.
  static func weekday(_ weekday: Weekday) -> Bilingual {
    switch weekday {
    case .monday: Bilingual("Thứ Hai", "Monday")
    case .tuesday: Bilingual("Thứ Ba", "Tuesday")
    case .wednesday: Bilingual("Thứ Tư", "Wednesday")
    case .thursday: Bilingual("Thứ Năm", "Thursday")
    case .friday: Bilingual("Thứ Sáu", "Friday")
    case .saturday: Bilingual("Thứ Bảy", "Saturday")
    case .sunday: Bilingual("Chủ nhật", "Sunday")
    }
  }

  /// A day of the week at the head of a month: `T2`, `Mon`.
  static func shortWeekday(_ weekday: Weekday) -> Bilingual {
    let english = String(Self.weekday(weekday).en.prefix(2))
    return Bilingual(weekday == .sunday ? "CN" : "T\(weekday.rawValue + 1)", english)
  }

  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
