/// The lines of a file as an editor shows them.
struct PhysicalLines {
  private let bytes: [UInt8]
  private let starts: [Int]

  /// Finds the lines.
  ///
  /// - Complexity: O(n) for n bytes.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    for (position, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(position + 1)
    }
    self.starts = starts
  }

  /// A line as a terminal can show it, with as many characters as it has in the file.
  ///
  /// What a terminal would obey is shown as U+FFFD. Of a line of more than 4,096 bytes, the beginning is
  /// shown.
  ///
  /// - Parameter number: The number of the line, from 1.
  /// - Returns: The line without its end.
  func line(_ number: Int) -> String {
    guard starts.indices.contains(number - 1) else { return "" }
    let start = starts[number - 1]
    let next = number < starts.count ? starts[number] - 1 : bytes.count
    var line = bytes[start..<min(next, start + 4_096)]
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    return String(
      String(decoding: line, as: UTF8.self).map { character in
        TerminalText.printable(String(character)) == String(character) ? character : "\u{FFFD}"
      }
    )
  }
}
