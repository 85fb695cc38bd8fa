internal import ICalendar

/// A file that is made from a release.
package struct ExportedFile: Sendable {
  /// The path of the newest schedule, which every release has.
  static let schedulePath = "schedule.json"

  /// The path within the folder of the plan.
  package let path: String
  /// What the file holds.
  package let text: String
  /// What readers must find in the file, where it is a feed.
  let calendar: Calendar?

  /// Creates a file that is no feed.
  init(path: String, text: String) {
    (self.path, self.text, calendar) = (path, text, nil)
  }

  /// Creates the file of a feed.
  ///
  /// - Parameters:
  ///   - feed: The feed.
  ///   - text: Its text; as the feed gives it, where it is `nil`.
  /// - Throws: `ICalendarError` where a text of the plan cannot stand in a calendar.
  init(_ feed: Feed, text: String? = nil) throws {
    let calendar = try feed.calendar()
    path = feed.path
    self.text = try text ?? calendar.serialized()
    self.calendar = calendar
  }

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
    return try Feed.feeds(of: release).map { try ExportedFile($0) }
      + [
        ExportedFile(path: schedulePath, text: try JSONText.encode(schedule)),
        ExportedFile(path: "agenda.txt", text: AgendaText(of: release).text),
        ExportedFile(path: "CHANGES.md", text: changes.markdown),
        ExportedFile(path: "changes.atom", text: changes.atom),
        ExportedFile(path: "index.html", text: PlanPage(release, after: earlier).html),
      ]
  }
}
