import Foundation
import Publishing
import TestSupport
import Testing

/// Commands while another publish is running.
struct LockTests {
  /// Gives `body` a folder with the sample plan, published once.
  private func withSite(_ body: (URL) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let fixture = Checkout.url("Tests/lichsongTests/Fixtures/plan.yaml")
      let text = String(decoding: try Data(contentsOf: fixture), as: UTF8.self)
      try Data(text.utf8).write(to: folder.appending(path: "plan.yaml"))
      let outcome = try Program.lichsong.run(["publish", "plan.yaml", "--yes"], in: folder)
      try #require(outcome.status == 0, "\(outcome.errors)")
      try Data(text.replacing("Đài", with: "Nhà đài").utf8)
        .write(to: folder.appending(path: "plan.yaml"))
      try body(folder)
    }
  }

  @Test(arguments: [["publish", "plan.yaml", "--yes"], ["render"]])
  func `what writes waits, and gives up with 75`(command: [String]) throws {
    try withSite { folder in
      try ExportsLock.hold(folder.appending(path: "exports"), waiting: .zero) {
        let outcome = try Program.lichsong.run(command + ["--wait", "0.1"], in: folder)
        #expect(outcome.status == 75)
        #expect(
          outcome.errors == """
            another publish is running in exports; waiting for it
            another publish is running in exports
            help: try again when it has ended, or wait for it longer with --wait

            """
        )
        #expect(outcome.output.isEmpty)
      }
      let outcome = try Program.lichsong.run(command + ["--wait", "0"], in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
  }

  @Test
  func `what waits goes on as soon as it may`() throws {
    try withSite { folder in
      let waiting = try ExportsLock.hold(folder.appending(path: "exports"), waiting: .zero) {
        try Program.lichsong.start(["publish", "plan.yaml", "--yes", "--wait", "600"], in: folder)
      }
      #expect(try waiting.outcome().status == 0)
    }
  }

  @Test(
    arguments: [
      ["schedule", "plan.yaml"], ["explain", "plan.yaml", "segment.1"],
      ["publish", "plan.yaml", "--dry-run"],
    ]
  )
  func `what only reads takes no lock`(command: [String]) throws {
    try withSite { folder in
      try ExportsLock.hold(folder.appending(path: "exports"), waiting: .zero) {
        let outcome = try Program.lichsong.run(command, in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
      }
    }
  }

  @Test
  func `a lock is held by one, and given back`() throws {
    try withSite { folder in
      let exports = folder.appending(path: "exports")
      #expect(throws: ExportsLock.Busy.self) {
        try ExportsLock.hold(exports, waiting: .zero) {
          try ExportsLock.hold(exports, waiting: .zero) {}
        }
      }
      try ExportsLock.hold(exports, waiting: .zero) {}
    }
  }

  @Test
  func `a folder that stays empty is not left behind`() throws {
    try withTemporaryFolder { folder in
      let exports = folder.appending(path: "a/b/exports")
      try ExportsLock.hold(exports, waiting: .zero) {
        #expect(FileManager.default.fileExists(atPath: exports.path))
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
      try ExportsLock.hold(exports, waiting: .zero) {
        try Data().write(to: exports.appending(path: "file"))
      }
      #expect(FileManager.default.fileExists(atPath: exports.appending(path: "file").path))
    }
  }
}
