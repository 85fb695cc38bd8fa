/// The lines of a file as an editor shows them.
struct PhysicalLines {
  private let bytes: [UInt8]
  /// Where every so many-th line starts: the start of each would take eight times the memory of a file of
  /// empty lines.
  private let starts: [Int]

  /// How many lines there are from one start that is kept to the next.
  private static let stride = 256

  /// Finds the lines.
  ///
  /// - Complexity: O(n) for n bytes.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    var line = 0
    for (position, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      line += 1
      if line.isMultiple(of: Self.stride) { starts.append(position + 1) }
    }
    self.starts = starts
  }

  /// A line as a terminal can show it, with as many characters as it has in the file.
  ///
  /// What a terminal would obey is shown as U+FFFD. Of a line of more than 4,096 bytes, the beginning is
  /// shown.
  ///
  /// - Parameter number: The number of the line, from 1.
  /// - Returns: The line without its end; nothing where there is no such line.
  func line(_ number: Int) -> String {
    guard number > 0, starts.indices.contains((number - 1) / Self.stride) else { return "" }
    var rest = bytes[starts[(number - 1) / Self.stride]...]
    for _ in 0..<(number - 1) % Self.stride {
      guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return "" }
      rest = rest[(end + 1)...]
    }
    var line = rest.prefix(4_096).prefix { $0 != UInt8(ascii: "\n") }
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    return String(
      String(decoding: line, as: UTF8.self).map { character in
        TerminalText.printable(String(character)) == String(character) ? character : "\u{FFFD}"
      }
    )
  }
}
