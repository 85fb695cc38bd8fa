internal import Foundation

extension String {
  /// The text in Unicode's canonical composition, normalization form C.
  ///
  /// The standard library has no public way to it. Vietnamese typed with composed letters is in the
  /// form already, and does not go through Foundation.
  var inNFC: String {
    unicodeScalars.allSatisfy(\.isComposed) ? self : precomposedStringWithCanonicalMapping
  }
}

extension Unicode.Scalar {
  /// Whether the character is known to stay as it is in NFC whatever stands beside it.
  ///
  /// These are Latin letters, with those of Vietnamese, and the punctuation beside them: all have
  /// the property `NFC_Quick_Check=Yes` and the combining class 0.
  fileprivate var isComposed: Bool {
    switch value {
    case 0..<0x300, 0x1E00...0x1EFF, 0x2010...0x2027: true
    default: false
    }
  }
}
