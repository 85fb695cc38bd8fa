/// A text as a YAML scalar of one line, which every YAML reader takes for that text.
///
/// It is written without quotes where no reader could see anything else in it: letters first, and no
/// character that means something between braces or brackets. All else is written in double quotes.
struct YAMLScalarText: CustomStringConvertible {
  /// The scalar.
  let description: String

  /// The words that YAML 1.1 or 1.2 takes for truth, nothing or a number.
  private static let words: Set = [
    "y", "yes", "n", "no", "on", "off", "true", "false", "null", "nan", "inf",
  ]

  /// Writes a text.
  init(_ text: String) {
    description = Self.isPlain(text) ? text : Self.quoted(text)
  }

  /// Takes a text that is a scalar as it stands.
  init(plain text: String) {
    description = text
  }

  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first.properties.isAlphabetic,
      !text.hasSuffix(" "),
      !words.contains(text.lowercased())
    else { return false }
    return text.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
        || scalar.properties.generalCategory == .decimalNumber
        || " -_./()@+;!?%“”‘’–—…".unicodeScalars.contains(scalar)
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
