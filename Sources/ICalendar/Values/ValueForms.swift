/// The forms of values of RFC 5545, section 3.3, as the reader and the linter both know them.

extension EventTime {
  /// Whether the value is a whole day.
  var isDay: Bool {
    if case .day = self { true } else { false }
  }
}

extension UInt8 {
  /// Whether the byte is an ASCII digit.
  var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }
}

extension ArraySlice<UInt8> {
  /// Whether the bytes are a duration (RFC 5545, section 3.3.6), no longer than any that is written.
  ///
  /// libical accepts signs and units in other places, and overflows.
  var isDuration: Bool {
    let units: [(letter: UInt8, seconds: Int, isTime: Bool)] = [
      (UInt8(ascii: "W"), 604_800, false), (UInt8(ascii: "D"), 86_400, false),
      (UInt8(ascii: "H"), 3_600, true), (UInt8(ascii: "M"), 60, true), (UInt8(ascii: "S"), 1, true),
    ]
    var rest = self
    if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    guard rest.popFirst() == UInt8(ascii: "P") else { return false }
    var isTime = false
    var smallest = -1
    var seconds = 0
    var fields = 0
    while !rest.isEmpty {
      if rest.first == UInt8(ascii: "T"), !isTime {
        isTime = true
        rest.removeFirst()
        guard !rest.isEmpty else { return false }
      }
      let digits = rest.prefix(while: \.isDigit)
      rest = rest.dropFirst(digits.count)
      guard 1...10 ~= digits.count, let letter = rest.popFirst(),
        let unit = units.firstIndex(where: { $0.letter == letter && $0.isTime == isTime }),
        unit > smallest
      else { return false }
      smallest = unit
      fields += 1
      seconds += units[unit].seconds * digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
    return fields > 0 && seconds <= DurationFormat.longest
  }

  /// Whether the bytes are a period of a start and an end, or of a start and a duration (RFC 5545,
  /// section 3.3.9).
  var isPeriod: Bool {
    let parts = split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 2, let start = EventTime(basicFormat: parts[0]), !start.isDay else {
      return false
    }
    if let end = EventTime(basicFormat: parts[1]) { return !end.isDay }
    return parts[1].isDuration
  }

  /// Whether the bytes are an offset from UTC of less than a day (RFC 5545, section 3.3.14).
  var isUTCOffset: Bool {
    let digits = dropFirst()
    guard first == UInt8(ascii: "+") || first == UInt8(ascii: "-"),
      digits.count == 4 || digits.count == 6, digits.allSatisfy(\.isDigit)
    else { return false }
    let fields = stride(from: digits.startIndex, to: digits.endIndex, by: 2).map { index in
      10 * Int(digits[index] - UInt8(ascii: "0")) + Int(digits[index + 1] - UInt8(ascii: "0"))
    }
    return fields[0] < 24 && fields.dropFirst().allSatisfy { $0 < 60 }
  }

  /// The number that digits without a sign are, up to the largest of RFC 5545, section 3.3.8, 2147483647;
  /// `nil` for all else.
  var wholeNumber: Int? {
    guard 1...10 ~= count, allSatisfy(\.isDigit) else { return nil }
    let number = reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    return number <= Int(Int32.max) ? number : nil
  }

  /// Whether the bytes have the form of a URI (RFC 3986): a scheme, a colon and something behind it, all of
  /// visible ASCII.
  var isURI: Bool {
    let scheme = prefix { $0 != UInt8(ascii: ":") }
    guard scheme.count + 1 < count, let first = scheme.first, first.isLetter else { return false }
    return scheme.allSatisfy { $0.isLetter || $0.isDigit || "+-.".utf8.contains($0) }
      && allSatisfy { 0x21...0x7E ~= $0 }
  }

  /// Whether the bytes are a latitude and a longitude in degrees (RFC 5545, section 3.8.1.6).
  var isPosition: Bool {
    let parts = split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    guard parts.count == 2 else { return false }
    let degrees = parts.map { Double(String(decoding: $0, as: UTF8.self)) ?? .nan }
    return abs(degrees[0]) <= 90 && abs(degrees[1]) <= 180
  }
}

extension UInt8 {
  /// Whether the byte is an ASCII letter.
  fileprivate var isLetter: Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= self | 0x20
  }
}

extension Collection<UInt8> {
  /// Bytes of a file as messages show them, cut where they are long.
  var shown: String {
    let longest = 60
    let text = String(decoding: prefix(longest), as: UTF8.self)
    return count > longest ? text + "..." : text
  }
}
