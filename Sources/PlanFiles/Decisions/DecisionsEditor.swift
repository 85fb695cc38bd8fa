/// Finds the changes of a text that add entries to a file of decisions, and take them from it.
struct DecisionsEditor {
  /// The text of the file.
  let text: EditableText
  private let entries: [YAMLNode.Entry]
  private let isEmpty: Bool
  private var layout: YAMLLayout { YAMLLayout(text: text) }

  /// Prepares to change a file.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - root: Its document; `nil` where it holds comments at the most.
  init(text: EditableText, root: YAMLNode?) {
    self.text = text
    isEmpty = root == nil
    if case .mapping(let entries) = root?.content { self.entries = entries } else { entries = [] }
  }

  /// The changes that add an entry behind those of its list.
  func adding(_ decision: Decision) throws(YAMLLayout.Untraceable) -> [TextEdit] {
    guard let (nodes, member) = try place(of: decision.list) else {
      return [try addingList(of: decision)]
    }
    let list = try layout.list(nodes, from: member.colon)
    guard let last = list.entries.last else {
      return [TextEdit(range: list.end - 1..<list.end - 1, replacement: decision.text)]
    }
    if list.isFlow { return adding(decision, behind: last, in: list) }
    guard let dash = last.dash, text.isFirst(dash), text.isLast(last.value.upperBound) else {
      throw YAMLLayout.Untraceable()
    }
    let end = text.line(text.line(at: last.value.upperBound)).upperBound
    let column = text.column(of: dash)
    let newline = text.lineEnd(near: last.value.upperBound)
    let written = written(decision, like: nodes[nodes.count - 1], last.value, at: column + 2)
    let indent = String(repeating: " ", count: column)
    return [TextEdit(range: end..<end, replacement: newline + indent + "- " + written)]
  }

  /// The changes that put an entry in the place of another.
  func replacing(
    _ index: Int,
    with decision: Decision
  ) throws(YAMLLayout.Untraceable) -> [TextEdit] {
    guard let (nodes, member) = try place(of: decision.list) else { throw YAMLLayout.Untraceable() }
    let value = try layout.list(nodes, from: member.colon).entries[index].value
    let column = text.column(of: value.lowerBound)
    return [
      TextEdit(
        range: value,
        replacement: written(decision, like: nodes[index], value, at: column)
      )
    ]
  }

  /// The changes that take an entry out.
  func removing(
    _ index: Int,
    of key: DecisionsKey
  ) throws(YAMLLayout.Untraceable) -> [TextEdit] {
    guard let (nodes, member) = try place(of: key) else { throw YAMLLayout.Untraceable() }
    let list = try layout.list(nodes, from: member.colon)
    if list.isFlow { return removing(index, from: list) }
    guard let dash = list.entries[index].dash, text.isFirst(dash),
      text.isLast(list.entries[index].value.upperBound)
    else { throw YAMLLayout.Untraceable() }
    let end = max(dash, list.entries[index].value.upperBound)
    let lines = text.line(at: dash)...text.line(at: end)
    guard list.entries.count == 1 else { return [text.removing(lines: lines)] }
    return try removingKey(member, with: lines)
  }

  /// The changes that take out the last entry of a list, with the key of the list.
  ///
  /// Where something stands behind the key that nobody asked to take out, it stays before a list
  /// that is empty.
  private func removingKey(
    _ member: YAMLLayout.Member,
    with lines: ClosedRange<Int>
  ) throws(YAMLLayout.Untraceable) -> [TextEdit] {
    let key = text.line(at: member.key)
    let isBare = text.skippingBlanks(from: member.colon) == text.line(key).upperBound
    guard text.isFirst(member.key), isBare else {
      let place = member.colon
      return [TextEdit(range: place..<place, replacement: " []"), text.removing(lines: lines)]
    }
    if key + 1 == lines.lowerBound { return [text.removing(lines: key...lines.upperBound)] }
    return [text.removing(lines: key...key), text.removing(lines: lines)]
  }

  /// A list that is in the file: its entries, and where its key stands.
  private func place(
    of key: DecisionsKey
  ) throws(YAMLLayout.Untraceable) -> ([YAMLNode], YAMLLayout.Member)? {
    guard let index = entries.firstIndex(where: { $0.key == key.rawValue }) else { return nil }
    guard case .sequence(let nodes) = entries[index].value.content else {
      throw YAMLLayout.Untraceable()
    }
    return (nodes, try layout.members(entries, at: layout.documentStart())[index])
  }

  /// The change that adds a list with one entry at the end of the file.
  private func addingList(of decision: Decision) throws(YAMLLayout.Untraceable) -> TextEdit {
    let key = decision.list.rawValue
    let start = isEmpty ? 0 : try layout.documentStart()
    let members = isEmpty ? [] : try layout.members(entries, at: start)
    if text[start] == "{" {
      let place = members.last?.end ?? start + 1
      let comma = members.isEmpty ? "" : ", "
      return TextEdit(range: place..<place, replacement: "\(comma)\(key): [\(decision.text)]")
    }
    let indent = String(repeating: " ", count: members.first.map { text.column(of: $0.key) } ?? 0)
    // What stands behind the mark of a document's end would be another document.
    let mark = (0..<text.lineCount).first { number in
      text.scalars[text.line(number)].starts(with: "...".unicodeScalars)
    }
    let place = mark.map { text.line($0).lowerBound } ?? text.scalars.count
    let newline = text.lineEnd(near: place)
    let lines = "\(indent)\(key):\(newline)\(indent)  - \(decision.text)"
    let beginsLine = text.line(text.line(at: place)).lowerBound == place
    return TextEdit(
      range: place..<place,
      replacement: beginsLine ? lines + newline : newline + lines
    )
  }

  /// An entry in the style of another: on one line between braces, or a key a line.
  ///
  /// - Parameters:
  ///   - decision: The entry.
  ///   - node: The other entry.
  ///   - value: Where the other one stands.
  ///   - column: Where its keys begin, if each has a line.
  /// - Returns: What is written.
  private func written(
    _ decision: Decision,
    like node: YAMLNode,
    _ value: Range<Int>,
    at column: Int
  ) -> String {
    guard case .mapping = node.content, let first = text[value.lowerBound], first != "{",
      first != "*"
    else { return decision.text }
    let separator = text.lineEnd(near: value.lowerBound) + String(repeating: " ", count: column)
    return decision.fields.map { "\($0.key): \($0.value)" }.joined(separator: separator)
  }
}
