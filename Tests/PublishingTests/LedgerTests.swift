import Foundation
import Publishing
import Scheduling
import TestSupport
import Testing

/// A ledger that is not whole is said to be so, and stays as it is.
struct LedgerTests {
  /// Publishes two releases, damages them, and asks for the newest, for all, and for a third.
  ///
  /// - Parameter damage: Changes the folder of releases.
  /// - Returns: What is said, with paths from the folder of the plan.
  /// - Throws: What keeps the releases from being published or damaged.
  private func complaint(after damage: (URL) throws -> Void) throws -> String? {
    try withTemporaryFolder { exports in
      let folder = ExportFolder(plan: "mau-2024", in: exports)
      let first = try Release(of: .sample)
      var plan = Plan.sample
      plan.series[1].title = "Chuyên trang mới"
      let second = try Release(of: plan, after: first, at: "2024-04-20")
      _ = try folder.publish(first)
      _ = try folder.publish(second)
      let releases = folder.url.appending(path: "releases")
      try damage(releases)
      let before = try FolderContents(of: exports)
      let error = #expect(throws: LedgerError.self) { try folder.ledger.newest() }
      #expect(throws: LedgerError.self) { try folder.ledger.releases() }
      let third = try Release(of: .sample, after: second, at: "2024-04-21")
      #expect(throws: LedgerError.self) { try folder.publish(third) }
      #expect(try FolderContents(of: exports) == before)
      return error?.description.replacing(folder.url.path + "/", with: "")
    }
  }

  /// Changes the text of the newest release.
  private func edit(_ releases: URL, _ change: (inout String) -> Void) throws {
    let file = releases.appending(path: "0002.json")
    var text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    change(&text)
    try Data(text.utf8).write(to: file)
  }

  private static let restore =
    "help: bring the file back from version control or a backup; it was not changed"

  @Test
  func `a release that is cut short, wherever`() throws {
    // The first line is a brace, the second the checksum.
    let checksumEnd = "{\n  \"checksum\" : \"crc32:8d2e3f10\",\n".utf8.count
    for kept in [1, 2, checksumEnd - 1, checksumEnd, checksumEnd + 1, 400, -1] {
      let message = try complaint { releases in
        let file = releases.appending(path: "0002.json")
        let bytes = try Data(contentsOf: file)
        try bytes.prefix(kept < 0 ? bytes.count + kept : kept).write(to: file)
      }
      let problem =
        0...checksumEnd ~= kept
        ? "is cut short or damaged: it has no line with a checksum"
        : "was changed or damaged: it does not fit its checksum"
      #expect(message == "releases/0002.json: \(problem)\n\(Self.restore)", "\(kept)")
    }
  }

  @Test
  func `a release of which one bit is another, wherever`() throws {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<20 {
      let bit = UInt8(1) << Int.random(in: 0..<8, using: &generator)
      let message = try complaint { releases in
        let file = releases.appending(path: "0002.json")
        var bytes = try Data(contentsOf: file)
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] ^= bit
        try bytes.write(to: file)
      }
      #expect(message?.hasPrefix("releases/0002.json: ") == true)
      #expect(message?.hasSuffix(Self.restore) == true, "\(message ?? "")")
    }
  }

  @Test
  func `an empty file`() throws {
    let message = try complaint { try edit($0) { $0 = "" } }
    #expect(message == "releases/0002.json: is empty\n\(Self.restore)")
  }

  @Test
  func `line endings that a tool changed`() throws {
    let message = try complaint { releases in
      try edit(releases) { $0.replace("\n", with: "\r\n") }
    }
    #expect(message?.contains("its line endings were changed") == true)
    #expect(message?.contains("core.autocrlf") == true)
  }

  @Test
  func `a release of a newer format`() throws {
    let message = try complaint { releases in
      try edit(releases) { $0 = #"{"format": 2, "seal": "sha256:…"}"# }
    }
    #expect(
      message == """
        releases/0002.json: was made by a newer version of lichsong (format 2)
        help: update lichsong; this version understands format 1
        """
    )
  }

  @Test
  func `a format that became another by damage is damage`() throws {
    let message = try complaint { releases in
      try edit(releases) { $0.replace("\"format\" : 1", with: "\"format\" : 3") }
    }
    #expect(message?.contains("does not fit its checksum") == true)
  }

  @Test
  func `a release without a checksum, or with an old form`() throws {
    let message = try complaint { releases in
      try edit(releases) { text in
        text = text.split(separator: "\n").filter { !$0.contains("\"checksum\"") }
          .joined(separator: "\n")
      }
    }
    #expect(message?.contains("it has no line with a checksum") == true)
  }

  @Test
  func `a release under another number`() throws {
    let message = try complaint { releases in
      try FileManager.default.copyItem(
        at: releases.appending(path: "0002.json"),
        to: releases.appending(path: "0003.json")
      )
    }
    #expect(message == "releases/0003.json: holds release 2\n\(Self.restore)")
  }

  @Test
  func `a release of another plan`() throws {
    let message = try complaint { releases in
      try withTemporaryFolder { exports in
        var plan = Plan.sample
        plan.id = "mau-2025"
        let folder = ExportFolder(plan: plan.id, in: exports)
        let first = try Release(of: plan)
        _ = try folder.publish(first)
        plan.title = "Kế hoạch"
        _ = try folder.publish(Release(of: plan, after: first, at: "2024-04-20"))
        let file = releases.appending(path: "0002.json")
        try FileManager.default.removeItem(at: file)
        try FileManager.default.copyItem(
          at: folder.url.appending(path: "releases/0002.json"),
          to: file
        )
      }
    }
    #expect(message == "releases/0002.json: holds a release of the plan mau-2025\n\(Self.restore)")
  }

  @Test
  func `a gap`() throws {
    let message = try complaint { releases in
      try FileManager.default.removeItem(at: releases.appending(path: "0001.json"))
    }
    #expect(
      message == """
        releases/0001.json: release 1 is missing, but release 2 is there
        help: bring the file back from version control or a backup
        """
    )
  }

  @Test
  func `the newest release is gone, but what was made from it is there`() throws {
    let message = try complaint { releases in
      try FileManager.default.removeItem(at: releases.appending(path: "0002.json"))
    }
    #expect(message?.hasPrefix("releases/0002.json: release 2 is missing, but ") == true)
  }

  @Test(arguments: ["", "{", "[]", "{\"release\": \"9\"}"])
  func `a schedule that cannot be understood says nothing of the ledger`(text: String) throws {
    try withTemporaryFolder { exports in
      let folder = ExportFolder(plan: "mau-2024", in: exports)
      let release = try Release(of: .sample)
      _ = try folder.publish(release)
      try Data(text.utf8).write(to: folder.url.appending(path: "schedule.json"))
      #expect(try folder.ledger.newest() == release)
      #expect(try folder.render(release).written == ["schedule.json"])
    }
  }

  @Test
  func `no release, but what was made from one`() throws {
    for hasFolder in [true, false] {
      let message = try complaint { releases in
        try FileManager.default.removeItem(at: releases)
        if hasFolder {
          try FileManager.default.createDirectory(at: releases, withIntermediateDirectories: true)
        }
      }
      #expect(message?.hasPrefix("releases: holds no release, but ") == true)
      #expect(message?.contains("to begin anew, remove ") == true)
    }
  }

  @Test(
    arguments: [
      ("2.json", "is a second file for release 2"),
      ("0002 (copy).json", "is a second file for release 2"),
      ("0002.json.orig", "is a second file for release 2"), ("0000.json", "is not a release"),
      ("-3.json", "is not a release"), ("00003.json", "is not a release"),
      ("99999999999999999999.json", "is not a release"), ("notes.txt", "is not a release"),
    ]
  )
  func `a file that is no release, or a second one`(name: String, problem: String) throws {
    let message = try complaint { try Data().write(to: $0.appending(path: name)) }
    #expect(
      message == """
        releases/\(name): \(problem)
        help: move it out of the folder, which holds releases alone
        """
    )
  }

  @Test
  func `hidden files are those of file managers`() throws {
    try withTemporaryFolder { exports in
      let folder = ExportFolder(plan: "mau-2024", in: exports)
      let release = try Release(of: .sample)
      _ = try folder.publish(release)
      try Data().write(to: folder.url.appending(path: "releases/.DS_Store"))
      #expect(try folder.ledger.releases() == [release])
    }
  }

  @Test
  func `a folder in the place of a file, and a file in that of the folder`() throws {
    let folder = try complaint { releases in
      let file = releases.appending(path: "0002.json")
      try FileManager.default.removeItem(at: file)
      try FileManager.default.createDirectory(at: file, withIntermediateDirectories: true)
    }
    #expect(
      folder == "releases/0002.json: is a folder, not the file of a release\n\(Self.restore)"
    )
    let file = try complaint { releases in
      try FileManager.default.removeItem(at: releases)
      try Data().write(to: releases)
    }
    #expect(file == "releases: is a file, not the folder of releases\n\(Self.restore)")
  }

  @Test
  func `a file that cannot be read`() throws {
    let message = try complaint { releases in
      let file = releases.appending(path: "0002.json")
      try FileManager.default.removeItem(at: file)
      try FileManager.default.createSymbolicLink(at: file, withDestinationURL: file)
    }
    #expect(
      message == """
        releases/0002.json: cannot be read: Too many levels of symbolic links
        help: make it readable; nothing was changed
        """
    )
  }

  @Test
  func `all releases can be read, in order`() throws {
    try withTemporaryFolder { exports in
      let folder = ExportFolder(plan: "mau-2024", in: exports)
      #expect(try folder.ledger.releases().isEmpty)
      var releases: [Release] = []
      for day in 1...12 {
        var plan = Plan.sample
        plan.title = "Lịch \(day)"
        let release = try Release(of: plan, after: releases.last, at: "2024-04-\(day + 10)")
        _ = try folder.publish(release)
        releases.append(release)
      }
      #expect(try folder.ledger.releases() == releases)
      #expect(try folder.ledger.newest() == releases.last)
      #expect(try folder.ledger.release(7) == releases[6])
    }
  }

  @Test
  func `a release that does not follow the newest is refused`() throws {
    try withTemporaryFolder { exports in
      let folder = ExportFolder(plan: "mau-2024", in: exports)
      let first = try Release(of: .sample)
      _ = try folder.publish(first)
      let before = try FolderContents.stamps(of: exports)
      #expect(throws: LedgerError.self) { try folder.publish(first) }
      var third = first
      third.release = 3
      #expect(throws: LedgerError.self) { try folder.publish(third) }
      #expect(try FolderContents.stamps(of: exports) == before)
    }
  }
}
