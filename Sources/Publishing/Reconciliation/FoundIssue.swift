internal import CivilTime
package import Scheduling

/// An issue that was found in somebody else's log, by its first airing there.
package struct FoundIssue: Sendable, Hashable {
  /// How it was found.
  package enum Evidence: String, Sendable, Hashable, Codable, CaseIterable {
    /// By the identity under which the plan's own feed has it.
    case identity
    /// By the words of its title, and its day.
    case title
  }

  /// The identifier of its series.
  package var series: String
  /// Its number within the series, where its identity or the release tells.
  package var number: Int?
  /// The identifier of its theme, where one is named.
  package var theme: String?
  /// How it was found.
  package var evidence: Evidence
  /// The number that its title has for it, with what stands behind it: of `kỳ 1 tháng 3`, 1 and 3.
  var designation: [Int]?
  /// Its first airing.
  package var entry: LogEntry
  /// The further airings, by day.
  package var airings: [LogEntry] = []

  /// The issue as the rules of the plan look at it.
  package var occurrence: Occurrence {
    Occurrence(
      series: series,
      number: number ?? 0,
      date: entry.date,
      time: entry.time,
      minutes: entry.minutes,
      theme: theme
    )
  }
}

/// An entry that is told rather than taken for something silently.
package struct UnclearEntry: Sendable, Hashable {
  /// The entry.
  package var entry: LogEntry
  /// What is not clear, and what it was taken for.
  package var reason: String
}
