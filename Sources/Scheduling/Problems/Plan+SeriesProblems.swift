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
    let problems: [PlanProblem] = months.compactMap { month in
      let count = slots.count { month.days.contains($0.date) }
      if count < least {
        return PlanProblem(
          .monthShortOfSlots(month: month, slots: count, least: least),
          at: .series(series.id, .slots)
        )
      }
      guard let fitting = room(on: slots, of: series, in: month.days),
        fitting < min(least, series.perMonth.max ?? least)
      else { return nil }
      return PlanProblem(
        .monthTooTight(month: month, fitting: fitting, least: least, minGap: series.minGap),
        at: .series(series.id, .minGap)
      )
    }
    return problems.isEmpty ? roomProblems(of: series, on: slots) : problems
  }

  /// What the period has no room for, where each month has room for its fewest.
  private func roomProblems(of series: Series, on slots: [Slot]) -> [PlanProblem] {
    guard let fitting = room(on: slots, of: series, in: period) else { return [] }
    let aim = aim(of: series)
    // Where the months or the period do not allow as many, that was said without counting slots.
    let allowed = series.perMonth.max.map { $0 * months.count } ?? .max
    let least = leastIssues(of: series)
    if fitting < least && least <= allowed {
      return [
        PlanProblem(
          .yearTooTight(fitting: fitting, least: least, minGap: series.minGap),
          at: .series(series.id, series.perYear.min == least ? .perYear : .minGap)
        )
      ]
    }
    guard fitting < aim, aim <= min(allowed, series.perYear.max ?? .max), least <= aim else {
      return []
    }
    return [
      PlanProblem(
        .aimAboveRoom(aim: aim, fitting: fitting, minGap: series.minGap),
        at: .series(series.id, .aim),
        severity: .warning
      )
    ]
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
}
