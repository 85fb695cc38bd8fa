/// Values of the type TEXT (RFC 5545, section 3.3.11).
enum TextValue {
  /// A text with its escapes resolved; an escape that there is not is left as it is.
  static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "\\")) else { return String(decoding: bytes, as: UTF8.self) }
    var text: [UInt8] = []
    var position = bytes.startIndex
    while position < bytes.endIndex {
      let next = position + 1
      if bytes[position] == UInt8(ascii: "\\"), next < bytes.endIndex,
        let meant = character(escapedBy: bytes[next])
      {
        text.append(meant)
        position += 2
      } else {
        text.append(bytes[position])
        position += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// What a character behind a backslash stands for; `nil` where it is no escape.
  static func character(escapedBy byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "n"), UInt8(ascii: "N"): UInt8(ascii: "\n")
    case UInt8(ascii: "\\"), UInt8(ascii: ","), UInt8(ascii: ";"): byte
    default: nil
    }
  }
}
