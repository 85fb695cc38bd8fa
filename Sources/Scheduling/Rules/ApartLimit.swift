internal import CivilTime

/// `apart`: issues of different series of a set are some days apart.
///
/// It is not enforced between two issues that are history.
package enum ApartLimit {
  /// The limit of the separation at a position in the plan.
  package static func limit(at index: Int, in plan: Plan) -> Limit {
    let separation = plan.separations[index]
    return Limit(
      .apart(separation.days),
      of: .separation(separation.series),
      line: .separation(index)
    )
  }

  /// The separations that are compiled: the series, by their positions in the plan, and their days.
  ///
  /// A distance of less than a day asks for nothing.
  package static func distances(
    in plan: Plan,
    under limits: LimitSet = .all
  ) -> [(series: [Int], days: Int)] {
    plan.separations.indices.compactMap { index in
      let separation = plan.separations[index]
      let series = plan.series.indices.filter { separation.series.contains(plan.series[$0].id) }
      guard separation.days > 0, series.count > 1, limits.holds(limit(at: index, in: plan)) else {
        return nil
      }
      return (series, separation.days)
    }
  }

  /// What was found: the least distance, and the first two days that it lies between.
  ///
  /// - Complexity: O(n²) for n issues of the series.
  ///
  /// - Parameters:
  ///   - index: The position of the separation in the plan.
  ///   - plan: The plan.
  ///   - occurrences: Issues of any series, by day.
  /// - Returns: The finding.
  package static func finding(
    at index: Int,
    in plan: Plan,
    _ occurrences: [Occurrence]
  ) -> LimitFinding {
    let separation = plan.separations[index]
    let issues = occurrences.filter { separation.series.contains($0.series) }
    var least: (days: Int, dates: [CivilDate])?
    for (position, first) in issues.enumerated() {
      // The nearest later issue of another series is the first.
      guard let second = issues[(position + 1)...].first(where: { $0.series != first.series })
      else { continue }
      let days = second.date - first.date
      if least.map({ days < $0.days }) ?? true { least = (days, [first.date, second.date]) }
    }
    return LimitFinding(
      limit(at: index, in: plan),
      found: least?.days,
      dates: least?.dates ?? [],
      holds: least.map { $0.days >= separation.days } ?? true
    )
  }

  /// Every two issues of different series that are too close: their days, and how many lie between.
  ///
  /// - Complexity: O(n²) for n issues of the series.
  ///
  /// - Parameters:
  ///   - index: The position of the separation in the plan.
  ///   - plan: The plan.
  ///   - occurrences: Issues of any series, by day.
  /// - Returns: A finding for each pair.
  package static func breaches(
    at index: Int,
    in plan: Plan,
    _ occurrences: [Occurrence]
  ) -> [LimitFinding] {
    let separation = plan.separations[index]
    let issues = occurrences.filter { separation.series.contains($0.series) }
    return issues.enumerated().flatMap { position, first in
      issues[(position + 1)...].prefix { $0.date - first.date < separation.days }
        .filter { $0.series != first.series }
        .map { second in
          LimitFinding(
            limit(at: index, in: plan),
            found: second.date - first.date,
            dates: [first.date, second.date],
            holds: false
          )
        }
    }
  }
}
