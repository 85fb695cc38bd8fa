internal import PlanFiles

/// Text as a terminal can show it.
enum TerminalText {
  /// The text in one line, without anything that a terminal would obey rather than show.
  ///
  /// Control characters, and the marks that change the direction of text, are shown as their code
  /// points: words that come from a file cannot move the cursor or hide what stands beside them.
  static func printable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: \.commandsTerminals) else { return text }
    return text.unicodeScalars.reduce(into: "") { shown, scalar in
      if scalar.commandsTerminals {
        shown += "<U+\(String(scalar.value, radix: 16, uppercase: true))>"
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
  }

  /// As much of a text as fits into some columns, with an ellipsis where that is not all.
  static func cut(_ text: String, to width: Int) -> String {
    guard text.displayWidth > width else { return text }
    var kept = ""
    var used = 0
    for character in text {
      guard used + character.displayWidth < width else { break }
      kept.append(character)
      used += character.displayWidth
    }
    while kept.last == " " { kept.removeLast() }
    return kept + "…"
  }
}

extension Unicode.Scalar {
  fileprivate var commandsTerminals: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    case .format: properties.isBidiControl
    default: false
    }
  }
}
