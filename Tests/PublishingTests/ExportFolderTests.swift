import Foundation
import Publishing
import Scheduling
import TestSupport
import Testing

/// The ledger and the files made from it, on a real disk.
struct ExportFolderTests {
  /// Every file below a folder, by its path, with its bytes.
  private static func files(in folder: URL) throws -> [String: Data] {
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    var files: [String: Data] = [:]
    for path in paths ?? [] {
      let url = folder.appending(path: path)
      let type = try FileManager.default.attributesOfItem(atPath: url.path)[.type]
      if type as? FileAttributeType == .typeRegular { files[path] = try Data(contentsOf: url) }
    }
    return files
  }

  /// The time of the last modification and the number of each file below a folder.
  private static func stamps(in folder: URL) throws -> [String: [AnyHashable]] {
    try files(in: folder).keys.reduce(into: [:]) { stamps, path in
      let attributes = try FileManager.default.attributesOfItem(
        atPath: folder.appending(path: path).path
      )
      stamps[path] = [.modificationDate, .systemFileNumber].compactMap {
        attributes[$0] as? AnyHashable
      }
    }
  }

  @Test
  func `a release is written whole, and nothing else`() throws {
    try withTemporaryFolder { exports in
      let folder = ExportFolder(plan: "mau-2024", in: exports)
      #expect(try folder.ledger.newest() == nil)
      let release = try Release(of: .sample)
      let written = try folder.publish(release)
      #expect(
        written == [
          "station.ics", "newspaper.ics", "all.ics", "schedule.json", "CHANGES.md", "changes.atom",
        ]
      )
      #expect(try folder.ledger.newest() == release)
      #expect(
        try Self.files(in: exports).keys.sorted() == [
          "mau-2024/CHANGES.md", "mau-2024/all.ics", "mau-2024/changes.atom",
          "mau-2024/newspaper.ics", "mau-2024/releases/0001.json",
          "mau-2024/schedule.json", "mau-2024/station.ics",
        ]
      )
    }
  }

  @Test
  func `the same release is the same bytes`() throws {
    let files = try (0..<2).map { _ in
      try withTemporaryFolder { exports in
        _ = try ExportFolder(plan: "mau-2024", in: exports).publish(Release(of: .sample))
        return try Self.files(in: exports)
      }
    }
    #expect(files[0] == files[1])
    #expect(!files[0].isEmpty)
  }

  @Test
  func `what is as it should be is not written again`() throws {
    try withTemporaryFolder { exports in
      let folder = ExportFolder(plan: "mau-2024", in: exports)
      let release = try Release(of: .sample)
      _ = try folder.publish(release)
      let before = try Self.stamps(in: exports)
      #expect(try folder.render(release).isEmpty)
      #expect(try Self.stamps(in: exports) == before)
    }
  }

  @Test
  func `what is missing or damaged is made again`() throws {
    try withTemporaryFolder { exports in
      let folder = ExportFolder(plan: "mau-2024", in: exports)
      let release = try Release(of: .sample)
      _ = try folder.publish(release)
      let before = try Self.files(in: exports)
      try FileManager.default.removeItem(at: folder.url.appending(path: "station.ics"))
      try Data("BEGIN:VCAL".utf8).write(to: folder.url.appending(path: "all.ics"))
      #expect(try folder.render(release) == ["station.ics", "all.ics"])
      #expect(try Self.files(in: exports) == before)
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
        try folder.publish(second) == ["newspaper.ics", "all.ics", "CHANGES.md", "changes.atom"]
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
      #expect(error?.path.hasSuffix("mau-2024/releases") == true)
      #expect(error?.description.hasPrefix("cannot write ") == true)
      #expect(try Self.files(in: exports) == ["mau-2024": Data()])
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
          == ["releases", "station.ics"]
      )
    }
  }
}
