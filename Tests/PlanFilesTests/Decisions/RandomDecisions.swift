import CivilTime
import Foundation
import PlanFiles
import Scheduling
import TestSupport

/// A file of decisions as somebody may have written it: one of many styles, with comments.
struct RandomDecisions {
  /// What the file holds.
  private(set) var text = ""
  /// The entries: pins, then bans, then what appeared.
  private(set) var entries: [Decision] = []
  /// Whether the whole file stands between braces.
  let isFlow: Bool
  private var generator: SeededGenerator
  private var lines: [String] = []

  /// Texts that YAML takes for something else where they stand as they are.
  static let texts = [
    "special issue", "số đặc biệt", "yes", "no", "null", "~", "1e3", "0x1F", "010", "20:15",
    "2024-06-11",
    "- dash", "-", "? why", ": colon", "a: b", "a :b", "ends:", "a #b", "#a", "\"quoted\"", "it's",
    "'tis", "\\n", "back\\slash", "[a, b]", "{a: b}", "a, b", "*star", "&and", "!bang", "|", ">",
    "%",
    "@at", "`tick`", "“Người tốt, việc tốt”", "=", "<<", "...", "---", "a\u{301}", "😀", "漢字",
    "Ủy ban nhân dân tỉnh: “họp”, #1", "a  b", "true", "off", ".inf", "1_000", "+1", ",", "x]", "}",
  ]

  init(seed: Int) {
    generator = SeededGenerator(seed: seed)
    isFlow = Int.random(in: 0..<8, using: &generator) == 0
    write()
  }

  /// A random entry of a list.
  static func decision(in list: Int, using generator: inout SeededGenerator) -> Decision {
    func text() -> String? {
      Bool.random(using: &generator) ? texts.randomElement(using: &generator) : nil
    }
    func date() -> CivilDate {
      CivilDate(dayNumber: 19_700 + Int.random(in: 0..<2_000, using: &generator))
    }
    let series =
      ["segment", "page", "1e3", "yes", "null", "a-b"].randomElement(using: &generator) ?? ""
    let clause = Int.random(in: 0..<4, using: &generator) == 0 ? "III.5" : nil
    switch list {
    case 0:
      let theme = Bool.random(using: &generator) ? "law" : nil
      let pin = Pin(series: series, date: date(), theme: theme, reason: text()?.normalized)
      return Decision(.pin(pin), clause: clause)
    case 1:
      let ban = Ban(series: series, date: date(), reason: text()?.normalized)
      return Decision(.ban(ban), clause: clause)
    default:
      let number = Int.random(in: 1..<1_000_000, using: &generator)
      return Decision(
        .completion(
          Completion(
            uid: "mau-2024.segment.\(number)@lichsong",
            date: Bool.random(using: &generator) ? date() : nil,
            link: Bool.random(using: &generator) ? "https://example.vn/?a=1&b=#\(number)" : nil,
            note: text()?.normalized
          )
        )
      )
    }
  }

  // MARK: - Writing

  private mutating func chance(_ one: Int) -> Bool {
    Int.random(in: 0..<one, using: &generator) == 0
  }

  private mutating func comment() -> String {
    chance(3)
      ? ["  # agreed", " # \"it's, [so]: {", "\t# ghi chú"].randomElement(using: &generator) ?? ""
      : ""
  }

  private mutating func write() {
    let shuffled = [0, 1, 2].shuffled(using: &generator).filter { _ in !chance(3) }
    var lists: [Int: [Decision]] = [:]
    for list in shuffled {
      lists[list] = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
        Self.decision(in: list, using: &generator)
      }
    }
    if chance(3) { lines += ["# quyết định", ""] }
    if chance(8) { lines.append("---") }
    if isFlow {
      let parts = shuffled.map {
        "\(name(of: $0)): [\((lists[$0] ?? []).map { flow($0) }.joined(separator: ", "))]"
      }
      lines.append("{" + parts.joined(separator: ", ") + "}" + comment())
    } else {
      let indent = chance(6) ? "  " : ""
      for list in shuffled { write(lists[list] ?? [], of: list, indent: indent) }
      if shuffled.isEmpty { lines.append("# nothing yet") }
    }
    if chance(5) { lines.append("   # the end") }
    if !shuffled.isEmpty && chance(8) { lines.append("...") }
    entries = [0, 1, 2].flatMap { lists[$0] ?? [] }
    let end = ["\n", "\n", "\r\n", "\r"].randomElement(using: &generator) ?? "\n"
    text = (chance(6) ? "\u{FEFF}" : "") + lines.joined(separator: end)
    if !chance(3) { text += end }
    if chance(6) { text += end + end }
  }

  private func name(of list: Int) -> String { ["pins", "bans", "done"][list] }

  private mutating func write(_ entries: [Decision], of list: Int, indent: String) {
    let key =
      indent + (chance(8) ? "\"\(name(of: list))\"" : name(of: list)) + (chance(8) ? " " : "") + ":"
    if chance(4) { lines.append("") }
    if chance(4) { lines.append(indent + "# " + name(of: list)) }
    if entries.isEmpty || chance(4) {
      writeFlow(entries, key: key)
      return
    }
    lines.append(key + comment())
    let inner = indent + ["", "  ", "    "][Int.random(in: 0...2, using: &generator)]
    for entry in entries {
      if chance(4) {
        lines.append([inner + "# before", "", "# column 0"].randomElement(using: &generator) ?? "")
      }
      if chance(3) {
        writeBlock(entry, inner: inner)
      } else {
        lines.append(
          inner + "-" + String(repeating: " ", count: Int.random(in: 1...2, using: &generator))
            + flow(entry) + comment()
        )
      }
    }
  }

  private mutating func writeFlow(_ entries: [Decision], key: String) {
    let texts = entries.map { flow($0) }
    guard chance(2), !texts.isEmpty else {
      let comma = chance(4) && !texts.isEmpty ? "," : ""
      lines.append(key + " [" + texts.joined(separator: ", ") + comma + "]" + comment())
      return
    }
    lines.append(key + " [" + comment())
    let hasComma = chance(2)
    let closesOnLine = chance(3)
    for (index, text) in texts.enumerated() {
      let isLast = index == texts.count - 1
      let tail = isLast ? (hasComma ? "," : "") + (closesOnLine ? " ]" : "") : ","
      lines.append("    " + text + tail + comment())
    }
    if !closesOnLine { lines.append("  ]" + comment()) }
  }

  private mutating func writeBlock(_ entry: Decision, inner: String) {
    let fields = fields(of: entry)
    for (index, field) in fields.enumerated() {
      let head = inner + (index == 0 ? "- " : "  ") + field.key + ":"
      if field.isWords && chance(3) && !field.value.contains("  ") && !field.value.hasPrefix("#") {
        lines.append(head + (chance(2) ? " >" : " |-"))
        lines.append(inner + "      " + field.value)
      } else {
        lines.append(head + " " + scalar(field.value, isWords: field.isWords) + comment())
      }
    }
  }

  private mutating func flow(_ entry: Decision) -> String {
    let parts = fields(of: entry).map { field in
      field.key + ": " + scalar(field.value, isWords: field.isWords)
    }
    return "{" + parts.joined(separator: ", ") + (chance(8) ? ", " : "") + "}"
  }

  private mutating func scalar(_ text: String, isWords: Bool) -> String {
    guard isWords || text == "null" else {
      return chance(3) ? "\"\(text)\"" : text
    }
    if chance(2) { return "'" + text.replacing("'", with: "''") + "'" }
    return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  private func fields(of decision: Decision) -> [(key: String, value: String, isWords: Bool)] {
    let fields: [(String, String?, Bool)] =
      switch decision.content {
      case .pin(let pin):
        [
          ("series", pin.series, false), ("date", "\(pin.date)", false),
          ("theme", pin.theme, false),
          ("why", pin.reason, true), ("clause", decision.clause, true),
        ]
      case .ban(let ban):
        [
          ("clause", decision.clause, true), ("date", "\(ban.date)", false),
          ("why", ban.reason, true), ("series", ban.series, false),
        ]
      case .completion(let done):
        [
          ("note", done.note, true), ("issue", done.uid, false),
          ("date", done.date?.description, false), ("link", done.link, true),
        ]
      }
    return fields.compactMap { key, value, isWords in value.map { (key, $0, isWords) } }
  }
}

extension String {
  /// The form in which texts are read.
  fileprivate var normalized: String { precomposedStringWithCanonicalMapping }
}
