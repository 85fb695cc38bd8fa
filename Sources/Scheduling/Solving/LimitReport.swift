public import CivilTime

extension Plan {
  /// What each limit of the plan asks for, and what is found in a set of issues.
  ///
  /// Limits come by series in the plan's order, then separations, then themes; one finding each.
  /// Limits of months are reported for all months, also for those in which the scheduler no longer
  /// enforces them because they are history. Issues of series that the plan does not have are of
  /// no concern.
  ///
  /// - Complexity: O(l n) for l limits and n issues, and O(n²) for each separation.
  ///
  /// - Parameters:
  ///   - occurrences: The issues, in any order.
  ///   - released: What was released, for what is history.
  ///   - from: The day from which the schedule may change. Where it is `nil`, nothing is history,
  ///     and nothing is said of it.
  /// - Returns: The findings.
  public func limits(
    of occurrences: [Occurrence],
    keeping released: ReleasedSchedule = ReleasedSchedule(),
    from: CivilDate? = nil
  ) -> [LimitFinding] {
    let history = History(released, plan: self, from: from)
    let issues = inOrder(occurrences)
    var findings: [LimitFinding] = []
    for series in series {
      let own = issues.filter { $0.series == series.id }
      let dates = own.map(\.date)
      // What is history is as it was released, on a slot or not.
      let changeable = dates.filter { !history.isSettled(series: series.id, date: $0) }
      findings += PerMonthLimit.findings(of: series, in: self, on: dates)
      findings += PerYearLimit.findings(of: series, on: dates)
      findings += AimLimit.findings(of: series, in: self, on: dates)
      findings.append(MinGapLimit.finding(of: series, on: dates))
      if let finding = MaxMinutesLimit.finding(of: series, in: own) { findings.append(finding) }
      findings.append(SlotDayLimit.finding(of: series, in: self, on: changeable))
      findings += AvoidLimit.findings(of: series, in: self, on: changeable)
      findings += PinLimit.findings(of: series, in: self, issues: own, from: history.from)
      findings += BanLimit.findings(of: series, in: self, on: changeable)
      if from != nil {
        findings.append(FromLimit.finding(of: series, in: own, history: history))
      }
    }
    findings += separations.indices.map { ApartLimit.finding(at: $0, in: self, issues) }
    for theme in themes {
      findings += ThemeBoundsLimit.findings(of: theme, in: issues)
      findings += EligibilityLimit.findings(of: theme, in: self, issues, history: history)
    }
    return findings
  }

  /// What each limit of the plan asks for, and what is found in a schedule.
  ///
  /// - Parameters:
  ///   - schedule: The schedule.
  ///   - released: What was released, for what is history.
  ///   - from: The day from which the schedule may change; `nil` where nothing is history.
  /// - Returns: The findings, as of ``limits(of:keeping:from:)`` for issues.
  public func limits(
    of schedule: Schedule,
    keeping released: ReleasedSchedule = ReleasedSchedule(),
    from: CivilDate? = nil
  ) -> [LimitFinding] {
    limits(of: schedule.occurrences, keeping: released, from: from)
  }
}
