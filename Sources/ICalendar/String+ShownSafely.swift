extension String {
  /// The most bytes of a text that is told to people.
  private static let mostShownBytes = 1_000

  /// The text as it can be shown on a terminal: U+FFFD stands in the place of each character that
  /// controls the terminal or changes the direction of text, and an ellipsis in that of a long rest.
  var shownSafely: String {
    if utf8.count <= Self.mostShownBytes, utf8.allSatisfy({ 0x20..<0x7F ~= $0 }) { return self }
    var shown = UnicodeScalarView()
    var bytes = 0
    for scalar in unicodeScalars {
      bytes += UTF8.width(scalar)
      if bytes > Self.mostShownBytes {
        shown.append("…")
        break
      }
      shown.append(scalar.isObeyed ? "\u{FFFD}" : scalar)
    }
    return String(shown)
  }
}

extension Unicode.Scalar {
  /// Whether the scalar is not shown, but does something to what is shown.
  fileprivate var isObeyed: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x2029: true
    case 0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
