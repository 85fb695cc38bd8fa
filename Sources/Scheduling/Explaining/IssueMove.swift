public import CivilTime

/// An issue that is on another day in another schedule, or in one of two schedules only.
public struct IssueMove: Sendable, Hashable {
  /// The identifier of the series.
  public var series: String
  /// Its day in the first schedule; `nil` for an issue more.
  public var from: CivilDate?
  /// Its day in the second schedule; `nil` for an issue less.
  public var to: CivilDate?

  /// The moves that make one schedule of another.
  ///
  /// Numbers are given by day to what was never released, so issues are told apart by their days: of
  /// those that changed, as many as possible are matched, in order, with the fewest days moved.
  ///
  /// - Complexity: That of ``monotoneMatching(of:with:)`` for each series.
  ///
  /// - Parameters:
  ///   - first: A schedule.
  ///   - second: Another one.
  ///   - plan: The plan of both.
  /// - Returns: The moves, by day, then in the plan's order of series.
  package static func moves(
    from first: Schedule,
    to second: Schedule,
    in plan: Plan
  ) -> [IssueMove] {
    var moves: [IssueMove] = []
    for series in plan.series.map(\.id) {
      let before = Set(first.occurrences.filter { $0.series == series }.map(\.date))
      let after = Set(second.occurrences.filter { $0.series == series }.map(\.date))
      let left = before.subtracting(after).sorted()
      let new = after.subtracting(before).sorted()
      moves += Self.moves(of: series, from: left, to: new)
    }
    return moves.enumerated().sorted { one, other in
      let days = (one.element.from ?? one.element.to, other.element.from ?? other.element.to)
      guard let first = days.0, let second = days.1, first != second else {
        return one.offset < other.offset
      }
      return first < second
    }.map(\.element)
  }

  private static func moves(
    of series: String,
    from left: [CivilDate],
    to new: [CivilDate]
  ) -> [IssueMove] {
    let matching = monotoneMatching(of: left.map(\.dayNumber), with: new.map(\.dayNumber))
    let matched = Set(matching.compactMap(\.self))
    return zip(left, matching).map { date, match in
      IssueMove(series: series, from: date, to: match.map { new[$0] })
    }
      + new.indices.filter { !matched.contains($0) }.map { index in
        IssueMove(series: series, from: nil, to: new[index])
      }
  }
}
