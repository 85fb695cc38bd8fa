/// A character that has no business in a plan, and why.
///
/// Such characters change how a line is shown, or are taken for line breaks by some programs and
/// not by others; see "Trojan Source" (N. Boucher, R. Anderson, 2021) for what hides in them.
enum ForbiddenCharacter: Hashable {
  case null
  case control
  case lineSeparator
  case bidirectional
  case invisible
  case replacement
  case privateUse
  case noncharacter

  /// Classifies a scalar; `nil` for what text is made of, which is also tab and line break.
  init?(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: return nil
    case 0: self = .null
    case 0x85, 0x2028, 0x2029: self = .lineSeparator
    case 0x01...0x1F, 0x7F...0x9F: self = .control
    case 0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: self = .bidirectional
    // U+200C and U+200D stay: they join and part letters, and make emoji of emoji.
    case 0x00AD, 0x200B, 0x2060...0x2064, 0x206A...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
      0xE0000...0xE0FFF:
      self = .invisible
    case 0xFFFC...0xFFFD: self = .replacement
    case 0xE000...0xF8FF, 0xF0000...0xFFFFD, 0x100000...0x10FFFD: self = .privateUse
    case 0xFDD0...0xFDEF: self = .noncharacter
    case let value where value & 0xFFFE == 0xFFFE: self = .noncharacter
    default: return nil
    }
  }

  /// What such a character is called.
  var name: String {
    switch self {
    case .null: "a NUL character"
    case .control: "a control character"
    case .lineSeparator: "a line separator that not every program knows"
    case .bidirectional: "a character that changes the direction of text"
    case .invisible: "an invisible character"
    case .replacement: "a mark in the place of a lost character"
    case .privateUse: "a private-use character"
    case .noncharacter: "a code point that is no character"
    }
  }
}
