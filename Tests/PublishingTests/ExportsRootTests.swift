import Foundation
import Publishing
import TestSupport
import Testing

/// The files beside the folders of plans.
struct ExportsRootTests {
  /// A folder of exports with a release of the sample plan.
  private func withExports(_ body: (URL) throws -> Void) throws {
    try withTemporaryFolder { folder in
      _ = try ExportFolder(plan: "mau-2024", in: folder).publish(Release(of: .sample))
      try body(folder)
    }
  }

  @Test
  func `the list of plans and the rules for robots are made once, and then left alone`() throws {
    try withExports { folder in
      let first = try ExportsRoot(folder).update()
      #expect(first.written == ["index.html", "robots.txt"])
      let stamps = try FolderContents.stamps(of: folder)
      let second = try ExportsRoot(folder).update()
      #expect(second.isEmpty)
      let newStamps = try FolderContents.stamps(of: folder)
      #expect(newStamps == stamps)
    }
  }

  @Test
  func `what was damaged is mended, rules for robots of one's own are kept`() throws {
    try withExports { folder in
      _ = try ExportsRoot(folder).update()
      let index = folder.appending(path: "index.html")
      let page = try Data(contentsOf: index)
      try Data("damaged".utf8).write(to: index)
      try Data("User-agent: *\nDisallow: /\n".utf8).write(to: folder.appending(path: "robots.txt"))
      let mended = try ExportsRoot(folder).update()
      #expect(mended.written == ["index.html"])
      let newPage = try Data(contentsOf: index)
      #expect(newPage == page)
    }
  }

  @Test
  func
    `nothing is made where nothing is published, and nothing changed where a ledger is not whole`()
    throws
  {
    try withTemporaryFolder { folder in
      let changes = try ExportsRoot(folder).update()
      #expect(changes.isEmpty)
      let contents = try FolderContents(of: folder)
      #expect(contents.files.isEmpty)
    }
    try withExports { folder in
      try Data("{}".utf8).write(to: folder.appending(path: "mau-2024/releases/0001.json"))
      let before = try FolderContents(of: folder)
      #expect(throws: LedgerError.self) { try ExportsRoot(folder).update() }
      let after = try FolderContents(of: folder)
      #expect(after == before)
    }
  }
}
