/// How a piece of text stands out on a terminal.
enum Style: String {
  case bold = "1"
  case red = "31"
  case green = "32"

  /// The text in this style, or as it is where colours are not welcome.
  func callAsFunction(_ text: String, on console: Console) -> String {
    console.hasColor && !text.isEmpty ? "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" : text
  }
}
