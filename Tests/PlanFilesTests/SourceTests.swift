import PlanFiles
import TestSupport
import Testing

/// Places: what the YAML parser counts, what people count, and where the caret stands.
@Suite struct SourceTests {
  /// The diagnostic of the misspelled key `kid` behind some text in a flow mapping.
  private func diagnostic(behind text: String) throws -> Diagnostic {
    let plan = "source: {number: \(text), kid: 1}\n"
    let reading = PlanText(plan: plan).read()
    return try #require(reading.diagnostics.first { $0.message == "unknown key `kid`" })
  }

  @Test(
    "Columns count characters, the caret stands under them",
    arguments: [
      // Text, its characters, its columns on a terminal.
      ("abc", 3, 3),
      ("Đặng Thị Ngọc Thịnh", 19, 19),
      ("\u{0065}\u{0302}\u{0301}", 1, 1),  // ế in three scalars
      ("Thi \u{0111}ua y\u{00EA}u n\u{01B0}\u{01A1}\u{0301}c", 16, 16),
      ("漢字", 2, 4),
      ("ｈａ", 2, 4),
      ("한국", 2, 4),
      ("👍🏽", 1, 2),
      ("👩‍👩‍👧", 1, 2),
      ("🇻🇳", 1, 2),
      ("❤️", 1, 2),
      ("𝛼", 1, 1),
    ]
  )
  func columns(text: String, characters: Int, width: Int) throws {
    let found = try diagnostic(behind: text)
    let before = "source: {number: ".count
    #expect(found.location.span?.column == before + characters + 3)
    #expect(found.location.span?.length == 3)
    let lines = found.description.split(separator: "\n")
    let gutter = "        | "
    #expect(lines[2] == gutter + String(repeating: " ", count: before + width + 2) + "^^^")
    #expect(text.displayWidth == width)
  }

  @Test("The caret line keeps the tabs of the line")
  func tabs() throws {
    let found = try diagnostic(behind: "\"a\tb\"")
    let caretLine = found.description.split(separator: "\n")[2]
    let plan = "source: {number: \"a"
    #expect(plan.count == 19)
    #expect(caretLine == "        | " + String(repeating: " ", count: 19) + "\t    ^^^")
  }

  @Test("A value that begins within a character begins with that character")
  func partsOfCharacters() throws {
    let reading = PlanText(plan: "id: \u{301}An\u{302}\n").read()
    let span = try #require(
      reading.diagnostics.first { $0.location.span?.column != 1 }?.location.span
    )
    // The mark joins the space before it, and is no character of its own.
    #expect(span.column == 4)
    #expect(span.length == 3)
    #expect(Array(span.sourceLine)[3...] == [" \u{301}", "A", "n\u{302}"])
  }

  @Test(
    "Lines end with LF, CR LF or CR",
    arguments: ["\n", "\r\n", "\r"]
  )
  func lineEnds(end: String) throws {
    let plan = ["# một", "", "id: x", "kid: 1", ""].joined(separator: end)
    let reading = PlanText(plan: plan).read()
    let found = try #require(reading.diagnostics.first { $0.message == "unknown key `kid`" })
    #expect(found.location.span?.line == 4)
    #expect(found.location.span?.column == 1)
    #expect(found.location.span?.sourceLine == "kid: 1")
  }

  @Test("Only a part of a long line is shown, with the caret in it")
  func longLines() throws {
    let found = try diagnostic(behind: String(repeating: "ộ", count: 5_000))
    let lines = found.description.split(separator: "\n").map(String.init)
    #expect(lines[1].hasPrefix("      1 | …"))
    #expect(lines[1].displayWidth < 140)
    let caret = try #require(lines[2].firstRange(of: "^^^"))
    let offset = lines[2].distance(from: lines[2].startIndex, to: caret.lowerBound)
    #expect(Array(lines[1])[offset..<offset + 3] == ["k", "i", "d"])
  }

  @Test("A text of several lines is underlined in its first")
  func severalLines() throws {
    let plan = """
      id: "An
        Giang"
      title: >
        a
      """
    let reading = PlanText(plan: plan).read()
    let found = try #require(reading.diagnostics.first { $0.location.span?.column == 5 })
    #expect(
      found.description == """
        plan.yaml:1:5: error: `An Giang` is not an identifier
              1 | id: "An
                |     ^^^
             expected at most 64 of a-z, 0-9 and `-`, a letter or digit first
             help: for example `an-giang`
        """
    )
  }
}

/// Bytes that are no text, or no text of a plan.
@Suite struct ByteTests {
  private func read(_ bytes: [UInt8]) -> PlanReading {
    PlanReader.read(
      PlanReader.Input(name: "plan.yaml", bytes: bytes),
      loading: { _ throws(PlanReader.LoadingError) in throw PlanReader.LoadingError("none") }
    )
  }

  private func read(_ text: String) -> PlanReading { read(Array(text.utf8)) }

  @Test("A byte that is not UTF-8 is named once for its line, and the rest is read on")
  func badBytes() {
    let reading = read(
      Array("title: a".utf8) + [0xFF, 0xC3] + Array("b\nperiod: 1\nfoo: 2\n".utf8)
    )
    #expect(
      reading.text == """
        plan.yaml:1:1: error: a plan needs `id`, `outlets`, `series`
              1 | title: a��b
                | ^^^^^
        plan.yaml:1:9: error: a byte here is not UTF-8
              1 | title: a��b
                |         ^
             help: save the file again as UTF-8
        plan.yaml:2:9: error: `period` is a single value
              2 | period: 1
                |         ^
             expected a period with the keys from, to
        plan.yaml:3:1: error: unknown key `foo`
              3 | foo: 2
                | ^^^
             expected one of: activities, apart, bans, calendars, costs, id, language, observances, \
        outlets, period, pins, publish, series, source, themes, timezone, title
        """
    )
  }

  @Test(
    "Characters that hide or mislead are refused wherever they stand",
    arguments: [
      ("\u{0}", "a NUL character, U+0000"),
      ("\u{1B}", "a control character, U+001B"),
      ("\u{85}", "a line separator that not every program knows, U+0085"),
      ("\u{2028}", "a line separator that not every program knows, U+2028"),
      ("\u{202E}", "a character that changes the direction of text, U+202E"),
      ("\u{2066}", "a character that changes the direction of text, U+2066"),
      ("\u{200B}", "an invisible character, U+200B"),
      ("\u{FEFF}", "an invisible character, U+FEFF"),
      ("\u{FFFD}", "a mark in the place of a lost character, U+FFFD"),
      ("\u{E000}", "a private-use character, U+E000"),
      ("\u{F0000}", "a private-use character, U+F0000"),
      ("\u{FFFE}", "a code point that is no character, U+FFFE"),
    ]
  )
  func forbidden(character: String, name: String) throws {
    let good = try PlanText.everyKey()
    for place in ["# A plan", "title: Tuyên", "id: an-giang", "timezone: Asia", "outlets"] {
      var bad = good
      bad.plan = good.plan.replacing(place, with: place + character, maxReplacements: 1)
      let reading = bad.read()
      #expect(reading.diagnostics.count == 1, "\(place)\n\(reading.text)")
      #expect(reading.diagnostics.first?.message == "\(name), cannot stand in a plan")
    }
  }

  @Test("Escapes do not let such characters in")
  func escapes() throws {
    for escape in [#"\0"#, #"\e"#, #"\u202E"#, #"\uFFFD"#, #"\U000F0000"#, #"\N"#, #"\t"#, #"\n"#] {
      var bad = try PlanText.everyKey()
      bad.plan = bad.plan.replacing("title: Chuyên mục", with: "title: \"Chuyên\(escape)mục\"")
      let reading = bad.read()
      #expect(reading.diagnostics.count == 1, "\(escape)\n\(reading.text)")
      #expect(reading.text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
    }
  }

  @Test("A byte order mark is taken away")
  func byteOrderMark() throws {
    var plan = try PlanText.everyKey()
    plan.plan = "\u{FEFF}" + plan.plan
    #expect(plan.read().text == "")
  }

  @Test(
    "Files that hold no plan at all",
    arguments: [
      ([], "plan.yaml: error: the file is empty"),
      (Array("# chỉ ghi chú\n".utf8), "plan.yaml: error: the file holds nothing"),
      (
        [0xFF, 0xFE, 0x69, 0x00],
        "plan.yaml: error: the file is UTF-16\n     expected UTF-8\n     help: save it again as UTF-8"
      ),
      (
        Array(repeating: UInt8(ascii: "\n"), count: 1 << 20 + 1),
        "plan.yaml: error: the file is too large\n     expected at most 1,048,576 bytes\n"
          + "     help: part the plan into several"
      ),
    ] as [([UInt8], String)]
  )
  func nothing(bytes: [UInt8], text: String) {
    let reading = read(bytes)
    #expect(reading.plan == nil)
    #expect(reading.text == text)
  }

  @Test("A line that is too long")
  func longLine() {
    let reading = read("id: x\ntitle: " + String(repeating: "ạ", count: 10_000))
    #expect(reading.diagnostics.map(\.message) == ["the line has 10,007 characters"])
    #expect(reading.diagnostics.first?.location.span?.line == 2)
  }

  @Test("An error behind very many warnings is an error")
  func manyWarnings() throws {
    var bad = try PlanText.everyKey()
    let lines = (0..<150).map { "  - {id: day-\($0), title: x, date: 2031-01-01, points: 1}\n" }
    bad.plan = bad.plan.replacing("observances:\n", with: "observances:\n" + lines.joined())
    #expect(bad.read().plan != nil)
    bad.plan = bad.plan.replacing("keep-cancelled: 45", with: "keep-cancelled: x")
    #expect(bad.read().plan == nil)
  }

  @Test("No more diagnostics are kept than anybody reads, and errors are never lost")
  func manyMistakes() throws {
    var bad = try PlanText.everyKey()
    let lines = (0..<300).map { "  - {id: theme-\($0), title: x, share: 0}\n" }.joined()
    bad.plan = bad.plan.replacing("themes:\n", with: "themes:\n" + lines)
    let reading = bad.read()
    #expect(reading.plan == nil)
    #expect(reading.diagnostics.count == 100)
    #expect(reading.omitted == 200)
    #expect(throws: PlanFileError.self) { try reading.get() }
    do {
      _ = try reading.get()
    } catch {
      #expect(error.description.hasSuffix("\n200 more are not shown"))
    }
  }
}
