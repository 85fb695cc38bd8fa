internal import CivilTime

/// The clocks of a time zone over some years: which offset holds when.
struct ZoneClock {
  private struct Transition {
    /// When it takes place, in seconds since 1970-01-01 00:00 UTC.
    var moment: Int
    /// The seconds east of UTC from then on.
    var offset: Int
  }

  /// The offset before the first transition.
  private let firstOffset: Int
  private let transitions: [Transition]

  /// Computes the clocks of a zone.
  ///
  /// - Parameters:
  ///   - definition: The zone.
  ///   - end: The last day for which the clock is asked.
  ///   - budget: The work that may be done.
  /// - Throws: ``ICalendarError`` where a rule of the zone cannot be expanded.
  init(
    _ definition: TimeZoneDefinition,
    through end: CivilDate,
    within budget: inout ExpansionBudget
  ) throws(ICalendarError) {
    var onsets: [(moment: Int, before: Int, after: Int)] = []
    for observance in definition.observances {
      for onset in try observance.onsets(through: end, within: &budget) {
        onsets.append(
          (
            onset.secondsSinceEpoch - observance.offsetFrom, observance.offsetFrom,
            observance.offsetTo
          )
        )
      }
    }
    onsets.sort { $0.moment < $1.moment }
    firstOffset = onsets.first?.before ?? 0
    transitions = onsets.map { Transition(moment: $0.moment, offset: $0.after) }
  }

  /// The seconds east of UTC at a moment.
  ///
  /// - Parameter moment: The seconds since 1970-01-01 00:00 UTC.
  /// - Returns: The offset.
  /// - Complexity: O(log t) for t transitions.
  func offset(at moment: Int) -> Int {
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle].moment <= moment { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? firstOffset : transitions[low - 1].offset
  }

  /// The moment at which the clock shows a time.
  ///
  /// A time that comes twice, when clocks are set back, means the first; one that never comes, when
  /// they are set forward, is read with the offset before (RFC 5545, section 3.3.5).
  ///
  /// - Parameter local: What the clock shows, in seconds since 1970-01-01 00:00 on it.
  /// - Returns: The seconds since 1970-01-01 00:00 UTC.
  func moment(ofLocal local: Int) -> Int {
    // No two transitions lie within a day of each other, so that one of these offsets holds.
    let before = offset(at: local - 86_400)
    let after = offset(at: local + 86_400)
    if offset(at: local - before) == before { return local - before }
    if offset(at: local - after) == after { return local - after }
    return local - before
  }
}

extension TimeZoneDefinition.Observance {
  /// When the observance begins, each time, on the clock that was in force before.
  ///
  /// - Parameters:
  ///   - end: The last day that may be given.
  ///   - budget: The work that may be done.
  /// - Returns: The onsets, in no certain order.
  /// - Throws: ``ICalendarError`` where the rule cannot be expanded.
  func onsets(
    through end: CivilDate,
    within budget: inout ExpansionBudget
  ) throws(ICalendarError) -> [CivilDateTime] {
    var onsets = [onset] + furtherOnsets
    guard let recurrence else { return onsets }
    // After the years of libical, the last offset of a zone stays.
    var last = Swift.min(end, RecurrenceIterator.lastDay)
    if let until = recurrence.parts.until, until.date < last { last = until.date + 1 }
    let days = try recurrence.days(from: ruleStart(of: recurrence), through: last, within: &budget)
    for day in days where day != onset.date {
      let time = CivilDateTime(day, onset.time)
      if let until = recurrence.parts.until, !until.takesIn(time, offset: offsetFrom) { break }
      onsets.append(time)
    }
    return onsets
  }

  /// Where the rule is expanded from: Outlook lets its zones begin in 1601, where libical has other
  /// leap years, and which no event needs.
  private func ruleStart(of rule: RecurrenceRule) -> CivilDate {
    let (year, month, day) = onset.date.components
    guard year < 1800, rule.parts.interval == 1, rule.parts.count == nil else { return onset.date }
    return CivilDate(year: 1800, month: month, day: Swift.min(day, 28)) ?? onset.date
  }
}

extension EventTime {
  /// Whether a time on a clock is not after this end of a rule.
  ///
  /// - Parameters:
  ///   - time: The time.
  ///   - offset: The seconds east of UTC at the time.
  /// - Returns: For an end that is a day, whether the time lies on the day or before.
  func takesIn(_ time: CivilDateTime, offset: Int) -> Bool {
    switch self {
    case .day(let date): time.date <= date
    case .utc(let end): time.secondsSinceEpoch - offset <= end.secondsSinceEpoch
    case .floating(let end), .zoned(let end, _): time <= end
    }
  }
}
