import CivilTime
import Foundation
import PlanFiles
import Scheduling
import TestSupport
import Testing

/// Files of decisions, changed at places only.
@Suite struct DecisionsFileTests {
  private func file(_ text: String) throws -> DecisionsFile {
    try DecisionsFile(name: "decisions.yaml", bytes: Array(text.utf8))
  }

  private func text(_ file: DecisionsFile) -> String { String(decoding: file.bytes, as: UTF8.self) }

  private func pin(_ date: String, _ reason: String? = nil) throws -> Decision {
    Decision(
      .pin(Pin(series: "page", date: try #require(CivilDate(date)), reason: reason))
    )
  }

  // MARK: - Laws

  @Test(
    "What is added is read beside what was there, and taking it out gives the old bytes",
    arguments: 0..<20
  )
  func adding(seed: Int) throws {
    var generator = SeededGenerator(seed: 7_000 + seed)
    for round in 0..<8 {
      let random = RandomDecisions(seed: 1_000 * seed + round)
      let old = try file(random.text)
      try #require(old.entries == random.entries, "\(random.text)")
      for list in 0..<3 {
        let decision = RandomDecisions.decision(in: list, using: &generator)
        var changed = old
        do { try changed.add(decision) } catch {
          Issue.record("\(error)\n\(random.text)")
          continue
        }
        let index = try #require(changed.entries.lastIndex { $0 == decision })
        var rest = changed.entries
        rest.remove(at: index)
        #expect(rest == old.entries)
        #expect(
          isSubsequence(old.bytes, of: changed.bytes),
          "\(random.text)\n---\n\(text(changed))"
        )
        #expect(
          decision.text.isEmpty || text(changed).contains(decision.text.prefix(7).dropFirst())
        )
        try changed.remove(at: index)
        let isNew = list.isMissing(in: random.entries)
        if random.isFlow && isNew { continue }  // An empty list stays between the braces.
        #expect(
          text(changed) == text(old),
          "\(text(old).debugDescription)\n\(text(changed).debugDescription)"
        )
      }
    }
  }

  @Test("What is taken out or replaced leaves all else as it was", arguments: 0..<20)
  func removing(seed: Int) throws {
    var generator = SeededGenerator(seed: 9_000 + seed)
    for round in 0..<8 {
      let random = RandomDecisions(seed: 500_000 + 1_000 * seed + round)
      let old = try file(random.text)
      for index in old.entries.indices {
        var wanted = old.entries
        let removed = wanted.remove(at: index)
        var changed = old
        do { try changed.remove(at: index) } catch {
          Issue.record("\(error)\n\(random.text)")
          continue
        }
        #expect(changed.entries == wanted)
        #expect(
          comments(random.text).subtracting(comments(text(changed))).isEmpty,
          "\(random.text)\n\(text(changed))"
        )

        let list = ["pins", "bans", "done"].firstIndex(of: removed.listName) ?? 0
        let other = RandomDecisions.decision(in: list, using: &generator)
        changed = old
        try changed.replace(at: index, with: other)
        wanted.insert(other, at: index)
        #expect(changed.entries == wanted)
      }
    }
  }

  /// The comments that have a line of their own.
  private func comments(_ text: String) -> Set<String> {
    Set(
      text.split(whereSeparator: \.isNewline).map { $0.drop { " \u{FEFF}".contains($0) } }.filter {
        $0.hasPrefix("#")
      }.map(String.init)
    )
  }

  private func isSubsequence(_ few: [UInt8], of many: [UInt8]) -> Bool {
    var rest = many[...]
    for byte in few {
      guard let place = rest.firstIndex(of: byte) else { return false }
      rest = rest[(place + 1)...]
    }
    return true
  }

  @Test("Whatever is in a file, it is changed as asked, or not at all", arguments: 0..<20)
  func damage(seed: Int) throws {
    var generator = SeededGenerator(seed: 300 + seed)
    let bits = [
      "&a ", "*a", "{", "}", "[", "]", ",", ": ", "- ", "? ", "\n", "\"", "'", "|\n", ">-\n", " #",
      "---\n", "...\n", "\t", "\r", "\u{FEFF}", "pins:", "~", "  ",
    ]
    for round in 0..<40 {
      var text = Array(RandomDecisions(seed: 900_000 + 1_000 * seed + round).text.unicodeScalars)
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let start = Int.random(in: 0...text.count, using: &generator)
        let end = min(text.count, start + Int.random(in: 0...3, using: &generator))
        let bit = bits.randomElement(using: &generator) ?? ""
        text.replaceSubrange(start..<end, with: bit.unicodeScalars)
      }
      let damaged = String(String.UnicodeScalarView(text))
      guard let old = try? file(damaged) else { continue }
      for list in 0..<3 {
        let decision = RandomDecisions.decision(in: list, using: &generator)
        var changed = old
        if (try? changed.add(decision)) == nil {
          #expect(changed.bytes == old.bytes)
        } else {
          #expect(changed.entries.count == old.entries.count + 1, "\(damaged)")
          #expect(changed.entries.contains(decision), "\(damaged)")
          #expect(isSubsequence(old.bytes, of: changed.bytes), "\(damaged)")
        }
      }
      for index in old.entries.indices {
        var changed = old
        if (try? changed.remove(at: index)) != nil {
          var wanted = old.entries
          wanted.remove(at: index)
          #expect(changed.entries == wanted, "\(damaged)")
        }
      }
    }
  }

  @Test("Whatever words a reason is made of, they are read back", arguments: RandomDecisions.texts)
  func words(reason: String) throws {
    var changed = try file("")
    try changed.add(try pin("2024-06-11", reason))
    guard case .pin(let pin) = changed.entries[0].content else { return }
    #expect(
      pin.reason?.unicodeScalars.elementsEqual(
        reason.precomposedStringWithCanonicalMapping.unicodeScalars
      ) == true
    )
  }

  // MARK: - Examples

  @Test("Each style of a list goes on as it began")
  func styles() throws {
    let examples: [(old: String, new: String)] = [
      ("", "pins:\n  - {series: page, date: 2024-06-11}\n"),
      ("# ghi chú\n", "# ghi chú\npins:\n  - {series: page, date: 2024-06-11}\n"),
      ("# ghi chú", "# ghi chú\npins:\n  - {series: page, date: 2024-06-11}"),
      ("pins: []\n", "pins: [{series: page, date: 2024-06-11}]\n"),
      (
        "pins:\r\n- {series: page, date: 2024-01-02} # a\r\n# b\r\n",
        "pins:\r\n- {series: page, date: 2024-01-02} # a\r\n- {series: page, date: 2024-06-11}\r\n# b\r\n"
      ),
      (
        "pins:\n  - series: page\n    date: 2024-01-02\nbans: []\n",
        "pins:\n  - series: page\n    date: 2024-01-02\n  - series: page\n    date: 2024-06-11\nbans: []\n"
      ),
      (
        "pins: [\n  {series: page, date: 2024-01-02}  # a\n]\n",
        "pins: [\n  {series: page, date: 2024-01-02},  # a\n  {series: page, date: 2024-06-11}\n]\n"
      ),
      (
        "{bans: []}", "{bans: [], pins: [{series: page, date: 2024-06-11}]}"
      ),
      ("bans: []\n...\n", "bans: []\npins:\n  - {series: page, date: 2024-06-11}\n...\n"),
    ]
    for (old, new) in examples {
      var changed = try file(old)
      try changed.add(try pin("2024-06-11"))
      #expect(text(changed) == new)
    }
  }

  @Test(
    "A file that holds nothing decides nothing",
    arguments: ["", "# ghi chú", "---\n", "\u{FEFF}"]
  )
  func nothing(text: String) throws {
    #expect(try file(text).entries.isEmpty)
    var plan = try PlanText.everyKey()
    let pins = try plan.read().get().pins.count
    plan.decisions = text
    #expect(try plan.read().get().pins.count == pins - 1)
  }

  @Test("A comment behind the key of a list stays when the list becomes empty")
  func commentOfKey() throws {
    var changed = try file("pins:  # by phone\n  # first\n  - {series: page, date: 2024-01-02}\n")
    try changed.remove(at: 0)
    #expect(text(changed) == "pins: []  # by phone\n  # first\n")
  }

  // MARK: - Refusals

  private func refusal(of text: String, _ change: (inout DecisionsFile) throws -> Void) throws
    -> String
  {
    var changed = try file(text)
    do {
      try change(&changed)
      return self.text(changed)
    } catch let error as PlanFileError {
      #expect(changed.bytes == Array(text.utf8))
      return error.description
    }
  }

  @Test("What other entries share by an alias is left to people, with the line to write")
  func aliases() throws {
    let shared = "bans: &all\n  - {series: page, date: 2024-01-02}\npins: *all\n"
    let message = try refusal(of: shared) { try $0.add(try pin("2024-06-11")) }
    #expect(
      message == """
        decisions.yaml:3:1: error: `pins` is written in a way that only a person can change
              3 | pins: *all
                | ^^^^
             expected a list of entries such as - {series: page, date: 2024-06-11}, without anchors and aliases
             help: change `pins` by hand; nothing was written
        """
    )
    let anchored = "pins:\n  - &a {series: page, date: 2024-01-02}\nbans:\n  - *a\n"
    #expect(try refusal(of: anchored) { try $0.remove(at: 0) }.contains("only a person can change"))
  }

  @Test(
    "An entry that could not be read again is not written",
    arguments: ["a\nb", "a\tb", "a\u{202E}b", "a\u{0}b", " ", String(repeating: "a", count: 1_001)]
  )
  func unreadable(reason: String) throws {
    let message = try refusal(of: "bans: []\n") { try $0.add(try pin("2024-06-11", reason)) }
    #expect(message.contains("decisions.yaml:"), "\(message)")
    #expect(!message.contains("only a person"), "\(message)")
  }

  @Test(
    "A file that cannot be read is not changed",
    arguments: ["pins:\n", "pins: [\n", "pined: []\n", "[]\n", "\u{0}"]
  )
  func unreadableFile(text: String) {
    #expect(throws: PlanFileError.self) { try file(text) }
  }
}

extension Int {
  /// Whether a list has no entry.
  fileprivate func isMissing(in entries: [Decision]) -> Bool {
    !entries.contains { $0.listName == ["pins", "bans", "done"][self] }
  }
}

extension Decision {
  /// The key of the list that the entry is written in.
  fileprivate var listName: String {
    switch content {
    case .pin: "pins"
    case .ban: "bans"
    case .completion: "done"
    }
  }
}
