/// A file that is made from a release.
package struct ExportedFile: Sendable {
  /// The path of the newest schedule, which every release has.
  static let schedulePath = "schedule.json"

  /// The path within the folder of the plan.
  package let path: String
  /// What the file holds.
  package let text: String

  /// All files that are made from releases.
  ///
  /// Feeds come and go from release to release; the other files are always there.
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
    var schedule = release.schedule
    schedule.release = release.release
    return try Feed.feeds(of: release).map { ExportedFile(path: $0.path, text: try $0.text()) }
      + [
        ExportedFile(path: schedulePath, text: try JSONText.encode(schedule)),
        ExportedFile(path: "CHANGES.md", text: changes.markdown),
        ExportedFile(path: "changes.atom", text: changes.atom),
      ]
  }
}
