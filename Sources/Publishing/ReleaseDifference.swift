internal import Scheduling

/// What a reader of the feeds sees change from one release to a later one.
package struct ReleaseDifference: Sendable, Hashable {
  /// In which way an event changed.
  package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// It was not there before.
    case added
    /// It was cancelled.
    case cancelled
    /// It was cancelled, and takes place after all.
    case revived
    /// It is on another day.
    case moved
    /// It is at another hour of its day.
    case hour
    /// It has another theme.
    case theme
    /// Its words or its length changed.
    case text
  }

  /// An event that changed.
  package struct Change: Sendable, Hashable {
    /// In which ways, at least one, in the order of ``Kind``.
    package var kinds: [Kind]
    /// The event before; `nil` where it was not there.
    package var before: PublishedEvent?
    /// The event after.
    package var after: PublishedEvent
    /// Why, where that is known.
    package var reason: Release.Reason?

    /// The words that a reader did not see before: the title, or where it did not change, lines of the
    /// text.
    package var newWords: [String] {
      guard let before else { return [] }
      guard before.summary == after.summary else { return [after.summary] }
      guard before.description != after.description else {
        return before.url == after.url ? [] : [after.url].compactMap(\.self)
      }
      let old = Set(before.description.split(separator: "\n"))
      return after.description.split(separator: "\n").filter { !old.contains($0) }.map(String.init)
    }
  }

  /// The events that changed, by day: issues, their further airings, days of activities.
  ///
  /// Further airings are left out where their issue changed in the same ways, and so are deadlines: they
  /// stand in the text of their issue.
  package var changes: [Change]
  /// How many issues stand as they were.
  package var unchanged: Int

  /// Compares two releases.
  ///
  /// What went away after it was over or cancelled is no change.
  ///
  /// - Complexity: O(n log n) for n events.
  ///
  /// - Parameters:
  ///   - old: The earlier release; `nil` for nothing.
  ///   - new: The later release.
  ///   - between: The releases after the earlier one and before the later one, for their reasons.
  package init(from old: Release?, to new: Release, between: [Release] = []) {
    let before = Dictionary(
      (old?.events ?? []).map { ($0.uid, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    var reasons: [String: Release.Reason] = [:]
    for release in between + [new] { reasons.merge(release.reasons) { $1 } }
    var changes: [Change] = []
    var kindsOfIssues: [IssueID: [Kind]] = [:]
    unchanged = 0
    for event in new.events where event.kind == .issue {
      let kinds = Self.kinds(from: before[event.uid], to: event)
      kindsOfIssues[event.issue] = kinds
      guard !kinds.isEmpty else {
        unchanged += event.status == .confirmed ? 1 : 0
        continue
      }
      changes.append(
        Change(
          kinds: kinds,
          before: before[event.uid],
          after: event,
          reason: reasons[event.uid]
        )
      )
    }
    for event in new.events where event.kind == .airing {
      let kinds = Self.kinds(from: before[event.uid], to: event)
      guard !kinds.isEmpty, kinds != kindsOfIssues[event.issue] else { continue }
      changes.append(Change(kinds: kinds, before: before[event.uid], after: event))
    }
    for event in new.events where event.kind == .activity {
      let kinds = Self.kinds(from: before[event.uid], to: event)
      guard !kinds.isEmpty else { continue }
      changes.append(Change(kinds: kinds, before: before[event.uid], after: event))
    }
    self.changes = changes.enumerated()
      .sorted { ($0.element.after.date, $0.offset) < ($1.element.after.date, $1.offset) }
      .map(\.element)
  }

  /// How many issues changed in a way.
  package func count(_ kind: Kind) -> Int {
    changes.count { $0.after.kind == .issue && $0.kinds.contains(kind) }
  }

  private static func kinds(from old: PublishedEvent?, to new: PublishedEvent) -> [Kind] {
    guard let old else { return new.status == .confirmed ? [.added] : [.cancelled] }
    switch (old.status, new.status) {
    case (.confirmed, .cancelled): return [.cancelled]
    case (.cancelled, .cancelled): return new.looksTheSame(as: old) ? [] : [.text]
    case (.cancelled, .confirmed), (.confirmed, .confirmed):
      var kinds: [Kind] = old.status == .cancelled ? [.revived] : []
      if old.date != new.date { kinds.append(.moved) }
      if old.time != new.time, old.date == new.date { kinds.append(.hour) }
      if !new.showsTheSameTheme(as: old) { kinds.append(.theme) }
      return kinds.isEmpty && !new.looksTheSame(as: old) ? [.text] : kinds
    }
  }
}
