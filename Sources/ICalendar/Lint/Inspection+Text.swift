extension Inspection {
  /// Checks the escapes and the characters of a text.
  mutating func checkText(_ property: LintProperty, isList: Bool) {
    checkEscapes(property, isList: isList)
    checkComposition(property)
  }

  /// Commas and semicolons have a backslash before them, and a backslash has something behind it.
  private mutating func checkEscapes(_ property: LintProperty, isList: Bool) {
    let value = property.line.valueBytes
    var position = value.startIndex
    while position < value.endIndex {
      let byte = value[position]
      if byte == UInt8(ascii: "\\") {
        let next = position + 1
        if next == value.endIndex || TextValue.character(escapedBy: value[next]) == nil {
          reportEscape(property, position)
        }
        position += 2
        continue
      }
      if byte == UInt8(ascii: ";") || byte == UInt8(ascii: ",") && !isList {
        reportUnescaped(property, position)
        // Where nothing is escaped, one finding says so.
        return
      }
      position += 1
    }
  }

  private mutating func reportEscape(_ property: LintProperty, _ position: Int) {
    let value = property.line.valueBytes
    var written = value[position...].prefix(2)
    while written.endIndex < value.endIndex, value[written.endIndex] & 0xC0 == 0x80 {
      written = value[position...written.endIndex]
    }
    report(
      .textEscape,
      property,
      on: written.startIndex..<written.endIndex,
      "\(written.shown) in \(property.name) is no escape: there are \\\\, \\;, \\, and \\n",
      advice: "write \\\\ for a backslash, and all else without one"
    )
  }

  private mutating func reportUnescaped(_ property: LintProperty, _ position: Int) {
    let character = property.line.valueBytes[position] == UInt8(ascii: ",") ? "," : ";"
    report(
      .unescapedText,
      property,
      on: position..<position + 1,
      "\"\(character)\" in \(property.name) is not escaped, and some readers end the text there",
      advice: "write \\\(character)"
    )
  }

  private mutating func checkComposition(_ property: LintProperty) {
    let value = property.line.valueBytes
    guard value.contains(where: { $0 >= 0x80 }) else { return }
    let text = TextValue.unescaped(value)
    let composed = text.inNFC(TextSurvey(text))
    guard !text.utf8.elementsEqual(composed.utf8) else { return }
    report(
      .notComposed,
      property,
      "\(property.name) has letters and marks apart, which searches do not find and folding may part",
      advice: "save the text in Unicode's normalization form C (NFC)"
    )
  }
}
