/// Identifiers that are the same whenever they are made of the same name (UUID version 8, RFC 9562,
/// section 5.8).
enum NameUUID {
  /// The UUID of a name as a URN: `urn:uuid:...`.
  ///
  /// The digits are two FNV-1a hashes of 64 bits (draft-eastlake-fnv), of the name and of its reverse: they
  /// keep names apart, and are no secret.
  static func urn(of name: String) -> String {
    var high = hash(name.utf8)
    var low = hash(name.utf8.reversed())
    high = high & ~0xF000 | 0x8000
    low = low & ~(3 << 62) | 2 << 62
    let digits = hexadecimal(high) + hexadecimal(low)
    var parts: [Substring] = []
    var rest = digits[...]
    for length in [8, 4, 4, 4, 12] {
      parts.append(rest.prefix(length))
      rest = rest.dropFirst(length)
    }
    return "urn:uuid:" + parts.joined(separator: "-")
  }

  private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  private static func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
