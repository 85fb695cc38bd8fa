import Foundation
import ICalendar
import TestSupport
import Testing

/// What the linter finds, and where.
@Suite struct LintTests {
  private static let fixtures = "Tests/ICalendarTests/Fixtures"

  private static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: Checkout.url("\(fixtures)/\(path)")))
  }

  private static func files(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: Checkout.url("\(fixtures)/\(folder)").path)
      .filter { $0.hasSuffix(".ics") }.sorted()
  }

  @Test(arguments: Defect.all)
  func `a defect is found at its place, and nothing beside it`(defect: Defect) throws {
    let bytes = try Self.bytes("broken/\(defect.file).ics")
    let report = LintReport(of: bytes)
    #expect(
      report.findings.map { "\($0.rule.rawValue) \($0.line):\($0.column)" }
        == ["\(defect.rule.rawValue) \(defect.line):\(defect.column)"]
    )
    #expect(defect.file.hasPrefix(defect.rule.rawValue))
    #expect(report.errors + report.warnings == 1)
    #expect((report.errors == 1) == (defect.rule.severity == .error))
  }

  @Test(arguments: Defect.all)
  func `without its defect a file is sound`(defect: Defect) throws {
    var bytes = try Self.bytes("broken/none.ics")
    let place = try #require(bytes.firstRange(of: defect.instead))
    bytes.replaceSubrange(place, with: defect.written)
    let isBroken = try bytes == Self.bytes("broken/\(defect.file).ics")
    #expect(isBroken)
  }

  @Test
  func `what has no defect has no finding`() throws {
    #expect(try LintReport(of: Self.bytes("broken/none.ics")).findings == [])
  }

  @Test
  func `every broken file is in the table`() throws {
    let named = Defect.all.map { "\($0.file).ics" } + ["empty-calendar.ics", "none.ics"]
    #expect(try Self.files("broken") == named.sorted())
    #expect(named.count >= 45)
  }

  @Test
  func `every rule has a broken file, but for those of large files`() throws {
    let found = Set(Defect.all.map(\.rule)).union([.emptyCalendar])
    #expect(Set(LintRule.allCases).subtracting(found) == [.limit, .feedSize])
  }

  @Test
  func `a calendar without an event is one that readers never empty`() throws {
    let findings = try LintReport(of: Self.bytes("broken/empty-calendar.ics")).findings
    #expect(findings.map(\.rule) == [.emptyCalendar])
  }

  @Test
  func `what other programs write soundly has no finding`() throws {
    let files = try Self.files("sound")
    #expect(files.count >= 20)
    for file in files {
      let findings = try LintReport(of: Self.bytes("sound/\(file)")).findings
      #expect(findings.isEmpty, "\(file): \(findings)")
    }
  }

  @Test
  func `what we keep and publish has no finding`() throws {
    for folder in ["calendars", "exports", "Tests/PublishingTests/Snapshots"] {
      let root = Checkout.url(folder)
      let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String }
      let feeds = (paths ?? []).filter { $0.hasSuffix(".ics") }
      #expect(!feeds.isEmpty)
      for feed in feeds {
        let findings = LintReport(of: Array(try Data(contentsOf: root.appending(path: feed))))
          .findings
        #expect(findings.isEmpty, "\(folder)/\(feed): \(findings)")
      }
    }
  }

  @Test
  func `one broken event does not hide the others`() throws {
    let text = """
      BEGIN:VCALENDAR
      VERSION:2.0
      PRODID:x
      BEGIN:VEVENT
      UID:1
      DTSTART:20240230T000000Z
      END:VTODO
      BEGIN:VEVENT
      UID:1
      DTSTAMP:soon
      DTSTART:20240102T000000Z
      END:VEVENT
      END:VCALENDAR

      """.replacing("\n", with: "\r\n")
    let expected = [
      "missing-property:4", "date-time:6", "nesting:7", "misplaced-component:8", "repeated-uid:9",
      "date-time:10",
    ]
    let found = LintReport(of: Array(text.utf8)).findings.map { "\($0.rule.rawValue):\($0.line)" }
    #expect(found == expected)
  }

  @Test
  func `findings that are not kept are counted, and errors are kept first`() {
    let line = "SUMMARY:" + String(repeating: "x", count: 80) + "\r\n"
    let broken = String(repeating: "BEGIN:X-A\r\n" + line + "END:X-A\r\n", count: 1_500) + "no\r\n"
    let text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n\(broken)END:VCALENDAR\r\n"
    let report = LintReport(of: Array(text.utf8))
    #expect((report.errors, report.warnings) == (1, 1_500))
    #expect(report.findings.count == LintReport.mostFindings)
    #expect(report.omitted == 501)
    #expect(report.findings.map(\.rule).last == .contentLine)
  }

  @Test
  func `feeds that Google Calendar cuts off are warned of`() {
    let events = (0..<1_001).map { number in
      "BEGIN:VEVENT\r\nUID:\(number)\r\nDTSTAMP:20240101T000000Z\r\nDTSTART:20240101T000000Z\r\nEND:VEVENT\r\n"
    }
    func rules(_ count: Int, padding: Int = 0) -> [LintRule] {
      let text =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n" + events.prefix(count).joined()
        + String(repeating: "X-A:1\r\n", count: padding) + "END:VCALENDAR\r\n"
      return LintReport(of: Array(text.utf8)).findings.map(\.rule)
    }
    #expect(rules(1_000) == [])
    #expect(rules(1_001) == [.feedSize])
  }

  @Test
  func `what is too large is not looked at`() {
    var limits = ParsingLimits.default
    limits.bytes = 10
    #expect(
      LintReport(of: Array("BEGIN:VCALENDAR".utf8), limits: limits).findings.map(\.rule) == [.limit]
    )
    let deep = (0..<9).map { "BEGIN:\($0 == 0 ? "VCALENDAR" : "X-A")\r\n" }.joined()
    #expect(LintReport(of: Array(deep.utf8)).findings.map(\.rule) == [.limit])
  }
}
