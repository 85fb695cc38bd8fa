/// Lists between brackets.
extension DecisionsEditor {
  /// The changes that add an entry behind the last one: on a line of its own, where that one has one.
  func adding(
    _ decision: Decision,
    behind last: YAMLLayout.Entry,
    in list: YAMLLayout.List
  ) -> [TextEdit] {
    let end = last.value.upperBound
    let comma = text.skippingTrivia(from: end)
    let hasComma = text[comma] == ","
    let place = hasComma ? comma + 1 : end
    guard text.isFirst(last.value.lowerBound) else {
      return [
        TextEdit(
          range: place..<place,
          replacement: hasComma ? " \(decision.text)," : ", \(decision.text)"
        )
      ]
    }
    let newline = text.lineEnd(near: last.value.lowerBound)
    let indent = String(repeating: " ", count: text.column(of: last.value.lowerBound))
    let written = newline + indent + decision.text + (hasComma ? "," : "")
    // A comment behind the last entry stays behind it.
    let line = text.isLast(place) ? text.line(text.line(at: place)).upperBound : place
    return [
      TextEdit(range: place..<place, replacement: hasComma ? "" : ","),
      TextEdit(range: line..<line, replacement: written),
    ]
  }

  /// The changes that take out an entry, with the comma behind it, or else the one before it.
  func removing(_ index: Int, from list: YAMLLayout.List) -> [TextEdit] {
    let value = list.entries[index].value
    var edits: [TextEdit] = []
    var end = value.upperBound
    let behind = text.skippingTrivia(from: end)
    let isLastEntry = index == list.entries.count - 1
    if text[behind] == "," {
      end = behind + 1
    } else if index > 0 {
      let comma = text.skippingTrivia(from: list.entries[index - 1].value.upperBound)
      edits.append(TextEdit(range: comma..<comma + 1, replacement: ""))
    }
    // Nothing can be put behind a comment.
    let before = (index > 0 ? list.entries[index - 1].value.upperBound : list.start + 1)
    let isCommented = text.scalars[before..<value.lowerBound].contains("#")
    if text.isFirst(value.lowerBound) && text.isLast(end) {
      edits.append(text.removing(lines: text.line(at: value.lowerBound)...text.line(at: end)))
    } else if text.isFirst(value.lowerBound), isLastEntry, !isCommented,
      text.line(at: value.lowerBound) > 0
    {
      let previous = text.line(text.line(at: value.lowerBound) - 1).upperBound
      edits.append(TextEdit(range: previous..<end, replacement: ""))
    } else if !isLastEntry {
      let next = list.entries[index + 1].value.lowerBound
      let isBeside = text.line(at: next) == text.line(at: value.lowerBound)
      let start = isBeside ? value.lowerBound : startOfBlanks(before: value.lowerBound)
      edits.append(TextEdit(range: start..<(isBeside ? next : end), replacement: ""))
    } else {
      let start = index > 0 ? startOfBlanks(before: value.lowerBound) : value.lowerBound
      edits.append(TextEdit(range: start..<end, replacement: ""))
    }
    return edits
  }

  private func startOfBlanks(before index: Int) -> Int {
    var start = index
    while start > 0, let scalar = text[start - 1], scalar == " " || scalar == "\t" { start -= 1 }
    return start
  }
}
