import Foundation
import Publishing
import TestSupport
import Testing

/// A ledger that is not whole is said to be so, and stays as it is.
struct LedgerTests {
  /// Publishes a release, changes the folder of releases, and reads the newest.
  private func failure(after damage: (URL) throws -> Void) throws -> String? {
    try withTemporaryFolder { exports in
      let folder = ExportFolder(plan: "mau-2024", in: exports)
      let first = try Release(of: .sample)
      _ = try folder.publish(first)
      let releases = folder.url.appending(path: "releases")
      try damage(releases)
      let error = #expect(throws: LedgerError.self) { try folder.ledger.newest() }
      return error?.description.replacing(releases.path + "/", with: "")
    }
  }

  @Test
  func `a release that is cut short`() throws {
    let message = try failure { releases in
      let file = releases.appending(path: "0001.json")
      try Data(contentsOf: file).prefix(400).write(to: file)
    }
    #expect(message?.hasPrefix("0001.json: ") == true)
    #expect(message?.contains("help: bring the file back from a backup") == true)
  }

  @Test
  func `a release without a key`() throws {
    let message = try failure { releases in
      let file = releases.appending(path: "0001.json")
      let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      try Data(text.replacing("\"summary\"", with: "\"title\"").utf8).write(to: file)
    }
    #expect(
      message == """
        0001.json: at .events[0]: the key `summary` is missing
        help: bring the file back from a backup or from version control; it was not changed
        """
    )
  }

  @Test
  func `a release under another number`() throws {
    let message = try failure { releases in
      try FileManager.default.copyItem(
        at: releases.appending(path: "0001.json"),
        to: releases.appending(path: "0002.json")
      )
    }
    #expect(
      message == """
        0002.json: holds release 1
        help: bring the file back from a backup or from version control; it was not changed
        """
    )
  }

  @Test
  func `a release that is missing`() throws {
    let message = try failure { releases in
      try FileManager.default.moveItem(
        at: releases.appending(path: "0001.json"),
        to: releases.appending(path: "0003.json")
      )
    }
    #expect(
      message == """
        0001.json: release 1 is missing, but release 3 is there
        help: bring the file back from a backup or from version control
        """
    )
  }

  @Test
  func `a file that is no release`() throws {
    let message = try failure { releases in
      try Data().write(to: releases.appending(path: "1.json"))
    }
    #expect(
      message == """
        1.json: is not a release
        help: move it out of the folder, which holds releases alone
        """
    )
  }
}
