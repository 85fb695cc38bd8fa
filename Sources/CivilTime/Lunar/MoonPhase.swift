/// The phases of the moon, of which the lunar calendar needs the new moon alone.
///
/// Source: J. Meeus, "Astronomical Algorithms", 2nd edition (1998), chapter 49, with all its terms.
enum MoonPhase {
  /// The mean time from one new moon to the next, in days, at the turn of the year 2000.
  static let meanMonth = 29.530588861

  /// The Julian ephemeris day on which new moon 0 would fall if the moon moved evenly.
  static let meanEpoch = 2_451_550.09766

  /// The moment of a new moon.
  ///
  /// Between 1900 and 2200 it is within 18 seconds of what the ephemeris of PyEphem gives.
  ///
  /// - Parameter lunation: The number of the new moon; 0 for that of 2000-01-06.
  /// - Returns: The Julian ephemeris day, in terrestrial time.
  static func newMoon(_ lunation: Int) -> Double {
    let k = Double(lunation)
    let centuries = k / 1_236.85
    let mean =
      meanMonth * k
      + polynomial(centuries, meanEpoch, 0, 0.00015437, -0.00000015, 0.00000000073)
    return mean + periodicTerms(k, centuries) + planetaryTerms(k, centuries)
      + corrections[lunation, default: 0]
  }

  /// What the ellipses of the moon and the earth and the slope of the moon's path add, in days.
  private static func periodicTerms(_ k: Double, _ centuries: Double) -> Double {
    let eccentricity = polynomial(centuries, 1, -0.002516, -0.0000074)
    let sun =
      29.1053567 * k + polynomial(centuries, 2.5534, 0, -0.0000014, -0.00000011)
    let moon =
      385.81693528 * k
      + polynomial(centuries, 201.5643, 0, 0.0107582, 0.00001238, -0.000000058)
    let latitude =
      390.67050284 * k
      + polynomial(centuries, 160.7108, 0, -0.0016118, -0.00000227, 0.000000011)
    let node =
      -1.56375588 * k + polynomial(centuries, 124.7746, 0, 0.0020672, 0.00000215)
    var days = -0.00017 * sine(degrees: node)
    for term in terms {
      let angle =
        term.moon * moon + term.sun * sun + term.latitude * latitude
      let factor =
        switch term.eccentricity {
        case 0: 1.0
        case 1: eccentricity
        default: eccentricity * eccentricity
        }
      days += term.days * factor * sine(degrees: angle)
    }
    return days
  }

  /// One term: days, power of the eccentricity, multiples of the moon's and the sun's mean anomaly
  /// and of the moon's argument of latitude.
  private typealias Term = (
    days: Double, eccentricity: Int, moon: Double, sun: Double, latitude: Double
  )

  private static let terms: [Term] = [
    (-0.40720, 0, 1, 0, 0),
    (0.17241, 1, 0, 1, 0),
    (0.01608, 0, 2, 0, 0),
    (0.01039, 0, 0, 0, 2),
    (0.00739, 1, 1, -1, 0),
    (-0.00514, 1, 1, 1, 0),
    (0.00208, 2, 0, 2, 0),
    (-0.00111, 0, 1, 0, -2),
    (-0.00057, 0, 1, 0, 2),
    (0.00056, 1, 2, 1, 0),
    (-0.00042, 0, 3, 0, 0),
    (0.00042, 1, 0, 1, 2),
    (0.00038, 1, 0, 1, -2),
    (-0.00024, 1, 2, -1, 0),
    (-0.00007, 0, 1, 2, 0),
    (0.00004, 0, 2, 0, -2),
    (0.00004, 0, 0, 3, 0),
    (0.00003, 0, 1, 1, -2),
    (0.00003, 0, 2, 0, 2),
    (-0.00003, 0, 1, 1, 2),
    (0.00003, 0, 1, -1, 2),
    (-0.00002, 0, 1, -1, -2),
    (-0.00002, 0, 3, 1, 0),
    (0.00002, 0, 4, 0, 0),
  ]

  /// What the planets add, in days: the fourteen additional corrections of the source.
  private static func planetaryTerms(_ k: Double, _ centuries: Double) -> Double {
    var days = 0.0
    for (index, term) in planetary.enumerated() {
      let slow = index == 0 ? -0.009173 * centuries * centuries : 0
      days += term.days * sine(degrees: term.phase + term.perMonth * k + slow)
    }
    return days
  }

  /// One correction: days, its phase and what it gains each month, both in degrees.
  private typealias PlanetaryTerm = (days: Double, phase: Double, perMonth: Double)

  private static let planetary: [PlanetaryTerm] = [
    (0.000325, 299.77, 0.107408),
    (0.000165, 251.88, 0.016321),
    (0.000164, 251.83, 26.651886),
    (0.000126, 349.42, 36.412478),
    (0.000110, 84.66, 18.206239),
    (0.000062, 141.74, 53.303771),
    (0.000060, 207.14, 2.453732),
    (0.000056, 154.84, 7.306860),
    (0.000047, 34.52, 27.261239),
    (0.000042, 207.19, 0.121824),
    (0.000040, 291.34, 1.844379),
    (0.000037, 161.72, 24.198154),
    (0.000035, 239.56, 25.513099),
    (0.000023, 331.55, 3.592518),
  ]

  /// What the series lacks, in days, where that decides the day of a new moon in Viet Nam.
  ///
  /// One new moon from 1900 to 2199 falls within the error of the series of midnight: that of
  /// 1967-07-08, 3 seconds after it by PyEphem 4.2.1, 6 by the Swiss Ephemeris 2.10. The series
  /// alone puts it 2 seconds before.
  private static let corrections: [Int: Double] = [-402: 0.00008]
}
