internal import Yams

/// Turns the parser's nodes into ours: resolves aliases, and refuses what is not read.
struct YAMLConversion {
  /// The largest size of a document (``YAMLNode/size``).
  static let largestSize = 200_000
  /// The most lists and mappings within each other.
  static let deepestNesting = 32

  /// What is wrong in the nodes that were converted so far.
  private(set) var report = Report()

  private let source: SourceText
  private let mask: Mask
  private let exchanged: [SourceText.Position: String]
  /// The values that aliases stand for, by the names of their anchors.
  private var anchors: [String: YAMLNode] = [:]
  /// The size of what was converted so far, each alias counted as what it stands for.
  private var size = 0

  /// Creates a conversion of the nodes of one document.
  ///
  /// - Parameters:
  ///   - source: The text that the nodes were read from.
  ///   - mask: The characters that the parser got to see instead of others.
  ///   - exchanged: The keys that the parser got to see as other words, by their places.
  init(source: SourceText, mask: Mask, exchanged: [SourceText.Position: String]) {
    self.source = source
    self.mask = mask
    self.exchanged = exchanged
  }

  /// Converts the root of a document.
  mutating func document(_ root: Node) -> YAMLNode {
    convert(root, depth: 0)
  }

  private mutating func convert(_ node: Node, depth: Int) -> YAMLNode {
    let start = source.position(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
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
      converted = convert(scalar, text: exchanged[start], at: content)
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
    text known: String?,
    at content: SourceText.Position
  ) -> YAMLNode {
    let text = known ?? mask.unmasked(scalar.string)
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

extension Node {
  fileprivate var isScalar: Bool {
    if case .scalar = self { true } else { false }
  }
}
