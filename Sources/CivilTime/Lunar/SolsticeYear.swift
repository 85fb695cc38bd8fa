/// The lunar months from one winter solstice to the next, by which months are numbered.
///
/// The rule, as of the reform of 1645: the month that holds the winter solstice is number 11. Where
/// there are 13 months from one month 11 up to the next, the first of them in which the sun passes
/// none of the principal terms, the multiples of 30 degrees, is a leap month, and has the number of
/// the month before it.
///
/// Source: N. Dershowitz, E. M. Reingold, "Calendrical Calculations", 4th edition (2018),
/// chapter 19.
struct SolsticeYear {
  /// The months, from month 11 of the lunar year before up to month 10 of this one.
  let months: [LunarMonth]

  /// Computes the months up to the winter solstice of a year.
  ///
  /// - Parameter year: The lunar year to which months 1 to 10 belong, 1900 to 2200.
  init(_ year: Int) {
    let first = Self.lunationOfWinterSolstice(inYear: year - 1)
    let next = Self.lunationOfWinterSolstice(inYear: year)
    let firstDays = (first...next).map(Self.firstDay(ofLunation:))
    let leap = next - first == 13 ? Self.leapMonth(in: firstDays) : nil
    var number = 11
    months = zip(firstDays, firstDays.dropFirst()).enumerated().map { index, bounds in
      let isLeap = index == leap
      if index > 0 && !isLeap { number = number % 12 + 1 }
      return LunarMonth(
        year: number > 10 ? year - 1 : year,
        number: number,
        isLeap: isLeap,
        days: CivilDate(dayNumber: bounds.0)...CivilDate(dayNumber: bounds.1 - 1)
      )
    }
  }

  /// The months of the solstice year that a day lies in.
  ///
  /// - Parameter date: A day of 1900 to 2199, or of 2200 before its winter solstice.
  init(containing date: CivilDate) {
    // Month 11 begins on 22 November at the earliest.
    let year = date.year
    let following = date.month > 10 && year < 2200 ? SolsticeYear(year + 1) : nil
    if let following, let first = following.months.first, first.days.lowerBound <= date {
      self = following
    } else {
      self.init(year)
    }
  }

  /// The first month without a principal term.
  ///
  /// - Parameter firstDays: The days on which the months begin, and the one after the last.
  /// - Returns: Its index, at least 1, because month 11 has the solstice; `nil` where there is none.
  private static func leapMonth(in firstDays: [Int]) -> Int? {
    var before = principalTerm(before: firstDays[1])
    for month in 1..<firstDays.count - 1 {
      let after = principalTerm(before: firstDays[month + 1])
      if after == before { return month }
      before = after
    }
    return nil
  }

  /// The lunation whose month holds the winter solstice of a Gregorian year.
  private static func lunationOfWinterSolstice(inYear year: Int) -> Int {
    // On 31 December the sun is past 270 degrees, but not yet at 300. The solstice lies in the
    // last month that begins before it.
    let newYearsEve = CivilDate.dayNumber(year: year, month: 12, day: 31)
    let sinceEpoch = VietnameseTime.midnight(of: newYearsEve) - MoonPhase.meanEpoch
    // One more than the mean motion says, which is never off by more than 14 hours.
    var lunation = Int((sinceEpoch / MoonPhase.meanMonth).rounded(.down)) + 1
    while firstDay(ofLunation: lunation) > newYearsEve
      || principalTerm(before: firstDay(ofLunation: lunation)) >= 9
    {
      lunation -= 1
    }
    return lunation
  }

  /// The day of a new moon, with which a month begins.
  private static func firstDay(ofLunation lunation: Int) -> Int {
    VietnameseTime.dayNumber(at: MoonPhase.newMoon(lunation))
  }

  /// The last principal term that the sun passed before a day began, 0 to 11, in steps of 30
  /// degrees from the vernal equinox.
  private static func principalTerm(before dayNumber: Int) -> Int {
    Int(SolarLongitude.apparent(at: VietnameseTime.midnight(of: dayNumber)) / 30)
  }
}
