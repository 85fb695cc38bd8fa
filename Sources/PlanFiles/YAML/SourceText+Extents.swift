/// How far the values reach whose beginnings the YAML parser gives.
///
/// What these say is shown under the line and decides nothing. Each looks at the line of the
/// beginning only, and is linear in the length of the value.
extension SourceText {
  /// Where a value begins, behind its anchor and its tag; `start` itself where both are all that
  /// the line holds.
  func contentStart(of start: Position) -> Position {
    var position = start
    while let scalar = self[position], scalar == "&" || scalar == "!" {
      position = skippingSpaces(from: endOfProperty(at: position))
    }
    return self[position] == nil ? start : position
  }

  /// The tag in front of a value; `nil` where there is none.
  func tagExtent(at start: Position) -> Extent? {
    var position = start
    while let scalar = self[position], scalar == "&" || scalar == "!" {
      let end = endOfProperty(at: position)
      if scalar == "!" { return Extent(start: position, length: end.offset - position.offset) }
      position = skippingSpaces(from: end)
    }
    return nil
  }

  /// A text without quotes: all of it where it ends in its line, or else the rest of the line.
  func extentOfPlain(_ text: String, at start: Position) -> Extent {
    let scalars = text.unicodeScalars
    let rest = rest(of: start)
    if rest.starts(with: scalars) { return Extent(start: start, length: scalars.count) }
    var length = 0
    for (index, scalar) in rest.enumerated() {
      if scalar == "#", index > 0, rest[rest.startIndex + index - 1].isBlank { break }
      if !scalar.isBlank { length = index + 1 }
    }
    return Extent(start: start, length: length)
  }

  /// A text with its quotes, or the rest of the line where it ends in a later one.
  func extentOfQuoted(at start: Position) -> Extent {
    let rest = Array(rest(of: start))
    guard let quote = rest.first else { return Extent(start: start, length: 0) }
    var index = 1
    while index < rest.count {
      if quote == "\"" && rest[index] == "\\" {
        index += 2
      } else if rest[index] != quote {
        index += 1
      } else if quote == "'" && index + 1 < rest.count && rest[index + 1] == quote {
        index += 2
      } else {
        return Extent(start: start, length: index + 1)
      }
    }
    return Extent(start: start, length: rest.count)
  }

  /// A list or a mapping: with its brackets where it ends in its line, or else what it begins with.
  ///
  /// - Parameters:
  ///   - start: Where it begins.
  ///   - first: The first key or element in it.
  ///   - last: The last value or element in it.
  /// - Returns: At least one scalar, where there is one.
  func extentOfCollection(at start: Position, first: Extent?, last: Extent?) -> Extent {
    let beginning = Extent(start: start, length: 1)
    guard self[start] == "[" || self[start] == "{" else {
      // A block mapping begins where its first key does.
      return first?.start == start ? first ?? beginning : beginning
    }
    var end = Position(line: start.line, offset: start.offset + 1)
    if let last {
      guard last.start.line == start.line, last.start.offset >= start.offset else {
        return beginning
      }
      end.offset = last.start.offset + last.length
    }
    while let scalar = self[end], scalar.isBlank || scalar == "," { end.offset += 1 }
    guard let closing = self[end], closing == "]" || closing == "}" else { return beginning }
    return Extent(start: start, length: end.offset + 1 - start.offset)
  }

  private func rest(of start: Position) -> ArraySlice<Unicode.Scalar> {
    guard lines.indices.contains(start.line) else { return [] }
    return lines[start.line].dropFirst(start.offset)
  }

  private func endOfProperty(at start: Position) -> Position {
    var end = start
    while let scalar = self[end], !scalar.isBlank { end.offset += 1 }
    return end
  }

  private func skippingSpaces(from start: Position) -> Position {
    var end = start
    while let scalar = self[end], scalar.isBlank { end.offset += 1 }
    return end
  }
}

extension Unicode.Scalar {
  /// Whether YAML takes the scalar for white space within a line.
  fileprivate var isBlank: Bool { self == " " || self == "\t" }
}
