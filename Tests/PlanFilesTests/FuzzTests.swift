import FuzzEntries
import TestSupport
import Testing

/// Whatever a file holds, it is read, or what is wrong is said of a place inside it.
@Suite struct FuzzTests {
  /// Bits of YAML that are likely to matter to somebody.
  private static let fragments = [
    "&a ", "*a", "!!str ", "{", "}", "[", "]", ",", ": ", "- ", "? ", "\n", "\n\n", "\"", "'",
    "|\n",
    ">\n", "#", "---\n", "...\n", "%YAML 1.1\n", "\t", "~", "<<: ", "\\", "\u{301}", "漢", "\u{0}",
    "\u{202E}", "\u{FEFF}", "\u{FFFD}", "\u{F0000}", "\u{F0001}", "\r", "\u{2028}",
    "\"\\U000F0000\"",
    "-1", "99999999999999999999", "2024-02-30", "lunar 12-30", "1900-01-01", "2199-12-31",
  ]

  @Test("Random edits of a good plan", arguments: 0..<8)
  func edits(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let good = try PlanText.everyKey()
    for _ in 0..<60 {
      var bytes = Array((Bool.random(using: &generator) ? good.plan : small).utf8)
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        edit(&bytes, using: &generator)
      }
      check(bytes, with: good)
    }
  }

  @Test("Random bytes and random bits of YAML", arguments: 0..<8)
  func noise(seed: Int) throws {
    var generator = SeededGenerator(seed: 1_000 + seed)
    let good = try PlanText.everyKey()
    for _ in 0..<60 {
      let count = Int.random(in: 0...60, using: &generator)
      var bytes: [UInt8] = []
      for _ in 0..<count {
        if let fragment = Self.fragments.randomElement(using: &generator),
          Int.random(in: 0..<4, using: &generator) > 0
        {
          bytes += fragment.utf8
        } else {
          bytes.append(UInt8.random(in: 0...255, using: &generator))
        }
      }
      check(bytes, with: good)
    }
  }

  /// A plan of few bytes, so that edits hit what matters more often.
  private let small = """
    id: a
    title: b
    period: {from: 2024-01-01, to: 2024-01-31}
    outlets: &o [{id: c, kind: website, name: d}]
    series: [{id: e, outlet: c, title: f, per-month: 1, slots: [{rule: FREQ=WEEKLY;BYDAY=SU}]}]
    """

  private func edit(_ bytes: inout [UInt8], using generator: inout SeededGenerator) {
    let start = Int.random(in: 0...bytes.count, using: &generator)
    let length = Int.random(in: 0...12, using: &generator)
    let range = start..<min(start + length, bytes.count)
    switch Int.random(in: 0..<6, using: &generator) {
    case 0:
      bytes.removeSubrange(range)
    case 1:
      bytes.insert(contentsOf: Array(bytes[range]), at: start)
    case 2:
      bytes.insert(UInt8.random(in: 0...255, using: &generator), at: start)
    case 3:
      let target = Int.random(in: 0...bytes.count, using: &generator)
      bytes.insert(contentsOf: Array(bytes[range]), at: target)
    case 4:
      bytes = Array(bytes.prefix(start))
    default:
      bytes.insert(
        contentsOf: Array((Self.fragments.randomElement(using: &generator) ?? "").utf8),
        at: start
      )
    }
  }

  private func check(_ bytes: [UInt8], with good: PlanText) {
    var laws = Laws()
    laws.checkPlan(
      bytes,
      decisions: nil,
      calendars: good.calendars.mapValues { Array($0.utf8) }
    )
    #expect(laws.broken.isEmpty, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
  }
}
