import CivilTime
import Foundation
import Publishing
import TestSupport
import Testing

@testable import lichsong

/// `lichsong explain` as a planner runs it.
struct ExplainCommandTests {
  private static let snapshots = "Tests/lichsongTests/Snapshots"

  /// Runs the program in an empty folder that holds the sample plan, of which Sundays are slots.
  private func explain(_ arguments: String..., adding text: String = "") throws -> Program.Outcome {
    try withTemporaryFolder { folder in
      let fixture = Checkout.url("Tests/lichsongTests/Fixtures/plan.yaml")
      let plan = String(decoding: try Data(contentsOf: fixture), as: UTF8.self)
        .replacing("BYDAY=2SU", with: "BYDAY=1SU,2SU,3SU")
      try Data((plan + text).utf8).write(to: folder.appending(path: "plan.yaml"))
      return try Program.lichsong.run(
        ["explain", "plan.yaml"] + arguments,
        in: folder,
        environment: ["COLUMNS": "100"]
      )
    }
  }

  @Test(arguments: ["table", "json"])
  func `an issue is explained in every form`(format: String) throws {
    let outcome = try explain("segment.2", "--on", "2024-06-12", "--format", format)
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    let snapshot = Snapshot("\(Self.snapshots)/explain.\(format).txt")
    #expect(snapshot.differs(from: outcome.output) == nil)
  }

  @Test
  func `an issue has several names`() throws {
    let byNumber = try explain("segment.2").output
    let first = try #require(byNumber.split(separator: "\n").dropFirst().first)
    let date = first.prefix(10)
    #expect(try explain("segment@\(date)").output == byNumber)
    #expect(try explain("mau-2024.segment.2@lichsong").output == byNumber)
    #expect(try explain("mau-2024.segment.2.airing.1@lichsong").output == byNumber)
  }

  @Test(
    arguments: [
      "", "segment", "segment.", ".1", "segment.x", "segment@", "@2024-05-12", "segment@2024-05-32",
      "segment@2024-05-12@lichsong", "mau-2024.segment@lichsong", "a.segment.2.airing@lichsong",
      "a.segment.2.aired.1@lichsong",
    ]
  )
  func `what names no issue is refused`(text: String) {
    #expect(IssueReference(text) == nil)
  }

  @Test(
    arguments: [
      ("segmnt.1", "did you mean `segment`?"), ("segment.9", "segment.3 on 2024-07-"),
      ("segment.-9223372036854775808", "segment.1 on 2024-05-"),
      ("segment@2024-12-31", "segment.3 on 2024-07-"),
      ("mau-2023.segment.1@lichsong", "of the plan mau-2023, not of mau-2024"),
      ("segment", "such as mau-2024.segment.1@lichsong"),
    ]
  )
  func `a wrong name gets the nearest right one`(name: String, help: String) throws {
    let outcome = try explain("--", name)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains(help), "\(outcome.errors)")
  }

  @Test
  func `a day that cannot be has its line`() throws {
    let outcome = try explain(
      "segment.2",
      "--on",
      "2024-06-16",
      adding: "bans:\n  - {series: segment, date: 2024-06-16, why: bão}\n"
    )
    #expect(outcome.status == 0)
    #expect(
      outcome.output.hasSuffix(
        """
        On 2024-06-16 Sun
          plan.yaml:21:5: segment is banned from this day
          a pin cannot change that

        """
      ),
      "\(outcome.output)"
    )
  }

  @Test
  func `a day that other limits forbid has its clash`() throws {
    let outcome = try explain(
      "segment.2",
      "--on",
      "2024-06-16",
      adding: "pins:\n  - {series: segment, date: 2024-06-02, why: họp báo}\n"
    )
    #expect(outcome.status == 0)
    let lines = outcome.output.split(separator: "\n").suffix(3)
    #expect(lines.first == "  an issue there cannot hold together with", "\(outcome.output)")
    #expect(
      lines.contains { $0.contains("plan.yaml:21:5: series segment: an issue on 2024-06-02") }
    )
    #expect(lines.contains { $0.contains("(III.5) series segment: at most 1 issue a month") })
  }

  @Test
  func `a clash that was not made smallest in time says so`() throws {
    let pin = "pins:\n  - {series: segment, date: 2024-06-02, why: họp báo}\n"
    let sentence = "  whether all of them are needed was not found out in time\n"
    let cut = try explain("segment.2", "--on", "2024-06-16", "--time-limit", "0", adding: pin)
    #expect(cut.output.hasSuffix(sentence), "\(cut.output)")
    let whole = try explain("segment.2", "--on", "2024-06-16", adding: pin)
    #expect(!whole.output.contains(sentence))
    let json = try explain(
      "segment.2",
      "--on",
      "2024-06-16",
      "--time-limit",
      "0",
      "--format",
      "json",
      adding: pin
    )
    #expect(json.output.contains("\"exhausted\" : [\n      \"clash\"\n    ]"), "\(json.output)")
  }

  @Test
  func `what is history stands`() throws {
    let outcome = try withTemporaryFolder { folder in
      let fixture = Checkout.url("Tests/lichsongTests/Fixtures/plan.yaml")
      try FileManager.default.copyItem(at: fixture, to: folder.appending(path: "plan.yaml"))
      _ = try Program.lichsong.run(
        ["publish", "plan.yaml", "--yes", "--now", "2024-04-01T00:00:00Z"],
        in: folder
      )
      return try Program.lichsong.run(
        ["explain", "plan.yaml", "segment.1", "--from", "2024-06-01", "--on", "2024-05-19"],
        in: folder
      )
    }
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("it stands."))
    #expect(!outcome.output.contains("Other days"))
    #expect(!outcome.output.contains("2024-05-19"))
  }

  @Test
  func `programs get a clash of the whole plan as data`() throws {
    let outcome = try explain(
      "segment.2",
      "--format",
      "json",
      adding: """
        pins:
          - {series: segment, date: 2024-06-02, why: một}
          - {series: segment, date: 2024-06-16, why: hai}

        """
    )
    #expect(outcome.status == 1)
    let document = try JSONText.decode(InfeasibilityDocument.self, from: outcome.output)
    #expect(document.status == "infeasible")
  }
}
