internal import Foundation

/// A text kept in a file, which a test holds what it got against.
///
/// ```swift
/// #expect(Snapshot("Tests/PublishingTests/Snapshots/station.ics").differs(from: feed) == nil)
/// ```
///
/// `RECORD_SNAPSHOTS=1 swift test` writes the files anew, and fails every test whose file it
/// wrote, so that a recording never passes for a check.
package struct Snapshot {
  private let url: URL
  private let path: String

  /// Names a snapshot by its path from the root of the checkout.
  package init(_ path: String) {
    self.path = path
    url = Checkout.url(path)
  }

  /// What is different from the text in the file; `nil` where the two are the same to the byte.
  package func differs(from text: String) -> String? {
    let expected = (try? Data(contentsOf: url)).map { String(decoding: $0, as: UTF8.self) }
    if let expected, expected.utf8.elementsEqual(text.utf8) { return nil }
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      do {
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(),
          withIntermediateDirectories: true
        )
        try Data(text.utf8).write(to: url)
      } catch {
        return "\(path) could not be recorded: \(error)"
      }
      return "\(path) was recorded: read it, then run the tests again without RECORD_SNAPSHOTS"
    }
    guard let expected else {
      return "\(path) is not there: record it with RECORD_SNAPSHOTS=1. It would be:\n\(text)"
    }
    let expectedLines = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(expectedLines, lines).prefix { $0 == $1 }.count
    return """
      \(path):\(line + 1) differs.
      expected: \(line < expectedLines.count ? String(expectedLines[line]).debugDescription : "the end")
      found:    \(line < lines.count ? String(lines[line]).debugDescription : "the end")
      The whole text:
      \(text)
      """
  }
}
