/// Moments of the sun and the moon on the clocks of Viet Nam, 7 hours ahead of universal time.
///
/// The zone is in force since 1968-01-01 in the north and since 1975-06-13 in the whole country.
enum VietnameseTime {
  private static let daysAheadOfUTC = 7.0 / 24

  /// The Julian day that begins, at noon, on 1970-01-01; half a day before it, the count of
  /// ``CivilDate/dayNumber`` begins.
  private static let epoch = 2_440_587.5

  /// The day in which a moment lies.
  ///
  /// - Parameter julianEphemerisDay: The moment in terrestrial time.
  /// - Returns: The number of the day, as in ``CivilDate/dayNumber``.
  static func dayNumber(at julianEphemerisDay: Double) -> Int {
    let universal = julianEphemerisDay - deltaT(at: julianEphemerisDay)
    return Int((universal - epoch + daysAheadOfUTC).rounded(.down))
  }

  /// The moment at which a day begins, as a Julian ephemeris day, in terrestrial time.
  static func midnight(of dayNumber: Int) -> Double {
    let universal = Double(dayNumber) + epoch - daysAheadOfUTC
    return universal + deltaT(at: universal)
  }

  /// Delta T in days; it changes too slowly for the kind of time of its argument to matter.
  private static func deltaT(at julianDay: Double) -> Double {
    DeltaT.seconds(inYear: 2000 + (julianDay - 2_451_545) / 365.25) / 86_400
  }
}
