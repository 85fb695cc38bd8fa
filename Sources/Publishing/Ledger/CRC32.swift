/// The cyclic redundancy check of gzip and PNG.
///
/// It finds every damage of up to 32 bits in a row, and misses one in four thousand million of all
/// others. It is no protection from forgery.
///
/// Source: ISO 3309, as in RFC 1952, section 8: polynomial 0xEDB88320 with its bits reversed, all ones
/// at the beginning, complemented at the end.
enum CRC32 {
  /// The checksum of some bytes.
  ///
  /// - Parameter bytes: The bytes.
  /// - Returns: The checksum; 0 for no bytes.
  /// - Complexity: O(*n*), one table look-up for each byte.
  static func checksum(of bytes: some Sequence<UInt8>) -> UInt32 {
    ~bytes.reduce(~0) { crc, byte in
      table[Int(UInt8(truncatingIfNeeded: crc) ^ byte)] ^ (crc >> 8)
    }
  }

  /// What each value of the lowest eight bits contributes to the next step.
  private static let table: [UInt32] = (0..<256).map { value in
    (0..<8).reduce(UInt32(value)) { crc, _ in crc & 1 == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB8_8320 }
  }
}
