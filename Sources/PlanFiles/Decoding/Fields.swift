/// A value with what to call it and where to point when it is not there.
struct Value {
  /// What to call the value in a message, such as the key between backticks.
  let label: String
  /// The key, or the element itself where the value is one of a list.
  let labelExtent: SourceText.Extent
  /// The value.
  let node: YAMLNode

  /// The key with its value where both are in one line, or else the key.
  var extent: SourceText.Extent {
    let end = node.extent.start.offset + node.extent.length
    guard labelExtent.start.line == node.extent.start.line, end > labelExtent.start.offset else {
      return labelExtent
    }
    return SourceText.Extent(start: labelExtent.start, length: end - labelExtent.start.offset)
  }
}

/// A mapping whose keys were checked against their table.
struct Fields<Key: FileKey> {
  /// Whether there was a key that the table does not know, whose value may be missed elsewhere.
  let hasUnknownKeys: Bool
  fileprivate let values: [Key: Value]

  /// The value of a key; `nil` where it was left out.
  subscript(key: Key) -> Value? { values[key] }
}

extension PlanDecoder {
  /// Takes a mapping apart by its table of keys.
  ///
  /// Reports keys that the table does not know, and required keys that are not there; a required
  /// key that was misspelled is one mistake.
  ///
  /// - Parameters:
  ///   - value: The value that should be such a mapping.
  ///   - table: The table.
  /// - Returns: `nil` where the value is no mapping.
  mutating func fields<Key: FileKey>(of value: Value, as table: Key.Type) -> Fields<Key>? {
    let keys = Key.allCases.map(\.rawValue)
    guard case .mapping(let entries) = value.node.content else {
      mismatch(value, expected: "\(Key.element) with the keys \(keys.joined(separator: ", "))")
      return nil
    }
    var values: [Key: Value] = [:]
    var unknown: [YAMLNode.Entry] = []
    for entry in entries {
      guard let key = Key(rawValue: entry.key) else {
        unknown.append(entry)
        continue
      }
      values[key] = Value(
        label: "`\(entry.key)`",
        labelExtent: entry.keyExtent,
        node: entry.value
      )
    }
    let absent = Key.allCases.filter { values[$0] == nil }
    var missing = absent.filter { Key.required.contains($0) }
    // Of more unknown keys than are reported, none is a misspelling worth looking for.
    for entry in unknown.prefix(Report.limit) {
      if entry.key == YAMLNode.Entry.damagedKey {
        missing.removeAll()
        continue
      }
      var near = nearest(to: entry.key, among: absent.map(\.rawValue))
      if near == nil && unknown.count == 1 && missing.count == 1 { near = missing[0].rawValue }
      missing.removeAll { $0.rawValue == near }
      fail(
        "unknown key \(quoted(entry.key))",
        at: entry.keyExtent,
        expected: "one of: \(keys.sorted().joined(separator: ", "))",
        suggestion: near.map { "did you mean `\($0)`?" }
          ?? Self.commaSuggestion(for: entry, in: entries)
      )
    }
    if unknown.count > Report.limit {
      fail(
        "\(unknown.count.grouped) keys are unknown",
        at: value.node.extent,
        expected: "at most \(keys.count)"
      )
    }
    if !missing.isEmpty {
      let names = missing.map { "`\($0.rawValue)`" }.joined(separator: ", ")
      fail("\(Key.element) needs \(names)", at: value.node.extent)
    }
    return Fields(
      hasUnknownKeys: !unknown.isEmpty,
      values: values
    )
  }

  /// What to say of a key that is none, but the rest of a text that was parted at its comma.
  ///
  /// Between braces a comma ends a text that is not in quotes: of `{title: Thi đua, khen thưởng}`,
  /// YAML makes a key `khen thưởng` without a value.
  private static func commaSuggestion(
    for entry: YAMLNode.Entry,
    in entries: [YAMLNode.Entry]
  ) -> String? {
    guard case .scalar(let rest) = entry.value.content, rest.isPlain, rest.text.isEmpty,
      let previous = entries.last(where: { $0.keyExtent.start < entry.keyExtent.start }),
      case .scalar(let text) = previous.value.content, text.isPlain, !text.text.isEmpty,
      !entry.key.allSatisfy(\.isNumber)
    else { return nil }
    let whole = "\(previous.key): \"\(text.text), \(entry.key)\""
    return "between braces, a text with a comma is written in quotes: \(quoted(whole))"
  }

  /// Takes a list apart.
  ///
  /// - Parameters:
  ///   - value: The value that should be a list; nothing where it was left out.
  ///   - element: What the elements are called, in the plural.
  ///   - range: How many elements there may be.
  ///   - areSingle: Whether the elements are single values, neither lists nor mappings.
  /// - Returns: The elements; none where the value is no list.
  mutating func elements(
    of value: Value?,
    _ element: String,
    _ range: ClosedRange<Int>,
    areSingle: Bool = false
  ) -> [Value] {
    guard let value else { return [] }
    guard case .sequence(let nodes) = value.node.content else {
      mismatch(
        value,
        expected: "a list of \(element)",
        suggestion: listSuggestion(
          for: value,
          canBeLeftOut: range.lowerBound == 0,
          areSingle: areSingle
        )
      )
      return []
    }
    if nodes.count < range.lowerBound {
      fail("\(value.label) is empty", at: value.extent, expected: "a list of \(element)")
      return []
    }
    if nodes.count > range.upperBound {
      fail(
        "\(value.label) has \(nodes.count.grouped) elements",
        at: value.labelExtent,
        expected: "at most \(range.upperBound.grouped)"
      )
      return []
    }
    return nodes.map {
      Value(label: "an element of \(value.label)", labelExtent: $0.extent, node: $0)
    }
  }

  private func listSuggestion(
    for value: Value,
    canBeLeftOut: Bool,
    areSingle: Bool
  ) -> String? {
    switch value.node.content {
    case .scalar(let scalar) where scalar.isNull:
      canBeLeftOut ? "leave the key out where there is nothing to list" : nil
    case .scalar(let scalar) where areSingle && scalar.isPlain && scalar.text.count <= 40:
      "a list of one is written `[\(scalar.text)]`"
    case .mapping: "each element of a list begins with `- `"
    default: nil
    }
  }

  /// Reports that a value is of another kind than it should be, unless it was reported already.
  mutating func mismatch(_ value: Value, expected: String, suggestion: String? = nil) {
    let found: String
    switch value.node.content {
    case .damaged: return
    case .scalar(let scalar) where scalar.isNull:
      fail(
        "\(value.label) has no value",
        at: value.labelExtent,
        expected: expected,
        suggestion: suggestion
      )
      return
    case .scalar: found = "a single value"
    case .sequence: found = "a list"
    case .mapping: found = "a mapping"
    }
    fail(
      "\(value.label) is \(found)",
      at: value.node.extent,
      expected: expected,
      suggestion: suggestion
    )
  }
}
