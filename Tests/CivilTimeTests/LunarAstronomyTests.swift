internal import Testing

// What these tests look at is not public: nobody should schedule by the sun's longitude.
@testable internal import CivilTime

/// The sun, the moon and the clock against published examples.
@Suite struct LunarAstronomyTests {
  /// Meeus, example 49.a: the new moon of February 1977.
  @Test func newMoonOf1977() {
    #expect(abs(MoonPhase.newMoon(-283) - 2_443_192.65118) < 0.000005)
  }

  /// Meeus, examples 25.a and 25.b: the sun on 1992-10-13 at 0 h, by the whole theory VSOP87.
  @Test func sunOf1992() {
    let expected = 199 + 54.0 / 60 + 21.818 / 3_600
    #expect(abs(SolarLongitude.apparent(at: 2_448_908.5) - expected) * 3_600 < 0.5)
  }

  /// Meeus, example 27.a: the June solstice of 1962 was on 21 June at 21:24:42.
  @Test func solsticeOf1962() {
    let solstice = 2_437_837.39245
    #expect(abs(SolarLongitude.apparent(at: solstice) - 90) * 3_600 < 1)
  }

  /// Observed values, from the table of the source.
  @Test(arguments: [
    (1900.0, -2.7), (1920, 21.2), (1940, 24.3), (1950, 29.1), (1960, 33.2), (1970, 40.2),
    (1980, 50.5), (1990, 56.9), (2000, 63.8), (2005, 64.7),
  ])
  func deltaTWasObserved(year: Double, seconds: Double) {
    #expect(abs(DeltaT.seconds(inYear: year) - seconds) < 1)
  }

  /// The polynomials meet where one follows the other; those of 2050 by half a second.
  @Test(arguments: [1900.0, 1920, 1941, 1961, 1986, 2005, 2050, 2150])
  func deltaTHasNoSteps(year: Double) {
    let step = DeltaT.seconds(inYear: year) - DeltaT.seconds(inYear: year.nextDown)
    #expect(abs(step) < 1)
  }

  @Test func midnightsLeadBackToTheirDay() {
    for day in stride(from: -25_600, through: 84_000, by: 101) {
      let midnight = VietnameseTime.midnight(of: day)
      #expect(VietnameseTime.dayNumber(at: midnight + 0.00001) == day)
      #expect(VietnameseTime.dayNumber(at: midnight - 0.00001) == day - 1)
    }
  }

  /// The months that begin a day later if the days do not grow longer than they were in 2026,
  /// when terrestrial time was 69 seconds ahead.
  @Test func theDoubtfulMonthsAreTheOnesNamed() {
    let lunationOf2026 = 322
    let doubtful = (lunationOf2026..<2_475).compactMap { lunation -> String? in
      let moment = MoonPhase.newMoon(lunation)
      let day = VietnameseTime.dayNumber(at: moment)
      let withoutSlowing = Int((moment - 69.0 / 86_400 - 2_440_587.5 + 7.0 / 24).rounded(.down))
      return withoutSlowing == day ? nil : CivilDate(dayNumber: day).description
    }
    #expect(
      doubtful == [
        "2072-12-09", "2077-11-15", "2085-10-18", "2125-01-04", "2130-05-07", "2150-05-26",
        "2159-05-17", "2175-01-22", "2199-01-26",
      ]
    )
  }
}
