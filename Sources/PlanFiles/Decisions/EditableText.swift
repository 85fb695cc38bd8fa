/// A change of a text: what takes the place of some of its scalars.
struct TextEdit {
  /// The scalars that are taken out; empty for what is put in only.
  var range: Range<Int>
  /// What is put in their place.
  var replacement: String
}

/// A text with all its bytes, line ends and byte order mark included, that is changed at places only.
///
/// Places are counted in scalars from the beginning.
struct EditableText {
  /// The scalars of the whole file.
  let scalars: [Unicode.Scalar]
  /// Where each line begins, behind the byte order mark, and how many of its scalars end it.
  private let lines: [(start: Int, end: Int)]

  /// Takes the bytes of a file that was decoded without damage (``SourceText/isDamaged``).
  init(_ bytes: [UInt8]) {
    scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    var lines: [(start: Int, end: Int)] = []
    var start = scalars.first == "\u{FEFF}" ? 1 : 0
    for index in start..<max(start, scalars.count) {
      let isReturn = scalars[index] == "\r"
      let isFollowed = isReturn && index + 1 < scalars.count && scalars[index + 1] == "\n"
      guard scalars[index] == "\n" || isReturn else { continue }
      if scalars[index] == "\n", index > start, scalars[index - 1] == "\r" {
        lines.append((start, index - 1))
      } else if isFollowed {
        continue
      } else {
        lines.append((start, index))
      }
      start = index + 1
    }
    lines.append((start, scalars.count))
    self.lines = lines
  }

  /// The scalar at a place; `nil` behind the last.
  subscript(index: Int) -> Unicode.Scalar? {
    scalars.indices.contains(index) ? scalars[index] : nil
  }

  /// How many lines there are, the one behind the last line end included.
  var lineCount: Int { lines.count }

  /// The scalars of a line, without its end.
  func line(_ number: Int) -> Range<Int> { lines[number].start..<lines[number].end }

  /// The line that a place is in.
  ///
  /// - Complexity: O(log n) for n lines.
  func line(at index: Int) -> Int {
    var low = 0
    var high = lines.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle].start <= index { low = middle } else { high = middle }
    }
    return low
  }

  /// How many scalars of its line stand before a place.
  func column(of index: Int) -> Int { index - line(line(at: index)).lowerBound }

  /// How the line at a place ends, or where it is the last, how the one before does.
  func lineEnd(near index: Int) -> String {
    let number = line(at: index)
    let ended = number + 1 < lines.count ? number : number - 1
    guard ended >= 0 else { return "\n" }
    let end = scalars[lines[ended].end..<lines[ended + 1].start]
    return String(String.UnicodeScalarView(end))
  }

  /// Takes out whole lines, so that the lines around them stay as they are.
  ///
  /// - Parameter range: The numbers of the lines.
  /// - Returns: The change: it takes the line end before the lines rather than the one behind, so that
  ///   a file without a line end at its end stays one.
  func removing(lines range: ClosedRange<Int>) -> TextEdit {
    let last = lines[range.upperBound].end
    if range.lowerBound > 0 {
      return TextEdit(range: lines[range.lowerBound - 1].end..<last, replacement: "")
    }
    let next = range.upperBound + 1
    let end = next < lines.count ? lines[next].start : last
    return TextEdit(range: lines[0].start..<end, replacement: "")
  }

  /// The bytes of the text with changes.
  ///
  /// - Parameter edits: Changes of places that do not overlap.
  /// - Returns: The bytes.
  func bytes(after edits: [TextEdit]) -> [UInt8] {
    var changed = scalars
    let ordered = edits.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) > ($1.element.range.lowerBound, $1.offset)
    }
    for (_, edit) in ordered {
      changed.replaceSubrange(edit.range, with: edit.replacement.unicodeScalars)
    }
    return Array(String(String.UnicodeScalarView(changed)).utf8)
  }
}

// MARK: - What stands between values

extension EditableText {
  /// The first place that is neither white space, line end nor comment.
  func skippingTrivia(from start: Int) -> Int {
    var index = start
    while let scalar = self[index] {
      if scalar == "#" {
        while let scalar = self[index], scalar != "\n", scalar != "\r" { index += 1 }
      } else if " \t\n\r\u{FEFF}".unicodeScalars.contains(scalar) {
        index += 1
      } else {
        break
      }
    }
    return index
  }

  /// The first place of the line that is no blank.
  func skippingBlanks(from start: Int) -> Int {
    var index = start
    while let scalar = self[index], scalar == " " || scalar == "\t" { index += 1 }
    return index
  }

  /// Whether a line holds nothing before a place but white space.
  func isFirst(_ index: Int) -> Bool {
    skippingBlanks(from: line(line(at: index)).lowerBound) == index
  }

  /// Whether nothing is left of a line from a place on but white space and perhaps a comment.
  func isLast(_ index: Int) -> Bool {
    let next = skippingBlanks(from: index)
    guard let scalar = self[next] else { return true }
    return scalar == "\n" || scalar == "\r" || (scalar == "#" && next > index)
  }
}
