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
  /// - Throws: ``ICalendarError`` where `end` lies after 2582, the last year that libical reaches.
  /// - Complexity: O(d) for the d days from `start` to `end`.
  public func dates(
    from start: CivilDate,
    through end: CivilDate
  ) throws(ICalendarError) -> [CivilDate] {
    guard end.year <= RecurrenceIterator.lastYear else {
      throw ICalendarError(
        .limit,
        "rules are expanded up to the year \(RecurrenceIterator.lastYear), and \(end) is asked for"
      )
    }
    let last = Swift.min(end, lastDay ?? end)
    guard start <= last else { return [] }
    let days = anchors(for: start, through: last).flatMap { anchor in
      expanded(from: anchor.date, through: last, weekdays: anchor.weekdays)
    }
    return Array(days.sorted().prefix(parts.count ?? Int.max))
  }

  /// The last day that `UNTIL` takes in, in days of its own clock.
  private var lastDay: CivilDate? {
    switch parts.until {
    case .day(let date): date
    case .utc(let time), .floating(let time), .zoned(let time, _): time.date
    case nil: nil
    }
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

  /// The days from libical, without regard to `COUNT`, which is counted by ``dates(from:through:)``.
  private func expanded(
    from start: CivilDate,
    through end: CivilDate,
    weekdays: [OrdinalWeekday]?
  ) -> [CivilDate] {
    var bounded = parts
    bounded.count = nil
    guard
      var iterator = RecurrenceIterator(
        rule: bounded.written(until: .day(end), weekdays: weekdays),
        start: start
      )
    else { return [] }
    var days: [CivilDate] = []
    while let day = iterator.next(), day <= end {
      days.append(day)
    }
    return days
  }
}
