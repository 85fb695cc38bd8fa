import CivilTime
import Foundation
import Publishing
import TestSupport
import Testing

/// What plan 64/KH-UBND asks for, held against what is published, without the solver's own rules.
struct RealPlanTests {
  private static let folder = Checkout.url("exports/kien-giang-2024")

  private static func occurrences() throws -> [ScheduleDocument.Occurrence] {
    let text = String(
      decoding: try Data(contentsOf: folder.appending(path: "schedule.json")),
      as: UTF8.self
    )
    return try JSONText.decode(ScheduleDocument.self, from: text).occurrences
  }

  @Test
  func `clause III.5: one segment each month, none longer than 12 minutes`() throws {
    let segments = try Self.occurrences().filter { $0.series == "segment" }
    #expect(segments.map(\.date.month) == Array(1...12))
    #expect(segments.allSatisfy { $0.date.year == 2024 && ($0.minutes ?? 99) <= 12 })
  }

  @Test
  func `clause III.4: at least one page each month, 24 in the year`() throws {
    let pages = try Self.occurrences().filter { $0.series == "page" }
    #expect(pages.count == 24)
    #expect(Set(pages.map(\.date.month)) == Set(1...12))
    #expect(pages.allSatisfy { $0.date.year == 2024 })
  }

  @Test
  func `nothing is on a day off`() throws {
    let calendar = Checkout.url("calendars/vietnam/public-holidays.ics")
    let text = String(decoding: try Data(contentsOf: calendar), as: UTF8.self)
    let daysOff = Set(
      text.split(separator: "\r\n").filter { $0.hasPrefix("DTSTART;VALUE=DATE:") }
        .map { String($0.suffix(8)) }
    )
    #expect(daysOff.count > 40)
    for issue in try Self.occurrences() {
      #expect(!daysOff.contains(issue.date.description.replacing("-", with: "")))
    }
  }

  @Test
  func `clause II.1: every theme comes`() throws {
    let themes = Set(try Self.occurrences().compactMap(\.theme))
    #expect(themes.count == 22)
  }

  /// The paths of the files in a folder and the folders in it.
  private static func files(in folder: URL) throws -> Set<String> {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return Set(paths.filter { !folder.appending(path: $0).pathExtension.isEmpty })
  }

  @Test
  func `what is committed is what publish writes`() throws {
    try withTemporaryFolder { exports in
      let ledger = ExportFolder(
        plan: "kien-giang-2024",
        in: Self.folder.deletingLastPathComponent()
      ).ledger
      let release = try #require(try ledger.newest())
      #expect(release.release == 1)
      let outcome = try Program.lichsong.run(
        [
          "publish", "calendars/kien-giang-2024", "--yes", "--exports", exports.path,
          "--now", "\(release.time)", "-m", release.message ?? "",
        ]
      )
      #expect(outcome.status == 0, "\(outcome.errors)")
      let written = exports.appending(path: "kien-giang-2024")
      let files = try Self.files(in: written)
      #expect(files.count > 30)
      #expect(files == (try Self.files(in: Self.folder)))
      for path in files {
        let bytes = try Data(contentsOf: written.appending(path: path))
        #expect(bytes == (try Data(contentsOf: Self.folder.appending(path: path))), "\(path)")
      }
    }
  }

  @Test(arguments: ["README.md", "README.vi.md"])
  func `what the README shows is what the program prints`(name: String) throws {
    let readme = String(decoding: try Data(contentsOf: Checkout.url(name)), as: UTF8.self)
    let blocks = readme.split(separator: "```")
    let shown = try #require(blocks.first { $0.contains("64/KH-UBND)\n2024-01-01") })
    let outcome = try Program.lichsong.run(["schedule", "calendars/kien-giang-2024"])
    let lines = Set(outcome.output.split(separator: "\n"))
    let claimed = shown.split(separator: "\n").filter { $0 != "  ..." }
    #expect(claimed.count > 15)
    #expect(claimed.filter { !lines.contains($0) } == [])
  }

  @Test(arguments: ["README.md", "README.vi.md"])
  func `what the README explains is what the program explains`(name: String) throws {
    let readme = String(decoding: try Data(contentsOf: Checkout.url(name)), as: UTF8.self)
    let blocks = readme.split(separator: "```")
    let shown = try #require(blocks.first { $0.contains("\nOther days\n") })
    let outcome = try Program.lichsong.run(
      ["explain", "calendars/kien-giang-2024", "segment.6", "--on", "2024-06-11"]
    )
    let lines = Set(outcome.output.split(separator: "\n"))
    let claimed = shown.split(separator: "\n").filter { $0 != "  ..." }
    #expect(claimed.count > 10)
    #expect(claimed.filter { !lines.contains($0) } == [])
  }
}
