/// Words from outside as a line of a log can hold them.
enum LogText {
  /// The most characters of a value that are logged.
  private static let most = 500

  /// A value that cannot be taken for another line or field, nor command a terminal.
  ///
  /// - Parameter text: Any text.
  /// - Returns: The text with `\u{…}` in the place of what is not printed and of quotes and backslashes, and without
  ///   what looks like a token.
  static func printable(_ text: String) -> String {
    if text.utf8.count <= most, isPlain(text) { return text }
    var shown = ""
    // A token that is cut would not be known for one.
    for (count, scalar) in withoutTokens(text).unicodeScalars.enumerated() {
      if count == most {
        shown += "…"
        break
      }
      if isSafe(scalar) {
        shown.unicodeScalars.append(scalar)
      } else {
        shown += "\\u{\(String(scalar.value, radix: 16))}"
      }
    }
    return shown
  }

  /// Whether a text is printed as it is: the common case, without any copy.
  private static func isPlain(_ text: String) -> Bool {
    var run = 0
    for byte in text.utf8 {
      guard 0x20..<0x7F ~= byte, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") else {
        return false
      }
      run = isTokenByte(byte) ? run + 1 : 0
      if run >= tokenLength { return false }
    }
    return true
  }

  /// The path of a request, decoded, without its query and without the token of a private address.
  ///
  /// - Parameter target: The target of a request, which may be malformed.
  /// - Returns: What can be logged.
  static func path(of target: String) -> String {
    let encoded = RequestTarget.path(of: target)
    let path =
      encoded.utf8.contains(UInt8(ascii: "%")) ? leniently(decoding: encoded) : String(encoded)
    guard isPrivate(path) else { return printable(path) }
    // Only what is asked for with the token is told, wherever it stands.
    let names = path.split(separator: "/")
    guard names.count > 2, let plan = names.last, plan.hasSuffix(".ics") else {
      return "/private/…"
    }
    return "/private/…/" + printable(String(plan))
  }

  /// Whether a path begins with the name of the private addresses, in whatever case, after any slashes.
  private static func isPrivate(_ path: String) -> Bool {
    var name = path.utf8.drop { $0 == UInt8(ascii: "/") }[...]
    for byte in "private/".utf8 {
      // The bit makes letters small, and leaves the slash as it is.
      guard let other = name.popFirst(), other | 0x20 == byte else { return false }
    }
    return true
  }

  private static func leniently(decoding path: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = path.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let code = UInt8(String(Substring(rest.prefix(2))), radix: 16)
      {
        bytes.append(code)
        rest.removeFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let tokenLength = 43

  private static func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// Leaves out every run of characters that is as long as a token.
  private static func withoutTokens(_ text: String) -> String {
    var result = ""
    var run = ""
    func end() {
      result += run.utf8.count >= tokenLength ? "…" : run
      run = ""
    }
    for scalar in text.unicodeScalars {
      if scalar.isASCII, isTokenByte(UInt8(scalar.value)) {
        run.unicodeScalars.append(scalar)
      } else {
        end()
        result.unicodeScalars.append(scalar)
      }
    }
    end()
    return result
  }

  private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "\"" || scalar == "\\" { return false }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      return false
    case .spaceSeparator: return scalar == " "
    default: return true
    }
  }
}
