package import CivilTime
package import Scheduling

/// In what an issue of somebody else's log is not as it was released.
package struct ReleaseDeviation: Sendable, Hashable {
  /// What is different.
  package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// It is on another day.
    case moved
    /// It is at another hour of its day.
    case hour
    /// It names another theme.
    case theme
    /// It is there, and does not take place.
    case cancelled
    /// It is not there.
    case missing
    /// It was not released.
    case added
  }

  /// What is different.
  package var kind: Kind
  /// The issue as it was released; `nil` where it was not.
  package var released: Occurrence?
  /// The issue as it was found; `nil` where it was not.
  package var found: FoundIssue?
  /// The identifier of its series.
  package var series: String { released?.series ?? found?.series ?? "" }
  /// The day that says where it belongs.
  package var date: CivilDate? { released?.date ?? found?.entry.date }

  /// How many days an issue without an identity may have moved and still be taken for the same.
  private static let reach = 15

  /// Holds found issues against a release.
  ///
  /// Issues are the same by identity, then by day, then the nearest ones first, 15 days apart at the most.
  ///
  /// - Parameters:
  ///   - release: The release.
  ///   - issues: The issues.
  ///   - cancelled: What does not take place: its series, its number where an identity tells, its entry.
  ///   - series: The identifiers of the series that are known.
  /// - Returns: What is different, by day.
  /// - Complexity: O(n² log n) for n issues of a series.
  static func all(
    from release: Release,
    in issues: [FoundIssue],
    cancelled: [(series: String, number: Int?, entry: LogEntry)],
    series: [String]
  ) -> [ReleaseDeviation] {
    let released = release.released.occurrences
    let deviations = series.flatMap { id in
      let own = released.filter { $0.series == id }
      let found = issues.filter { $0.series == id }
      let pairs = pairs(own, found)
      let gone = cancelled.filter { $0.series == id }
      let taken = Set(pairs.map(\.found))
      return pairs.flatMap { differences(own[$0.released], found[$0.found]) }
        + own.indices.filter { index in !pairs.contains { $0.released == index } }.map { index in
          let isCancelled = gone.contains {
            $0.number == own[index].number || $0.number == nil && $0.entry.date == own[index].date
          }
          return ReleaseDeviation(kind: isCancelled ? .cancelled : .missing, released: own[index])
        }
        + found.indices.filter { !taken.contains($0) }
        .map { ReleaseDeviation(kind: .added, found: found[$0]) }
    }
    return deviations.enumerated()
      .sorted {
        ($0.element.date ?? .min, $0.offset) < ($1.element.date ?? .min, $1.offset)
      }
      .map(\.element)
  }

  /// Released and found issues that are the same, by their positions.
  private static func pairs(
    _ released: [Occurrence],
    _ found: [FoundIssue]
  ) -> [(released: Int, found: Int)] {
    var pairs: [(released: Int, found: Int)] = []
    func pair(_ first: Int, _ second: Int) {
      guard !pairs.contains(where: { $0.released == first || $0.found == second }) else { return }
      pairs.append((first, second))
    }
    for (index, issue) in found.enumerated() where issue.number != nil {
      if let same = released.firstIndex(where: { $0.number == issue.number }) { pair(same, index) }
    }
    let near = released.indices.flatMap { first in
      found.indices.filter { found[$0].number == nil }.map { second in
        (distance: abs(found[second].entry.date - released[first].date), first, second)
      }
    }
    for (distance, first, second) in near.sorted(by: <) where distance <= reach {
      pair(first, second)
    }
    return pairs
  }

  private static func differences(
    _ released: Occurrence,
    _ found: FoundIssue
  ) -> [ReleaseDeviation] {
    var kinds: [Kind] = []
    if released.date != found.entry.date {
      kinds.append(.moved)
    } else if released.time != found.entry.time, released.time != nil, found.entry.time != nil {
      kinds.append(.hour)
    }
    if let theme = found.theme, theme != released.theme { kinds.append(.theme) }
    return kinds.map { ReleaseDeviation(kind: $0, released: released, found: found) }
  }
}
