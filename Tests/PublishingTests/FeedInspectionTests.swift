import Foundation
import Scheduling
import TestSupport
import Testing

@testable import Publishing

/// What is published is what every client reads, or it is not published.
struct FeedInspectionTests {
  /// What befell a feed on its way, and a word of what is said of it.
  private static let damages: [(damage: @Sendable (String) -> String, words: String)] = [
    ({ $0.replacing("SUMMARY:", with: "SUMMARY:\r\n") }, "content-line"),
    ({ $0.replacing("STATUS:CONFIRMED", with: "STATUS:FIXED") }, "keyword"),
    ({ $0.replacing("\r\n", with: "\n") }, "line-end"),
    ({ String($0.dropLast(20)) }, "truncated"),
    (
      {
        $0.replacing("BEGIN:VTIMEZONE", with: "BEGIN:X-ZONE").replacing(
          "END:VTIMEZONE",
          with: "END:X-ZONE"
        )
      }, "undefined-time-zone"
    ),
    ({ $0.replacing("Người tốt", with: "Người xấu") }, "something else"),
  ]

  @Test(arguments: damages.indices)
  func `a damaged feed is refused, and nothing is changed`(index: Int) throws {
    let (damage, words) = Self.damages[index]
    func files(_ release: Release, _ earlier: [Release]) throws -> [ExportedFile] {
      try ExportedFile.files(of: release, after: earlier).map { file in
        guard file.path == "all.ics",
          let feed = Feed.feeds(of: release).first(where: { $0.path == file.path })
        else { return file }
        return try ExportedFile(feed, text: damage(file.text))
      }
    }
    try withTemporaryFolder { exports in
      let folder = ExportFolder(plan: "mau-2024", in: exports)
      let first = try Release(of: .sample)
      let refusal = #expect(throws: FeedInspection.Refusal.self) {
        try folder.publish(first, makeFiles: files)
      }
      #expect(refusal?.path == "all.ics")
      #expect(refusal?.description.contains(words) == true, "\(refusal?.description ?? "")")
      #expect(try FolderContents(of: exports).entries.isEmpty)
      _ = try folder.publish(first)
      let before = try FolderContents.stamps(of: exports)
      let second = try Release(of: .sample, after: first, at: "2024-04-20")
      #expect(throws: FeedInspection.Refusal.self) { try folder.publish(second, makeFiles: files) }
      #expect(throws: FeedInspection.Refusal.self) { try folder.render(first, makeFiles: files) }
      #expect(try FolderContents.stamps(of: exports) == before)
    }
  }

  @Test
  func `a feed that is large is published`() throws {
    let release = try Release(of: .sample)
    let feed = try #require(Feed.feeds(of: release).first)
    let line = "\r\n " + String(repeating: "1", count: 70)
    let property = "X-PADDING:1" + String(repeating: line, count: 3_000) + "\r\n"
    let padding = String(repeating: property, count: 5)
    let text = try feed.text().replacing("BEGIN:VTIMEZONE", with: padding + "BEGIN:VTIMEZONE")
    #expect(text.utf8.count > 1_000_000)
    try FeedInspection.check([try ExportedFile(feed, text: text)])
  }
}
