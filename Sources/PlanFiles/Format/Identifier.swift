internal import Foundation

/// The form of identifiers: they name folders and are part of published identities.
enum Identifier {
  /// What the form is, for people.
  static let form = "at most \(Limits.identifier) of a-z, 0-9 and `-`, a letter or digit first"

  /// Whether a text is an identifier.
  static func isValid(_ text: String) -> Bool {
    guard let first = text.utf8.first, isLetterOrDigit(first),
      text.utf8.count <= Limits.identifier
    else { return false }
    return text.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
  }

  /// An identifier that resembles a text, such as `chuyen-trang` for `Chuyên trang`.
  ///
  /// - Parameter text: What somebody would have liked as an identifier.
  /// - Returns: `nil` where nothing of the text can be part of an identifier.
  static func resembling(_ text: String) -> String? {
    // The letter đ is not a d with a mark to Unicode, and so stays when marks are taken away.
    let plain = text.prefix(4 * Limits.identifier).lowercased()
      .replacingOccurrences(of: "đ", with: "d")
      .folding(options: .diacriticInsensitive, locale: nil)
    let words = plain.utf8.split { !isLetterOrDigit($0) }
    let joined = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
    var identifier = joined.prefix(Limits.identifier)
    while identifier.last == "-" { identifier.removeLast() }
    return identifier.isEmpty ? nil : String(identifier)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: false
    }
  }
}
