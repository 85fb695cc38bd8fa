/// The quotient of two integers, rounded to the nearest, half up.
///
/// - Parameters:
///   - dividend: At least 0, and at most a quarter of `Int.max`.
///   - divisor: At least 1, and at most a quarter of `Int.max`.
/// - Returns: `floor((2 * dividend + divisor) / (2 * divisor))`.
package func roundedQuotient(_ dividend: Int, by divisor: Int) -> Int {
  (2 * dividend + divisor) / (2 * divisor)
}

/// The cost of what cannot be had.
///
/// It is more than any sum of real costs, and so little that two of it can be added: minima over
/// sums need no test for it.
package let unreachable = Int.max / 4
