internal import Foundation
import PlanFiles
import Scheduling
import TestSupport
import Testing

/// Plans on the disk.
@Suite struct PlanFileTests {
  private func withPlan<Result>(_ body: (URL) throws -> Result) throws -> Result {
    try withTemporaryFolder { folder in
      let text = try PlanText.everyKey()
      let plan = folder.appending(path: "an-giang")
      for name in ["an-giang", "shared"] {
        try FileManager.default.createDirectory(
          at: folder.appending(path: name),
          withIntermediateDirectories: true
        )
      }
      try Data(text.plan.utf8).write(to: plan.appending(path: "plan.yaml"))
      try Data((text.decisions ?? "").utf8).write(to: plan.appending(path: "decisions.yaml"))
      for (path, calendar) in text.calendars {
        try Data(calendar.utf8).write(to: plan.appending(path: path).standardizedFileURL)
      }
      return try body(plan)
    }
  }

  @Test("A calendar that is too large is refused, and not read in part")
  func largeCalendar() throws {
    try withPlan { folder in
      let calendar = folder.appending(path: "holidays.ics")
      let blanks = Data(repeating: UInt8(ascii: "\n"), count: 32 << 20)
      try (Data(contentsOf: calendar) + blanks).write(to: calendar)
      let error = #expect(throws: PlanFileError.self) { try PlanFile(at: folder.path).plan() }
      let told = error?.diagnostics.flatMap(\.notes).map(\.message) ?? []
      #expect(told.contains { $0.contains("at most 33554432 are read") }, "\(told)")
    }
  }

  @Test("A plan is named by its file or its folder, and reads with what stands beside it")
  func reading() throws {
    try withPlan { folder in
      let expected = try PlanText.everyKey().read().get()
      for path in [folder.path, folder.path + "/", folder.path + "/plan.yaml"] {
        let file = PlanFile(at: path)
        #expect(file.path == folder.path + "/plan.yaml")
        #expect(file.decisionsPath == folder.path + "/decisions.yaml")
        var plan = try file.plan()
        #expect(plan.citations[.period]?.file == file.path)
        #expect(plan.citations[.pin(1)]?.file == file.decisionsPath)
        plan.citations = expected.citations
        #expect(plan == expected)
      }
    }
  }

  @Test("Warnings come without an error")
  func warnings() throws {
    try withPlan { folder in
      let path = folder.appending(path: "plan.yaml")
      let text = try PlanText.everyKey().plan.replacing(
        "date: 2024-10-20",
        with: "date: 2031-10-20"
      )
      try Data(text.utf8).write(to: path)
      let reading = try PlanFile(at: folder.path).reading()
      #expect(reading.plan != nil)
      #expect(reading.diagnostics.map(\.severity) == [.warning])
      #expect(throws: Never.self) { try PlanFile(at: folder.path).plan() }
    }
  }

  @Test("The decisions need not be there")
  func withoutDecisions() throws {
    try withPlan { folder in
      try FileManager.default.removeItem(at: folder.appending(path: "decisions.yaml"))
      let plan = try PlanFile(at: folder.path).plan()
      #expect(plan.pins.count == 1)
      #expect(plan.completions.isEmpty)
    }
  }

  private func failure(at path: String) -> PlanFileError? {
    do {
      _ = try PlanFile(at: path).plan()
      return nil
    } catch {
      return error
    }
  }

  @Test("Files that are not there, or no files")
  func missing() throws {
    try withPlan { folder in
      let nowhere = folder.path + "/nowhere.yaml"
      #expect(failure(at: nowhere)?.reason == .missing)
      #expect(failure(at: nowhere)?.description == "\(nowhere): error: there is no such file")
      let shared = folder.deletingLastPathComponent().appending(path: "shared").path
      #expect(failure(at: shared)?.reason == .missing)
      #expect(failure(at: "/dev/null")?.reason == .unreadable)

      try FileManager.default.removeItem(at: folder.appending(path: "decisions.yaml"))
      try FileManager.default.createDirectory(
        at: folder.appending(path: "decisions.yaml"),
        withIntermediateDirectories: true
      )
      #expect(failure(at: folder.path)?.reason == .unreadable)
    }
  }

  @Test("Mistakes in both files are told at once, the plan's first")
  func bothFiles() throws {
    try withPlan { folder in
      let text = try PlanText.everyKey()
      try Data(text.plan.replacing("aim: 12", with: "aim: x").utf8)
        .write(to: folder.appending(path: "plan.yaml"))
      try Data("pins: [{series: sgement}]\n".utf8)
        .write(to: folder.appending(path: "decisions.yaml"))
      let error = try #require(failure(at: folder.path))
      #expect(error.reason == .invalid)
      #expect(
        error.diagnostics.map(\.message) == [
          "`x` is not a whole number", "a pin needs `date`", "unknown series `sgement`",
        ]
      )
      #expect(
        error.diagnostics.map { $0.location.file.hasSuffix("/plan.yaml") } == [true, false, false]
      )
    }
  }
}
