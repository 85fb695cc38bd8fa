/// Lines that libical has folded, put right.
///
/// libical folds between the bytes of characters rightly, but may part a letter from the marks that
/// belong to it, a carriage return from its line feed, and may leave a line that holds nothing.
enum Folding {
  /// The most octets of a line without its end (RFC 5545, section 3.1).
  static let width = 75

  /// The text with every line folded between characters as people see them.
  ///
  /// - Parameter bytes: The text as libical writes it.
  /// - Returns: The text itself, where all folds are right.
  static func corrected(_ bytes: [UInt8]) -> [UInt8] {
    var corrected: [UInt8] = []
    var copied = 0
    var lineStart = 0
    var isWrong = false
    var position = 0
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "\r") else {
        position += 1
        continue
      }
      if position + 2 < bytes.count, bytes[position + 1] == UInt8(ascii: "\n"),
        bytes[position + 2] == UInt8(ascii: " ")
      {
        let next = position + fold.count
        isWrong = isWrong || !isBetweenCharacters(bytes, before: position, after: next)
        position = next
        continue
      }
      let isParted =
        position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: "\r")
        && bytes[position...].starts(with: partedEnd)
      let next = position + (isParted ? partedEnd.count : 2)
      if isWrong || isParted {
        corrected.append(contentsOf: bytes[copied..<lineStart])
        appendFolded(unfolded(bytes[lineStart..<position]), to: &corrected)
        corrected.append(contentsOf: end)
        copied = next
        isWrong = false
      }
      position = next
      lineStart = next
    }
    guard copied > 0 else { return bytes }
    corrected.append(contentsOf: bytes[copied...])
    return corrected
  }

  /// The end of a line.
  private static let end = Array("\r\n".utf8)
  /// What parts a line.
  private static let fold = Array("\r\n ".utf8)
  /// The end of a line that libical has folded between its two characters.
  private static let partedEnd = Array("\r\r\n \n".utf8)

  /// Whether a fold lies certainly between two characters, and not before the end of the line.
  private static func isBetweenCharacters(
    _ bytes: [UInt8],
    before end: Int,
    after start: Int
  ) -> Bool {
    guard start < bytes.count, bytes[start] != UInt8(ascii: "\r") else { return false }
    // A letter below U+0300, or one of Vietnamese (U+1E00 to U+1EFF), joins no ASCII before it. All
    // else is folded anew, by characters.
    let isVietnamese =
      bytes[start] == 0xE1 && start + 1 < bytes.count && 0xB8...0xBB ~= bytes[start + 1]
    return (bytes[start] < 0xCC || isVietnamese) && bytes[end - 1] < 0x80
  }

  private static func unfolded(_ line: ArraySlice<UInt8>) -> String {
    var content: [UInt8] = []
    var position = line.startIndex
    while position < line.endIndex {
      if line[position] == UInt8(ascii: "\r") {
        position += fold.count
      } else {
        content.append(line[position])
        position += 1
      }
    }
    return String(decoding: content, as: UTF8.self)
  }

  private static func appendFolded(_ line: String, to bytes: inout [UInt8]) {
    var width = 0
    for character in line {
      let piece = character.utf8
      if piece.count < Self.width {
        append(piece, to: &bytes, &width)
      } else {
        // A letter with more marks than a line can hold has to be parted between them.
        for scalar in character.unicodeScalars { append(scalar.utf8, to: &bytes, &width) }
      }
    }
  }

  private static func append(
    _ piece: some Collection<UInt8>,
    to bytes: inout [UInt8],
    _ width: inout Int
  ) {
    if width + piece.count > Self.width {
      bytes.append(contentsOf: fold)
      width = 1
    }
    bytes.append(contentsOf: piece)
    width += piece.count
  }
}

extension Unicode.Scalar {
  /// The character in UTF-8.
  fileprivate var utf8: String.UTF8View { String(self).utf8 }
}
