extension Diagnostic: CustomStringConvertible {
  /// The text that people read, of several lines and without a line break at its end.
  ///
  /// The first line has the form that editors and compilers share, so that a click goes to the
  /// place; the caret below the line stands under the characters that are meant.
  public var description: String {
    var lines = ["\(location): \(severity.rawValue): \(message)"]
    lines += location.span?.excerpt ?? []
    if let expected { lines.append(Self.margin + "expected \(expected)") }
    if let suggestion { lines.append(Self.margin + "help: \(suggestion)") }
    for note in notes {
      lines.append(Self.margin + "note: \(note.location): \(note.message)")
      lines += note.location.span?.excerpt ?? []
    }
    return lines.joined(separator: "\n")
  }

  private static let margin = "     "
}

extension Diagnostic.Location: CustomStringConvertible {
  /// The form `file:line:column`, or `file` where the whole file is meant.
  public var description: String {
    guard let span else { return file }
    return "\(file):\(span.line):\(span.column)"
  }
}

extension Diagnostic.Span {
  /// The most columns of a terminal that an excerpt shows of a line.
  private static let widestExcerpt = 120

  /// The line with its number, and a second line with carets under the characters.
  fileprivate var excerpt: [String] {
    let (shown, offset) = window
    let start = offset + column - 1
    let before = shown.prefix(start)
    let marked = shown.dropFirst(start).prefix(Swift.max(length, 1))
    // A tab is as wide as the terminal makes it, so the second line has it too.
    let indent = before.map { $0 == "\t" ? "\t" : String(repeating: " ", count: $0.displayWidth) }
    let carets = marked.reduce(0) { $0 + $1.displayWidth }
    let number = String(line)
    let gutter = String(repeating: " ", count: Swift.max(0, 7 - number.count)) + number
    let blank = String(repeating: " ", count: gutter.count)
    return [
      "\(gutter) | \(String(shown))".trimmingTrailingSpace,
      "\(blank) | \(indent.joined())" + String(repeating: "^", count: Swift.max(1, carets)),
    ]
  }

  /// The part of the line that is shown, and what to add to an offset in the line to find the
  /// same character in that part.
  private var window: (characters: [Character], offset: Int) {
    let characters = Array(sourceLine)
    guard characters.count > Self.widestExcerpt else { return (characters, 0) }
    let ellipsis: [Character] = ["…"]
    let first = Swift.max(0, Swift.min(column - 1 - 40, characters.count - Self.widestExcerpt))
    let last = Swift.min(characters.count, first + Self.widestExcerpt)
    let head = first > 0 ? ellipsis : []
    let tail = last < characters.count ? ellipsis : []
    return (head + characters[first..<last] + tail, head.count - first)
  }
}

extension String {
  fileprivate var trimmingTrailingSpace: String {
    var trimmed = self[...]
    while trimmed.last == " " { trimmed.removeLast() }
    return String(trimmed)
  }
}
