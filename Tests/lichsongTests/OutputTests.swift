import Testing

@testable import lichsong

/// Text on a terminal.
struct OutputTests {
  @Test
  func `columns are as wide as what is seen`() {
    var table = Table([.left, .right, .left])
    table.add(["Đài", "1", "Thi đua"])
    table.add(["Ba\u{0301}o", "12", "日本"])
    #expect(table.lines() == ["  Đài   1  Thi đua", "  Ba\u{0301}o  12  日本"])
  }

  @Test
  func `the flexible column gives way to the terminal`() {
    var table = Table([.left, .left], flexible: 1)
    table.add(["2024-06-11", "“Thi đua là yêu nước”"])
    #expect(table.lines(width: 24) == ["  2024-06-11  “Thi đua…"])
    #expect(table.lines(width: 200) == ["  2024-06-11  “Thi đua là yêu nước”"])
  }

  @Test(
    arguments: [
      ("\u{1B}[31mđỏ", "<U+1B>[31mđỏ"), ("a\u{202E}b", "a<U+202E>b"), ("a\nb", "a<U+A>b"),
      ("\u{9B}2J", "<U+9B>2J"), ("Thi đua 🎉", "Thi đua 🎉"),
    ]
  )
  func `words from a plan never command a terminal`(text: String, shown: String) {
    #expect(TerminalText.printable(text) == shown)
  }

  @Test
  func `text is cut between characters`() {
    #expect(TerminalText.cut("Nghị quyết", to: 10) == "Nghị quyết")
    #expect(TerminalText.cut("Nghị quyết", to: 5) == "Nghị…")
    #expect(TerminalText.cut("日本語", to: 4) == "日…")
  }
}
