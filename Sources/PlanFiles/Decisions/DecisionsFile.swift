internal import Scheduling

/// A file of decisions that entries are added to and taken from, and that stays as it is otherwise.
///
/// Comments, order, quotes, indentation and line ends are those of whoever wrote them: the text is
/// changed at the places of the entries, never written anew. Every change is read again, and refused
/// where the file would not say what it should.
package struct DecisionsFile: Sendable {
  /// How diagnostics name the file.
  package let name: String
  /// What the file holds; nothing where there is none, and none is needed.
  package private(set) var bytes: [UInt8]
  /// The entries, list by list, each list in the order of the file.
  package private(set) var entries: [Decision]
  /// The lines at which the entries begin, from 1.
  private var lines: [Int]

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - name: How diagnostics name the file.
  ///   - bytes: What it holds; `nil` where there is none.
  /// - Throws: ``PlanFileError`` with everything that is wrong with it by itself, without a plan.
  package init(name: String, bytes: [UInt8]?) throws(PlanFileError) {
    self.name = name
    self.bytes = bytes ?? []
    let content = try DecisionsContent(name: name, bytes: self.bytes)
    entries = content.entries
    lines = content.lines
  }

  /// The file with one entry more, behind those of its list.
  ///
  /// - Parameter decision: The entry.
  /// - Throws: ``PlanFileError`` where the file is written in a way that cannot be changed, or the
  ///   entry is none that can be read; then nothing is changed.
  package mutating func add(_ decision: Decision) throws(PlanFileError) {
    let place = entries.lastIndex { $0.list.order <= decision.list.order }.map { $0 + 1 } ?? 0
    var wanted = entries
    wanted.insert(decision, at: place)
    try change(to: wanted, about: decision) { editor throws(YAMLLayout.Untraceable) in
      try editor.adding(decision)
    }
  }

  /// The file without an entry.
  ///
  /// A comment behind the entry goes with it; comments on lines of their own stay. Where it was the
  /// last of a list, the key goes too.
  ///
  /// - Parameter index: The position of the entry in ``entries``.
  /// - Throws: ``PlanFileError`` where the file is written in a way that cannot be changed; then
  ///   nothing is changed.
  package mutating func remove(at index: Int) throws(PlanFileError) {
    var wanted = entries
    let decision = wanted.remove(at: index)
    let position = position(of: index)
    try change(to: wanted, about: decision) { editor throws(YAMLLayout.Untraceable) in
      try editor.removing(position, of: decision.list)
    }
  }

  /// The file with an entry in the place of another of the same list.
  ///
  /// - Parameters:
  ///   - index: The position of the other entry in ``entries``.
  ///   - decision: The entry.
  /// - Throws: ``PlanFileError`` where the file is written in a way that cannot be changed, or the
  ///   entry is none that can be read; then nothing is changed.
  /// - Precondition: Both are of one kind.
  package mutating func replace(
    at index: Int,
    with decision: Decision
  ) throws(PlanFileError) {
    precondition(
      entries[index].list == decision.list,
      "an entry takes the place of one of its kind"
    )
    var wanted = entries
    wanted[index] = decision
    let position = position(of: index)
    try change(to: wanted, about: decision) { editor throws(YAMLLayout.Untraceable) in
      try editor.replacing(position, with: decision)
    }
  }

  /// The line at which an entry begins, from 1.
  ///
  /// - Parameter index: The position of the entry in ``entries``.
  /// - Returns: The line.
  package func line(at index: Int) -> Int { lines[index] }

  /// The position of an entry within its list.
  private func position(of index: Int) -> Int {
    entries.prefix(index).count { $0.list == entries[index].list }
  }

  private mutating func change(
    to wanted: [Decision],
    about decision: Decision,
    by edits: (DecisionsEditor) throws(YAMLLayout.Untraceable) -> [TextEdit]
  ) throws(PlanFileError) {
    let content = try DecisionsContent(name: name, bytes: bytes)
    let changed: [UInt8]
    do throws(YAMLLayout.Untraceable) {
      let editor = DecisionsEditor(text: EditableText(bytes), root: content.root)
      changed = editor.text.bytes(after: try edits(editor))
    } catch {
      throw refusal(about: decision)
    }
    let found: DecisionsContent
    do {
      found = try DecisionsContent(name: name, bytes: changed)
    } catch {
      // What cannot be read is the fault of the entry, or else of the way in which it was put in.
      throw DecisionsContent.isReadable(decision, name: name) ? refusal(about: decision) : error
    }
    guard found.entries == wanted else { throw refusal(about: decision) }
    bytes = changed
    entries = found.entries
    lines = found.lines
  }

  /// That the file has to be changed by hand, with the line that says what is meant.
  private func refusal(about decision: Decision) -> PlanFileError {
    let key = "`\(decision.list.rawValue)`"
    return PlanFileError(
      .invalid,
      diagnostics: [
        Diagnostic(
          .error,
          at: (try? DecisionsContent(name: name, bytes: bytes))?.location(of: decision.list)
            ?? Diagnostic.Location(file: name),
          "\(key) is written in a way that only a person can change",
          expected: "a list of entries such as - \(decision.text), without anchors and aliases",
          suggestion: "change \(key) by hand; nothing was written"
        )
      ]
    )
  }
}

extension DecisionsKey {
  /// The order of the lists in ``DecisionsFile/entries``.
  fileprivate var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
