/// Words from a file, between backticks, safe to show.
///
/// Line breaks, control characters and whatever else changes how a terminal shows text are
/// written as escapes; what is long is cut.
func quoted(_ text: some StringProtocol) -> String {
  let longest = 60
  var shown = ""
  for scalar in text.prefix(longest).unicodeScalars {
    if ForbiddenCharacter(scalar) == nil && scalar != "\t" && scalar != "\n" && scalar != "\r" {
      shown.unicodeScalars.append(scalar)
    } else {
      shown += scalar.codePoint
    }
  }
  return "`\(shown)\(text.count > longest ? "…" : "")`"
}

extension Unicode.Scalar {
  /// The notation of the Unicode Standard, such as `U+202E`.
  var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: Swift.max(0, 4 - digits.count)) + digits
  }
}

extension Int {
  /// The number in decimal, its thousands parted by commas, such as `1,000,000`.
  var grouped: String {
    let digits = String(magnitude)
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index).isMultiple(of: 3) { grouped += "," }
      grouped.append(digit)
    }
    return (self < 0 ? "-" : "") + grouped
  }
}

extension ClosedRange<Int> {
  /// The form `1 to 1,000,000`.
  var words: String { "\(lowerBound.grouped) to \(upperBound.grouped)" }
}
