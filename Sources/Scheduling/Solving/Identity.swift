internal import CivilTime

/// Which issue of the last release each new issue is.
///
/// An issue on a day that was released is the issue of that day. The others of a series are matched
/// in order of days, as many as possible, with the fewest days moved; of several such matchings
/// the one that ``monotoneMatching(of:with:)`` states: the earliest released issue keeps its
/// identity, on the earliest day, then the next.
package enum Identity {
  /// A day of a series, and the released issue that it is, if it is one.
  package struct Issue: Sendable, Equatable {
    /// The slot on which it appears.
    package var slot: Slot
    /// The issue as it was released; `nil` for a new one.
    package var released: Occurrence?

    /// Creates an issue.
    package init(slot: Slot, released: Occurrence? = nil) {
      self.slot = slot
      self.released = released
    }
  }

  /// The issues of a series on the days that were chosen.
  ///
  /// - Parameters:
  ///   - slots: The days, ascending, history among them.
  ///   - series: The identifier of the series.
  ///   - history: What was released.
  /// - Returns: An issue for each day.
  package static func issues(
    on slots: [Slot],
    series: String,
    history: History
  ) -> [Issue] {
    let released = history.settled(series) + history.open(series)
    var issues = slots.map { slot in
      Issue(slot: slot, released: released.first { $0.date == slot.date })
    }
    let unmoved = Set(issues.compactMap(\.released?.date))
    let others = history.open(series).filter { !unmoved.contains($0.date) }
    let new = issues.indices.filter { issues[$0].released == nil }
    let matching = monotoneMatching(
      of: others.map(\.date.dayNumber),
      with: new.map { issues[$0].slot.date.dayNumber }
    )
    for (issue, match) in zip(others, matching) {
      if let match { issues[new[match]].released = issue }
    }
    return issues
  }
}
