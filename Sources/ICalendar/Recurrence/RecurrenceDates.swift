public import CivilTime

extension RecurrenceRule {
  /// The days of the rule, with the first at `start` or after it.
  ///
  /// `start` is the `DTSTART` that intervals and counts begin at; it is itself one of the days only
  /// where the rule gives it. A rule that never comes to a day gives none. An `UNTIL` in UTC takes
  /// in the days whose midnight, read as UTC, is not after it.
  ///
  /// - Parameters:
  ///   - start: The day that the rule begins at.
  ///   - end: The last day that may be given.
  /// - Returns: The days in order, each once.
  /// - Throws: ``ICalendarError`` where the range leaves the years 1753 to 2582, in which libical
  ///   has the days as they are: before, it has the leap years of the Julian calendar; after, none.
  /// - Complexity: O(d) for the d days from `start` to `end`.
  public func dates(
    from start: CivilDate,
    through end: CivilDate
  ) throws(ICalendarError) -> [CivilDate] {
    var budget = ExpansionBudget(steps: ExpansionLimits.default.steps)
    let last = Swift.min(end, parts.until?.date ?? end)
    return try days(from: start, through: last, within: &budget)
  }

  /// The days of the rule without regard to `UNTIL`, which needs a time zone where it is in UTC.
  ///
  /// - Parameters:
  ///   - start: The day that the rule begins at.
  ///   - end: The last day that may be given.
  ///   - first: A day before which none is wanted; some may be given all the same.
  ///   - budget: The work that may be done.
  /// - Returns: The days in order, each once.
  /// - Throws: ``ICalendarError`` where libical does not have the years, or the budget is used up.
  func days(
    from start: CivilDate,
    through end: CivilDate,
    wantedFrom first: CivilDate? = nil,
    within budget: inout ExpansionBudget
  ) throws(ICalendarError) -> [CivilDate] {
    guard start <= end else { return [] }
    let years = RecurrenceIterator.years
    for day in [start, end] where !years.contains(day.year) {
      throw ICalendarError(
        .limit,
        "rules are expanded in the years \(years.lowerBound) to \(years.upperBound), and \(day) "
          + "is asked for"
      )
    }
    let begin = parts.laterStart(than: start, before: first ?? start)
    var days: [CivilDate] = []
    for anchor in anchors(for: begin, through: end) {
      try budget.charge(ExpansionBudget.beginning)
      var bounded = parts
      bounded.count = nil
      let rule = bounded.written(until: .day(end), weekdays: anchor.weekdays)
      guard var iterator = RecurrenceIterator(rule: rule, start: anchor.date) else {
        try budget.charge(ExpansionBudget.fruitlessSearch)
        continue
      }
      var left = parts.count ?? Int.max
      var reached = anchor.date
      while left > 0 {
        let day = iterator.next() ?? end + 1
        try budget.charge(parts.cost(over: day - reached))
        guard day <= end else { break }
        days.append(day)
        reached = day
        left -= 1
      }
    }
    if days.count > 1, parts.frequency == .weekly { days.sort() }
    return Array(days.prefix(parts.count ?? Int.max))
  }

  /// Where libical is to begin, with the weekdays that it expands from there.
  ///
  /// libical 3.0.16 begins a weekly rule in the wrong week where its first weekday comes before the
  /// start and an interval is given: from Saturday 2024-03-30, every fourth Sunday begins on 21
  /// April. A rule of a single weekday that begins on that day is right, so each weekday is
  /// expanded alone, from where it first lies in a week of the rule.
  private func anchors(
    for start: CivilDate,
    through end: CivilDate
  ) -> [(date: CivilDate, weekdays: [OrdinalWeekday]?)] {
    guard parts.frequency == .weekly, parts.interval > 1, !parts.weekdays.isEmpty else {
      return [(start, nil)]
    }
    return parts.weekdays.compactMap { day in
      let fromStart =
        day.weekday.days(since: parts.weekStart) - start.weekday.days(since: parts.weekStart)
      let wait = fromStart < 0 ? fromStart + 7 * parts.interval : fromStart
      return wait <= end - start ? (start + wait, [day]) : nil
    }
  }
}

extension RecurrenceRule.Parts {
  /// A later day from which the rule gives the same days.
  ///
  /// A daily event of twenty years is not gone through for the sake of the last one. Days are moved
  /// by whole intervals, so that they mean the same; a rule that counts cannot be moved.
  ///
  /// - Parameters:
  ///   - start: The day that the rule begins at.
  ///   - first: The first day that is wanted.
  /// - Returns: A day not after `first`, at least an interval before it where there is one.
  fileprivate func laterStart(than start: CivilDate, before first: CivilDate) -> CivilDate {
    guard count == nil, first > start else { return start }
    switch frequency {
    case .daily, .weekly:
      let period = frequency == .daily ? interval : 7 * interval
      return start + Swift.max(0, (first - start) / period - 1) * period
    case .monthly, .yearly:
      let period = frequency == .monthly ? interval : 12 * interval
      let month = Month(containing: start)
      var periods = month.distance(to: Month(containing: first)) / period - 1
      // The day of the month may stand for a part that is left out.
      while periods > 0 {
        let later = month.advanced(by: periods * period)
        if start.day <= later.dayCount { return later.first + (start.day - 1) }
        periods -= 1
      }
      return start
    }
  }
}
