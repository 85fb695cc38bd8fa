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

  /// The place of some scalars for a diagnostic, moved inside the text where it is not.
  func location(of extent: Extent) -> Diagnostic.Location {
    let line = min(max(extent.start.line, 0), lines.count - 1)
    let scalars = lines[line]
    let start = min(max(extent.start.offset, 0), scalars.count)
    let end = min(start + max(extent.length, 0), scalars.count)
    return Diagnostic.Location(
      file: file,
      span: Diagnostic.Span(
        line: line + 1,
        column: characterCount(scalars[..<start]) + 1,
        length: characterCount(scalars[start..<end]),
        sourceLine: String(String.UnicodeScalarView(scalars))
      )
    )
  }

  /// The line and the column of a place, both from 1, the column in characters.
  func lineAndColumn(of position: Position) -> (line: Int, column: Int) {
    let line = min(max(position.line, 0), lines.count - 1)
    let offset = min(max(position.offset, 0), lines[line].count)
    return (line + 1, characterCount(lines[line][..<offset]) + 1)
  }

  private func characterCount(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
    // Latin letters with their marks precomposed, which is nearly all text, are one scalar each.
    let isPrecomposed = scalars.allSatisfy { $0.value < 0x300 || 0x1E00...0x1EFF ~= $0.value }
    return isPrecomposed ? scalars.count : String(String.UnicodeScalarView(scalars)).count
  }
}
