/// Where the values of a document stand in its text, from their beginnings to their ends.
///
/// The YAML parser tells where values begin. Their ends are found here, by following the text beside
/// the values that were read from it. What is written in a way that cannot be followed, such as an
/// explicit key, has no layout.
struct YAMLLayout {
  /// A list.
  struct List {
    /// Whether it stands between brackets.
    var isFlow: Bool
    /// The bracket, or the first dash.
    var start: Int
    /// Behind the bracket, or behind the last entry.
    var end: Int
    /// The entries.
    var entries: [Entry]
  }

  /// An entry of a list.
  struct Entry {
    /// Its dash; `nil` between brackets.
    var dash: Int?
    /// Its value, behind the dash and an anchor.
    var value: Range<Int>
  }

  /// A key with its value.
  struct Member {
    /// Where the key begins.
    var key: Int
    /// Behind the colon.
    var colon: Int
    /// Behind the value.
    var end: Int
  }

  /// There is something that cannot be followed.
  struct Untraceable: Error {}

  /// The text.
  let text: EditableText

  /// The place of the document's value, behind its marker and an anchor.
  func documentStart() throws(Untraceable) -> Int {
    let start = text.skippingTrivia(from: 0)
    guard text[start] != "%" else { throw Untraceable() }
    let marker = "---".unicodeScalars
    let isMarked = text.scalars[start...].starts(with: marker)
    return skippingAnchor(from: isMarked ? start + marker.count : start)
  }

  /// The members of a mapping that begins at a place.
  func members(_ entries: [YAMLNode.Entry], at start: Int) throws(Untraceable) -> [Member] {
    var members: [Member] = []
    var index = text[start] == "{" ? start + 1 : start
    for entry in entries {
      index = skippingComma(from: index)
      let key = index
      guard text[key] != "?" else { throw Untraceable() }
      index = try end(ofKey: entry.key, at: key)
      let colon = text.skippingBlanks(from: index)
      if text[colon] == ":" { index = colon + 1 }
      // Between braces a key may stand without a colon.
      guard text[colon] == ":" || text[start] == "{" else { throw Untraceable() }
      let behind = index
      index = try end(of: entry.value, from: behind)
      members.append(Member(key: key, colon: behind, end: index))
    }
    return members
  }

  /// A list that stands behind a place.
  func list(_ nodes: [YAMLNode], from place: Int) throws(Untraceable) -> List {
    let start = skippingAnchor(from: place)
    var list = List(isFlow: text[start] == "[", start: start, end: start, entries: [])
    var index = list.isFlow ? start + 1 : start
    for node in nodes {
      var dash: Int?
      if list.isFlow {
        index = skippingComma(from: index)
      } else {
        index = text.skippingTrivia(from: index)
        guard text[index] == "-" else { throw Untraceable() }
        dash = index
        index += 1
      }
      let value = skippingAnchor(from: index)
      index = try end(of: node, from: index)
      list.entries.append(Entry(dash: dash, value: min(value, index)..<index))
    }
    if list.isFlow {
      index = skippingComma(from: index)
      guard text[index] == "]" else { throw Untraceable() }
      index += 1
    }
    list.end = index
    return list
  }

  // MARK: - Ends

  /// Where a value ends that stands behind a place.
  func end(of node: YAMLNode, from place: Int) throws(Untraceable) -> Int {
    if case .scalar(let scalar) = node.content, scalar.isPlain, scalar.text.isEmpty { return place }
    let start = skippingAnchor(from: place)
    if text[start] == "*" { return endOfAlias(at: start) }
    switch node.content {
    case .damaged: throw Untraceable()
    case .scalar(let scalar): return try end(of: scalar, at: start)
    case .sequence(let nodes): return try list(nodes, from: start).end
    case .mapping(let entries):
      let last = try members(entries, at: start).last?.end ?? start + 1
      guard text[start] == "{" else { return last }
      let close = skippingComma(from: last)
      guard text[close] == "}" else { throw Untraceable() }
      return close + 1
    }
  }

  private func end(ofKey key: String, at start: Int) throws(Untraceable) -> Int {
    switch text[start] {
    case "*": endOfAlias(at: start)
    case "\"", "'": try endOfQuoted(at: start)
    default: try endOfPlain(key, at: start)
    }
  }

  private func end(of scalar: YAMLNode.Scalar, at start: Int) throws(Untraceable) -> Int {
    if scalar.isPlain { return try endOfPlain(scalar.text, at: start) }
    switch text[start] {
    case "\"", "'": return try endOfQuoted(at: start)
    case "|", ">": return try endOfBlock(at: start)
    default: throw Untraceable()
    }
  }

  /// A plain scalar has no escapes: folding changes the white space between its words alone.
  private func endOfPlain(_ words: String, at start: Int) throws(Untraceable) -> Int {
    var index = start
    for scalar in words.unicodeScalars where !scalar.properties.isWhitespace {
      while let blank = text[index], blank.properties.isWhitespace { index += 1 }
      guard text[index] == scalar else { throw Untraceable() }
      index += 1
    }
    return index
  }

  private func endOfQuoted(at start: Int) throws(Untraceable) -> Int {
    let quote = text[start]
    var index = start + 1
    while let scalar = text[index] {
      if quote == "\"" && scalar == "\\" {
        index += 2
      } else if scalar != quote {
        index += 1
      } else if quote == "'" && text[index + 1] == quote {
        index += 2
      } else {
        return index + 1
      }
    }
    throw Untraceable()
  }

  /// A block scalar goes on while lines are indented as its first one is.
  private func endOfBlock(at start: Int) throws(Untraceable) -> Int {
    let header = text.line(at: start)
    let indicators = text.scalars[start..<text.line(header).upperBound].prefix { $0 != "#" }
    guard !indicators.contains(where: { $0.properties.numericType != nil }) else {
      throw Untraceable()
    }
    var end = text.line(header).upperBound
    var indent: Int?
    for number in header + 1..<max(header + 1, text.lineCount) {
      let line = text.line(number)
      let first = text.skippingBlanks(from: line.lowerBound)
      guard first < line.upperBound else { continue }
      let own = first - line.lowerBound
      guard own >= indent ?? own else { break }
      indent = indent ?? own
      end = line.upperBound
    }
    return end
  }

  private func endOfAlias(at start: Int) -> Int {
    var index = start + 1
    while let scalar = text[index], !scalar.properties.isWhitespace,
      !",[]{}".unicodeScalars.contains(scalar)
    {
      index += 1
    }
    return index
  }

  /// The place behind white space, comments and an anchor.
  private func skippingAnchor(from start: Int) -> Int {
    var index = text.skippingTrivia(from: start)
    while text[index] == "&" {
      while let scalar = text[index], !scalar.properties.isWhitespace { index += 1 }
      index = text.skippingTrivia(from: index)
    }
    return index
  }

  /// The place behind white space, comments and a comma.
  func skippingComma(from start: Int) -> Int {
    let index = text.skippingTrivia(from: start)
    return text[index] == "," ? text.skippingTrivia(from: index + 1) : index
  }
}
