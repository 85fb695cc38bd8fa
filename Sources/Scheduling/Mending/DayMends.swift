internal import CivilTime

/// The changes that end a clash of limits of days.
struct DayMends {
  private let request: SchedulingRequest
  private let history: History
  /// The series whose days have to do with the clash.
  private let scope: Set<String>
  private let excluded: Set<Limit>
  private let time: SearchTime

  /// Prepares to ease the limits of a clash.
  ///
  /// - Parameters:
  ///   - request: What cannot be met.
  ///   - clash: The clash.
  ///   - excluded: Limits that do not hold while changes are tried.
  ///   - time: How long changes may be tried.
  init(
    _ request: SchedulingRequest,
    clash: Clash,
    without excluded: Set<Limit>,
    time: SearchTime
  ) {
    self.request = request
    history = request.history
    scope = request.plan.seriesJoined(to: Set(clash.limits.flatMap(\.subject.series)))
    self.excluded = excluded
    self.time = time
  }

  /// The changes that ease one limit of the clash as little as ends it.
  func changes(easing limit: Limit) -> [PlanChange] {
    if case .separation = limit.subject { return separationChanges(limit) }
    guard case .series(let id) = limit.subject,
      let series = request.plan.series.first(where: { $0.id == id })
    else { return [] }
    let days = request.plan.dayCount
    return switch limit.rule {
    case .perMonthAtLeast(let least): number(.perMonthLeast(series: id), least, to: 0)
    case .perMonthAtMost(let most): number(.perMonthMost(series: id), most, to: max(31, most))
    case .perYearAtLeast(let least): number(.perYearLeast(series: id), least, to: 0)
    case .perYearAtMost(let most): number(.perYearMost(series: id), most, to: max(days, most))
    case .aim(let aim): number(.aim(series: id), aim, to: max(days, aim))
    case .minGap(let gap): number(.minGap(series: id), gap, to: min(1, gap))
    case .pin: pinChanges(limit, of: series)
    case .ban: banChanges(limit)
    case .avoid(let calendar): avoidChanges(calendar, of: series)
    case .slots: newDay(for: series, among: unruledDays(of: series), avoidedBy: nil)
    case .from(let from): fromChanges(from)
    default: []
    }
  }

  private func works(_ change: PlanChange) -> Bool {
    hasDays(request.changed(by: [change]), without: excluded)
  }

  private func hasDays(_ request: SchedulingRequest, without excluded: Set<Limit>) -> Bool {
    request.hasDays(for: scope, without: excluded, while: time.isLeft)
  }

  private func number(_ number: PlanChange.Number, _ value: Int, to end: Int) -> [PlanChange] {
    let nearest = nearestValue(from: value, to: end) { candidate in
      let changed = request.changed(by: [.number(number, from: value, to: candidate)])
      // An aim that is derived from a least falls with it; left aside, less is always easier. The
      // value that is found is tried with all limits in the end.
      let derivedAims = changed.plan.series.filter { $0.aim == nil && scope.contains($0.id) }
        .map { AimLimit.limit(of: $0, in: changed.plan) }
      let isLeast =
        switch number {
        case .perMonthLeast, .perYearLeast: true
        default: false
        }
      return hasDays(changed, without: isLeast ? excluded.union(derivedAims) : excluded)
    }
    return nearest.map { PlanChange.number(number, from: value, to: $0) }.map { [$0] } ?? []
  }

  private func separationChanges(_ limit: Limit) -> [PlanChange] {
    guard case .separation(let index) = limit.line else { return [] }
    let separation = request.plan.separations[index]
    let eased = number(.apart(separation), separation.days, to: min(1, separation.days))
    if !eased.isEmpty { return eased }
    return [.removeSeparation(separation)].filter(works)
  }

  /// The pin on the nearest day on which it does no harm, and no pin at all.
  private func pinChanges(_ limit: Limit, of series: Series) -> [PlanChange] {
    guard case .pin(let index) = limit.line else { return [] }
    let pin = request.plan.pins[index]
    let without = request.changed(by: [.removePin(pin)])
    var changes = [PlanChange.removePin(pin)].filter(works)
    // Where days are, each of a series by itself is possible on a good many; only these are tried.
    let problem = SeriesProblem(
      of: series,
      in: without.plan,
      history: history,
      under: .except(excluded)
    )
    let possible = zip(problem.slots, problem.pointsOfForcing()).filter { $1 != nil }.map(\.0.date)
    let taken = PinLimit.days(of: series, in: without.plan)
    let nearest = possible.filter { $0 >= history.from && !taken.contains($0) }
      .sorted { (abs($0 - pin.date), $0) < (abs($1 - pin.date), $1) }
      .first { works(.movePin(pin, to: $0)) }
    if let nearest { changes.append(.movePin(pin, to: nearest)) }
    return changes
  }

  private func banChanges(_ limit: Limit) -> [PlanChange] {
    guard case .ban(let index) = limit.line else { return [] }
    return [.removeBan(request.plan.bans[index])].filter(works)
  }

  /// The best day of the calendar used all the same, and the calendar no longer avoided.
  private func avoidChanges(_ calendar: String, of series: Series) -> [PlanChange] {
    let given = SlotDayLimit.candidates(of: series, in: request.plan, under: .all)
    let taken = Set(request.plan.calendars.first { $0.id == calendar }?.days.keys.map(\.self) ?? [])
    let days = given.inOrder.filter { taken.contains($0.date) }
      .sorted { ($0.cost, $0.date) < ($1.cost, $1.date) }.map(\.date)
    return newDay(for: series, among: days, avoidedBy: calendar)
      + [.useCalendar(calendar, series: series.id)].filter(works)
  }

  /// The days that neither a rule nor a calendar of the series knows, the nearest to a day that a
  /// rule gives first.
  private func unruledDays(of series: Series) -> [CivilDate] {
    let slots = request.plan.slots(of: series)
    let given = SlotDayLimit.candidates(of: series, in: request.plan, under: .all)
    var distance: [CivilDate: Int] = [:]
    for days in [Array(request.plan.period), request.plan.period.reversed()] {
      var last: CivilDate?
      for date in days {
        if given[date] != nil { last = date }
        let found = last.map { abs(date - $0) } ?? request.plan.dayCount
        distance[date] = min(found, distance[date] ?? found)
      }
    }
    return request.plan.period.filter { slots.exclusions(on: $0) == [.noRule] }
      .map { (distance[$0] ?? 0, $0) }.sorted { $0 < $1 }.map(\.1)
  }

  /// An issue pinned to the first of some days that no slot is on and that ends the clash.
  private func newDay(
    for series: Series,
    among days: [CivilDate],
    avoidedBy calendar: String?
  ) -> [PlanChange] {
    let bans = Set(request.plan.bans.filter { $0.series == series.id }.map(\.date))
    let pins = PinLimit.days(of: series, in: request.plan)
    let open = days.filter { $0 >= history.from && !bans.contains($0) && !pins.contains($0) }
    func pin(_ date: CivilDate) -> PlanChange {
      .addPin(Pin(series: series.id, date: date), avoidedBy: calendar)
    }
    let found = firstWorking(of: open[...]) { days in
      // As slots that need not be taken, more days are always easier.
      let changed = request.changed(by: days.map(pin))
      let added = changed.plan.pins.indices.suffix(days.count)
        .map { PinLimit.limit(at: $0, in: changed.plan) }
      return hasDays(changed, without: excluded.union(added))
    }
    return found.map { [pin($0)] } ?? []
  }

  /// The latest earlier day from which the schedule would have to be free to change.
  private func fromChanges(_ from: CivilDate) -> [PlanChange] {
    let first = request.plan.period.lowerBound
    guard first < from else { return [] }
    let days = (first..<min(from, request.plan.period.upperBound + 1)).reversed()
    return days.first { works(.changeFrom($0, insteadOf: from)) }
      .map { [.changeFrom($0, insteadOf: from)] } ?? []
  }
}
