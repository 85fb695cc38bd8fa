/// A table in Markdown, whose cells hold any text.
enum MarkdownTable {
  /// The text of a table.
  ///
  /// - Parameter rows: The header, then the rows.
  /// - Returns: The lines.
  static func text(_ rows: [[String]]) -> String {
    guard let header = rows.first else { return "" }
    let lines =
      [header.map(cell), header.map { _ in "---" }] + rows.dropFirst().map { $0.map(cell) }
    return lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }

  private static func cell(_ text: String) -> String {
    var escaped = ""
    for character in text {
      if "\\|`*_<>[]".contains(character) { escaped.append("\\") }
      escaped.append(character.isNewline ? " " : character)
    }
    return escaped
  }
}
