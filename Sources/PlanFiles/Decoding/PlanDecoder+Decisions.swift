internal import CivilTime
internal import Foundation
internal import Scheduling

/// What editors decide: in the plan file, and in the file of decisions beside it.
extension PlanDecoder {
  /// What a file of decisions holds.
  struct Decisions {
    /// The pins.
    var pins: [Pin] = []
    /// The bans.
    var bans: [Ban] = []
    /// What appeared.
    var completions: [Completion] = []
  }

  /// Decodes a file of decisions.
  ///
  /// - Parameters:
  ///   - root: The document of the file.
  ///   - plan: The plan that the decisions are about; their positions count on from its own.
  /// - Returns: What the file holds, without what was reported.
  mutating func decisions(_ root: YAMLNode, after plan: Plan?) -> Decisions {
    let value = Value(label: "the file", labelExtent: root.extent, node: root)
    guard let fields = fields(of: value, as: DecisionsKey.self) else { return Decisions() }
    return Decisions(
      pins: pins(fields[.pins], after: plan?.pins.count ?? 0),
      bans: bans(fields[.bans], after: plan?.bans.count ?? 0),
      completions: completions(fields[.done])
    )
  }

  /// Decodes pins, the first of which has the position `count`.
  mutating func pins(_ value: Value?, after count: Int) -> [Pin] {
    var pins: [Pin] = []
    for element in elements(of: value, "pins", 0...Limits.elements) {
      guard let fields = fields(of: element, as: PinKey.self) else { continue }
      let series = reference(fields[.series], to: .series)
      let date = date(fields[.date])
      let theme = reference(fields[.theme], to: .theme)
      let reason = text(fields[.why])
      let clause = text(fields[.clause])
      guard let series, let date else { continue }
      cite(.pin(count + pins.count), at: element, clause: clause)
      pins.append(Pin(series: series, date: date, theme: theme, reason: reason))
    }
    return pins
  }

  /// Decodes bans, the first of which has the position `count`.
  mutating func bans(_ value: Value?, after count: Int) -> [Ban] {
    var bans: [Ban] = []
    for element in elements(of: value, "bans", 0...Limits.elements) {
      guard let fields = fields(of: element, as: BanKey.self) else { continue }
      let series = reference(fields[.series], to: .series)
      let date = date(fields[.date])
      let reason = text(fields[.why])
      let clause = text(fields[.clause])
      guard let series, let date else { continue }
      cite(.ban(count + bans.count), at: element, clause: clause)
      bans.append(Ban(series: series, date: date, reason: reason))
    }
    return bans
  }

  private mutating func completions(_ value: Value?) -> [Completion] {
    var known: [String: SourceText.Extent] = [:]
    var completions: [Completion] = []
    for element in elements(of: value, "finished issues", 0...Limits.completions) {
      guard let fields = fields(of: element, as: CompletionKey.self) else { continue }
      let uid = uid(fields[.issue], among: &known)
      let date = date(fields[.date])
      let link = link(fields[.link])
      let note = text(fields[.note])
      guard let uid else { continue }
      completions.append(Completion(uid: uid, date: date, link: link, note: note))
    }
    return completions
  }

  private mutating func uid(
    _ value: Value?,
    among known: inout [String: SourceText.Extent]
  ) -> String? {
    let expected = "the UID of a published issue"
    guard let value, let uid = scalar(value, expected: expected) else { return nil }
    guard uid.utf8.count <= 255, uid.utf8.allSatisfy({ 0x21...0x7E ~= $0 }) else {
      fail("\(quoted(uid)) is not a UID", at: value.node.extent, expected: expected)
      return nil
    }
    if let first = known[uid] {
      fail(
        "the issue \(quoted(uid)) is listed twice",
        at: value.node.extent,
        notes: [Diagnostic.Note("first written here", at: source.location(of: first))]
      )
      return nil
    }
    known[uid] = value.node.extent
    return uid
  }

  /// The address of a page, which other pages link to: so neither a script nor a local file.
  private mutating func link(_ value: Value?) -> String? {
    let expected = "an address such as https://example.vn/tin/123"
    guard let value, let text = scalar(value, expected: expected) else { return nil }
    let isPrintable = text.unicodeScalars.allSatisfy { scalar in
      ForbiddenCharacter(scalar) == nil && !scalar.properties.isWhitespace
        && !"\"<>\\^`{|}".unicodeScalars.contains(scalar)
    }
    guard isPrintable, text.count <= Limits.text, let url = URL(string: text),
      ["http", "https"].contains(url.scheme?.lowercased()), url.host?.isEmpty == false
    else {
      fail(
        "\(quoted(text)) is not the address of a page",
        at: value.node.extent,
        expected: expected
      )
      return nil
    }
    return text
  }
}
