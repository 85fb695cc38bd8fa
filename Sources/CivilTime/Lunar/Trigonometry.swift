// The only file that needs the C library, for functions that Swift itself does not have.
#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// The sine of an angle in radians.
func sine(_ radians: Double) -> Double { sin(radians) }

/// The cosine of an angle in radians.
func cosine(_ radians: Double) -> Double { cos(radians) }

/// The sine of an angle in degrees.
func sine(degrees: Double) -> Double { sin(degrees * .pi / 180) }

/// The cosine of an angle in degrees.
func cosine(degrees: Double) -> Double { cos(degrees * .pi / 180) }

/// The value of a polynomial, whose coefficients are given from the constant one up.
func polynomial(_ x: Double, _ coefficients: Double...) -> Double {
  coefficients.reversed().reduce(0) { $0 * x + $1 }
}
