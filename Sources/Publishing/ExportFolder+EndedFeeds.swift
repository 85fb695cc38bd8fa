internal import Foundation
internal import SystemCalls

extension ExportFolder {
  /// The feeds that are still there though the newest release has none of their name.
  ///
  /// A file is known for such a feed by what it holds: just what an earlier release made. What the release
  /// before made is the program's whatever it holds, until its successor is published.
  ///
  /// - Parameters:
  ///   - files: The files of the newest release.
  ///   - earlier: The releases before it, the first one first.
  ///   - isPublished: Whether the newest release stands, and its files are made anew.
  /// - Returns: The paths of the feeds.
  /// - Throws: ``WriteError`` where a file that may be such a feed cannot be read.
  /// - Complexity: No feed is made where no file is there that could be one that ended.
  func endedFeeds(
    beside files: [ExportedFile],
    after earlier: [Release],
    isPublished: Bool
  ) throws -> [String] {
    let present = FileManager.default.enumerator(atPath: url.path)?.compactMap { $0 as? String }
    var candidates = Set((present ?? []).filter { $0.hasSuffix(".ics") })
      .subtracting(files.map(\.path))
    var ended: [String] = []
    for release in earlier.reversed() where !candidates.isEmpty {
      let isReplaced = !isPublished && release.release == earlier.count
      for feed in Feed.feeds(of: release) where candidates.contains(feed.path) {
        guard try isReplaced || holds(feed) else { continue }
        candidates.remove(feed.path)
        ended.append(feed.path)
      }
    }
    return ended.sorted()
  }

  /// Whether the file of a feed is there and holds just what the feed does.
  private func holds(_ feed: Feed) throws -> Bool {
    let path = url.appending(path: feed.path).relativePath
    do {
      guard try FileStatus.of(path)?.kind == .file, let text = try? feed.text() else {
        return false
      }
      return try FileDescriptor.contents(of: path).elementsEqual(text.utf8)
    } catch let error as SystemError {
      throw WriteError(error, progress: .unchanged)
    }
  }
}
