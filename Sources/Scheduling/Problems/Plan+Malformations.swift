internal import CivilTime

extension Plan {
  /// What leaves nothing to solve: numbers out of range, identifiers doubled or unknown.
  ///
  /// The ranges are wide enough for any plan that is meant, and narrow enough that no sum of
  /// points overflows.
  package func malformations() -> [PlanProblem] {
    rangeProblems() + duplicateProblems() + referenceProblems()
  }

  private static let points = 0...1_000_000
  private static let counts = 0...10_000
  private static let days = 0...10_000
  private static let years = 100...9_900

  private func rangeProblems() -> [PlanProblem] {
    var problems: [PlanProblem] = []
    func check(_ what: String, _ value: Int?, in range: ClosedRange<Int>, at line: PlanLine) {
      guard let value, !range.contains(value) else { return }
      problems.append(
        PlanProblem(.outOfRange(what: what, value: value, range: range), at: line)
      )
    }
    check("the length of the period in days", dayCount, in: 1...3_660, at: .period)
    // Windows of observances and themes reach beyond the period, and must stay on the calendar.
    check("the first year of the period", period.lowerBound.year, in: Self.years, at: .period)
    check("the last year of the period", period.upperBound.year, in: Self.years, at: .period)
    for (name, price) in costs.byName {
      check("the cost \(name)", price, in: Self.points, at: .costs)
    }
    for series in series {
      func checkKey(
        _ what: String,
        _ value: Int?,
        in range: ClosedRange<Int>,
        at key: PlanLine.SeriesKey
      ) {
        check(what, value, in: range, at: .series(series.id, key))
      }
      checkKey("minutes", series.minutes, in: Self.counts, at: .minutes)
      checkKey("max-minutes", series.maxMinutes, in: Self.counts, at: .maxMinutes)
      checkKey("the least of per-month", series.perMonth.min, in: Self.counts, at: .perMonth)
      checkKey("the most of per-month", series.perMonth.max, in: Self.counts, at: .perMonth)
      checkKey("the least of per-year", series.perYear.min, in: Self.counts, at: .perYear)
      checkKey("the most of per-year", series.perYear.max, in: Self.counts, at: .perYear)
      checkKey("the aim", series.aim, in: Self.counts, at: .aim)
      checkKey("min-gap", series.minGap, in: 1...10_000, at: .minGap)
      for (index, rule) in series.slotRules.enumerated() {
        check(
          "the cost of a slot",
          rule.cost,
          in: Self.points,
          at: .slotRule(series: series.id, index)
        )
      }
    }
    for observance in observances {
      let line = PlanLine.observance(observance.id)
      check("lead", observance.lead, in: Self.days, at: line)
      check("lag", observance.lag, in: Self.days, at: line)
      check("the points of an observance", observance.points, in: Self.points, at: line)
    }
    for theme in themes {
      check("share", theme.share, in: 1...1_000_000, at: .theme(theme.id, .share))
      check("at-least", theme.atLeast, in: Self.counts, at: .theme(theme.id, .atLeast))
      check("at-most", theme.atMost, in: Self.counts, at: .theme(theme.id, .atMost))
    }
    for (index, separation) in separations.enumerated() {
      check("the days apart", separation.days, in: 1...10_000, at: .separation(index))
    }
    return problems
  }

  private func duplicateProblems() -> [PlanProblem] {
    var problems: [PlanProblem] = []
    func check(_ referent: PlanProblem.Referent, _ ids: [String], at line: (String) -> PlanLine) {
      var seen: Set<String> = []
      for id in ids where !seen.insert(id).inserted {
        problems.append(PlanProblem(.duplicate(referent, id: id), at: line(id)))
      }
    }
    check(.outlet, outlets.map(\.id)) { .outlet($0) }
    check(.calendar, calendars.map(\.id)) { .calendar($0) }
    check(.series, series.map(\.id)) { .series($0, nil) }
    check(.observance, observances.map(\.id)) { .observance($0) }
    check(.theme, themes.map(\.id)) { .theme($0, nil) }
    check(.activity, activities.map(\.id)) { .activity($0) }
    return problems
  }

  private func referenceProblems() -> [PlanProblem] {
    var problems: [PlanProblem] = []
    func check(
      _ referent: PlanProblem.Referent,
      _ ids: [String],
      among known: [String],
      at line: PlanLine
    ) {
      for id in ids where !known.contains(id) {
        problems.append(
          PlanProblem(.unknown(referent, id: id, known: known), at: line)
        )
      }
    }
    let outletIDs = outlets.map(\.id)
    let calendarIDs = calendars.map(\.id)
    let seriesIDs = series.map(\.id)
    let themeIDs = themes.map(\.id)
    for series in series {
      check(.outlet, [series.outlet], among: outletIDs, at: .series(series.id, nil))
      check(.calendar, series.avoid, among: calendarIDs, at: .series(series.id, .avoid))
    }
    for observance in observances {
      let line = PlanLine.observance(observance.id)
      check(.series, observance.series ?? [], among: seriesIDs, at: line)
      check(.theme, observance.theme.map { [$0] } ?? [], among: themeIDs, at: line)
    }
    for theme in themes {
      check(.series, theme.series ?? [], among: seriesIDs, at: .theme(theme.id, .series))
    }
    for (index, separation) in separations.enumerated() {
      check(.series, separation.series, among: seriesIDs, at: .separation(index))
    }
    for (index, pin) in pins.enumerated() {
      check(.series, [pin.series], among: seriesIDs, at: .pin(index))
      check(.theme, pin.theme.map { [$0] } ?? [], among: themeIDs, at: .pin(index))
    }
    for (index, ban) in bans.enumerated() {
      check(.series, [ban.series], among: seriesIDs, at: .ban(index))
    }
    return problems
  }
}

extension Costs {
  /// The prices under their names in a plan file.
  fileprivate var byName: [(String, Int)] {
    [
      ("short", short), ("uneven", uneven), ("moved", moved), ("repeated", repeated),
      ("rethemed", rethemed),
    ]
  }
}
