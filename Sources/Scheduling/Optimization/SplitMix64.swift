/// Numbers that look random, and are the same on every machine.
///
/// Source: G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators",
/// OOPSLA 2014.
struct SplitMix64: Sendable {
  private var state: UInt64

  /// Begins a row of numbers.
  init(seed: UInt64) { state = seed }

  /// The next number.
  ///
  /// Small numbers are a little more likely, by less than one in 2⁶⁴ / `bound`.
  ///
  /// - Parameter bound: What it is less than, at least 1.
  /// - Returns: The number, at least 0.
  mutating func next(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    mixed ^= mixed >> 31
    return Int(mixed % UInt64(bound))
  }
}
