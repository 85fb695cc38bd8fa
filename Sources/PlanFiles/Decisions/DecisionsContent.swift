internal import Scheduling

/// What a file of decisions says by itself, read without the plan that it belongs to.
struct DecisionsContent {
  /// The document; `nil` where the file holds nothing.
  let root: YAMLNode?
  /// The entries: pins, then bans, then what appeared, each in the order of the file.
  let entries: [Decision]
  /// The lines at which the entries begin, from 1.
  let lines: [Int]
  private let source: SourceText?

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - name: How diagnostics name the file.
  ///   - bytes: What it holds.
  /// - Throws: ``PlanFileError`` with everything that is wrong with it.
  init(name: String, bytes: [UInt8]) throws(PlanFileError) {
    var report = Report()
    var decisions = PlanDecoder.Decisions()
    var clauses: [PlanLine: String] = [:]
    let document = YAMLComposer.decisions(
      in: PlanReader.Input(name: name, bytes: bytes),
      into: &report
    )
    root = document?.root
    source = document?.source
    if let document {
      // Without a plan no name can be called unknown: those that are known are held against it later.
      var decoder = PlanDecoder(source: document.source)
      decisions = decoder.decisions(document.root, after: nil)
      clauses = decoder.citedLines.compactMapValues(\.clause)
      report.add(decoder.report)
    }
    guard !report.hasErrors else {
      throw PlanFileError(.invalid, diagnostics: report.sorted, omitted: report.omitted)
    }
    entries =
      decisions.pins.enumerated().map { Decision(.pin($1), clause: clauses[.pin($0)]) }
      + decisions.bans.enumerated().map { Decision(.ban($1), clause: clauses[.ban($0)]) }
      + decisions.completions.map { Decision(.completion($0)) }
    let nodes = DecisionsKey.allCases.flatMap { document?.root.elements(of: $0) ?? [] }
    lines = nodes.map { $0.extent.start.line + 1 }
  }

  /// Where the key of a list stands; `nil` where it was left out.
  func location(of list: DecisionsKey) -> Diagnostic.Location? {
    guard case .mapping(let entries) = root?.content,
      let entry = entries.first(where: { $0.key == list.rawValue })
    else { return nil }
    return source?.location(of: entry.keyExtent)
  }

  /// Whether an entry could be read in a file of its own.
  static func isReadable(_ decision: Decision, name: String) -> Bool {
    let text = "\(decision.list.rawValue):\n  - \(decision.text)\n"
    return (try? DecisionsContent(name: name, bytes: Array(text.utf8))) != nil
  }
}

extension YAMLComposer {
  /// Reads the document of a file of decisions, which may be empty, or hold comments alone.
  ///
  /// - Parameters:
  ///   - input: The file.
  ///   - report: Receives what is wrong.
  /// - Returns: `nil` where nothing was decided, and where nothing in the file can be used.
  static func decisions(
    in input: PlanReader.Input,
    into report: inout Report
  ) -> (source: SourceText, root: YAMLNode)? {
    guard !input.bytes.isEmpty,
      let source = SourceText.decoding(input.bytes, of: input.name, into: &report),
      !source.holdsNothing, let root = YAMLComposer.compose(source, into: &report)
    else { return nil }
    return (source, root)
  }
}

extension SourceText {
  /// Whether there are white space, comments, and the marks of a document's ends alone.
  fileprivate var holdsNothing: Bool {
    lines.allSatisfy { line in
      let isMarked = ["---", "..."].contains { line.starts(with: $0.unicodeScalars) }
      let first = line.dropFirst(isMarked ? 3 : 0).first { $0 != " " && $0 != "\t" }
      return first == nil || first == "#"
    }
  }
}

extension YAMLNode {
  /// The elements of one of the lists of a file of decisions; none where it was left out.
  func elements(of list: DecisionsKey) -> [YAMLNode] {
    guard case .mapping(let entries) = content,
      case .sequence(let nodes) = entries.first(where: { $0.key == list.rawValue })?.value.content
    else { return [] }
    return nodes
  }
}
