/// Bytes as addresses write them: `%20` (RFC 3986, 2.1).
enum PercentEncoding {
  /// Decodes a path, once.
  ///
  /// - Parameter path: The encoded path.
  /// - Returns: The text; `nil` where the encoding is broken, where the bytes are not UTF-8, and where there
  ///   would be a character that no path of ours has: a slash that was encoded, a backslash, a control
  ///   character.
  static func decoded(_ path: Substring) -> String? {
    if path.utf8.allSatisfy({ 0x20..<0x7F ~= $0 && $0 != 0x25 && $0 != 0x5C }) {
      return String(path)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(path.utf8.count)
    var source = path.utf8.makeIterator()
    while let byte = source.next() {
      var decoded = byte
      if byte == UInt8(ascii: "%") {
        guard let high = source.next().flatMap(digit), let low = source.next().flatMap(digit) else {
          return nil
        }
        decoded = high << 4 | low
        if decoded == UInt8(ascii: "/") { return nil }
      }
      guard decoded >= 0x20, decoded != 0x7F, decoded != UInt8(ascii: "\\") else { return nil }
      bytes.append(decoded)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    return text.unicodeScalars.contains { 0x80...0x9F ~= $0.value } ? nil : text
  }

  /// Encodes a name so that it can stand in a path.
  ///
  /// - Parameter name: Any text.
  /// - Returns: The text with all bytes encoded but letters of ASCII, digits and `-._~`.
  static func encoded(_ name: String) -> String {
    let digits = Array("0123456789ABCDEF")
    return name.utf8.reduce(into: "") { encoded, byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        encoded.append("%")
        encoded.append(digits[Int(byte >> 4)])
        encoded.append(digits[Int(byte & 15)])
      }
    }
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
