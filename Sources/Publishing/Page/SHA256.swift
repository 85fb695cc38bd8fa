internal import Foundation

/// The hash that a Content-Security-Policy knows a style sheet and a script by (FIPS 180-4, section 6.2).
///
/// Nothing secret is hashed here: that a page needs no cryptographic library, which takes minutes to build,
/// is worth these lines.
enum SHA256 {
  /// The hash of some bytes.
  ///
  /// - Parameter bytes: The bytes, fewer than 2⁶¹.
  /// - Returns: Its 32 bytes.
  /// - Complexity: O(*n*) in the number of bytes.
  static func hash(of bytes: [UInt8]) -> [UInt8] {
    var state = initialState
    var message = bytes + [0x80]
    message += [UInt8](repeating: 0, count: (120 - message.count % 64) % 64)
    message += bigEndian(UInt64(bytes.count) * 8)
    for start in stride(from: 0, to: message.count, by: 64) {
      state = compressed(state, with: message[start..<start + 64])
    }
    return state.flatMap(bigEndian)
  }

  /// The hash of a text's UTF-8, in base 64.
  static func base64(of text: String) -> String {
    Data(hash(of: Array(text.utf8))).base64EncodedString()
  }

  private static func compressed(_ state: [UInt32], with block: ArraySlice<UInt8>) -> [UInt32] {
    var words = stride(from: block.startIndex, to: block.endIndex, by: 4).map { index in
      block[index..<index + 4].reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
    }
    for index in 16..<64 {
      let (early, late) = (words[index - 15], words[index - 2])
      let sigma0 = rotated(early, 7) ^ rotated(early, 18) ^ early >> 3
      let sigma1 = rotated(late, 17) ^ rotated(late, 19) ^ late >> 10
      words.append(words[index - 16] &+ sigma0 &+ words[index - 7] &+ sigma1)
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for index in 0..<64 {
      let sum1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
      let choice = e & f ^ ~e & g
      let first = h &+ sum1 &+ choice &+ roundConstants[index] &+ words[index]
      let sum0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
      let majority = a & b ^ a & c ^ b & c
      (h, g, f, e) = (g, f, e, d &+ first)
      (d, c, b, a) = (c, b, a, first &+ sum0 &+ majority)
    }
    return zip(state, [a, b, c, d, e, f, g, h]).map { $0 &+ $1 }
  }

  private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word >> count | word << (32 - count)
  }

  private static func bigEndian(_ number: some FixedWidthInteger) -> [UInt8] {
    stride(from: number.bitWidth - 8, through: 0, by: -8).map {
      UInt8(truncatingIfNeeded: number >> $0)
    }
  }

  /// The first 32 bits of the fractional parts of the square roots of the first 8 primes.
  private static let initialState: [UInt32] = [
    0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB,
    0x5BE0_CD19,
  ]

  /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
  private static let roundConstants: [UInt32] = {
    var primes: [Int] = []
    for number in 2... where primes.allSatisfy({ !number.isMultiple(of: $0) }) {
      primes.append(number)
      if primes.count == 64 { break }
    }
    return primes.map(cubeRootFraction)
  }()

  /// The first 32 bits of the fractional part of the cube root of a prime below 512.
  private static func cubeRootFraction(_ prime: Int) -> UInt32 {
    // The largest root whose cube is at most prime · 2⁹⁶, bit by bit, in 128 bits.
    var root: UInt128 = 0
    for bit in (0..<35).reversed() {
      let candidate = root | 1 << UInt128(bit)
      if candidate * candidate * candidate <= UInt128(prime) << 96 { root = candidate }
    }
    return UInt32(truncatingIfNeeded: root)
  }
}
