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
    // In UTF-8, the letters of Vietnamese begin with E1 B8 to E1 BB, and the punctuation is
    // E2 80 90 to E2 80 A7. The bytes before are kept while such a character lasts.
    var lead: UInt8 = 0
    var second: UInt8 = 0
    for byte in Array(text.utf8) {
      if byte < 0x80 {
        if byte < 0x20 || byte == 0x7F {
          if byte == UInt8(ascii: "\n") { hasLineFeed = true } else { mayHaveControl = true }
        }
      } else if second != 0 {
        isPlainlyComposed = isPlainlyComposed && 0x90...0xA7 ~= byte
        second = 0
      } else if lead != 0 {
        let isKnown = lead == 0xE1 ? 0xB8...0xBB ~= byte : byte == 0x80
        isPlainlyComposed = isPlainlyComposed && isKnown
        second = lead == 0xE2 ? byte : 0
        lead = 0
      } else if byte >= 0xCC {
        isPlainlyComposed = isPlainlyComposed && (byte == 0xE1 || byte == 0xE2)
        lead = byte
      } else if byte == 0xC2 {
        // The control characters of Latin 1 begin so, and the quotation marks « and ».
        mayHaveControl = true
      }
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
