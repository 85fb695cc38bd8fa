internal import CivilTime

extension RecurrenceRule.Parts {
  /// What in the rule programs read in different ways, with what to write instead.
  ///
  /// libical 3.0.16, which is also what Evolution and KOrganizer read rules with, gives wrong days
  /// for these: each was found by holding it against a day-by-day reading of RFC 5545. A rule that
  /// people would see on other days than this program is refused.
  var objections: [ICalendarError.Problem] {
    [
      weekNumberObjection, dailyMonthDayObjection, yearlyMonthDayObjection, yearDayObjection,
      repeatedWeekdayObjection, weekPositionObjection, mixedPositionObjection,
    ].compactMap { $0 }
  }

  private var weekNumberObjection: ICalendarError.Problem? {
    guard !weekNumbers.isEmpty else { return nil }
    return objection(
      "BYWEEKNO is expanded wrongly by libical",
      advice: "write the months and weekdays, such as FREQ=YEARLY;BYMONTH=1;BYDAY=1MO, or list "
        + "the days as RDATE"
    )
  }

  private var dailyMonthDayObjection: ICalendarError.Problem? {
    guard frequency == .daily, let day = monthDays.first(where: { $0 < 0 }) else { return nil }
    return objection(
      "BYMONTHDAY=\(day) with FREQ=DAILY is expanded wrongly by libical",
      advice: interval == 1
        ? "write \(rewritten { $0.frequency = .monthly })"
        : "write FREQ=MONTHLY, which counts the interval in months"
    )
  }

  private var yearlyMonthDayObjection: ICalendarError.Problem? {
    guard frequency == .yearly, !monthDays.isEmpty, months.isEmpty else { return nil }
    return objection(
      "FREQ=YEARLY with BYMONTHDAY and no BYMONTH means every month, which libical does not know",
      advice: "write \(rewritten { $0.months = Array(1...12) })"
    )
  }

  private var yearDayObjection: ICalendarError.Problem? {
    guard !yearDays.isEmpty, !months.isEmpty || !monthDays.isEmpty else { return nil }
    return objection(
      "BYYEARDAY together with BYMONTH or BYMONTHDAY is expanded wrongly by libical",
      advice: "keep BYYEARDAY alone, with the days that lie in those months"
    )
  }

  private var repeatedWeekdayObjection: ICalendarError.Problem? {
    var seen: Set<RecurrenceRule.OrdinalWeekday> = []
    for day in weekdays {
      let each = RecurrenceRule.OrdinalWeekday(ordinal: nil, weekday: day.weekday)
      if !seen.insert(day).inserted {
        return objection(
          "BYDAY names \(day.text) twice, which libical counts twice",
          advice: "name it once"
        )
      }
      if day.ordinal != nil, weekdays.contains(each) {
        return objection(
          "BYDAY names \(each.text) and \(day.text), which is one of them, and libical counts it "
            + "twice",
          advice: "leave \(day.text) out"
        )
      }
    }
    return nil
  }

  private var weekPositionObjection: ICalendarError.Problem? {
    guard !positions.isEmpty, frequency == .daily || frequency == .weekly else { return nil }
    return objection(
      "BYSETPOS with FREQ=\(frequency.rawValue) is left out by libical",
      advice: rewrittenWithoutPositions.map { "write \($0)" }
    )
  }

  /// The weekly rule that names the days which BYSETPOS picks, where every week has the same.
  private var rewrittenWithoutPositions: String? {
    guard frequency == .weekly, months.isEmpty, !weekdays.isEmpty else { return nil }
    let days = weekdays.sorted {
      $0.weekday.days(since: weekStart) < $1.weekday.days(since: weekStart)
    }
    let picked = days.enumerated().filter { index, _ in
      positions.contains(index + 1) || positions.contains(index - days.count)
    }
    guard !picked.isEmpty else { return nil }
    return rewritten {
      $0.weekdays = picked.map(\.element)
      $0.positions = []
    }
  }

  private var mixedPositionObjection: ICalendarError.Problem? {
    let mixed = [monthDays, yearDays, weekdays.map { $0.ordinal ?? 0 }].contains { numbers in
      numbers.contains { $0 < 0 } && numbers.contains { $0 >= 0 }
    }
    guard !positions.isEmpty, mixed else { return nil }
    return objection(
      "BYSETPOS over days counted from both ends is expanded wrongly by libical, which counts a "
        + "day twice that both give",
      advice: "count all days from the same end"
    )
  }

  private func objection(_ message: String, advice: String?) -> ICalendarError.Problem {
    ICalendarError.Problem(rule: .unsupportedRecurrence, message: message, advice: advice)
  }

  private func rewritten(_ change: (inout Self) -> Void) -> String {
    var parts = self
    change(&parts)
    return parts.written(until: parts.until)
  }
}

extension Weekday {
  /// How many days the weekday comes after another, 0 to 6.
  func days(since start: Weekday) -> Int {
    (rawValue - start.rawValue + 7) % 7
  }
}
