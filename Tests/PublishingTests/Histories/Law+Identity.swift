import CivilTime
import Publishing
import Scheduling

extension Law {
  /// An identity is one event in a release, and means one thing for ever.
  static let identities = Law("identities") { step in
    let release = step.after.release
    var violations: [String] = []
    if Set(release.events.map(\.uid)).count < release.events.count {
      violations.append("an identity is there twice")
    }
    for event in release.events {
      let meaning = Memory.meaning(of: event, in: release.plan)
      if let old = step.memory.meanings[event.uid], old != meaning {
        violations.append("\(event.uid) was \(old), and is \(meaning)")
      }
      let own =
        event.kind == .activity ? "activity.\(event.series)" : "\(event.series).\(event.number)"
      if !event.uid.hasPrefix("\(release.plan.id).\(own)") {
        violations.append("\(event.uid) is \(meaning)")
      }
    }
    return violations
  }

  /// Issues keep their identity as the model says.
  static let identityOfIssues = Law("identity of issues") { step in
    guard let plan = step.after.plan, let before = step.before else { return [] }
    return plan.series.flatMap { series -> [String] in
      let chosen = step.after.release.schedule.occurrences.filter { $0.series == series.id }
      let oracle = IdentityOracle(
        released: before.release.events.filter { $0.kind == .issue && $0.series == series.id },
        period: plan.period,
        from: step.after.from,
        highest: step.memory.numbers[series.id] ?? 0
      )
      let expected = oracle.numbers(on: chosen.map(\.date))
      return chosen.compactMap { issue in
        expected[issue.date] == issue.number
          ? nil
          : "\(issue.uid) is on \(issue.date), where \(expected[issue.date] ?? 0) is expected"
      }
    }
  }
}

/// The rule by which issues keep their identity, as plainly as it can be written.
struct IdentityOracle {
  /// The issues of the series that were released.
  let released: [PublishedEvent]
  /// The plan's period.
  let period: ClosedRange<CivilDate>
  /// The day from which the schedule may change.
  let from: CivilDate
  /// The highest number that the series ever had.
  let highest: Int

  /// The number of the issue on each of the chosen days.
  func numbers(on days: [CivilDate]) -> [CivilDate: Int] {
    let standing = released.filter {
      $0.status == .confirmed && ($0.date >= from || period.contains($0.date))
    }
    var numbers: [CivilDate: Int] = [:]
    for issue in standing where days.contains(issue.date) && numbers[issue.date] == nil {
      numbers[issue.date] = issue.number
    }
    let moved = standing.filter { $0.date >= from && !days.contains($0.date) }
    let free = days.filter { numbers[$0] == nil }
    let best = Self.matchings(of: moved.map(\.date)[...], with: free[...])
      .min { Self.rank($0).lexicographicallyPrecedes(Self.rank($1)) }
    for (old, new) in best ?? [] {
      guard let new else { continue }
      numbers[new] = moved.first { $0.date == old }?.number
    }
    var next = highest + 1
    for day in days where numbers[day] == nil {
      let cancelled = released.filter { $0.status == .cancelled && $0.date == day }
      numbers[day] = cancelled.map(\.number).max() ?? next
      if numbers[day] == next { next += 1 }
    }
    return numbers
  }

  /// Every matching in which no two pairs cross.
  private static func matchings(
    of old: ArraySlice<CivilDate>,
    with new: ArraySlice<CivilDate>
  ) -> [[(CivilDate, CivilDate?)]] {
    guard let first = old.first else { return [[]] }
    let unmatched = matchings(of: old.dropFirst(), with: new).map { [(first, nil)] + $0 }
    return unmatched
      + new.indices.flatMap { index in
        matchings(of: old.dropFirst(), with: new[(index + 1)...]).map { [(first, new[index])] + $0 }
      }
  }

  /// The more are matched the better, then the fewer days are moved, then the earlier come first.
  private static func rank(_ matching: [(CivilDate, CivilDate?)]) -> [Int] {
    let days = matching.map { old, new in new.map { abs($0 - old) } }
    return [-days.compactMap(\.self).count, days.compactMap(\.self).reduce(0, +)]
      + matching.map { $0.1?.dayNumber ?? .max }
  }
}
