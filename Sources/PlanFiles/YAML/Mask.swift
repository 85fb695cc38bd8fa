/// The private-use characters that stand for others in what the YAML parser gets to see.
///
/// No source text contains such characters as they are, and those that it has as escapes, such as
/// `\U000F0000`, are not chosen.
struct Mask {
  /// Stands for an asterisk.
  let asterisk: Unicode.Scalar

  private static let candidates: ClosedRange<UInt32> = 0xF0000...0xFFF00

  /// Chooses characters for a text.
  ///
  /// - Complexity: O(*n*) for a text of *n* scalars.
  init(for source: SourceText) {
    let escaped = Set(source.lines.flatMap(Self.escapedScalars))
    let free = Self.candidates.first { !escaped.contains($0) }
    // Only a file made for it escapes all candidates; the last one is then read as an asterisk.
    asterisk = free.flatMap(Unicode.Scalar.init) ?? "\u{FFF00}"
  }

  /// The character that makes up the n-th exchanged key.
  func letter(_ index: Int) -> Unicode.Scalar? {
    Unicode.Scalar(asterisk.value + 1 + UInt32(index))
  }

  /// The text with its asterisks back.
  func unmasked(_ text: String) -> String {
    guard text.unicodeScalars.contains(asterisk) else { return text }
    var unmasked = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { unmasked.append(scalar == asterisk ? "*" : scalar) }
    return String(unmasked)
  }

  /// The name behind the asterisk of an alias; `nil` where the scalar is none.
  func aliasName(in plainScalar: String) -> String? {
    guard plainScalar.unicodeScalars.first == asterisk else { return nil }
    return unmasked(String(plainScalar.unicodeScalars.dropFirst()))
  }

  /// The values of the escapes of eight digits in a line.
  private static func escapedScalars(in line: [Unicode.Scalar]) -> [UInt32] {
    line.indices.compactMap { index in
      guard line[index] == "U", index > 0, line[index - 1] == "\\", index + 8 < line.count else {
        return nil
      }
      return UInt32(String(String.UnicodeScalarView(line[index + 1...index + 8])), radix: 16)
    }
  }
}
