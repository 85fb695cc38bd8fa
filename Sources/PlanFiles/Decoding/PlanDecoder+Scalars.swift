internal import CivilTime
internal import Foundation

/// Single values, read from the text of their scalars: what YAML 1.1 and 1.2 guess differently, such
/// as `20:15`, `no` and `010`, is never guessed.
///
/// Each function returns `nil` where there is no such value, which was reported, or where the key
/// was left out, which was not.
extension PlanDecoder {
  /// The text of a scalar, without white space at its ends.
  mutating func scalar(_ value: Value, expected: String) -> String? {
    guard case .scalar(let scalar) = value.node.content, !scalar.isNull else {
      mismatch(value, expected: expected)
      return nil
    }
    let text = scalar.text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !text.isEmpty else {
      fail("\(value.label) is blank", at: value.node.extent, expected: expected)
      return nil
    }
    return text
  }

  /// A text for people, of one line, in Unicode normalization form C.
  mutating func text(_ value: Value?) -> String? {
    guard let value, let text = scalar(value, expected: "a text") else { return nil }
    for scalar in text.unicodeScalars {
      let isBreak = scalar == "\t" || scalar == "\n" || scalar == "\r"
      guard isBreak || ForbiddenCharacter(scalar) != nil else { continue }
      let name = ForbiddenCharacter(scalar)?.name ?? (scalar == "\t" ? "a tab" : "a line break")
      fail(
        "\(value.label) holds \(name), \(scalar.codePoint)",
        at: value.node.extent,
        expected: "a text of one line",
        suggestion: scalar == "\n" ? "fold long texts with `>` rather than `|`" : nil
      )
      return nil
    }
    guard text.count <= Limits.text else {
      fail(
        "\(value.label) has \(text.count.grouped) characters",
        at: value.node.extent,
        expected: "at most \(Limits.text.grouped)"
      )
      return nil
    }
    return text.precomposedStringWithCanonicalMapping
  }

  /// A whole number in decimal.
  mutating func integer(_ value: Value?, in range: ClosedRange<Int>) -> Int? {
    let expected = "a whole number, \(range.words)"
    guard let value, let text = scalar(value, expected: expected) else { return nil }
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let isNumber = !digits.isEmpty && digits.utf8.allSatisfy(\.isDigit)
    guard isNumber, digits == "0" || digits.first != "0" else {
      fail(
        "\(quoted(text)) is not a whole number",
        at: value.node.extent,
        expected: expected,
        suggestion: Int(looselyWritten: text).map { "did you mean `\($0)`?" }
      )
      return nil
    }
    guard let number = Int(text), range.contains(number) else {
      fail("\(quoted(text)) is out of range", at: value.node.extent, expected: range.words)
      return nil
    }
    return number
  }

  /// A date in ISO 8601 form.
  mutating func date(_ value: Value?) -> CivilDate? {
    let expected = "a date such as 2024-06-11"
    guard let value, let text = scalar(value, expected: expected) else { return nil }
    guard let date = CivilDate(text) else {
      fail(
        DateText.isISOForm(text)
          ? "there is no day \(quoted(text))" : "\(quoted(text)) is not a date in ISO 8601 form",
        at: value.node.extent,
        expected: expected,
        suggestion: DateText.suggestion(for: text)
      )
      return nil
    }
    guard Limits.years.contains(date.year) else {
      fail(
        "\(quoted(text)) is out of range",
        at: value.node.extent,
        expected: "a date from \(Limits.years.lowerBound)-01-01 to \(Limits.years.upperBound)-12-31"
      )
      return nil
    }
    return date
  }

  /// A time of day, to the minute or the second.
  mutating func time(_ value: Value?) -> TimeOfDay? {
    let expected = "a time such as 20:15"
    guard let value, let text = scalar(value, expected: expected) else { return nil }
    guard let time = TimeOfDay(text) else {
      let near = TimeOfDay(looselyWritten: text)
      fail(
        "\(quoted(text)) is not a time of day",
        at: value.node.extent,
        expected: expected,
        suggestion: near.map { "did you mean `\($0)`?" }
      )
      return nil
    }
    return time
  }

  /// One word of a few.
  mutating func choice<Choice>(_ value: Value?, of type: Choice.Type) -> Choice?
  where Choice: RawRepresentable<String> & CaseIterable {
    let words = Choice.allCases.map(\.rawValue)
    let expected = "one of: \(words.joined(separator: ", "))"
    guard let value, let text = scalar(value, expected: expected) else { return nil }
    guard let choice = Choice(rawValue: text) else {
      fail(
        "unknown word \(quoted(text))",
        at: value.node.extent,
        expected: expected,
        suggestion: nearest(to: text, among: words).map { "did you mean `\($0)`?" }
      )
      return nil
    }
    return choice
  }
}

extension UInt8 {
  /// Whether the byte is an ASCII digit.
  fileprivate var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }
}

extension Int {
  /// Creates a number from forms that are not read: `007`, `+7`, and thousands that are parted.
  fileprivate init?(looselyWritten text: String) {
    let groups = text.drop { $0 == "+" }.split(omittingEmptySubsequences: false) {
      "_., ".contains($0)
    }
    guard groups.allSatisfy({ $0.utf8.allSatisfy(\.isDigit) }),
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    self.init(groups.joined())
  }
}

extension TimeOfDay {
  /// Creates a time from forms that people write beside ISO 8601: `8:15`, `20h15`, `20.15`, `20h`.
  fileprivate init?(looselyWritten text: String) {
    let fields = text.lowercased().split(omittingEmptySubsequences: false) { ":h.g ".contains($0) }
    guard 1...2 ~= fields.count, let hour = Int(fields[0]) else { return nil }
    let minuteText = fields.count == 2 ? fields[1] : ""
    guard let minute = minuteText.isEmpty ? 0 : Int(minuteText) else { return nil }
    self.init(hour: hour, minute: minute)
  }
}
