package import Foundation
internal import SystemCalls

/// The files beside the folders of all plans: the list of plans, and what robots may read.
package struct ExportsRoot: Sendable {
  private let url: URL

  /// Names the folder of all exports.
  package init(_ url: URL) {
    self.url = url
  }

  /// Makes the files of the folder from the newest releases; those that are as they should be are left
  /// alone.
  ///
  /// Callers hold the ``ExportsLock``. The folder itself stays, whatever is in it: servers keep it open.
  ///
  /// - Returns: What was changed.
  /// - Throws: ``LedgerError`` where a ledger is not whole, before anything is changed; ``WriteError`` where
  ///   something cannot be stored.
  package func update() throws -> FolderChanges {
    let releases = try ExportFolder.plans(in: url).compactMap {
      try ExportFolder(plan: $0, in: url).ledger.newest()
    }
    guard !releases.isEmpty else { return FolderChanges(written: [], removed: [], leftovers: 0) }
    var files = [
      FolderUpdate.File(path: "index.html", bytes: Array(IndexPage(of: releases).html.utf8))
    ]
    do {
      // Whoever has rules for robots keeps them.
      if try FileStatus.of(url.appending(path: Self.robotsPath).relativePath) == nil {
        files.append(FolderUpdate.File(path: Self.robotsPath, bytes: Array(Self.robots.utf8)))
      }
      return try FolderUpdate(files: files, isInPlace: true).apply(to: url.relativePath)
    } catch let error as SystemError {
      throw WriteError(error, progress: .begun)
    } catch let error as WriteError {
      throw error.behindRelease
    }
  }

  private static let robotsPath = "robots.txt"

  /// Lets every robot read everything: those that fetch calendars for their users ask first.
  private static let robots = "User-agent: *\nAllow: /\n"
}
