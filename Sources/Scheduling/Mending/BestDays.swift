internal import CivilTime

/// The best days of plans that were asked for before.
///
/// Most changes that are tried for themes leave the days alone, and days take the longest to find.
final class BestDays {
  private struct Entry {
    var plan: Plan
    var from: CivilDate?
    var days: DateProblem.Solution
  }

  private var entries: [Entry] = []
  /// How many are kept.
  private static let capacity = 8

  /// The best days of a plan, found anew where they are not known.
  ///
  /// - Parameters:
  ///   - plan: The plan as far as days depend on it.
  ///   - from: The day from which the schedule may change.
  ///   - find: Finds the days; `nil` where there are none or it was stopped.
  /// - Returns: The days.
  func days(
    for plan: Plan,
    from: CivilDate?,
    find: () -> DateProblem.Solution?
  ) -> DateProblem.Solution? {
    if let entry = entries.first(where: { $0.from == from && $0.plan == plan }) {
      return entry.days
    }
    guard let days = find() else { return nil }
    if entries.count == Self.capacity { entries.removeFirst() }
    entries.append(Entry(plan: plan, from: from, days: days))
    return days
  }
}
