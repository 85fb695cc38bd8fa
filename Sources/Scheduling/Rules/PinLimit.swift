package import CivilTime

/// `pins`: an issue of a series appears on a day, with a theme where one is named.
///
/// Before the day from which the schedule may change, only an issue that was released for that day
/// meets a pin, whatever its theme.
package enum PinLimit {
  /// The limits of a series, in the plan's order of pins.
  package static func limits(of series: Series, in plan: Plan) -> [Limit] {
    plan.pins.indices.filter { plan.pins[$0].series == series.id }.map { limit(at: $0, in: plan) }
  }

  /// The limit of the pin at a position in the plan.
  package static func limit(at index: Int, in plan: Plan) -> Limit {
    let pin = plan.pins[index]
    return Limit(.pin(pin.date, theme: pin.theme), of: .series(pin.series), line: .pin(index))
  }

  /// The days within the period that the pins of a series make slots.
  ///
  /// They do so even where a pin is not among the limits that hold and the issue is not required:
  /// so fewer limits never leave fewer schedules, as the search for a clash needs it.
  package static func days(of series: Series, in plan: Plan) -> Set<CivilDate> {
    Set(requiredDays(of: series, in: plan, under: .all).filter { plan.period.contains($0) })
  }

  /// The days on which an issue of a series is required, those outside the period too.
  package static func requiredDays(
    of series: Series,
    in plan: Plan,
    under limits: LimitSet
  ) -> Set<CivilDate> {
    var days: Set<CivilDate> = []
    for (index, pin) in plan.pins.enumerated() where pin.series == series.id {
      if limits.holds(limit(at: index, in: plan)) { days.insert(pin.date) }
    }
    return days
  }

  /// The pins that name a theme for an issue, by their positions in the plan.
  package static func themed(series: String, date: CivilDate, in plan: Plan) -> [Int] {
    plan.pins.indices.filter { index in
      let pin = plan.pins[index]
      return pin.series == series && pin.date == date && pin.theme != nil
    }
  }

  /// What was found: for each pin, how many issues meet it.
  ///
  /// - Parameters:
  ///   - series: A series of the plan.
  ///   - plan: The plan.
  ///   - issues: Its issues.
  ///   - from: The day before which a pin's theme is not asked for.
  /// - Returns: A finding for each pin.
  package static func findings(
    of series: Series,
    in plan: Plan,
    issues: [Occurrence],
    from: CivilDate
  ) -> [LimitFinding] {
    limits(of: series, in: plan).compactMap { limit in
      guard case .pin(let date, let theme) = limit.rule else { return nil }
      let met = issues.filter { issue in
        issue.date == date && (theme == nil || issue.theme == theme || date < from)
      }
      return LimitFinding(limit, found: met.count, dates: [date], holds: !met.isEmpty)
    }
  }
}
