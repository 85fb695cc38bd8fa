/// Where single values end, found by following the text beside what was read from it.
extension YAMLLayout {
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

  func end(ofKey key: String, at start: Int) throws(Untraceable) -> Int {
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
}
