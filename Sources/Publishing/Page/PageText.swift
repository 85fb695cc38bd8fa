internal import Foundation
internal import Mustache

/// Text of plans as text of HTML, in which nothing of it can become markup.
///
/// The template engine escapes by characters as readers see them: a quotation mark with a combining mark
/// behind it is another character to it, and stays; a browser sees the quotation mark. This type escapes
/// each scalar, and every template names it.
struct PageText: MustacheContentType {
  /// The name under which templates ask for this escaping, in their first line.
  static let name = "PAGE"

  /// Text of HTML, for elements and for attributes in quotation marks.
  ///
  /// Control characters, which HTML forbids, and those that turn the direction of what comes behind them
  /// are left out; a line break is a space.
  ///
  /// - Parameter text: Any text.
  /// - Returns: The text in NFC, without a character of markup.
  /// - Complexity: O(*n*) in the length of the text.
  func escapeText(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;".unicodeScalars
      case "<": escaped += "&lt;".unicodeScalars
      case ">": escaped += "&gt;".unicodeScalars
      case "\"": escaped += "&quot;".unicodeScalars
      case "'": escaped += "&#39;".unicodeScalars
      // A text that looks like a tag of a template is none, and is shown as it is; this keeps it from
      // being one also where a page is taken for a template.
      case "{": escaped += "&#123;".unicodeScalars
      case "\t", "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": escaped.append(" ")
      default: if !Self.isInvisible(scalar) { escaped.append(scalar) }
      }
    }
    return String(escaped)
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}", "\u{FEFF}": true
    default:
      scalar.properties.generalCategory == .control
        || scalar.properties.isNoncharacterCodePoint
    }
  }
}
