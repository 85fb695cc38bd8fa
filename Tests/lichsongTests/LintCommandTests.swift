import Foundation
import TestSupport
import Testing

/// `lichsong lint` as a person or a program uses it.
struct LintCommandTests {
  private static let snapshots = "Tests/lichsongTests/Snapshots"

  private static let sound = [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//VI", "BEGIN:VEVENT", "UID:1@example.org",
    "DTSTAMP:20240101T000000Z", "DTSTART;VALUE=DATE:20240611", "SUMMARY:Ngày truyền thống",
    "END:VEVENT", "END:VCALENDAR", "",
  ].joined(separator: "\r\n")

  private static let broken =
    sound.replacing("DATE:20240611", with: "DATE:20240631")
    .replacing("truyền thống", with: "\u{1B}[31mtruyền, thống")
    .replacing("PRODID:-//Example//VI\r\n", with: "")

  /// Runs the command in a folder with a sound feed, a broken one, one with a warning, and a text.
  private func lint(
    _ arguments: String...,
    input: String = "",
    check: (Program.Outcome) throws -> Void
  ) throws {
    try withTemporaryFolder { folder in
      let deep = folder.appending(path: "feeds/b")
      try FileManager.default.createDirectory(at: deep, withIntermediateDirectories: true)
      for (path, text) in [
        "feeds/sound.ics": Self.sound, "feeds/b/broken.ics": Self.broken, "feeds/no.txt": "no",
        "feeds/a.ics": Self.sound.replacing("\r\n", with: "\n"), "feeds/.hidden.ics": "no",
      ] {
        try Data(text.utf8).write(to: folder.appending(path: path))
      }
      let resolved = arguments.map { $0.replacing("FOLDER", with: folder.path) }
      try check(Program.lichsong.run(["lint"] + resolved, in: folder, input: input))
    }
  }

  @Test
  func `a finding far down in a file is shown with its own line`() throws {
    let wrong = [1, 255, 256, 257, 512, 600]
    let lines = (0...600).map { wrong.contains($0) ? "WRONG \($0)" : "X-LINE:\($0)" }
    let start = "END:VEVENT"
    let text = Self.sound.replacing(start, with: (lines + [start]).joined(separator: "\r\n"))
    try lint("-", input: text) { outcome in
      for number in wrong { #expect(outcome.output.contains(" | WRONG \(number)\n")) }
      #expect(outcome.output.ranges(of: " | WRONG ").count == wrong.count)
    }
  }

  @Test
  func `findings are shown with their lines, and nothing commands the terminal`() throws {
    try lint("feeds") { outcome in
      #expect(outcome.status == 1)
      #expect(outcome.errors.isEmpty)
      #expect(!outcome.output.contains("\u{1B}"))
      #expect(Snapshot("\(Self.snapshots)/lint.txt").differs(from: outcome.output) == nil)
    }
  }

  @Test
  func `findings are given to programs`() throws {
    try lint("feeds/b/broken.ics", "feeds/sound.ics", "--format", "json") { outcome in
      #expect(outcome.status == 1)
      #expect(outcome.errors.isEmpty)
      #expect(Snapshot("\(Self.snapshots)/lint.json.txt").differs(from: outcome.output) == nil)
    }
  }

  @Test
  func `a sound feed and a mere warning end with 0`() throws {
    try lint("feeds/sound.ics") { outcome in
      #expect(outcome.status == 0)
      #expect(outcome.output == "1 file: nothing found\n")
    }
    try lint("feeds/a.ics") { outcome in
      #expect(outcome.status == 0)
      #expect(outcome.output.hasSuffix("1 file: 0 errors, 1 warning\n"))
    }
  }

  @Test
  func `standard input and addresses of files are read`() throws {
    try lint("-", input: Self.broken) { outcome in
      #expect(outcome.status == 1)
      #expect(outcome.output.hasPrefix("standard input:1:1: error: VCALENDAR has no PRODID"))
    }
    try lint("file://FOLDER/feeds/sound.ics") { #expect($0.status == 0) }
    try lint("file://example.org/feed.ics") { #expect($0.status == 64) }
  }

  @Test
  func `what is not there ends with 66, and the others are shown`() throws {
    try lint("nowhere.ics", "feeds/b/broken.ics") { outcome in
      #expect(outcome.status == 66)
      #expect(outcome.errors == "nowhere.ics: error: there is no such file, or it cannot be read\n")
      #expect(outcome.output.contains("date-time"))
    }
    try withTemporaryFolder { folder in
      let outcome = try Program.lichsong.run(["lint", folder.path])
      #expect(outcome.status == 66)
      #expect(outcome.errors.contains("no file there ends in .ics"))
    }
  }

  @Test(arguments: [
    "https://example.org/feed.ics", "HTTP://example.org/feed.ics", "webcal://example.org/feed.ics",
  ])
  func `a feed on the network is to be downloaded first`(address: String) throws {
    try lint(address) { outcome in
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains("curl -o feed.ics"))
      #expect(outcome.errors.lowercased().contains("://example.org/feed.ics'"))
    }
  }
}
