internal import Foundation

/// What one look at the bytes of a text finds out, for texts that are as most are.
struct TextSurvey {
  /// Whether the text may have a control character other than a line feed.
  private(set) var mayHaveControl = false
  /// Whether the text has a line feed.
  private(set) var hasLineFeed = false
  /// Whether all characters are known to stay as they are in NFC, whatever stands beside them.
  ///
  /// These are the letters below U+0300 and those of Vietnamese above U+1E00, and the punctuation
  /// from U+2010 to U+2027: all have the property `NFC_Quick_Check=Yes` and the combining class 0.
  private(set) var isPlainlyComposed = true

  /// Looks at a text.
  ///
  /// - Complexity: O(n) for n bytes.
  init(_ text: String) {
    let bytes = Array(text.utf8)
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case 0x20..<0x7F: position += 1
      case UInt8(ascii: "\n"):
        hasLineFeed = true
        position += 1
      case ..<0x80:
        mayHaveControl = true
        position += 1
      case ..<0xE0:
        // The control characters of Latin 1 begin with C2, and the quotation marks « and » do.
        if byte == 0xC2 { mayHaveControl = true }
        // Combining characters begin with CC 80.
        if byte >= 0xCC { isPlainlyComposed = false }
        position += 2
      case ..<0xF0:
        if !Self.isPlain(byte, bytes[position + 1], bytes[position + 2]) {
          isPlainlyComposed = false
        }
        position += 3
      default:
        isPlainlyComposed = false
        position += 4
      }
    }
  }

  /// Whether three bytes are a letter of Vietnamese, or punctuation from U+2010 to U+2027.
  private static func isPlain(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch first {
    case 0xE1: 0xB8...0xBB ~= second
    case 0xE2: second == 0x80 && 0x90...0xA7 ~= third
    default: false
    }
  }
}

extension String {
  /// The text in Unicode's canonical composition, normalization form C.
  ///
  /// The standard library has no public way to it. Vietnamese typed with composed letters is in the
  /// form already, and does not go through Foundation.
  ///
  /// - Parameter survey: What is known of the text.
  /// - Returns: The text itself, where it is in the form already.
  func inNFC(_ survey: TextSurvey) -> String {
    survey.isPlainlyComposed ? self : precomposedStringWithCanonicalMapping
  }
}
