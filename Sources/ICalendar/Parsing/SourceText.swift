/// What a look at the text of a calendar finds out before libical sees it.
///
/// libical forgets lines, accepts what it should not, and reads some values wrongly. So the text is
/// checked first, and remembered as far as later problems need a line.
struct SourceText {
  /// A component in the text.
  struct Component {
    /// What it is.
    var name: ComponentName
    /// The line of its `BEGIN`, from 1.
    var line: Int
    /// Where the line after its `BEGIN` starts, in bytes.
    var offset: Int
    /// The bytes from its `BEGIN` to the line after its `END`.
    var extent: Range<Int>
  }

  /// The components in the order of their `BEGIN`, which is the order of a walk in depth.
  var components: [Component] = []
  /// The positions of the calendar's own components, in the order of the text.
  var children: [Int] = []
  /// The rules of components, by the position of the component and in the order of the lines.
  var rules: [Int: [RecurrenceRule]] = [:]
  /// What is wrong with the text.
  var problems: [ICalendarError.Problem] = []
  /// Whether the text is in such a state that libical must not see it.
  var isUnreadable = false

  /// The text of the calendar without the components in it.
  ///
  /// - Parameter bytes: The text.
  /// - Returns: The lines that are the calendar's own, from its `BEGIN` to its `END`.
  func frame(of bytes: [UInt8]) -> [UInt8] {
    var frame: [UInt8] = []
    var start = components[0].extent.lowerBound
    for child in children {
      frame += bytes[start..<components[child].extent.lowerBound]
      start = components[child].extent.upperBound
    }
    return frame + bytes[start..<components[0].extent.upperBound]
  }

  /// The line of a property of a component.
  ///
  /// Only problems ask for it, so it is looked up and not remembered.
  ///
  /// - Parameters:
  ///   - property: The name in capitals.
  ///   - occurrence: Which of the lines of that name, from 0.
  ///   - position: The position of the component in ``components``.
  ///   - bytes: The text.
  /// - Returns: The line, or that of the component where it has no such property.
  func line(
    of property: String,
    occurrence: Int = 0,
    in position: Int,
    of bytes: [UInt8]
  ) -> Int {
    var left = occurrence
    var depth = 0
    var lines = ContentLines(bytes, from: components[position].offset)
    lines.line = components[position].line
    while depth >= 0, let number = lines.next() {
      let name = String(
        decoding: lines.content.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: ";") },
        as: UTF8.self
      ).uppercased()
      switch name {
      case "BEGIN": depth += 1
      case "END": depth -= 1
      case property where depth == 0:
        if left == 0 { return number }
        left -= 1
      default: break
      }
    }
    return components[position].line
  }
}

/// The lines of a text, unfolded, without their ends.
struct ContentLines {
  /// The line last read, as bytes.
  private(set) var content: [UInt8] = []
  /// The physical line last read, from 1.
  var line = 0
  /// Where the line last read starts, in bytes.
  private var start = 0
  /// Where the next line starts, in bytes.
  private var offset: Int
  /// The bytes of the longest physical line so far.
  private(set) var longest = 0

  private let bytes: [UInt8]

  init(_ bytes: [UInt8], from offset: Int) {
    self.bytes = bytes
    self.offset = offset
  }

  /// Where the line last read lies, with its end.
  var extent: Range<Int> { start..<min(offset, bytes.count) }

  /// Reads the next line with its continuations.
  ///
  /// - Returns: The number of its first physical line, or `nil` at the end of the text.
  mutating func next() -> Int? {
    guard offset < bytes.count else { return nil }
    content.removeAll(keepingCapacity: true)
    start = offset
    line += 1
    let first = line
    appendPhysicalLine()
    while offset < bytes.count,
      bytes[offset] == UInt8(ascii: " ") || bytes[offset] == UInt8(ascii: "\t")
    {
      offset += 1
      line += 1
      appendPhysicalLine()
      // libical sometimes folds between a carriage return and its line feed.
      if content.last == UInt8(ascii: "\r") { content.removeLast() }
    }
    return first
  }

  private mutating func appendPhysicalLine() {
    let start = offset
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    longest = max(longest, end - start)
    offset = end + 1
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    content.append(contentsOf: bytes[start..<end])
  }
}
