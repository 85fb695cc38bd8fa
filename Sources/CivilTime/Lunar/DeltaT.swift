/// How far terrestrial time, in which the sun and the moon are computed, is ahead of the clocks.
///
/// The earth turns less and less evenly and can only be observed: up to 2005 the polynomials follow
/// observations within a second, thereafter they are an extrapolation. In 2026 it was 6 seconds too
/// great; for 2100 (203 seconds) extrapolations published since are lower by 100 seconds and more,
/// and for 2200 (442 seconds) nobody knows it to 3 minutes.
///
/// Source: F. Espenak, J. Meeus, "Five Millennium Canon of Solar Eclipses: -1999 to +3000",
/// NASA/TP-2006-214141 (2006), section 2.7.
enum DeltaT {
  /// How far terrestrial time is ahead of universal time.
  ///
  /// - Parameter year: The year with its fraction, from 1860.
  /// - Returns: The lead in seconds, negative where terrestrial time is behind.
  static func seconds(inYear year: Double) -> Double {
    switch year {
    case ..<1900:
      polynomial(
        year - 1860,
        7.62,
        0.5737,
        -0.251754,
        0.01680668,
        -0.0004473624,
        1 / 233_174.0
      )
    case ..<1920:
      polynomial(year - 1900, -2.79, 1.494119, -0.0598939, 0.0061966, -0.000197)
    case ..<1941:
      polynomial(year - 1920, 21.20, 0.84493, -0.076100, 0.0020936)
    case ..<1961:
      polynomial(year - 1950, 29.07, 0.407, -1 / 233.0, 1 / 2_547.0)
    case ..<1986:
      polynomial(year - 1975, 45.45, 1.067, -1 / 260.0, -1 / 718.0)
    case ..<2005:
      polynomial(
        year - 2000,
        63.86,
        0.3345,
        -0.060374,
        0.0017275,
        0.000651814,
        0.00002373599
      )
    case ..<2050:
      polynomial(year - 2000, 62.92, 0.32217, 0.005589)
    case ..<2150:
      longTerm(year) - 0.5628 * (2150 - year)
    default:
      longTerm(year)
    }
  }

  /// The parabola that the tides of the moon make of it in the course of centuries.
  private static func longTerm(_ year: Double) -> Double {
    let centuries = (year - 1820) / 100
    return -20 + 32 * centuries * centuries
  }
}
