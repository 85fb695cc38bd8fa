internal import Foundation

/// Text without the marks of Vietnamese, as many people type it.
enum UnmarkedText {
  /// The letters of a text without their marks, and with d for đ: `Sở Nội vụ` is `So Noi vu`.
  static func of(_ text: String) -> String {
    let letters = text.decomposedStringWithCompatibilityMapping.unicodeScalars.compactMap {
      scalar -> Unicode.Scalar? in
      switch scalar {
      case "đ": "d"
      case "Đ": "D"
      default: scalar.properties.generalCategory == .nonspacingMark ? nil : scalar
      }
    }
    return String(String.UnicodeScalarView(letters))
  }
}
