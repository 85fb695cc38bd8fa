internal import CivilTime

extension Plan {
  /// What is wrong with the limits of one series.
  func seriesProblems(_ series: Series) -> [PlanProblem] {
    countProblems(of: series) + slotProblems(of: series) + lengthProblems(of: series)
      + coverageProblems(of: series)
  }

  private func countProblems(of series: Series) -> [PlanProblem] {
    var problems: [PlanProblem] = []
    func add(_ kind: PlanProblem.Kind, at key: PlanLine.SeriesKey) {
      problems.append(PlanProblem(kind, at: .series(series.id, key)))
    }
    let monthCount = months.count
    if let most = series.perMonth.max, series.perMonth.min > most {
      add(.leastAboveMost(what: "per-month", least: series.perMonth.min, most: most), at: .perMonth)
    }
    if let most = series.perYear.max {
      if series.perYear.min > most {
        add(.leastAboveMost(what: "per-year", least: series.perYear.min, most: most), at: .perYear)
      }
      if series.perMonth.min * monthCount > most {
        add(
          .monthsAboveYear(perMonth: series.perMonth.min, months: monthCount, most: most),
          at: .perYear
        )
      }
    }
    if let most = series.perMonth.max, most * monthCount < series.perYear.min {
      add(
        .monthsBelowYear(perMonth: most, months: monthCount, least: series.perYear.min),
        at: .perYear
      )
    }
    if let aim = series.aim {
      if let most = perYear(of: series).max, aim > most {
        add(.aimAboveMost(aim: aim, most: most), at: .aim)
      }
      let least = leastIssues(of: series)
      if aim < least { add(.aimBelowLeast(aim: aim, least: least), at: .aim) }
    }
    return problems
  }

  private func slotProblems(of series: Series) -> [PlanProblem] {
    let slots = slots(of: series).slots
    if slots.isEmpty && leastIssues(of: series) == 0 {
      return [PlanProblem(.noSlots, at: .series(series.id, .slots), severity: .warning)]
    }
    let least = series.perMonth.min
    return months.compactMap { month in
      let dates = slots.map(\.date).filter { month.days.contains($0) }
      if dates.count < least {
        return PlanProblem(
          .monthShortOfSlots(month: month, slots: dates.count, least: least),
          at: .series(series.id, .slots)
        )
      }
      let fitting = mostFitting(dates, gap: series.minGap)
      guard fitting < least else { return nil }
      return PlanProblem(
        .monthTooTight(month: month, fitting: fitting, least: least, minGap: series.minGap),
        at: .series(series.id, .minGap)
      )
    }
  }

  private func lengthProblems(of series: Series) -> [PlanProblem] {
    guard let minutes = series.minutes, let most = series.maxMinutes, minutes > most else {
      return []
    }
    return [
      PlanProblem(.tooLong(minutes: minutes, most: most), at: .series(series.id, .minutes))
    ]
  }

  private func coverageProblems(of series: Series) -> [PlanProblem] {
    if themes.isEmpty || themes.contains(where: { $0.takes(series: series.id) }) { return [] }
    let severity: PlanProblem.Severity = leastIssues(of: series) > 0 ? .error : .warning
    return [PlanProblem(.seriesWithoutTheme, at: .series(series.id, nil), severity: severity)]
  }

  /// The fewest issues that the limits of the period and of its months allow.
  func leastIssues(of series: Series) -> Int {
    max(series.perYear.min, series.perMonth.min * months.count)
  }

  /// The most of some days, ascending, that keep a gap: each the first that is far enough from the
  /// one before it.
  private func mostFitting(_ dates: [CivilDate], gap: Int) -> Int {
    var count = 0
    var last: CivilDate?
    for date in dates where last.map({ date - $0 >= gap }) ?? true {
      count += 1
      last = date
    }
    return count
  }
}
