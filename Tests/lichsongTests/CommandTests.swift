import Foundation
import TestSupport
import Testing

/// The program as a planner runs it.
struct CommandTests {
  private static let fixture = Checkout.url("Tests/lichsongTests/Fixtures/plan.yaml")
  private static let snapshots = "Tests/lichsongTests/Snapshots"

  /// Runs the program in an empty folder that holds the sample plan as `plan.yaml`.
  ///
  /// - Parameters:
  ///   - arguments: The arguments.
  ///   - edit: Changes the text of the plan first.
  /// - Returns: What the program left.
  /// - Throws: What keeps the program from being run.
  private func run(
    _ arguments: String...,
    edit: (String) -> String = { $0 }
  ) throws -> Program.Outcome {
    try withTemporaryFolder { folder in
      let text = String(decoding: try Data(contentsOf: Self.fixture), as: UTF8.self)
      try Data(edit(text).utf8).write(to: folder.appending(path: "plan.yaml"))
      return try Program.lichsong.run(arguments, in: folder, environment: ["COLUMNS": "100"])
    }
  }

  @Test(arguments: ["table", "json", "csv", "markdown"])
  func `a schedule is shown in every form`(format: String) throws {
    let outcome = try run("schedule", "plan.yaml", "--format", format)
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    let snapshot = Snapshot("\(Self.snapshots)/schedule.\(format).txt")
    #expect(snapshot.differs(from: outcome.output) == nil)
  }

  @Test
  func `a schedule is shown as a calendar`() throws {
    let outcome = try run("schedule", "plan.yaml", "--format", "ics")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("BEGIN:VCALENDAR\r\n"))
    #expect(outcome.output.hasSuffix("END:VCALENDAR\r\n"))
    #expect(outcome.output.split(separator: "BEGIN:VEVENT").count == 4)
  }

  @Test
  func `colour is left out where nobody looks`() throws {
    let outcome = try run("schedule", "plan.yaml")
    #expect(!outcome.output.contains("\u{1B}"))
  }

  @Test
  func `a sound plan is said to be so`() throws {
    let outcome = try run("check", "plan.yaml")
    #expect(outcome.status == 0)
    #expect(outcome.output == "mau-2024: no mistake found in 1 series and 2 themes\n")
  }

  @Test(arguments: ["check", "schedule", "publish"])
  func `a plan with a mistake ends with 65, its place and advice`(command: String) throws {
    let outcome = try run(command, "plan.yaml") {
      $0.replacing("per-month", with: "per-mouth")
    }
    #expect(outcome.status == 65)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("plan.yaml:14:5: error: "), "\(outcome.errors)")
    #expect(outcome.errors.contains("did you mean `per-month`?"))
  }

  @Test(arguments: ["check", "schedule", "publish"])
  func `a plan that is not there ends with 66`(command: String) throws {
    let outcome = try run(command, "nowhere")
    #expect(outcome.status == 66)
    #expect(outcome.errors == "nowhere: error: there is no such file\n")
  }

  @Test(
    arguments: [
      ["schedule"], ["schedule", "plan.yaml", "--format", "xml"],
      ["schedule", "plan.yaml", "--from", "2024-02-30"],
      ["explain", "plan.yaml"], ["explain", "plan.yaml", "segment"],
      ["explain", "plan.yaml", "segment.9"], ["explain", "plan.yaml", "segment@2024-05-13"],
      ["explain", "plan.yaml", "mau-2023.segment.1@lichsong"],
      ["explain", "plan.yaml", "segment.1", "--on", "soon"], ["holidays", "1899"],
      ["holidays", "x"],
      ["publish", "plan.yaml", "--now", "yesterday"], ["unknown"], ["publish", "plan.yaml"],
      ["publish", "plan.yaml", "--wait", "-1"], ["publish", "plan.yaml", "plan.yaml", "--yes"],
      ["render", "--wait", "soon"],
    ]
  )
  func `wrong usage ends with 64 and writes nothing`(arguments: [String]) throws {
    try withTemporaryFolder { folder in
      try FileManager.default.copyItem(at: Self.fixture, to: folder.appending(path: "plan.yaml"))
      let outcome = try Program.lichsong.run(arguments, in: folder)
      #expect(outcome.status == 64, "\(outcome.errors)")
      #expect(!outcome.errors.isEmpty)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["plan.yaml"])
    }
  }

  /// Bans the only slot of June.
  private static func withoutJune(_ text: String) -> String {
    text + "bans:\n  - {series: segment, date: 2024-06-09, why: bão}\n"
  }

  @Test(arguments: ["schedule", "publish"])
  func `a plan that cannot be met ends with 1 and names the lines`(command: String) throws {
    let outcome = try run(command, "plan.yaml", edit: Self.withoutJune)
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    #expect(
      Snapshot("\(Self.snapshots)/infeasible.txt").differs(from: outcome.errors) == nil
    )
  }

  @Test
  func `limits that contradict each other are seen without solving`() throws {
    let outcome = try run("check", "plan.yaml", edit: Self.withoutJune)
    #expect(outcome.status == 1)
    #expect(outcome.errors.hasPrefix("plan.yaml:15:5: error: 2024-06 has 0 slots"))
  }

  @Test
  func `programs get a clash as data`() throws {
    let outcome = try run("schedule", "plan.yaml", "--format", "json", edit: Self.withoutJune)
    #expect(outcome.status == 1)
    #expect(
      Snapshot("\(Self.snapshots)/infeasible.json.txt").differs(from: outcome.output) == nil
    )
  }

  /// Pins two pages too close to each other, and two segments.
  private static func withTwoClashes(_ text: String) -> String {
    text.replacing(
      "themes:\n",
      with: """
          - id: page
            outlet: station
            title: Chuyên trang
            clause: III.4
            aim: 4
            min-gap: 5
            slots:
              - {rule: "FREQ=WEEKLY;BYDAY=FR"}
        themes:

        """
    )
    .replacing("    per-month: 1\n", with: "    per-month: 1\n    min-gap: 30\n")
      + """
      pins:
        - {series: segment, date: 2024-06-09}
        - {series: segment, date: 2024-07-05, clause: IV.2}
        - {series: page, date: 2024-06-07}
        - {series: page, date: 2024-06-11, why: ngày truyền thống}

      """
  }

  /// Lets every theme come once.
  private static func withFewThemes(_ text: String) -> String {
    text.replacing("clause: II.1}", with: "clause: II.1, at-most: 1}")
  }

  @Test
  func `a clash of themes is told with the days on which it is one`() throws {
    let outcome = try run("schedule", "plan.yaml", edit: Self.withFewThemes)
    #expect(outcome.status == 1)
    #expect(
      Snapshot("\(Self.snapshots)/infeasible-themes.txt").differs(from: outcome.errors) == nil
    )
  }

  @Test(arguments: ["table", "json"])
  func `lines that clash apart from each other are mended together`(format: String) throws {
    let outcome = try run(
      "schedule",
      "plan.yaml",
      "--format",
      format,
      edit: Self.withTwoClashes
    )
    #expect(outcome.status == 1)
    let text = format == "json" ? outcome.output : outcome.errors
    #expect(
      Snapshot("\(Self.snapshots)/infeasible-twice.\(format).txt").differs(from: text) == nil
    )
  }

  @Test
  func `publishing writes a release once, and then nothing`() throws {
    try withTemporaryFolder { folder in
      try FileManager.default.copyItem(at: Self.fixture, to: folder.appending(path: "plan.yaml"))
      func publish(_ arguments: String...) throws -> Program.Outcome {
        try Program.lichsong.run(["publish", "plan.yaml"] + arguments, in: folder)
      }
      let dry = try publish("--dry-run")
      #expect(dry.status == 0)
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "exports").path))

      let first = try publish("--yes", "-m", "Lịch quý", "--now", "2024-04-01T00:00:00Z")
      #expect(first.status == 0)
      #expect(
        first.output == """
          mau-2024: release 1, 3 issues, 3 events
            exports/mau-2024/station.ics
            exports/mau-2024/all.ics
            exports/mau-2024/themes/law.ics
            exports/mau-2024/themes/people.ics
            exports/mau-2024/schedule.json
            exports/mau-2024/agenda.txt
            exports/mau-2024/CHANGES.md
            exports/mau-2024/changes.atom
            exports/mau-2024/index.html
            exports/index.html
            exports/robots.txt

          """
      )
      let again = try publish("--yes", "--now", "2024-04-02T00:00:00Z")
      #expect(again.output == "mau-2024: nothing changed since release 1\n")

      try FileManager.default.removeItem(
        at: folder.appending(path: "exports/mau-2024/station.ics")
      )
      let mended = try publish("--yes", "--now", "2024-04-02T00:00:00Z")
      #expect(
        mended.output == "mau-2024: nothing changed since release 1; made anew: station.ics\n"
      )
    }
  }

  @Test(arguments: ["x", "x/", "./x", "x/y", "../a", "/tmp/"])
  func `exports can stand anywhere`(name: String) throws {
    try withTemporaryFolder { folder in
      let place = folder.appending(path: "b")
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: Self.fixture, to: place.appending(path: "plan.yaml"))
      // An absolute place must not be shared by tests.
      let exports = name == "/tmp/" ? folder.path + "/" : name
      let outcome = try Program.lichsong.run(
        ["publish", "plan.yaml", "--yes", "--exports", exports],
        in: place
      )
      #expect(outcome.status == 0, "\(outcome.errors)")
      let written = exports.hasPrefix("/") ? exports : "\(place.path)/\(exports)"
      let ledger = "\(written)/mau-2024/releases/0001.json"
      #expect(FileManager.default.fileExists(atPath: ledger))
    }
  }

  @Test
  func `where nothing can be written, publishing ends with 73`() throws {
    let outcome = try run("publish", "plan.yaml", "--yes", "--exports", "plan.yaml")
    #expect(outcome.status == 73)
    #expect(outcome.errors.hasPrefix("cannot write "))
  }

  @Test
  func `a damaged ledger ends with 65 and is left alone`() throws {
    try withTemporaryFolder { folder in
      try FileManager.default.copyItem(at: Self.fixture, to: folder.appending(path: "plan.yaml"))
      let release = folder.appending(path: "exports/mau-2024/releases/0001.json")
      try FileManager.default.createDirectory(
        at: release.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data("{".utf8).write(to: release)
      for command in [["schedule", "plan.yaml"], ["publish", "plan.yaml", "--yes"]] {
        let outcome = try Program.lichsong.run(command, in: folder)
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("exports/mau-2024/releases/0001.json: "))
        #expect(try Data(contentsOf: release) == Data("{".utf8))
      }
    }
  }

  @Test
  func `holidays by law are one calendar, in order and without doubles`() throws {
    let outcome = try run("holidays", "2028", "2027", "2028")
    #expect(outcome.status == 0)
    let days = outcome.output.split(separator: "\r\n")
      .filter { $0.hasPrefix("DTSTART;VALUE=DATE:") }.map { $0.suffix(8) }
    #expect(days == days.sorted())
    #expect(Set(days).count == days.count)
    #expect(days.first == "20270101")
    #expect(days.contains("20270206"))
    #expect(days.last?.hasPrefix("2028") == true)
    // As in calendars/vietnam/public-holidays.ics, into which these events are copied.
    #expect(outcome.output.contains("UID:vn-public-holiday-2027-02-06@lichsong\r\n"))
    #expect(outcome.output.contains("DTSTAMP:20260107T000000Z\r\n"))
  }

  @Test(arguments: [
    [], ["schedule"], ["explain"], ["check"], ["publish"], ["render"], ["holidays"], ["pin"],
    ["unpin"],
    ["ban"], ["unban"], ["done"],
  ])
  func `every command has help with an example`(command: [String]) throws {
    let outcome = try Program.lichsong.run(command + ["--help"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("EXAMPLE") || command.isEmpty)
    #expect(outcome.output.contains("EXIT STATUS") || !command.isEmpty)
  }
}
