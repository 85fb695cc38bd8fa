import Foundation
import Publishing
import Scheduling
import TestSupport
import Testing

/// The ledger and the files made from it, on a real disk.
struct ExportFolderTests {
  @Test
  func `a release is written whole, and nothing else`() throws {
    try withTemporaryFolder { exports in
      let folder = ExportFolder(plan: "mau-2024", in: exports)
      #expect(try folder.ledger.newest() == nil)
      let release = try Release(of: .sample)
      let written = try folder.publish(release)
      #expect(
        written.written == [
          "station.ics", "newspaper.ics", "all.ics", "themes/law.ics", "themes/people.ics",
          "activities.ics", "production/so.ics", "schedule.json", "agenda.txt",
          "CHANGES.md", "changes.atom", "index.html",
        ]
      )
      #expect(try folder.ledger.newest() == release)
      #expect(
        try FolderContents(of: exports).files == [
          "mau-2024/CHANGES.md", "mau-2024/activities.ics", "mau-2024/agenda.txt",
          "mau-2024/all.ics",
          "mau-2024/changes.atom", "mau-2024/index.html", "mau-2024/newspaper.ics",
          "mau-2024/production/so.ics",
          "mau-2024/releases/0001.json", "mau-2024/schedule.json", "mau-2024/station.ics",
          "mau-2024/themes/law.ics", "mau-2024/themes/people.ics",
        ]
      )
    }
  }

  @Test
  func `the same release is the same bytes`() throws {
    let files = try (0..<2).map { _ in
      try withTemporaryFolder { exports in
        _ = try ExportFolder(plan: "mau-2024", in: exports).publish(Release(of: .sample))
        return try FolderContents(of: exports)
      }
    }
    #expect(files[0] == files[1])
    #expect(!files[0].entries.isEmpty)
  }

  @Test
  func `what is as it should be is not written again`() throws {
    try withTemporaryFolder { exports in
      let folder = ExportFolder(plan: "mau-2024", in: exports)
      let release = try Release(of: .sample)
      _ = try folder.publish(release)
      let before = try FolderContents.stamps(of: exports)
      #expect(try folder.render(release).isEmpty)
      #expect(try FolderContents.stamps(of: exports) == before)
    }
  }

  @Test
  func `what is missing or damaged is made again`() throws {
    try withTemporaryFolder { exports in
      let folder = ExportFolder(plan: "mau-2024", in: exports)
      let release = try Release(of: .sample)
      _ = try folder.publish(release)
      let before = try FolderContents(of: exports)
      try FileManager.default.removeItem(at: folder.url.appending(path: "station.ics"))
      try Data("BEGIN:VCAL".utf8).write(to: folder.url.appending(path: "all.ics"))
      #expect(try folder.render(release).written == ["station.ics", "all.ics"])
      #expect(try FolderContents(of: exports) == before)
    }
  }

  @Test
  func `a later release leaves the files alone that it does not change`() throws {
    try withTemporaryFolder { exports in
      let folder = ExportFolder(plan: "mau-2024", in: exports)
      let first = try Release(of: .sample)
      _ = try folder.publish(first)
      var plan = Plan.sample
      plan.series[1].title = "Chuyên trang mới"
      let second = try Release(of: plan, after: first, at: "2024-04-20")
      #expect(
        try folder.publish(second).written == [
          "newspaper.ics", "all.ics", "themes/law.ics", "themes/people.ics", "schedule.json",
          "agenda.txt", "CHANGES.md", "changes.atom", "index.html",
        ]
      )
      #expect(try folder.ledger.newest() == second)
      #expect(try folder.ledger.release(1) == first)
    }
  }

  @Test
  func `where nothing can be written, the error names the place, and nothing is left over`() throws
  {
    try withTemporaryFolder { exports in
      // A file where a folder should be keeps even the superuser from writing.
      try Data().write(to: exports.appending(path: "mau-2024"))
      let error = #expect(throws: WriteError.self) {
        try ExportFolder(plan: "mau-2024", in: exports).publish(Release(of: .sample))
      }
      #expect(error?.path.hasSuffix("/mau-2024") == true)
      #expect(error?.description.hasPrefix("cannot write ") == true)
      #expect(try FolderContents(of: exports).files == ["mau-2024"])
    }
  }

  @Test
  func `a file that cannot be replaced leaves no draft behind`() throws {
    try withTemporaryFolder { exports in
      let folder = ExportFolder(plan: "mau-2024", in: exports)
      let obstacle = folder.url.appending(path: "station.ics/full")
      try FileManager.default.createDirectory(at: obstacle, withIntermediateDirectories: true)
      #expect(throws: WriteError.self) { try folder.publish(Release(of: .sample)) }
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
          == ["station.ics"]
      )
    }
  }

  @Test
  func `publishing or rendering again changes nothing of any file or folder`() throws {
    try withTemporaryFolder { exports in
      let folder = ExportFolder(plan: "mau-2024", in: exports)
      let release = try Release(of: .sample)
      _ = try folder.publish(release)
      try Data("User-agent: *".utf8).write(to: folder.url.appending(path: "robots.txt"))
      try Data("x".utf8).write(to: folder.url.appending(path: "old.ics"))
      let before = try FolderContents.stamps(of: exports)
      #expect(try folder.render(release).isEmpty)
      #expect(try FolderContents.stamps(of: exports) == before)
    }
  }

  @Test
  func `what is not ours is carried over with what did not change`() throws {
    try withTemporaryFolder { exports in
      let folder = ExportFolder(plan: "mau-2024", in: exports)
      let first = try Release(of: .sample)
      _ = try folder.publish(first)
      let files = FileManager.default
      let own = folder.url.appending(path: "own/deep")
      try files.createDirectory(at: own, withIntermediateDirectories: true)
      try Data("x".utf8).write(to: own.appending(path: "file"))
      try files.setAttributes([.posixPermissions: 0o750], ofItemAtPath: own.path)
      try files.setAttributes([.posixPermissions: 0o751], ofItemAtPath: folder.url.path)
      try files.createSymbolicLink(
        atPath: folder.url.appending(path: "link").path,
        withDestinationPath: "nowhere"
      )
      let feed = folder.url.appending(path: "all.ics")
      try files.setAttributes([.posixPermissions: 0o640], ofItemAtPath: feed.path)
      let (before, stamps) = (
        try FolderContents(of: folder.url), try FolderContents.stamps(of: folder.url)
      )
      var plan = Plan.sample
      plan.series[1].title = "Chuyên trang mới"
      let changes = try folder.publish(Release(of: plan, after: first, at: "2024-04-20"))
      let (after, newStamps) = (
        try FolderContents(of: folder.url), try FolderContents.stamps(of: folder.url)
      )
      let changed = Set(changes.written + ["releases/0002.json"])
      #expect(Set(after.entries.keys) == Set(before.entries.keys).union(["releases/0002.json"]))
      for (path, bytes) in before.entries where !changed.contains(path) {
        #expect(after.entries[path] == bytes)
        guard before.files.contains(path), path != "link" else { continue }
        // The time of the last modification and the number; that of the last link is another.
        #expect(newStamps[path]?[0...1] == stamps[path]?[0...1])
        #expect(newStamps[path]?[4] == stamps[path]?[4])
      }
      for path in ["", "own/deep", "all.ics"] {
        #expect(newStamps[path]?[5] == stamps[path]?[5], "\(path)")
      }
      #expect(try files.contentsOfDirectory(atPath: exports.path) == ["mau-2024"])
    }
  }

  @Test
  func `a folder behind a symbolic link is replaced where it is`() throws {
    try withTemporaryFolder { site in
      let (exports, elsewhere) = (site.appending(path: "exports"), site.appending(path: "www/kg"))
      let files = FileManager.default
      for folder in [exports, elsewhere] {
        try files.createDirectory(at: folder, withIntermediateDirectories: true)
      }
      let link = exports.appending(path: "mau-2024")
      try files.createSymbolicLink(at: link, withDestinationURL: elsewhere)
      let folder = ExportFolder(plan: "mau-2024", in: exports)
      let first = try Release(of: .sample)
      _ = try folder.publish(first)
      _ = try folder.publish(Release(of: .sample, after: first, at: "2024-04-20"))
      #expect(try folder.ledger.releases().count == 2)
      #expect(try files.destinationOfSymbolicLink(atPath: link.path) == elsewhere.path)
      #expect(try files.contentsOfDirectory(atPath: elsewhere.path).contains("all.ics"))
      #expect(try files.contentsOfDirectory(atPath: site.appending(path: "www").path) == ["kg"])
      #expect(try files.contentsOfDirectory(atPath: exports.path) == ["mau-2024"])
    }
  }

  @Test
  func `a feed that ends is removed, and no file that others put there`() throws {
    try withTemporaryFolder { exports in
      let folder = ExportFolder(plan: "mau-2024", in: exports)
      let first = try Release.withPortal()
      #expect(try folder.publish(first).written.contains("portal.ics"))
      let portal = folder.url.appending(path: "portal.ics")
      let ended = try Data(contentsOf: portal)
      try Data("damaged".utf8).write(to: portal)
      try Data("mine".utf8).write(to: folder.url.appending(path: "mine.ics"))
      let second = try Release.withoutPortal()
      #expect(try folder.publish(second).removed == ["portal.ics"])
      #expect(!FileManager.default.fileExists(atPath: portal.path))
      #expect(FileManager.default.fileExists(atPath: folder.url.path + "/mine.ics"))
      // Under the same name, what the program made comes from an update that did not end.
      try Data("mine".utf8).write(to: portal)
      #expect(try folder.render(second).isEmpty)
      try ended.write(to: portal)
      #expect(try folder.render(second).removed == ["portal.ics"])
    }
  }
}
