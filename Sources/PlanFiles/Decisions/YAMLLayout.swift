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

  /// The place behind white space, comments and an anchor.
  func skippingAnchor(from start: Int) -> Int {
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
