/// A line of a calendar, taken apart: a name, parameters and a value (RFC 5545, section 3.1).
struct ContentLine {
  /// The name in capitals.
  let name: String

  private let content: [UInt8]
  private let parameterStarts: [Int]
  private let valueStart: Int

  /// Takes a line apart.
  ///
  /// The result is `nil` where the line does not follow the grammar.
  ///
  /// - Parameter content: The line, unfolded, without its end.
  init?(_ content: [UInt8]) {
    var position = 0
    var isCapital = true
    while position < content.count, content[position].isNameCharacter {
      isCapital = isCapital && content[position] < UInt8(ascii: "a")
      position += 1
    }
    guard position > 0 else { return nil }
    let written = String(decoding: content[..<position], as: UTF8.self)
    name = isCapital ? written : written.uppercased()
    var starts: [Int] = []
    while position < content.count, content[position] == UInt8(ascii: ";") {
      position += 1
      starts.append(position)
      let nameStart = position
      while position < content.count, content[position].isNameCharacter { position += 1 }
      guard position > nameStart, position < content.count,
        content[position] == UInt8(ascii: "=")
      else { return nil }
      var isQuoted = false
      while position < content.count,
        isQuoted || content[position] != UInt8(ascii: ";") && content[position] != UInt8(ascii: ":")
      {
        if content[position] == UInt8(ascii: "\"") { isQuoted.toggle() }
        position += 1
      }
    }
    guard position < content.count, content[position] == UInt8(ascii: ":") else { return nil }
    self.content = content
    parameterStarts = starts
    valueStart = position + 1
  }

  /// The value as it stands.
  var value: String {
    String(decoding: valueBytes.trimmed, as: UTF8.self)
  }

  /// The value as bytes.
  var valueBytes: ArraySlice<UInt8> { content[valueStart...] }

  /// How many parameters the line has.
  var parameterCount: Int { parameterStarts.count }

  /// Whether the line has a parameter of a name, in capitals.
  func hasParameter(_ name: String) -> Bool {
    parameterStarts.contains { start in
      let parameter = content[start...].prefix { $0 != UInt8(ascii: "=") }
      return String(decoding: parameter, as: UTF8.self).uppercased() == name
    }
  }
}

extension ArraySlice<UInt8> {
  /// The bytes without the spaces and tabs at both ends, which libical drops.
  var trimmed: ArraySlice<UInt8> {
    func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    var slice = drop(while: isSpace)
    while let last = slice.last, isSpace(last) { slice.removeLast() }
    return slice
  }
}

extension UInt8 {
  /// Whether the byte may stand in the name of a property or parameter.
  fileprivate var isNameCharacter: Bool {
    switch self {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
