/// The identifiers that a plan declares, by kind, known before anything refers to them.
struct DeclaredNames {
  /// The kinds of elements that are referred to.
  enum Kind: String {
    case outlet
    case calendar
    case series
    case theme
  }

  /// The identifiers of one kind.
  struct Declarations {
    /// The identifiers, in the order of the plan.
    private(set) var ids: [String] = []
    private var known: Set<String> = []
    /// Whether there can be no others: where one has a wrong form or comes twice, that is a mistake
    /// of its own, and what refers to it is none.
    private(set) var isComplete = true

    /// Creates declarations of nothing.
    init(isComplete: Bool) {
      self.isComplete = isComplete
    }

    /// Whether an identifier is among them.
    func contains(_ id: String) -> Bool { known.contains(id) }
  }

  private var declarations: [Kind: Declarations] = [:]

  /// The identifiers of a kind.
  subscript(kind: Kind) -> Declarations {
    declarations[kind] ?? Declarations(isComplete: false)
  }

  /// Nothing is known, so that nothing that is referred to can be called unknown.
  init() {}

  /// Collects the identifiers of a plan.
  init(in plan: Fields<PlanKey>) {
    let lists: [(Kind, PlanKey)] = [
      (.outlet, .outlets), (.calendar, .calendars), (.series, .series), (.theme, .themes),
    ]
    for (kind, key) in lists {
      guard let value = plan[key] else {
        // The list may be there under a key that is misspelled, or be missed elsewhere.
        let isMissed = plan.hasUnknownKeys || PlanKey.required.contains(key)
        declarations[kind] = Declarations(isComplete: !isMissed)
        continue
      }
      declarations[kind] = Declarations(in: value.node)
    }
  }
}

extension DeclaredNames.Declarations {
  /// Collects the identifiers of a list.
  fileprivate init(in list: YAMLNode) {
    self.init(isComplete: true)
    guard case .sequence(let elements) = list.content else {
      isComplete = false
      return
    }
    for element in elements {
      guard case .mapping(let entries) = element.content,
        case .scalar(let scalar) = entries.first(where: { $0.key == "id" })?.value.content,
        Identifier.isValid(scalar.text), known.insert(scalar.text).inserted
      else {
        isComplete = false
        continue
      }
      ids.append(scalar.text)
    }
  }
}

extension PlanDecoder {
  /// Decodes the identifier of an element.
  ///
  /// - Parameters:
  ///   - value: The value of the key `id`.
  ///   - known: The identifiers of the elements before it, to which it is added.
  ///   - reserved: Words that would be identifiers, but name something else.
  /// - Returns: The text, also where it is no identifier; `nil` where there is no text.
  mutating func identifier(
    _ value: Value?,
    among known: inout [String: SourceText.Extent],
    reserved: [String] = []
  ) -> String? {
    let expected = "an identifier: \(Identifier.form)"
    guard let value, let text = scalar(value, expected: expected) else { return nil }
    let extent = value.node.extent
    if !Identifier.isValid(text) {
      let suggestion = Identifier.resembling(text)
      fail(
        "\(quoted(text)) is not an identifier",
        at: extent,
        expected: Identifier.form,
        suggestion: suggestion.map { "for example `\($0)`" }
      )
    } else if reserved.contains(text) {
      fail("`\(text)` names another file of the export", at: extent, suggestion: "take another id")
    } else if let first = known[text] {
      fail(
        "duplicate id `\(text)`",
        at: extent,
        notes: [Diagnostic.Note("first written here", at: source.location(of: first))]
      )
    }
    if known[text] == nil { known[text] = extent }
    return text
  }

  /// Decodes a reference to an element that has an identifier.
  ///
  /// - Returns: The text, also where nothing has that identifier; `nil` where there is no text.
  mutating func reference(_ value: Value?, to kind: DeclaredNames.Kind) -> String? {
    let declared = names[kind]
    guard let value, let text = scalar(value, expected: "the id of one \(kind.rawValue)") else {
      return nil
    }
    guard declared.isComplete, !declared.contains(text) else { return text }
    let longest = 20
    let listed = declared.ids.prefix(longest).joined(separator: ", ")
    fail(
      "unknown \(kind.rawValue) \(quoted(text))",
      at: value.node.extent,
      expected: declared.ids.isEmpty
        ? nil : "one of: \(listed)\(declared.ids.count > longest ? ", …" : "")",
      suggestion: declared.ids.isEmpty
        ? "the plan declares none"
        : nearest(to: text, among: declared.ids).map { "did you mean `\($0)`?" }
    )
    return text
  }

  /// Decodes a list of references, each of which may come once.
  ///
  /// - Returns: `nil` where the key was left out.
  mutating func references(
    _ value: Value?,
    to kind: DeclaredNames.Kind,
    atLeast least: Int
  ) -> [String]? {
    guard let value else { return nil }
    let plural = kind == .series ? "series" : "\(kind.rawValue)s"
    let elements = elements(of: value, "ids of \(plural)", 0...Limits.elements, areSingle: true)
    guard case .sequence = value.node.content else { return [] }
    var seen: Set<String> = []
    for element in elements {
      guard let id = reference(element, to: kind) else { continue }
      if !seen.insert(id).inserted {
        fail("\(quoted(id)) is listed twice", at: element.node.extent)
      }
    }
    if elements.count < least {
      fail(
        elements.isEmpty ? "\(value.label) is empty" : "\(value.label) has one element",
        at: value.extent,
        expected: "at least \(least) of the plan's \(plural)",
        suggestion: least == 1 ? "leave the key out for all \(plural)" : nil
      )
    }
    return elements.compactMap { element in
      guard case .scalar(let scalar) = element.node.content else { return nil }
      return scalar.text
    }
  }
}
