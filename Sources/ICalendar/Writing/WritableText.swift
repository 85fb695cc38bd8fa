internal import CLibical

/// What may be written: libical 3.0.16 writes some characters so that they break the calendar, or
/// are lost when it is read again. They are refused before they reach it.
extension CalendarWriter {
  /// Adds a text of which libical escapes commas, semicolons, backslashes and line feeds.
  mutating func add(
    _ text: String?,
    as kind: icalproperty_kind,
    _ name: String,
    to component: inout Component
  ) {
    guard let text = checked(text, name, allowingLineFeeds: true) else { return }
    component.add(Property(kind, text: text))
  }

  /// A text that libical does not escape, or that clients are known not to unescape.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - name: The property, for the message.
  /// - Returns: The text in NFC, or `nil` where it cannot be written, which is reported.
  mutating func plain(_ text: String?, _ name: String) -> String? {
    guard let text = checked(text, name, allowingLineFeeds: false) else { return nil }
    let unescaped = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\\")]
    guard let character = text.utf8.first(where: unescaped.contains) else { return text }
    report(
      .text,
      "\(name) has a \"\(Unicode.Scalar(character))\", which clients do not read back there",
      advice: "write it without"
    )
    return nil
  }

  /// An address, in which no character is escaped.
  mutating func address(_ text: String?, _ name: String) -> String? {
    guard let text = checked(text, name, allowingLineFeeds: false) else { return nil }
    guard text.utf8.allSatisfy({ 0x21...0x7E ~= $0 }) else {
      report(
        .text,
        "\(name) is no address: it has a space or a character beyond ASCII",
        advice: "write it with percent signs, such as %20"
      )
      return nil
    }
    return text
  }

  /// A text in NFC that reads back as it is.
  private mutating func checked(
    _ text: String?,
    _ name: String,
    allowingLineFeeds: Bool
  ) -> String? {
    guard let text else { return nil }
    let survey = TextSurvey(text)
    if survey.mayHaveControl || survey.hasLineFeed && !allowingLineFeeds,
      let scalar = text.unicodeScalars.first(where: {
        $0.isControl && !(allowingLineFeeds && $0 == "\n")
      })
    {
      report(
        .controlCharacters,
        "\(name) has the control character \(scalar.number)",
        advice: scalar == "\t" ? "write spaces" : "take it out"
      )
      return nil
    }
    guard let first = text.utf8.first, let last = text.utf8.last else {
      report(.text, "\(name) is empty", advice: "leave it out")
      return nil
    }
    guard first != UInt8(ascii: " "), last != UInt8(ascii: " ") else {
      report(
        .text,
        "\(name) begins or ends with a space, which readers drop",
        advice: "take the space out"
      )
      return nil
    }
    return text.inNFC(survey)
  }
}

extension Unicode.Scalar {
  /// Whether the character is a control character of ASCII or of Latin 1.
  var isControl: Bool {
    value < 0x20 || 0x7F...0x9F ~= value
  }

  /// The number of the character, such as `U+000A`.
  fileprivate var number: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
