import CivilTime
import PlanFiles
import Scheduling
import TestSupport
import Testing

/// The parts of YAML that are read, that are refused, and that other readers guess differently.
@Suite struct YAMLTests {
  @Test(
    "Mistakes of syntax",
    arguments: [
      ("tab", "a: 1\n\tb: 2\n"),
      ("colon", "title: một: hai\n"),
      ("quote", "title: \"chưa đóng\nid: x\n"),
      ("single-quote", "title: 'chưa đóng\nid: x\n"),
      ("list", "apart: [1, 2\nid: x\n"),
      ("mapping", "source: {number: 1\nid: x\n"),
      ("at-sign", "title: @x\n"),
      ("percent", "title: %x\n"),
      ("backtick", "title: `x`\n"),
      ("indentation", "period:\n  from: 2024-01-01\n to: 2024-12-31\n"),
      ("dash", "outlets:\n  - id: a\n  id: b\n"),
      ("no-colon", "id: x\ntitle\nperiod: 1\n"),
      ("bracket", "id: x]\ntitle: ]\n"),
      ("escape", "title: \"\\q\"\n"),
      ("anchor", "title: &\n"),
      ("directive", "%YAML 3.0\n---\nid: x\n"),
      ("documents", "id: x\n---\nid: y\n"),
      ("list-file", "- id: x\n"),
      ("text-file", "một đoạn văn\n"),
      ("complex-key", "? [a, b]\n: 1\n"),
      ("unknown-alias", "title: *tên\n"),
      ("bold", "title: **đậm**\n"),
      ("merge", "costs:\n  <<: {short: 1}\n"),
      ("empty-keys", "{: 1, : 2}\n"),
    ]
  )
  func syntax(name: String, text: String) {
    let snapshot = Snapshot("Tests/PlanFilesTests/Snapshots/yaml/\(name).txt")
    #expect(snapshot.differs(from: PlanText(plan: text).read().text + "\n") == nil)
  }

  @Test("Values are read from their text, not by what YAML guesses")
  func traps() throws {
    var text = try PlanText.everyKey()
    text.plan =
      text.plan
      .replacing("title: Chuyên mục", with: "title: no")
      .replacing("title: Chuyên trang", with: "title: 010")
      .replacing("name: Báo An Giang", with: "name: 1e3")
      .replacing("number: 64/KH-UBND", with: "number: 20:15")
      .replacing("clause: II.1", with: "clause: 3.10")
    let plan = try text.read().get()
    #expect(plan.series.map(\.title) == ["no", "010"])
    #expect(plan.outlets.last?.name == "1e3")
    #expect(plan.source?.number == "20:15")
    #expect(plan.themes.first?.clause == "3.10")
    #expect(plan.series.first?.slotRules.first?.candidates.first?.time?.description == "20:15")
  }

  @Test("All ways to write a text are the same text")
  func scalars() throws {
    let good = try PlanText.everyKey()
    for written in [
      "Chuyên mục", "'Chuyên mục'", "\"Chuyên mục\"", "\"Chuy\\u00EAn m\\u1EE5c\"",
      ">\n      Chuyên\n      mục", "|\n      Chuyên mục", "Chuyên\n      mục", "&x Chuyên mục",
      "\"Chuy\u{65}\u{302}n mục\"",
    ] {
      var text = good
      text.plan = good.plan.replacing("title: Chuyên mục", with: "title: \(written)")
      #expect(
        try text.read().get().series.first?.title.utf8.elementsEqual("Chuyên mục".utf8) == true
      )
    }
  }

  @Test("An alias is what its anchor is, and a mistake in it is told once")
  func aliases() throws {
    var text = try PlanText.everyKey()
    text.plan =
      text.plan
      .replacing(
        "slots:\n      - {rule: \"FREQ=M",
        with: "slots: &evenings\n      - {rule: \"FREQ=M"
      )
      .replacing("slots:\n      - {rule: \"FREQ=WEEKLY;BYDAY=FR\"}", with: "slots: *evenings")
    let plan = try text.read().get()
    #expect(plan.series[0].slotRules == plan.series[1].slotRules)

    text.plan = text.plan.replacing("cost: 100", with: "cost: -100")
    #expect(text.read().diagnostics.map(\.message) == ["`-100` is out of range"])
  }

  @Test("Of two anchors with one name, the nearer one above counts")
  func shadowing() throws {
    var text = try PlanText.everyKey()
    text.plan =
      text.plan
      .replacing("title: Chuyên mục", with: "title: &t Một")
      .replacing("title: Chuyên trang", with: "title: &t Hai")
      .replacing("title: Điển hình tiên tiến", with: "title: *t")
    let plan = try text.read().get()
    #expect(plan.series.map(\.title) == ["Một", "Hai"])
    #expect(plan.themes.last?.title == "Hai")
  }

  @Test("Asterisks in texts are asterisks")
  func asterisks() throws {
    var text = try PlanText.everyKey()
    text.plan =
      text.plan
      .replacing("title: Chuyên mục", with: "title: a * b ** c*")
      .replacing("title: Chuyên trang", with: "title: '*d'")
    #expect(try text.read().get().series.map(\.title) == ["a * b ** c*", "*d"])
  }

  @Test("What an alias stands for is bounded, whether as value or as key")
  func expansion() {
    var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...30 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      bomb += "a\(level): &a\(level) [\(aliases)]\n"
    }
    for bomb in [bomb, bomb + "? *a30\n: 1\n", bomb + "? {*a30 : *a30}\n: 1\n"] {
      let reading = PlanText(plan: bomb).read()
      let found = reading.diagnostics.filter { $0.message.contains("is too large, with what") }
      #expect(found.count == 1)
      #expect(found.first?.location.span?.line == 6)
    }
  }

  @Test("Aliases of a long text are bounded too")
  func longText() {
    let text = String(repeating: "  chữ chữ chữ\n", count: 30_000)
    let aliases = (0..<400).map { "k\($0): *t\n" }.joined()
    let reading = PlanText(plan: "t: &t >\n\(text)\(aliases)").read()
    #expect(reading.diagnostics.contains { $0.message.contains("is too large, with what") })
  }

  @Test("An alias of what it stands in is refused")
  func recursion() {
    let reading = PlanText(plan: "pins: &p [*p]\n").read()
    #expect(
      reading.diagnostics.contains {
        $0.message == "`*p` refers to an anchor that is not above it"
          && $0.suggestion == "a text that begins with `*` is written in quotes"
      }
    )
  }

  @Test(
    "Nesting is bounded",
    arguments: [
      String(repeating: "[", count: 9_000),
      String(repeating: "[", count: 400) + String(repeating: "]", count: 400),
      String(repeating: "{a: ", count: 2_000),
      String(repeating: "- ", count: 4_900) + "a",
      (0..<900).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
      String(repeating: "? ", count: 4_900),
    ]
  )
  func nesting(text: String) {
    let reading = PlanText(plan: text).read()
    let messages = reading.diagnostics.map(\.message)
    #expect(messages.filter { $0.contains("within each other too deeply") }.count == 1)
    #expect(messages.count <= 3)
  }

  @Test("Every key that is written twice is named, with the first")
  func duplicateKeys() {
    let text = """
      "id": a
      'title': b
      source: {number: 1, number: 2, number: 3}
      title: c
      id: d
      &x kind: 1
      kind: 2
      """
    let reading = PlanText(plan: text).read()
    let duplicates = reading.diagnostics.filter { $0.message.hasPrefix("duplicate key") }
    let places = duplicates.map { diagnostic in
      [diagnostic.location.description] + diagnostic.notes.map(\.location.description)
    }
    #expect(
      places == [
        ["plan.yaml:3:21", "plan.yaml:3:10"],
        ["plan.yaml:3:32", "plan.yaml:3:10"],
        ["plan.yaml:4:1", "plan.yaml:2:1"],
        ["plan.yaml:5:1", "plan.yaml:1:1"],
        ["plan.yaml:7:1", "plan.yaml:6:4"],
      ]
    )
  }

  @Test("Very many keys written twice do not take for ever")
  func manyDuplicateKeys() {
    let text = (0..<300).map { "k\($0): 1\nk\($0): 2\n" }.joined()
    let reading = PlanText(plan: text).read()
    #expect(reading.plan == nil)
    #expect(reading.diagnostics.contains { $0.message.hasPrefix("duplicate key") })
  }

  @Test("A plan of nearly a mebibyte is read")
  func large() throws {
    var text = try PlanText.everyKey()
    let filler = String(repeating: "# \(String(repeating: "ghi chú ", count: 100))\n", count: 980)
    let themes = (0..<900).map { "  - {id: theme-\($0), title: Chủ đề \($0)}\n" }.joined()
    text.plan = filler + text.plan.replacing("themes:\n", with: "themes:\n" + themes)
    #expect(text.plan.utf8.count > 900_000)
    #expect(text.plan.utf8.count < 1 << 20)
    #expect(try text.read().get().themes.count == 902)
  }
}
