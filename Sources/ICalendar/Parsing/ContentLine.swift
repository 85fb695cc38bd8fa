/// A line of a calendar, taken apart: a name, parameters and a value (RFC 5545, section 3.1).
struct ContentLine {
  /// The name in capitals.
  let name: String

  /// The whole line, unfolded, without its end.
  let content: [UInt8]
  /// Where the value begins in ``content``.
  let valueStart: Int

  private let parameterStarts: [Int]

  /// Why a line is no content line, and where it ceases to be one.
  struct Fault: Error {
    /// What is missing at the place.
    enum Kind {
      case name, parameterName, equalsSign, closingQuote, colon
    }

    /// What is missing.
    var kind: Kind
    /// The place in the line, in bytes.
    var offset: Int
  }

  /// Takes a line apart.
  ///
  /// - Parameter content: The line, unfolded, without its end.
  /// - Throws: ``Fault`` where the line does not follow the grammar.
  init(_ content: [UInt8]) throws(Fault) {
    var position = 0
    var isCapital = true
    while position < content.count, content[position].isNameCharacter {
      isCapital = isCapital && content[position] < UInt8(ascii: "a")
      position += 1
    }
    guard position > 0 else { throw Fault(kind: .name, offset: 0) }
    let written = String(decoding: content[..<position], as: UTF8.self)
    name = isCapital ? written : written.uppercased()
    var starts: [Int] = []
    while position < content.count, content[position] == UInt8(ascii: ";") {
      position += 1
      starts.append(position)
      position = try Self.end(ofParameterAt: position, in: content)
    }
    guard position < content.count, content[position] == UInt8(ascii: ":") else {
      throw Fault(kind: .colon, offset: position)
    }
    self.content = content
    parameterStarts = starts
    valueStart = position + 1
  }

  /// Where a parameter ends: at the semicolon or colon behind it, or at the end of the line.
  private static func end(
    ofParameterAt start: Int,
    in content: [UInt8]
  ) throws(Fault) -> Int {
    var position = start
    while position < content.count, content[position].isNameCharacter { position += 1 }
    guard position > start else { throw Fault(kind: .parameterName, offset: position) }
    guard position < content.count, content[position] == UInt8(ascii: "=") else {
      throw Fault(kind: .equalsSign, offset: position)
    }
    var quote: Int?
    while position < content.count,
      quote != nil
        || content[position] != UInt8(ascii: ";") && content[position] != UInt8(ascii: ":")
    {
      if content[position] == UInt8(ascii: "\"") { quote = quote == nil ? position : nil }
      position += 1
    }
    if let quote { throw Fault(kind: .closingQuote, offset: quote) }
    return position
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
  func hasParameter(_ name: String) -> Bool { parameter(name) != nil }

  /// The value of the first parameter of a name, without quotes around it.
  ///
  /// - Parameter name: The name in capitals.
  /// - Returns: `nil` where the line has no such parameter.
  func parameter(_ name: String) -> String? {
    guard !parameterStarts.isEmpty, let parameter = parameters.first(where: { $0.name == name })
    else { return nil }
    var value = parameter.value
    if value.count > 1, value.first == UInt8(ascii: "\""), value.last == UInt8(ascii: "\"") {
      value = value.dropFirst().dropLast()
    }
    return String(decoding: value, as: UTF8.self)
  }

  /// The parameters in order: the name in capitals, and the value as it is written.
  var parameters: [(name: String, value: ArraySlice<UInt8>)] {
    let ends = parameterStarts.dropFirst() + [valueStart]
    return zip(parameterStarts, ends).map { start, next in
      let parameter = content[start..<next - 1]
      let name = parameter.prefix { $0 != UInt8(ascii: "=") }
      return (
        String(decoding: name, as: UTF8.self).uppercased(), parameter.dropFirst(name.count + 1)
      )
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
  var isNameCharacter: Bool {
    switch self {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
