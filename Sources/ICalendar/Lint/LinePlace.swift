/// Where a content line stands in a file.
struct LinePlace {
  /// The number of its first physical line, from 1.
  var line: Int
  /// Where that begins in the file, in bytes.
  var start: Int

  /// A character of a physical line.
  struct Position {
    var line: Int
    var column: Int
  }

  /// Where part of the unfolded line begins and ends in the file.
  ///
  /// - Parameters:
  ///   - part: The bytes in the unfolded line.
  ///   - bytes: The file.
  /// - Returns: The first character of the part, and the one behind it.
  /// - Complexity: O(n) for n bytes of the line; only findings ask.
  func physical(_ part: Range<Int>, in bytes: [UInt8]) -> (first: Position, last: Position) {
    var number = line
    var begin = start
    var content = start
    var passed = 0
    var first: Position?
    while true {
      let feed = bytes[content...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let hasReturn = feed > content && bytes[feed - 1] == UInt8(ascii: "\r")
      let length = feed - content - (hasReturn && feed < bytes.count ? 1 : 0)
      let isFolded = feed + 1 < bytes.count && bytes[feed + 1].isBlank
      func position(_ offset: Int) -> Position {
        let end = Swift.min(content + offset - passed, bytes.count)
        let before = String(decoding: bytes[begin..<Swift.max(begin, end)], as: UTF8.self)
        return Position(line: number, column: before.count + 1)
      }
      if first == nil, part.lowerBound < passed + length || !isFolded {
        first = position(part.lowerBound)
      }
      if let first, part.upperBound <= passed + length || !isFolded {
        return (first, position(part.upperBound))
      }
      passed += length
      number += 1
      begin = feed + 1
      content = feed + 2
    }
  }
}

extension UInt8 {
  /// Whether the byte is a space or a tab, with which a folded line goes on.
  var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
}
