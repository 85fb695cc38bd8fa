internal import Crypto
internal import Foundation

/// What makes an address private: 32 random bytes that nobody guesses.
package struct AccessToken: Sendable {
  /// The bytes in base64url (RFC 4648, 5), without padding: 43 characters.
  package let text: String

  /// Makes a new token from the system's source of randomness.
  package init() {
    var generator = SystemRandomNumberGenerator()
    let bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    text = Data(bytes).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }

  /// What is kept of a token: nobody makes the token from it again.
  static func digest(of text: String) -> SHA256Digest {
    SHA256.hash(data: Array(text.utf8))
  }
}
