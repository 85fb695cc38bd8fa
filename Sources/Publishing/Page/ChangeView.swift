internal import CivilTime

/// What a release changed, in the words of the list of changes.
struct ChangeView: Sendable {
  let title: String
  let day: Bilingual
  let datetime: String
  let lines: [String]
  /// That there is more than the page shows.
  let more: Bilingual?

  /// How many releases the page tells of, and how many lines of each.
  private static let most = (releases: 5, lines: 8)

  /// What the newest releases changed.
  ///
  /// - Parameter log: The list of changes.
  /// - Returns: A part for each release, the newest first.
  static func newest(of log: ChangeLog) -> [ChangeView] {
    log.entries.prefix(most.releases).map { entry in
      let day = entry.release.time.utc.date
      let rest = entry.lines.count - most.lines
      return ChangeView(
        title: entry.title,
        day: .day(day),
        datetime: "\(day)",
        lines: Array(entry.lines.prefix(most.lines)),
        more: rest > 0 ? .more(rest) : nil
      )
    }
  }
}
