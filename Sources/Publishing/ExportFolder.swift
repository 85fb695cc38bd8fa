package import Foundation
internal import Scheduling

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
    ledger = Ledger(folder: url.appending(path: "releases"))
  }

  /// Publishes a release: writes it to the ledger, then makes the files anew.
  ///
  /// - Parameter release: A release with the next number.
  /// - Returns: The paths of the files that were written, within the folder.
  /// - Throws: `ICalendarError` where a feed cannot be written, before anything is stored;
  ///   ``WriteError`` where a file cannot be stored. What was stored before it stands: the ledger
  ///   is ahead of the files, and ``render(_:)`` mends them.
  package func publish(_ release: Release) throws -> [String] {
    let files = try ExportedFile.files(of: release, after: ledger.releases())
    try ledger.append(release)
    return try write(files)
  }

  /// Makes the files of the newest release anew; those that are as they should be are left alone.
  ///
  /// - Parameter release: The newest release of the ledger.
  /// - Returns: The paths of the files that were written, within the folder.
  /// - Throws: As ``publish(_:)``.
  package func render(_ release: Release) throws -> [String] {
    try write(try ExportedFile.files(of: release, after: ledger.releases(before: release.release)))
  }

  private func write(_ files: [ExportedFile]) throws -> [String] {
    try files.filter { file in
      try AtomicFile.write(Array(file.text.utf8), to: url.appending(path: file.path))
    }
    .map(\.path)
  }
}

/// A file that is made from a release.
package struct ExportedFile: Sendable {
  /// The path within the folder of the plan.
  package let path: String
  /// What the file holds.
  package let text: String

  /// All files that are made from releases.
  ///
  /// - Parameters:
  ///   - release: The newest release.
  ///   - earlier: Those before it, the first one first, for the list of changes.
  /// - Returns: The files.
  /// - Throws: `ICalendarError` where a text of the plan cannot stand in a calendar.
  package static func files(
    of release: Release,
    after earlier: [Release]
  ) throws -> [ExportedFile] {
    let changes = ChangeLog(release, after: earlier)
    return try Feed.feeds(of: release).map { ExportedFile(path: $0.path, text: try $0.text()) }
      + [
        ExportedFile(path: "schedule.json", text: try JSONText.encode(release.schedule)),
        ExportedFile(path: "CHANGES.md", text: changes.markdown),
        ExportedFile(path: "changes.atom", text: changes.atom),
      ]
  }
}
