package import Foundation
internal import Scheduling
internal import SystemCalls

/// The folder `exports/<plan>`: the ledger of releases, and the files made from the newest.
package struct ExportFolder: Sendable {
  /// The folder.
  package let url: URL
  /// The releases.
  package let ledger: Ledger

  /// Names the folder of a plan.
  ///
  /// - Parameters:
  ///   - plan: The identifier of the plan.
  ///   - exports: The folder that holds the folders of all plans.
  package init(plan: String, in exports: URL) {
    url = exports.appending(path: plan)
    ledger = Ledger(of: plan, in: url)
  }

  /// The identifiers of the plans that have a ledger or an update that did not end, in order.
  ///
  /// - Parameter exports: The folder that holds the folders of all plans.
  /// - Returns: The identifiers; none where the folder is not there.
  /// - Throws: ``LedgerError`` where the folder cannot be read.
  package static func plans(in exports: URL) throws -> [String] {
    do {
      let names = try FolderListing.settledNames(in: exports.relativePath)
      let plans = try names.filter { name in
        let ledger = exports.appending(path: name).appending(path: Ledger.folderName)
        return try !name.hasPrefix(".") && FileStatus.of(ledger.relativePath) != nil
      }
      return Set(plans + names.compactMap(StagingPlace.folderName)).sorted()
    } catch let error as SystemError {
      throw LedgerError(unreadable: error)
    }
  }

  /// Publishes a release: adds it to the ledger and makes the files anew, all at once.
  ///
  /// Callers hold the ``ExportsLock`` since before they read the newest release.
  ///
  /// - Parameters:
  ///   - release: The release after the newest.
  ///   - makeFiles: Makes the files of a release, given those before it.
  /// - Returns: What was changed, without the release itself.
  /// - Throws: `ICalendarError` where a feed cannot be written, ``FeedInspection/Refusal`` where clients would
  ///   not read it, ``LedgerError`` where the ledger is not whole or ends with another release than the one
  ///   before, all before anything is stored; ``WriteError`` where something cannot be stored.
  package func publish(
    _ release: Release,
    makeFiles: FileMaker = ExportedFile.files
  ) throws -> FolderChanges {
    let earlier = try ledger.releases()
    guard release.release == earlier.count + 1 else {
      throw LedgerError(
        path: url.appending(path: Ledger.path(of: release.release)).relativePath,
        problem: "would come after release \(earlier.count)",
        advice: "publish again: the plan was published meanwhile; nothing was changed"
      )
    }
    let entry = FolderUpdate.File(
      path: Ledger.path(of: release.release),
      bytes: try StoredRelease.bytes(of: release)
    )
    var changes = try update(to: release, after: earlier, adding: [entry], makeFiles)
    changes.written.removeAll { $0 == entry.path }
    return changes
  }

  /// Removes what updates left that did not end.
  ///
  /// Callers hold the ``ExportsLock``.
  ///
  /// - Returns: What was changed.
  /// - Throws: ``WriteError`` where something cannot be removed.
  package func cleanUp() throws -> FolderChanges {
    try FolderUpdate(files: []).apply(to: url.relativePath)
  }

  /// Makes the files of the newest release anew; those that are as they should be are left alone.
  ///
  /// Callers hold the ``ExportsLock``.
  ///
  /// - Parameters:
  ///   - release: The newest release of the ledger.
  ///   - makeFiles: Makes the files of a release, given those before it.
  /// - Returns: What was changed.
  /// - Throws: As ``publish(_:makeFiles:)``.
  package func render(
    _ release: Release,
    makeFiles: FileMaker = ExportedFile.files
  ) throws -> FolderChanges {
    try update(to: release, after: ledger.releases(before: release.release), makeFiles)
  }

  /// Makes the files of a release, given those before it.
  package typealias FileMaker = (Release, [Release]) throws -> [ExportedFile]

  private func update(
    to release: Release,
    after earlier: [Release],
    adding entries: [FolderUpdate.File] = [],
    _ makeFiles: FileMaker
  ) throws -> FolderChanges {
    let files = try makeFiles(release, earlier)
    try FeedInspection.check(files)
    return try FolderUpdate(
      files: entries + files.map { FolderUpdate.File(path: $0.path, bytes: Array($0.text.utf8)) },
      removals: endedFeeds(beside: files, after: earlier, isPublished: entries.isEmpty)
    )
    .apply(to: url.relativePath)
  }
}
