internal import Yams

/// Reads the one YAML document of a file; the only place that knows the YAML parser.
///
/// The parser by itself would stop at the first key that is written twice, and would expand aliases
/// without bounds, also in its own comparison of keys. Both are kept from it by what it gets to
/// see: the text with some characters exchanged for private-use characters, which no source text
/// contains, one for one, so that no place moves.
///
/// - An asterisk, with which an alias begins, is exchanged always: aliases arrive as plain scalars
///   and are resolved here, within ``largestSize``.
/// - Where a key comes twice, the first is exchanged for a word of its own and the text read again.
struct YAMLComposer {
  /// The largest size of a document (``YAMLNode/size``).
  static let largestSize = 200_000
  /// The most lists and mappings within each other.
  static let deepestNesting = 32
  /// The most keys written twice that are reported; each costs another pass over the text.
  static let mostDuplicateKeys = 20

  private let source: SourceText
  private var report = Report()
  /// What the parser gets to see.
  private var masked: [[Unicode.Scalar]]
  /// The keys that were exchanged, by their places.
  private var maskedKeys: [SourceText.Position: String] = [:]
  private let mask: Mask
  /// The values that aliases stand for, by the names of their anchors.
  private var anchors: [String: YAMLNode] = [:]
  /// The size of what was converted so far, each alias counted as what it stands for.
  private var size = 0

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
        // Nodes refer to their anchors weakly, and only the parser keeps these alive.
        let document = withExtendedLifetime(parser) { convert(root, depth: 0) }
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
    suggestion: @autoclosure () -> String? = nil,
    notes: [Diagnostic.Note] = []
  ) {
    report.add(.error) {
      Diagnostic(
        .error,
        at: source.location(of: extent),
        message,
        expected: expected,
        suggestion: suggestion(),
        notes: notes
      )
    }
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

// MARK: - From the parser's nodes to ours

extension YAMLComposer {
  private mutating func convert(_ node: Node, depth: Int) -> YAMLNode {
    let start = position(node.mark)
    let content = source.contentStart(of: start)
    func damaged(at extent: SourceText.Extent) -> YAMLNode {
      YAMLNode(content: .damaged, extent: extent, size: 1)
    }
    size += 1
    guard size <= Self.largestSize else { return tooLarge(at: start) }
    guard depth < Self.deepestNesting || node.isScalar else {
      fail(
        "lists and mappings lie within each other too deeply",
        at: SourceText.Extent(start: start, length: 1),
        expected: "at most \(Self.deepestNesting) levels"
      )
      return damaged(at: SourceText.Extent(start: start, length: 1))
    }
    refuseTag(at: start)

    let converted: YAMLNode
    switch node {
    case .scalar(let scalar):
      if scalar.style == .plain, let name = mask.aliasName(in: scalar.string) {
        return alias(name, at: content)
      }
      converted = convert(scalar, text: maskedKeys[start], at: content)
    case .sequence(let sequence):
      let nodes = sequence.map { convert($0, depth: depth + 1) }
      converted = YAMLNode(
        content: .sequence(nodes),
        extent: source.extentOfCollection(
          at: content,
          first: nodes.first?.extent,
          last: nodes.last?.extent
        ),
        size: nodes.reduce(1) { $0 + $1.size }
      )
    case .mapping(let mapping):
      let entries = entries(of: mapping, depth: depth)
      converted = YAMLNode(
        content: .mapping(entries),
        extent: source.extentOfCollection(
          at: content,
          first: entries.first?.keyExtent,
          last: entries.last?.value.extent
        ),
        size: entries.reduce(1) { $0 + 1 + $1.value.size }
      )
    case .alias:
      // The parser makes such nodes for its emitter only.
      converted = damaged(at: SourceText.Extent(start: start, length: 1))
    }
    if let anchor = node.anchor { anchors[anchor.rawValue] = converted }
    return converted
  }

  private func convert(
    _ scalar: Node.Scalar,
    text exchanged: String?,
    at content: SourceText.Position
  ) -> YAMLNode {
    let text = exchanged ?? mask.unmasked(scalar.string)
    let extent: SourceText.Extent
    switch scalar.style {
    case .singleQuoted, .doubleQuoted:
      extent = source.extentOfQuoted(at: content)
    case .literal, .folded:
      extent = SourceText.Extent(start: content, length: 1)
    case .any, .plain:
      extent = source.extentOfPlain(text, at: content)
    }
    // What the replaced characters were is unknown, and that they are there was reported.
    let isDamaged = source.isDamaged && text.unicodeScalars.contains("\u{FFFD}")
    return YAMLNode(
      content: isDamaged
        ? .damaged : .scalar(YAMLNode.Scalar(text: text, isPlain: scalar.style == .plain)),
      extent: extent,
      size: 1 + text.utf8.count / YAMLNode.bytesOfValue
    )
  }

  private mutating func entries(of mapping: Node.Mapping, depth: Int) -> [YAMLNode.Entry] {
    var entries: [YAMLNode.Entry] = []
    var firstExtents: [String: SourceText.Extent] = [:]
    for (keyNode, valueNode) in mapping {
      let key = convert(keyNode, depth: depth + 1)
      let value = convert(valueNode, depth: depth + 1)
      let text: String
      switch key.content {
      case .scalar(let scalar): text = scalar.text
      case .damaged: text = YAMLNode.Entry.damagedKey
      case .sequence, .mapping:
        fail("a list or a mapping stands where a key should be", at: key.extent)
        continue
      }
      if text != YAMLNode.Entry.damagedKey, let first = firstExtents[text] {
        fail(
          "duplicate key \(quoted(text))",
          at: key.extent,
          suggestion: "keep one of the two",
          notes: [Diagnostic.Note("first written here", at: source.location(of: first))]
        )
      } else {
        firstExtents[text] = key.extent
        entries.append(YAMLNode.Entry(key: text, keyExtent: key.extent, value: value))
      }
    }
    return entries
  }

  private mutating func alias(_ name: String, at start: SourceText.Position) -> YAMLNode {
    let extent = SourceText.Extent(start: start, length: name.unicodeScalars.count + 1)
    guard let target = anchors[name] else {
      let names = anchors.keys
      fail(
        "\(quoted("*" + name)) refers to an anchor that is not above it",
        at: extent,
        suggestion: nearest(to: name, among: names.sorted()).map { "did you mean `*\($0)`?" }
          ?? "a text that begins with `*` is written in quotes"
      )
      return YAMLNode(content: .damaged, extent: extent, size: 1)
    }
    size += target.size
    return size <= Self.largestSize ? target : tooLarge(at: start)
  }

  private mutating func tooLarge(at start: SourceText.Position) -> YAMLNode {
    let extent = SourceText.Extent(start: start, length: 1)
    let isFirst = size < Int.max / 2
    // What follows is counted no more, so that one mistake is reported once.
    size = Int.max / 2
    if isFirst {
      fail(
        "the file is too large, with what its aliases stand for",
        at: extent,
        expected: "at most \(Self.largestSize.grouped) values"
      )
    }
    return YAMLNode(content: .damaged, extent: extent, size: 1)
  }

  private mutating func refuseTag(at start: SourceText.Position) {
    guard let tag = source.tagExtent(at: start) else { return }
    fail("tags are not read", at: tag, suggestion: "take it out")
  }
}

extension Node {
  fileprivate var isScalar: Bool {
    if case .scalar = self { true } else { false }
  }
}
