internal import CivilTime
internal import ICalendar
internal import Scheduling

extension PlanDecoder {
  /// Decodes the slot rules of a series.
  ///
  /// - Returns: The rules, each with the value that a citation points to.
  mutating func slotRules(
    _ value: Value?,
    calendars: [LoadedCalendar]
  ) -> [(rule: SlotRule, value: Value)] {
    elements(of: value, "slot rules", 1...Limits.slotRules).map { element in
      let candidates: [SlotRule.Candidate]
      var cost = 0
      var cited = element
      if let fields = fields(of: element, as: SlotKey.self) {
        candidates = self.candidates(fields, of: element, calendars: calendars)
        cost = integer(fields[.cost], in: Limits.points) ?? 0
        cited = fields[.rule] ?? fields[.calendar] ?? element
      } else {
        candidates = []
      }
      return (SlotRule(candidates: candidates, cost: cost), cited)
    }
  }

  private mutating func candidates(
    _ fields: Fields<SlotKey>,
    of element: Value,
    calendars: [LoadedCalendar]
  ) -> [SlotRule.Candidate] {
    let time = time(fields[.at])
    switch (fields[.rule], fields[.calendar]) {
    case (let rule?, nil):
      guard let dates = dates(of: rule) else { return [] }
      if dates.isEmpty, let period {
        warn(
          "the rule gives no day from \(period.lowerBound) to \(period.upperBound)",
          at: rule.node.extent
        )
      }
      return dates.map { SlotRule.Candidate(date: $0, time: time) }
    case (nil, let calendar?):
      if let at = fields[.at] {
        fail(
          "`at` stands beside `calendar`",
          at: at.extent,
          suggestion: "take it out: the calendar has the times of its events"
        )
      }
      return candidates(of: calendar, among: calendars)
    case (let rule?, _?):
      fail(
        "`rule` and `calendar` stand in one slot rule",
        at: rule.extent,
        expected: "one of them",
        suggestion: "write two slot rules"
      )
    case (nil, nil):
      if !fields.hasUnknownKeys {
        fail("a slot rule needs `rule` or `calendar`", at: element.node.extent)
      }
    }
    return []
  }

  /// The days of a recurrence rule within the period; `nil` where they are not known.
  private mutating func dates(of value: Value) -> [CivilDate]? {
    guard let text = text(value) else { return nil }
    do throws(ICalendarError) {
      let rule = try RecurrenceRule(parsing: text)
      guard let period else { return nil }
      return try rule.dates(from: period.lowerBound, through: period.upperBound)
    } catch {
      for problem in error.problems {
        fail(
          "the rule cannot be read: \(problem.message)",
          at: value.node.extent,
          expected: problem.advice == nil
            ? "a rule of RFC 5545 such as FREQ=MONTHLY;BYDAY=2SU" : nil,
          suggestion: problem.advice
        )
      }
      return nil
    }
  }

  private mutating func candidates(
    of value: Value,
    among calendars: [LoadedCalendar]
  ) -> [SlotRule.Candidate] {
    guard let id = reference(value, to: .calendar),
      let calendar = calendars.first(where: { $0.id == id }),
      let period
    else { return [] }
    // That a calendar has no day in the period was told where the calendar is named.
    return calendar.candidates.filter { period.contains($0.date) }
  }
}
