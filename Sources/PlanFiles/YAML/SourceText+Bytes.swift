extension SourceText {
  /// The most bytes of a file that people write by hand.
  static let mostBytes = 1 << 20
  /// The most characters of one line of it.
  static let longestLine = 10_000

  /// Decodes the bytes of a file.
  ///
  /// Forbidden characters and bytes that are not UTF-8 are reported once per line and kind, and
  /// replaced by U+FFFD, so that the rest of the file can be read on. A byte order mark at the
  /// beginning, which some editors write, is taken away.
  ///
  /// - Parameters:
  ///   - bytes: The bytes of the whole file.
  ///   - file: The name of the file in diagnostics.
  ///   - report: Receives what is wrong.
  /// - Returns: `nil` where the file cannot be read at all.
  static func decoding(
    _ bytes: some Collection<UInt8>,
    of file: String,
    into report: inout Report
  ) -> SourceText? {
    if let refusal = refusal(of: bytes) {
      report.add(
        Diagnostic(
          .error,
          at: Diagnostic.Location(file: file),
          refusal.message,
          expected: refusal.expected,
          suggestion: refusal.suggestion
        )
      )
      return nil
    }
    let scan = Scan(bytes)
    let source = SourceText(file: file, lines: scan.lines, isDamaged: !scan.damages.isEmpty)
    for damage in scan.damages {
      report.add(
        Diagnostic(
          .error,
          at: source.location(of: damage.extent),
          damage.message,
          suggestion: damage.suggestion
        )
      )
    }
    if let line = source.lines.firstIndex(where: { $0.count > longestLine }) {
      let start = Position(line: line, offset: longestLine)
      report.add(
        Diagnostic(
          .error,
          at: source.location(of: Extent(start: start, length: 1)),
          "the line has \(source.lines[line].count.grouped) characters",
          expected: "lines of at most \(longestLine.grouped) characters"
        )
      )
      return nil
    }
    return source
  }

  private static func refusal(
    of bytes: some Collection<UInt8>
  ) -> (message: String, expected: String?, suggestion: String?)? {
    if bytes.isEmpty { return ("the file is empty", nil, nil) }
    if bytes.count > mostBytes {
      return (
        "the file is too large", "at most \(mostBytes.grouped) bytes", "part the plan into several"
      )
    }
    let mark = Array(bytes.prefix(2))
    if mark == [0xFF, 0xFE] || mark == [0xFE, 0xFF] {
      return ("the file is UTF-16", "UTF-8", "save it again as UTF-8")
    }
    return nil
  }
}

/// Bytes, decoded and split into lines, with what was wrong in them.
private struct Scan {
  /// A stretch of one line in which something was replaced.
  struct Damage {
    var extent: SourceText.Extent
    var message: String
    var suggestion: String?
  }

  /// What can be wrong at one place.
  private enum Kind: Hashable {
    case notUTF8
    case forbidden(ForbiddenCharacter)
  }

  private(set) var lines: [[Unicode.Scalar]] = []
  private(set) var damages: [Damage] = []
  private var line: [Unicode.Scalar] = []
  private var kindsInLine: Set<Kind> = []
  private var afterReturn = false

  init(_ bytes: some Collection<UInt8>) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    var iterator = (bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...])
      .makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    scanning: while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let encoded): append(Unicode.UTF8.decode(encoded))
      case .error:
        note(.notUTF8, "a byte here is not UTF-8", suggestion: "save the file again as UTF-8")
        replace()
      case .emptyInput: break scanning
      }
    }
    endLine()
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    defer { afterReturn = scalar == "\r" }
    switch scalar {
    case "\n" where afterReturn: break
    case "\n", "\r": endLine()
    default:
      if let forbidden = ForbiddenCharacter(scalar) {
        note(
          .forbidden(forbidden),
          "\(forbidden.name), \(scalar.codePoint), cannot stand in a plan",
          suggestion: "take it out"
        )
        replace()
      } else {
        line.append(scalar)
      }
    }
  }

  private mutating func note(_ kind: Kind, _ message: String, suggestion: String) {
    guard kindsInLine.insert(kind).inserted else { return }
    let start = SourceText.Position(line: lines.count, offset: line.count)
    damages.append(
      Damage(
        extent: SourceText.Extent(start: start, length: 1),
        message: message,
        suggestion: suggestion
      )
    )
  }

  private mutating func replace() {
    afterReturn = false
    line.append("\u{FFFD}")
  }

  private mutating func endLine() {
    lines.append(line)
    line = []
    kindsInLine = []
  }
}
