internal import Yams

/// Reads the one YAML document of a file; the only place that knows the YAML parser.
///
/// The parser by itself would stop at the first key that is written twice, and would expand aliases
/// without bounds, also in its own comparison of keys. Both are kept from it by what it gets to
/// see: the text with some characters exchanged for private-use characters, which no source text
/// contains, one for one, so that no place moves.
///
/// - An asterisk, with which an alias begins, is exchanged always: aliases arrive as plain scalars
///   and are resolved when nodes are converted, within bounds.
/// - Where a key comes twice, the first is exchanged for a word of its own and the text read again.
struct YAMLComposer {
  /// The most keys written twice that are reported; each costs another pass over the text.
  static let mostDuplicateKeys = 20

  private let source: SourceText
  private let mask: Mask
  private var report = Report()
  /// What the parser gets to see.
  private var masked: [[Unicode.Scalar]]
  /// The keys that were exchanged, by their places.
  private var maskedKeys: [SourceText.Position: String] = [:]

  private init(_ source: SourceText) {
    self.source = source
    let mask = Mask(for: source)
    self.mask = mask
    masked = source.lines.map { line in line.map { $0 == "*" ? mask.asterisk : $0 } }
  }

  /// Reads the document of a file.
  ///
  /// - Parameters:
  ///   - source: The text of the file.
  ///   - report: Receives what is wrong.
  /// - Returns: `nil` where nothing in the file can be used; then something was reported.
  static func compose(_ source: SourceText, into report: inout Report) -> YAMLNode? {
    var composer = YAMLComposer(source)
    defer { report.add(composer.report) }
    return composer.document()
  }

  private mutating func document() -> YAMLNode? {
    while true {
      do {
        let text = masked.map { String(String.UnicodeScalarView($0)) }.joined(separator: "\n")
        let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
        guard let root = try parser.nextRoot() else {
          report.add(
            Diagnostic(.error, at: Diagnostic.Location(file: source.file), "the file holds nothing")
          )
          return nil
        }
        var conversion = YAMLConversion(source: source, mask: mask, exchanged: maskedKeys)
        // Nodes refer to their anchors weakly, and only the parser keeps these alive.
        let document = withExtendedLifetime(parser) { conversion.document(root) }
        report.add(conversion.report)
        try refuseSecondDocument(of: parser)
        return document
      } catch YamlError.duplicatedKeysInMapping(let duplicates, let context) {
        guard maskedKeys.count < Self.mostDuplicateKeys,
          let key = duplicates.first.map({ mask.unmasked($0) }),
          exchange(key, at: position(context.mark))
        else {
          let key = duplicates.first.map { mask.unmasked($0) } ?? ""
          fail(
            "duplicate key \(quoted(key))",
            at: SourceText.Extent(
              start: position(context.mark),
              length: key.unicodeScalars.count
            )
          )
          return nil
        }
      } catch let error as YamlError {
        report.add(YAMLSyntax.diagnostic(of: error, in: source))
        return nil
      } catch {
        report.add(
          Diagnostic(.error, at: Diagnostic.Location(file: source.file), "cannot be read: \(error)")
        )
        return nil
      }
    }
  }

  private mutating func refuseSecondDocument(of parser: Parser) throws {
    guard let second = try parser.nextRoot() else { return }
    var position = self.position(second.mark)
    let separator: [Unicode.Scalar] = ["-", "-", "-"]
    while position.line > 0 && !source.lines[position.line].starts(with: separator) {
      position.line -= 1
    }
    position.offset = 0
    fail(
      "a second document begins here",
      at: SourceText.Extent(start: position, length: 3),
      expected: "one document in a file",
      suggestion: "write it to a file of its own"
    )
  }

  private func position(_ mark: Mark?) -> SourceText.Position {
    source.position(line: mark?.line ?? 1, column: mark?.column ?? 1)
  }

  private mutating func fail(
    _ message: String,
    at extent: SourceText.Extent,
    expected: String? = nil,
    suggestion: String? = nil
  ) {
    report.add(
      Diagnostic(
        .error,
        at: source.location(of: extent),
        message,
        expected: expected,
        suggestion: suggestion
      )
    )
  }
}

// MARK: - Keys that are written twice

extension YAMLComposer {
  /// Exchanges the key at a place for a word that occurs nowhere else.
  ///
  /// - Returns: Whether there was something to exchange.
  private mutating func exchange(_ key: String, at start: SourceText.Position) -> Bool {
    guard maskedKeys[start] == nil else { return false }
    let content = source.contentStart(of: start)
    guard content.line == start.line, let first = source[content] else { return false }
    let line = source.lines[content.line]
    let range: Range<Int>
    if first == "\"" || first == "'" {
      let extent = source.extentOfQuoted(at: content)
      range = content.offset + 1..<content.offset + extent.length - 1
    } else {
      range = content.offset..<content.offset + key.unicodeScalars.count
      guard range.upperBound <= line.count, line[range].elementsEqual(key.unicodeScalars) else {
        return false
      }
    }
    guard !range.isEmpty, let letter = mask.letter(maskedKeys.count) else {
      return false
    }
    maskedKeys[start] = key
    for offset in range { masked[content.line][offset] = letter }
    return true
  }
}
