/// The text of a file, by lines, with the conversions between the ways in which places are counted.
///
/// The YAML parser counts Unicode scalars, people count characters, terminals count columns.
/// A line ends where the parser ends it: at LF, CR or CR LF.
struct SourceText: Sendable {
  /// A place in the text, as the YAML parser counts.
  struct Position: Hashable, Comparable {
    /// The line, from 0.
    var line: Int
    /// The scalars before the place in its line.
    var offset: Int

    static func < (earlier: Position, later: Position) -> Bool {
      (earlier.line, earlier.offset) < (later.line, later.offset)
    }
  }

  /// Some scalars of one line.
  struct Extent: Hashable {
    /// The first.
    var start: Position
    /// How many; 0 for the place before the first.
    var length: Int
  }

  /// The file, as diagnostics name it.
  let file: String
  /// The lines without their ends, at least one; forbidden characters are replaced.
  let lines: [[Unicode.Scalar]]
  /// Whether something was replaced, and so was reported.
  let isDamaged: Bool

  /// Creates a text from lines without their ends.
  init(file: String, lines: [[Unicode.Scalar]], isDamaged: Bool = false) {
    self.file = file
    self.lines = lines.isEmpty ? [[]] : lines
    self.isDamaged = isDamaged
  }

  /// The scalar at a place; `nil` at the end of a line and outside the text.
  subscript(position: Position) -> Unicode.Scalar? {
    guard lines.indices.contains(position.line) else { return nil }
    let line = lines[position.line]
    return line.indices.contains(position.offset) ? line[position.offset] : nil
  }

  /// A place as the YAML parser tells it, moved inside the text where it lies behind its end.
  ///
  /// - Parameters:
  ///   - line: The line, from 1.
  ///   - column: The scalar in the line, from 1.
  /// - Returns: A place at which there is a scalar, or the end of a line.
  func position(line: Int, column: Int) -> Position {
    guard line <= lines.count else {
      return Position(line: lines.count - 1, offset: lines[lines.count - 1].count)
    }
    let line = max(line - 1, 0)
    return Position(line: line, offset: min(max(column - 1, 0), lines[line].count))
  }

  /// The place of some scalars for a diagnostic, cut at the end of the line.
  ///
  /// - Precondition: The place lies inside the text.
  func location(of extent: Extent) -> Diagnostic.Location {
    let line = extent.start.line
    let scalars = lines[line]
    let start = extent.start.offset
    let end = min(start + extent.length, scalars.count)
    let characters = characters(in: scalars, from: start, to: end)
    return Diagnostic.Location(
      file: file,
      span: Diagnostic.Span(
        line: line + 1,
        column: characters.lowerBound + 1,
        length: characters.count,
        sourceLine: String(String.UnicodeScalarView(scalars))
      )
    )
  }

  /// The line and the column of a place, both from 1, the column in characters.
  ///
  /// - Precondition: The place lies inside the text.
  func lineAndColumn(of position: Position) -> (line: Int, column: Int) {
    let line = lines[position.line]
    let characters = characters(in: line, from: position.offset, to: position.offset)
    return (position.line + 1, characters.lowerBound + 1)
  }

  /// The characters of a line that some of its scalars are in, wholly or partly.
  private func characters(
    in line: [Unicode.Scalar],
    from start: Int,
    to end: Int
  ) -> Range<Int> {
    // Latin letters with their marks precomposed, which is nearly all text, are one scalar each.
    let isPrecomposed = line.prefix(end + 1).allSatisfy {
      $0.value < 0x300 || 0x1E00...0x1EFF ~= $0.value
    }
    if isPrecomposed { return start..<end }
    var first: Int?
    var count = 0
    var offset = 0
    for character in String(String.UnicodeScalarView(line)) {
      offset += character.unicodeScalars.count
      if first == nil && offset > start { first = count }
      if let first, offset >= end { return first..<(start == end ? first : count + 1) }
      count += 1
    }
    return (first ?? count)..<count
  }
}
