extension Inspection {
  /// Reports a line that is no content line.
  mutating func report(_ fault: ContentLine.Fault, at place: LinePlace) {
    let part = fault.offset..<fault.offset + 1
    switch fault.kind {
    case .name:
      report(
        .contentLine,
        at: place,
        on: part,
        "the line does not begin with the name of a property",
        advice:
          "a line that continues the one before it begins with a space; a line break in a text "
          + "is written \\n"
      )
    case .parameterName:
      report(.contentLine, at: place, on: part, "the name of a parameter is expected here")
    case .equalsSign:
      report(
        .contentLine,
        at: place,
        on: part,
        "a parameter is a name, = and a value",
        advice: "write one such as ;VALUE=DATE"
      )
    case .closingQuote:
      report(
        .contentLine,
        at: place,
        on: part,
        "the quotation mark that begins here is not closed",
        advice: "close it before the colon of the value"
      )
    case .colon:
      report(
        .contentLine,
        at: place,
        on: part,
        "the line is not a name, a colon and a value",
        advice:
          "a line that continues the one before it begins with a space; a line break in a text "
          + "is written \\n"
      )
    }
  }

  /// Checks the parameters of a line, whichever property it is.
  mutating func checkParameters(_ property: LintProperty) {
    guard property.line.parameterCount > 0 else { return }
    for (name, value) in property.line.parameters {
      checkQuotes(of: name, value, property)
      if name == "ENCODING" { checkEncoding(value, property) }
    }
  }

  /// A value is within quotation marks as a whole, or has none; commas part several values.
  private mutating func checkQuotes(
    of name: String,
    _ value: ArraySlice<UInt8>,
    _ property: LintProperty
  ) {
    let quote = UInt8(ascii: "\"")
    var isQuoted = false
    var mayOpen = true
    var mustEnd = false
    for (position, byte) in zip(value.indices, value) {
      if byte == quote, isQuoted {
        (isQuoted, mustEnd) = (false, true)
      } else if isQuoted {
        continue
      } else if byte == quote, mayOpen {
        (isQuoted, mayOpen) = (true, false)
      } else if byte == UInt8(ascii: ",") {
        (mayOpen, mustEnd) = (true, false)
      } else if byte == quote || mustEnd {
        return report(
          .parameterQuotes,
          property,
          on: position..<position + 1,
          "a quotation mark stands within the value of \(name)",
          advice: "put quotation marks around the whole value, and none into it"
        )
      } else {
        mayOpen = false
      }
    }
  }

  private mutating func checkEncoding(_ value: ArraySlice<UInt8>, _ property: LintProperty) {
    let encoding = String(decoding: value, as: UTF8.self).uppercased()
    guard encoding != "8BIT", encoding != "BASE64" else { return }
    report(
      .valueEncoding,
      property,
      on: value.startIndex..<value.endIndex,
      "\(property.name) is encoded as \(value.shown), which vCalendar knew and iCalendar does not",
      advice: "write the text in UTF-8, with \\n for line breaks"
    )
  }
}
