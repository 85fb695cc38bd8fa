import Foundation
import TestSupport
import Testing

/// A year of releases as a planner makes them: `publish`, `diff`.
struct ReleaseCommandTests {
  private static let snapshots = "Tests/lichsongTests/Snapshots"

  /// A folder with the sample plan and its releases.
  private struct Desk {
    let folder: URL

    init(in folder: URL) throws {
      self.folder = folder
      try Data(contentsOf: Checkout.url("Tests/lichsongTests/Fixtures/plan.yaml"))
        .write(to: folder.appending(path: "plan.yaml"))
    }

    /// Runs the program.
    func run(_ arguments: String...) throws -> Program.Outcome {
      try Program.lichsong.run(arguments, in: folder, environment: ["COLUMNS": "100"])
    }

    /// Changes the plan.
    func edit(_ text: String, to other: String) throws {
      let url = folder.appending(path: "plan.yaml")
      let plan = String(decoding: try Data(contentsOf: url), as: UTF8.self)
      try #require(plan.contains(text))
      try Data(plan.replacing(text, with: other).utf8).write(to: url)
    }

    /// Adds lines to the plan.
    func append(_ lines: String) throws {
      let url = folder.appending(path: "plan.yaml")
      try (Data(contentsOf: url) + Data(lines.utf8)).write(to: url)
    }
  }

  private func withDesk<Result>(_ body: (Desk) throws -> Result) throws -> Result {
    try withTemporaryFolder { try body(Desk(in: $0)) }
  }

  /// What a story's commands said, one after another.
  private struct Transcript {
    private(set) var text = ""

    mutating func add(_ arguments: [String], _ outcome: Program.Outcome) {
      text += "$ lichsong \(arguments.joined(separator: " "))\n\(outcome.output)"
      if !outcome.errors.isEmpty { text += "-- errors\n\(outcome.errors)" }
      if outcome.status != 0 { text += "-- exit \(outcome.status)\n" }
      text += "\n"
    }
  }

  @Test
  func `an address is remembered until it is taken back`() throws {
    try withDesk { desk in
      func publish(_ arguments: String...) throws -> Program.Outcome {
        try Program.lichsong.run(
          ["publish", "plan.yaml", "--yes", "--now", "2024-04-01T00:00:00Z"] + arguments,
          in: desk.folder
        )
      }
      func urls() throws -> Int {
        let files = try FileManager.default.subpathsOfDirectory(
          atPath: desk.folder.appending(path: "exports").path
        )
        let feed = try #require(files.first { $0.hasSuffix("all.ics") })
        let url = desk.folder.appending(path: "exports").appending(path: feed)
        return String(decoding: try Data(contentsOf: url), as: UTF8.self)
          .ranges(of: "\r\nURL:https://lich.example.vn/").count
      }
      #expect(try publish().status == 0)
      #expect(try urls() == 0)
      #expect(try publish("--base-url", "https://lich.example.vn").status == 0)
      let count = try urls()
      #expect(count > 1)
      try desk.edit("minutes: 12", to: "minutes: 11")
      #expect(try publish().status == 0)
      #expect(try urls() == count)
      #expect(try publish("--base-url", "none").status == 0)
      #expect(try urls() == 0)
      let wrong = try publish("--base-url", "lich.example.vn")
      #expect(wrong.status == 64)
      #expect(wrong.errors.contains("such as https://lich.example.vn/"))
    }
  }

  @Test
  func `a plan changes, and what is published moves as little as it can`() throws {
    try withDesk { desk in
      var story = Transcript()
      func run(_ arguments: String...) throws {
        story.add(
          arguments,
          try Program.lichsong.run(arguments, in: desk.folder, environment: ["COLUMNS": "100"])
        )
      }
      try run("diff", "plan.yaml")
      try run("publish", "plan.yaml", "--yes", "--now", "2024-04-01T00:00:00Z", "-m", "Lịch quý")
      try run("diff", "plan.yaml")
      try desk.edit(
        "at: \"20:15\"}",
        to: "at: \"20:15\"}\n      - {rule: \"FREQ=WEEKLY;BYDAY=SU\", at: \"20:15\", cost: 40}"
      )
      try desk.append("bans:\n  - {series: segment, date: 2024-06-09, why: chung kết bóng đá}\n")
      try run("diff", "plan.yaml")
      try run("publish", "plan.yaml")
      try run("publish", "plan.yaml", "--dry-run", "--now", "2024-05-20T00:00:00Z")
      try run(
        "publish",
        "plan.yaml",
        "--yes",
        "--now",
        "2024-05-20T00:00:00Z",
        "-m",
        "Tránh chung kết"
      )
      try run("publish", "plan.yaml", "--yes", "--now", "2024-05-20T00:00:00Z")
      try run("diff", "plan.yaml", "1", "2", "--format", "markdown")
      try run("diff", "plan.yaml", "1", "2", "--format", "json")
      try run("diff", "plan.yaml", "0", "1")
      try run("diff", "plan.yaml", "3")
      try run("diff", "plan.yaml", "2", "1")
      try run("publish", "plan.yaml", "--again", "1", "--yes", "--now", "2024-05-21T00:00:00Z")
      try run("publish", "plan.yaml", "--again", "9", "--yes")
      try desk.edit("per-month: 1", to: "per-month: {min: 0, max: 1}\n    aim: 1")
      try run(
        "publish",
        "plan.yaml",
        "--yes",
        "--from",
        "2024-05-01",
        "--now",
        "2024-05-02T00:00:00Z"
      )
      try run(
        "publish",
        "plan.yaml",
        "--yes",
        "--force",
        "--from",
        "2024-05-01",
        "--now",
        "2024-05-22T00:00:00Z"
      )
      let snapshot = Snapshot("\(Self.snapshots)/releases.txt")
      #expect(snapshot.differs(from: story.text) == nil)
    }
  }

  @Test
  func
    `where nobody can be asked, a plan that states its rules is published if they block nothing`()
    throws
  {
    try withDesk { desk in
      #expect(try desk.run("publish", "plan.yaml").status == 64)
      try desk.append("publish: {release: {unusual: warn}}\n")
      #expect(try desk.run("publish", "plan.yaml").status == 0)
      try desk.edit("at: \"20:15\"}", to: "at: \"20:15\", cost: 10}")
      try desk.append("bans:\n  - {series: segment, date: 2024-06-09}\n")
      try desk.edit(
        "      - {rule",
        to: "      - {rule: \"FREQ=WEEKLY;BYDAY=SA\", cost: 5}\n      - {rule"
      )
      let warned = try desk.run("publish", "plan.yaml")
      #expect(warned.status == 0)
      #expect(warned.errors.contains("warning: on unusual slots: segment on 2024-06-15"))
    }
  }

  @Test
  func `a clock that runs backwards plans nothing again that is over`() throws {
    try withDesk { desk in
      _ = try desk.run(
        "publish",
        "plan.yaml",
        "--yes",
        "--now",
        "2024-07-01T00:00:00Z",
        "--from",
        "2024-05-01"
      )
      try desk.edit("“Người tốt, việc tốt”", to: "“Người tốt”")
      let second = try desk.run("publish", "plan.yaml", "--yes", "--now", "2024-04-01T00:00:00Z")
      #expect(second.status == 0)
      #expect(
        second.errors.hasPrefix(
          "warning: the clock says 2024-04-01T00:00:00Z, but release 1 was made at 2024-07-01T00:00:00Z"
        )
      )
      let text = String(
        decoding: try Data(
          contentsOf: desk.folder.appending(path: "exports/mau-2024/releases/0002.json")
        ),
        as: UTF8.self
      )
      #expect(text.contains("\"time\" : \"2024-07-01T00:00:01Z\""))
      // What is over keeps its words.
      let feed = String(
        decoding: try Data(contentsOf: desk.folder.appending(path: "exports/mau-2024/all.ics")),
        as: UTF8.self
      ).replacing("\r\n ", with: "")
      let changed = feed.split(separator: "BEGIN:VEVENT").filter {
        $0.contains("LAST-MODIFIED:20240701T000001Z")
      }
      #expect(changed.allSatisfy { $0.contains("DTSTART;TZID=Asia/Ho_Chi_Minh:202407") })
    }
  }

  @Test
  func `releases that are made within a second are dated one after another, without a word`() throws
  {
    try withDesk { desk in
      let titles = ["“Người tốt, việc tốt”", "“Người tốt”", "“Việc tốt”", "“Tốt”"]
      for (index, title) in titles.enumerated() {
        if index > 0 { try desk.edit(titles[index - 1], to: title) }
        let outcome = try desk.run("publish", "plan.yaml", "--yes", "--now", "2024-04-01T00:00:00Z")
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty, "\(outcome.errors)")
        let release = desk.folder.appending(path: "exports/mau-2024/releases/000\(index + 1).json")
        let text = String(decoding: try Data(contentsOf: release), as: UTF8.self)
        #expect(text.contains("\"time\" : \"2024-04-01T00:00:0\(index)Z\""))
      }
    }
  }

  @Test
  func `with a moved holiday on the real plan, only the issue that must move does`() throws {
    try withTemporaryFolder { folder in
      let calendars = folder.appending(path: "calendars")
      try FileManager.default.copyItem(at: Checkout.url("calendars"), to: calendars)
      func run(_ arguments: String...) throws -> String {
        let outcome = try Program.lichsong.run(
          arguments + ["--exports", "exports"],
          in: folder,
          environment: ["COLUMNS": "100"]
        )
        #expect(outcome.status == 0, "\(outcome.errors)")
        return outcome.output
      }
      let plan = "calendars/kien-giang-2024"
      _ = try run("publish", plan, "--yes", "--now", "2023-12-01T00:00:00Z")
      // 30 April becomes 26 April, on which a page was to be printed.
      let holidays = calendars.appending(path: "vietnam/public-holidays.ics")
      let text = String(decoding: try Data(contentsOf: holidays), as: UTF8.self)
      try #require(text.contains("DTSTART;VALUE=DATE:20240430"))
      try Data(
        text.replacing("DTSTART;VALUE=DATE:20240430", with: "DTSTART;VALUE=DATE:20240426").utf8
      ).write(to: holidays)
      let difference = try run("diff", plan, "--from", "2024-03-01")
      let snapshot = Snapshot("\(Self.snapshots)/moved-holiday.txt")
      #expect(snapshot.differs(from: difference) == nil)
    }
  }
}
