internal import Crypto

/// Whose tokens are good.
///
/// A line of the file is `<id> <owner> <digest> <day>`: eight digits of the digest, the owner as its file in
/// `production/` is named, SHA-256 of the token in hexadecimal, and the day on which it was made. Empty lines and
/// those that begin with `#` are left alone.
package struct TokenList: Sendable {
  /// A line of the file.
  package struct Line: Sendable, Hashable {
    /// What the token is called.
    package let id: String
    /// Whose calendars it opens.
    package let owner: String
    /// SHA-256 of the token, in hexadecimal.
    package let digest: String
    /// The day on which it was made, as `2024-03-06`.
    package let day: String

    /// Makes a line for a token.
    ///
    /// - Parameters:
    ///   - token: The token, of which nothing but its digest is kept.
    ///   - owner: Whose calendars it opens; see ``isOwner(_:)``.
    ///   - day: The day, as `2024-03-06`.
    package init(_ token: AccessToken, owner: String, day: String) {
      digest = hex(AccessToken.digest(of: token.text))
      id = String(digest.prefix(8))
      self.owner = owner
      self.day = day
    }

    /// Reads a line; `nil` where it is malformed.
    init?(_ text: Substring) {
      let words = text.split { $0 == " " || $0 == "\t" }.map(String.init)
      guard words.count == 4, TokenList.isOwner(words[1]), words[2].utf8.count == 64,
        words[2].utf8.allSatisfy({ 0x30...0x39 ~= $0 || 0x61...0x66 ~= $0 })
      else { return nil }
      (id, owner, digest, day) = (words[0], words[1], words[2], words[3])
    }

    /// The line as it is written, without its end.
    package var text: String { "\(id) \(owner) \(digest) \(day)" }
  }

  /// The lines that could be read, in order.
  package let lines: [Line]
  /// The numbers, from 1, of the lines that could not.
  package let malformed: [Int]
  private let digests: [[UInt8]]

  /// Reads a file.
  ///
  /// - Parameter text: What it holds.
  package init(_ text: String) {
    var lines: [Line] = []
    var malformed: [Int] = []
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated() where !line.allSatisfy(\.isWhitespace) && !line.hasPrefix("#")
    {
      if let line = Line(line) { lines.append(line) } else { malformed.append(index + 1) }
    }
    self.lines = lines
    self.malformed = malformed
    digests = lines.map { bytes($0.digest) }
  }

  /// Whose token it is.
  ///
  /// All lines are gone through, and each compared in a time that does not depend on the bytes.
  ///
  /// - Parameter token: A token from an address.
  /// - Returns: The owner; `nil` where the token is not good.
  package func owner(of token: String) -> String? {
    let wanted = AccessToken.digest(of: token)
    var found: Int?
    for (index, digest) in digests.enumerated() where wanted == digest { found = index }
    return found.map { lines[$0].owner }
  }

  /// Whether a text can name an owner: small letters of ASCII, digits, and hyphens between them.
  ///
  /// - Parameter text: The text.
  /// - Returns: Whether it can.
  package static func isOwner(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 200 && text.first != "-"
      && text.utf8.allSatisfy { 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || $0 == 0x2D }
  }
}

private func hex(_ digest: SHA256Digest) -> String {
  digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

private func bytes(_ hex: String) -> [UInt8] {
  let digits = hex.utf8.map { $0 < 0x3A ? $0 - 0x30 : $0 - 0x57 }
  return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}
