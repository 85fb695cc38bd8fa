/// Why an issue is not as it was released.
public enum ChangeReason: Sendable, Hashable {
  /// A pin asks for its day or its theme; the position of the pin in the plan.
  case pinned(Int)
  /// The day that it was released for is no slot any more.
  case excluded(DayExclusion)
  /// Limits that cannot hold with the issue on the day that it was released for, though without any
  /// one of them the others can.
  case clash(Clash)
  /// The schedule as a whole is better with it where it is: what staying would cost more.
  case price(Price)

  /// The line of the plan that is behind it, if it is one.
  public var line: PlanLine? {
    switch self {
    case .pinned(let index): .pin(index)
    case .excluded(let exclusion): exclusion.line
    case .clash(let clash): clash.limits.lazy.compactMap(\.line).first
    case .price: nil
    }
  }
}

/// An issue by its identity.
public struct IssueID: Sendable, Hashable {
  /// The identifier of the series.
  public var series: String
  /// The number within the series.
  public var number: Int

  /// Names an issue.
  public init(series: String, number: Int) {
    self.series = series
    self.number = number
  }

  /// The identity of an issue.
  public init(_ issue: Occurrence) {
    self.init(series: issue.series, number: issue.number)
  }
}

extension Explainer {
  /// Why issues that were released and could change are on other days, have other themes, or are gone.
  ///
  /// An issue on another day whose own day is a slot still is priced there: that takes a search.
  ///
  /// - Returns: A reason for each issue that changed and for which there is one.
  public func reasonsForChanges() -> [IssueID: ChangeReason] {
    var reasons: [IssueID: ChangeReason] = [:]
    let chosen = Dictionary(
      schedule.occurrences.map { (IssueID($0), $0) },
      uniquingKeysWith: { first, _ in first }
    )
    for series in plan.series {
      for issue in history.open(series.id) {
        let now = chosen[IssueID(issue)]
        guard now?.date != issue.date || now?.theme != issue.theme else { continue }
        reasons[IssueID(issue)] = reason(for: issue, becoming: now, of: series)
      }
    }
    return reasons
  }

  private func reason(
    for issue: Occurrence,
    becoming new: Occurrence?,
    of series: Series
  ) -> ChangeReason? {
    let moved = new?.date != issue.date
    if let new {
      let pin = plan.pins.firstIndex { pin in
        pin.series == series.id && pin.date == new.date
          && (moved || pin.theme != nil && pin.theme == new.theme)
      }
      if let pin { return .pinned(pin) }
    }
    guard moved else { return nil }
    let exclusions = DayExclusion.all(on: issue.date, of: series, in: plan, from: history.from)
    // That no rule gives a day says less than what else is said of it.
    let said = exclusions.first { $0.reason != .slot(.noRule) } ?? exclusions.first
    if let said { return .excluded(said) }
    guard let new,
      !schedule.occurrences.contains(where: { $0.series == series.id && $0.date == issue.date })
    else { return nil }
    switch dayPricing(of: series).pin(issue.date, insteadOf: new) {
    case .possible(let change): return .price(change.price)
    case .clash(let clash): return .clash(clash)
    }
  }
}
