extension Int {
  /// Creates a number from ASCII digits alone: no sign, no space, at least one digit.
  ///
  /// - Precondition: There are few enough digits for the number to fit.
  init?(decimalDigits digits: some Collection<UInt8>) {
    guard !digits.isEmpty else { return nil }
    var value = 0
    for digit in digits {
      guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= digit else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    self = value
  }

  /// The number in decimal, with zeros in front up to `width` digits.
  func padded(to width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
  }
}

extension Decoder {
  /// Decodes a value from a single string in the form that its `description` writes.
  func decodeLosslessly<Value: LosslessStringConvertible>(
    _ expectation: String
  ) throws -> Value {
    let container = try singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = Value(text) else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "expected \(expectation), found \"\(text)\""
      )
    }
    return value
  }
}
