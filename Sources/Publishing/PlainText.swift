/// Text for the properties that clients read without undoing RFC 5545's escapes.
///
/// libical does not escape `CATEGORIES` and X- properties, and clients were seen to show the
/// backslashes of `NAME`: such text goes without the characters that would need one.
enum PlainText {
  /// A text without comma, semicolon and backslash, and in one line.
  static func of(_ text: String) -> String {
    text.filter { !",;\\".contains($0) && !$0.isNewline }
  }

  /// A text for a list of categories: without quotation marks `"` as well, within which libical does
  /// not part a list.
  static func category(_ text: String) -> String {
    of(text).filter { $0 != "\"" }
  }
}
