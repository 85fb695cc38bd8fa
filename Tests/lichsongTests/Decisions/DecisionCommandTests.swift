import Foundation
import TestSupport
import Testing

/// `lichsong pin`, `unpin`, `ban`, `unban` and `done` as a planner runs them.
struct DecisionCommandTests {
  private static let snapshots = "Tests/lichsongTests/Snapshots"

  @Test
  func `decisions are tried, priced and recorded`() throws {
    try PlannerSession.with { session in
      try session.run("pin", "plan.yaml", "segment", "2024-06-12", "--dry-run")
      #expect(session.decisions == nil)
      try session.run(
        "pin",
        "plan.yaml",
        "segment.2",
        "--on",
        "2024-06-09",
        "--why",
        "họp: #1, gấp"
      )
      try session.run("pin", "plan.yaml", "segment", "2024-06-09")
      try session.run("pin", "plan.yaml", "segment", "2024-06-09", "--theme", "law")
      try session.run("pin", "plan.yaml", "segment", "2024-06-02")
      try session.run("ban", "plan.yaml", "segment", "2024-07-14", "--why", "bảo trì")
      try session.run("ban", "plan.yaml", "segment", "2024-07-14")
      try session.run("ban", "plan.yaml", "segment@2024-06-09")
      try session.run("pin", "plan.yaml", "segment", "2024-07-14")
      try session.run("unpin", "plan.yaml", "segment", "2024-06-10")
      try session.run("unpin", "plan.yaml", "segment.2")
      try session.run("unban", "plan.yaml", "segment", "2024-07-14")
      #expect(session.decisions == nil)
      let snapshot = Snapshot("\(Self.snapshots)/decisions.txt")
      #expect(snapshot.differs(from: session.log) == nil)
    }
  }

  @Test
  func `what appeared is recorded by its identity, and replaced`() throws {
    try PlannerSession.with { session in
      let link = "https://example.vn/tin/1"
      try session.run("done", "plan.yaml", "segment.1", "--link", link, "--dry-run")
      #expect(session.decisions == nil)
      try session.run("done", "plan.yaml", "segment.1", "--link", link)
      try session.run("done", "plan.yaml", "segment.1", "--link", link)
      try session.run("done", "plan.yaml", "mau-2024.segment.1@lichsong", "--date", "2024-05-20")
      try session.run("done", "plan.yaml", "segment.1", "--link", "ftp://example.vn")
      try session.run("done", "plan.yaml", "segment.9")
      let snapshot = Snapshot("\(Self.snapshots)/done.txt")
      #expect(snapshot.differs(from: session.log) == nil)
      #expect(
        session.decisions == """
          done:
            - {issue: mau-2024.segment.1@lichsong, date: 2024-05-20}

          """
      )
      let future = try session.run("done", "plan.yaml", "segment.1", "--date", "2199-01-01")
      #expect(future.status == 64)
      #expect(future.errors.hasPrefix("error: 2199-01-01 is still to come, and today is "))
    }
  }

  @Test
  func `nothing can have appeared that was not released`() throws {
    try PlannerSession.with(isReleased: false) { session in
      let outcome = try session.run("done", "plan.yaml", "segment.1")
      #expect(outcome.status == 66)
      #expect(session.decisions == nil)
    }
  }

  /// A file of decisions as somebody wrote it, without a line end at its end.
  private static let written = """
    # Biên tập: Lan\r
    pins:  # họp ngày 3/4\r
        -   date: "2024-05-12"\r
            series: 'segment'\r
    # hết
    """

  @Test
  func `what people wrote is left as it is`() throws {
    try PlannerSession.with { session in
      session.decisions = Self.written
      try session.run("pin", "plan.yaml", "segment", "2024-06-09")
      let added = """
        'segment'\r
            - series: segment\r
              date: 2024-06-09\r
        # hết
        """
      #expect(session.decisions == Self.written.replacing("'segment'\r\n# hết", with: added))
      try session.run("unpin", "plan.yaml", "segment", "2024-06-09")
      #expect(session.decisions == Self.written)
      try session.run("ban", "plan.yaml", "segment", "2024-06-09")
      try session.run("unban", "plan.yaml", "segment", "2024-06-09")
      #expect(session.decisions == Self.written)
    }
  }

  @Test
  func `what the plan writes itself is left to people, with its line`() throws {
    let lines = """
      pins:
        - {series: segment, date: 2024-06-09, theme: law}
      bans:
        - {series: segment, date: 2024-07-14}

      """
    try PlannerSession.with(adding: lines) { session in
      let unpin = try session.run("unpin", "plan.yaml", "segment", "2024-06-09")
      #expect(unpin.status == 1)
      #expect(
        unpin.errors.hasPrefix(
          "plan.yaml:21:5: error: the pin of segment 2024-06-09 stands in the plan"
        )
      )
      let unban = try session.run("unban", "plan.yaml", "segment", "2024-07-14")
      #expect(unban.errors.hasPrefix("plan.yaml:23:5: error: the ban of"))
      let theme = try session.run("pin", "plan.yaml", "segment", "2024-06-09", "--theme", "people")
      #expect(theme.status == 1)
      #expect(theme.errors.contains("help: change the theme there"))
      let move = try session.run("pin", "plan.yaml", "segment.2", "--on", "2024-06-02")
      #expect(move.status == 1)
      #expect(move.errors.contains("help: change the day there"))
      let banned = try session.run("pin", "plan.yaml", "segment", "2024-07-14")
      #expect(banned.errors.contains("help: take the line out of the plan first"))
      #expect(session.decisions == nil)
    }
  }

  @Test
  func `a decision that cannot be met is written by force alone`() throws {
    try PlannerSession.with { session in
      session.decisions = "pins:\n  - {series: segment, date: 2024-06-09}\n"
      let before = session.decisions
      let refused = try session.run("pin", "plan.yaml", "segment", "2024-06-16")
      #expect(refused.status == 1)
      #expect(refused.output.isEmpty)
      #expect(session.decisions == before)
      let forced = try session.run("pin", "plan.yaml", "segment", "2024-06-16", "--force")
      #expect(forced.status == 0)
      #expect(session.decisions == (before ?? "") + "  - {series: segment, date: 2024-06-16}\n")
      // What mends a plan that cannot be met is recorded without force.
      let mended = try session.run("unpin", "plan.yaml", "segment", "2024-06-09")
      #expect(mended.status == 0)
      #expect(mended.output.contains("the plan can be met with that"), "\(mended.output)")
      #expect(session.decisions == "pins:\n  - {series: segment, date: 2024-06-16}\n")
    }
  }

  @Test
  func `an issue that would not be the one that moves is said to be another`() throws {
    // Two issues a month: a pin puts one more into June, and another month gives one up.
    try PlannerSession.with { session in
      let plan = session.folder.appending(path: "plan.yaml")
      let text = String(decoding: try Data(contentsOf: plan), as: UTF8.self)
        .replacing("per-month: 1\n", with: "per-month: {min: 1, max: 2}\n    aim: 4\n")
      try Data(text.utf8).write(to: plan)
      _ = try session.run("publish", "plan.yaml", "--yes", "--now", "2024-04-02T00:00:00Z")
      let schedule = try session.run("schedule", "plan.yaml", "--format", "csv").output
      let rows = schedule.split(separator: "\r\n").dropFirst().map { $0.split(separator: ",") }
      let issues = rows.map { (number: String($0[3]), day: String($0[0])) }
      let free = [
        "2024-05-05", "2024-05-12", "2024-05-19", "2024-07-07", "2024-07-14", "2024-07-21",
      ]
      .filter { day in !issues.contains { $0.day == day } }
      var said = 0
      for day in free {
        for issue in issues {
          let outcome = try session.run(
            "pin",
            "plan.yaml",
            "segment.\(issue.number)",
            "--on",
            day,
            "--dry-run"
          )
          guard outcome.status == 0 else { continue }
          let moved = outcome.output.contains("segment \(issue.day) -> \(day)")
          let isOther = outcome.output.contains("what is on \(day) is segment.")
          if !moved { #expect(isOther, "\(outcome.output)") }
          said += isOther ? 1 : 0
        }
      }
      #expect(said > 0)
    }
  }

  @Test
  func `the price of a pin is the one that is explained`() throws {
    try PlannerSession.with { session in
      for day in ["2024-06-01", "2024-06-02", "2024-06-09", "2024-06-12", "2024-06-30"] {
        let explained = try session.run("explain", "plan.yaml", "segment.2", "--on", day)
        let priced = try session.run("pin", "plan.yaml", "segment.2", "--on", day, "--dry-run")
        let words = explained.output.split(separator: "\n").last { $0.contains(" costs ") }
        let price = try #require(
          words?.split(separator: " costs ").last?.split(separator: ";").first
        )
        #expect(
          priced.output.contains("is pinned: \(price) points"),
          "\(priced.output)\(explained.output)"
        )
      }
    }
  }

  @Test(
    arguments: [
      ["pin", "plan.yaml"], ["pin", "plan.yaml", "segment"],
      ["pin", "plan.yaml", "segment", "soon"],
      ["pin", "plan.yaml", "segmnt", "2024-06-09"], ["pin", "plan.yaml", "segment", "2025-06-09"],
      ["pin", "plan.yaml", "segment", "2024-06-09", "--on", "2024-06-02"],
      ["pin", "plan.yaml", "segment", "2024-06-09", "--theme", "laww"],
      ["pin", "plan.yaml", "segment", "2024-06-09", "--from", "2024-06-10"],
      ["pin", "plan.yaml", "segment.2", "--from-feed", "plan.yaml"],
      ["pin", "plan.yaml", "segment.9"], ["ban", "plan.yaml", "segment", "2024-08-01"],
      ["ban", "plan.yaml", "page", "2024-06-09"], ["unpin", "plan.yaml", "segment", "2024-06-09"],
      ["unban", "plan.yaml", "segment@2024-06-09"], ["unban", "plan.yaml"], ["done", "plan.yaml"],
      ["done", "plan.yaml", "segment"],
    ]
  )
  func `wrong usage ends with 64 and writes nothing`(arguments: [String]) throws {
    try PlannerSession.with { session in
      let outcome = try Program.lichsong.run(arguments, in: session.folder)
      #expect(outcome.status == 64, "\(outcome.errors)")
      #expect(!outcome.errors.isEmpty)
      #expect(session.decisions == nil)
    }
  }

  @Test
  func `words that cannot stand in the file are refused with their place`() throws {
    try PlannerSession.with { session in
      let outcome = try session.run("pin", "plan.yaml", "segment", "2024-06-09", "--why", "a\nb")
      #expect(outcome.status == 65)
      #expect(
        outcome.errors.contains("decisions.yaml:2:46: error: `why` holds a line break"),
        "\(outcome.errors)"
      )
      #expect(session.decisions == nil)
    }
  }

  @Test
  func `a file of decisions with a mistake is named and left`() throws {
    try PlannerSession.with { session in
      session.decisions = "pins:\n  - {series: segment, dat: 2024-06-09}\n"
      let outcome = try session.run("pin", "plan.yaml", "segment", "2024-06-09")
      #expect(outcome.status == 65)
      #expect(outcome.errors.contains("decisions.yaml:2:"))
      #expect(session.decisions == "pins:\n  - {series: segment, dat: 2024-06-09}\n")
    }
  }
}
