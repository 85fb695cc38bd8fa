import Foundation
import TestSupport
import Testing

/// What is published, made anew from the ledger alone.
struct RenderCommandTests {
  /// Gives `body` a folder in which the sample plan was published under two identifiers.
  private func withExports(_ body: (URL) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let fixture = Checkout.url("Tests/lichsongTests/Fixtures/plan.yaml")
      let text = String(decoding: try Data(contentsOf: fixture), as: UTF8.self)
      for year in ["2024", "2025"] {
        try Data(text.replacing("mau-2024", with: "mau-\(year)").utf8)
          .write(to: folder.appending(path: "plan-\(year).yaml"))
      }
      let outcome = try Program.lichsong.run(
        ["publish", "plan-2024.yaml", "plan-2025.yaml", "--yes"],
        in: folder
      )
      try #require(outcome.status == 0, "\(outcome.errors)")
      try body(folder)
    }
  }

  @Test
  func `a plan file is not needed`() throws {
    try withExports { folder in
      let feed = folder.appending(path: "exports/mau-2024/station.ics")
      let before = try Data(contentsOf: feed)
      try FileManager.default.removeItem(at: feed)
      try FileManager.default.removeItem(at: folder.appending(path: "plan-2024.yaml"))
      try Data("{".utf8).write(to: folder.appending(path: "plan-2025.yaml"))
      let outcome = try Program.lichsong.run(["render"], in: folder)
      #expect(outcome.status == 0)
      #expect(
        outcome.output == """
          mau-2024: release 1, made anew: station.ics
          mau-2025: release 1, all as it should be

          """
      )
      #expect(try Data(contentsOf: feed) == before)
    }
  }

  @Test
  func `plans can be named, and the folder too`() throws {
    try withExports { folder in
      let outcome = try Program.lichsong.run(
        ["render", "mau-2025", "--exports", "exports"],
        in: folder
      )
      #expect(outcome.output == "mau-2025: release 1, all as it should be\n")
    }
  }

  @Test
  func `what a publish left that did not end is removed`() throws {
    try withExports { folder in
      let files = FileManager.default
      let exports = folder.appending(path: "exports")
      for path in [
        ".mau-2024.1f.staging/releases", "mau-2024/.mau-2024.2.staging", ".mau-2026.3.staging",
        // These are not of the program's making.
        ".mau-2024.x.staging", ".staging", "mau-2024.1.staging",
      ] {
        try files.createDirectory(
          at: exports.appending(path: path),
          withIntermediateDirectories: true
        )
      }
      let outcome = try Program.lichsong.run(["render"], in: folder)
      #expect(
        outcome.output == """
          mau-2024: release 1, cleaned up after 2 updates that did not end
          mau-2025: release 1, all as it should be
          mau-2026: nothing was released; cleaned up after 1 update that did not end

          """
      )
      #expect(
        try files.contentsOfDirectory(atPath: exports.path).sorted() == [
          ".mau-2024.x.staging", ".staging", "index.html", "mau-2024", "mau-2024.1.staging",
          "mau-2025", "robots.txt",
        ]
      )
    }
  }

  @Test
  func `a ledger that is not whole keeps no other plan from being mended`() throws {
    try withExports { folder in
      try Data().write(to: folder.appending(path: "exports/mau-2024/releases/0001.json"))
      try FileManager.default.removeItem(
        at: folder.appending(path: "exports/mau-2025/schedule.json")
      )
      let outcome = try Program.lichsong.run(["render"], in: folder)
      #expect(outcome.status == 65)
      #expect(outcome.errors.hasPrefix("exports/mau-2024/releases/0001.json: is empty\nhelp: "))
      #expect(outcome.output == "mau-2025: release 1, made anew: schedule.json\n")
    }
  }

  @Test(
    arguments: [
      (["mau-2042"], "error: exports has no plan `mau-2042`; did you mean `mau-2024`?\n"),
      (["."], "error: exports has no plan `.`; there is mau-2024, mau-2025\n"),
      (["mau-2024", "../exports/mau-2025"], "error: exports has no plan `../exports/mau-2025`"),
      (["--exports", "nowhere"], "nowhere: nothing is published there\n"),
    ]
  )
  func `what is not there ends with 66`(arguments: [String], message: String) throws {
    try withExports { folder in
      let before = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      let outcome = try Program.lichsong.run(["render"] + arguments, in: folder)
      #expect(outcome.status == 66)
      #expect(outcome.errors.hasPrefix(message), "\(outcome.errors)")
      #expect(try FileManager.default.subpathsOfDirectory(atPath: folder.path) == before)
    }
  }
}
