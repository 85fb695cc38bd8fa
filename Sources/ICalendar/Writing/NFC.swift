internal import Foundation

extension String {
  /// The text in Unicode's canonical composition, normalization form C.
  ///
  /// The standard library has no public way to it. Vietnamese typed with composed letters is in the
  /// form already, and does not go through Foundation.
  var inNFC: String {
    isPlainlyComposed ? self : precomposedStringWithCanonicalMapping
  }

  /// Whether all characters are known to stay as they are in NFC whatever stands beside them.
  ///
  /// These are the letters below U+0300 and those of Vietnamese above U+1E00, and the punctuation
  /// from U+2010 to U+2027: all have the property `NFC_Quick_Check=Yes` and the combining class 0.
  private var isPlainlyComposed: Bool {
    // In UTF-8, those above U+0300 begin with E1 B8 to E1 BB, and with E2 80 90 to E2 80 A7.
    var lead: UInt8 = 0
    var second: UInt8 = 0
    for byte in utf8 {
      if second == 0x80 {
        guard 0x90...0xA7 ~= byte else { return false }
        (lead, second) = (0, 0)
      } else if lead != 0 {
        guard lead == 0xE1 ? 0xB8...0xBB ~= byte : byte == 0x80 else { return false }
        second = lead == 0xE2 ? byte : 0
        lead = 0
      } else if byte >= 0xCC {
        guard byte == 0xE1 || byte == 0xE2 else { return false }
        lead = byte
      }
    }
    return true
  }
}
