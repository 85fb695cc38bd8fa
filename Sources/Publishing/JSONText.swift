internal import Foundation

/// JSON as this project writes it: keys in order, two spaces, one newline at the end.
///
/// The order of keys makes the same value the same bytes on every machine.
package enum JSONText {
  /// The text of a value.
  package static func encode(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }

  /// The value that a text renders.
  package static func decode<Value: Decodable>(
    _ type: Value.Type,
    from text: String
  ) throws -> Value {
    try JSONDecoder().decode(type, from: Data(text.utf8))
  }
}
