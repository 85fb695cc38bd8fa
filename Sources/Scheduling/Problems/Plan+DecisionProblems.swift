internal import CivilTime

extension Plan {
  /// What is wrong with one pin, beside the others and the bans.
  func pinProblems(at index: Int) -> [PlanProblem] {
    let pin = pins[index]
    let line = PlanLine.pin(index)
    var problems: [PlanProblem] = []
    if !period.contains(pin.date) {
      problems.append(
        PlanProblem(.pinOutsidePeriod(date: pin.date, period: period), at: line)
      )
    }
    if let ban = bans.firstIndex(where: { $0.series == pin.series && $0.date == pin.date }) {
      problems.append(PlanProblem(.pinnedAndBanned(date: pin.date, ban: ban), at: line))
    }
    let theme = pin.theme.flatMap { id in themes.first { $0.id == id } }
    if let theme, !theme.takes(series: pin.series) {
      problems.append(
        PlanProblem(.pinnedThemeNotTaken(theme: theme.id, series: pin.series), at: line)
      )
    }
    let earlier = pins.indices.prefix(index).filter { pins[$0].series == pin.series }
    if let first = earlier.first(where: { pins[$0].date == pin.date }) {
      let themes = Set([pins[first].theme, pin.theme].compactMap(\.self)).sorted()
      problems.append(
        PlanProblem(
          .pinnedTwice(date: pin.date, first: first, themes: themes),
          at: line,
          severity: themes.count > 1 ? .error : .warning
        )
      )
    }
    if let series = series.first(where: { $0.id == pin.series }) {
      let near = earlier.first { other in
        1..<series.minGap ~= abs(pins[other].date - pin.date)
      }
      if let near {
        problems.append(
          PlanProblem(
            .pinsTooClose(
              first: min(pins[near].date, pin.date),
              second: max(pins[near].date, pin.date),
              firstPin: near,
              minGap: series.minGap
            ),
            at: line
          )
        )
      }
    }
    return problems + distanceProblems(at: index)
  }

  /// The earlier pins of other series to which a pin is nearer than the series keep apart.
  private func distanceProblems(at index: Int) -> [PlanProblem] {
    let pin = pins[index]
    return separations.compactMap { separation in
      guard separation.series.contains(pin.series) else { return nil }
      let near = pins.indices.prefix(index).first { other in
        pins[other].series != pin.series && separation.series.contains(pins[other].series)
          && abs(pins[other].date - pin.date) < separation.days
      }
      return near.map { near in
        PlanProblem(
          .pinsNotApart(
            first: min(pins[near].date, pin.date),
            second: max(pins[near].date, pin.date),
            firstPin: near,
            days: separation.days
          ),
          at: .pin(index)
        )
      }
    }
  }

  /// The pins of a series that are more than its months or the period allow.
  func pinCountProblems(of series: Series) -> [PlanProblem] {
    let days = PinLimit.days(of: series, in: self)
    guard let last = pins.lastIndex(where: { $0.series == series.id }) else { return [] }
    var problems: [PlanProblem] = []
    var least = 0
    for month in months {
      let count = days.count { month.days.contains($0) }
      least += max(count, series.perMonth.min)
      guard let most = series.perMonth.max, count > most,
        let pin = pins.lastIndex(where: {
          $0.series == series.id && month.days.contains($0.date)
        })
      else { continue }
      problems.append(
        PlanProblem(.pinsAboveMonth(month: month, pins: count, most: most), at: .pin(pin))
      )
    }
    let most = min(aim(of: series), perYear(of: series).max ?? .max)
    // Where the months alone ask for too much, the pins are not to blame.
    if problems.isEmpty, least > most, leastIssues(of: series) <= most {
      problems.append(
        PlanProblem(
          .pinsAbovePeriod(pins: days.count, least: least, most: most),
          at: .pin(last)
        )
      )
    }
    return problems
  }

  /// The bans that ban nothing.
  func banProblems() -> [PlanProblem] {
    bans.enumerated().filter { !period.contains($0.element.date) }.map { index, ban in
      PlanProblem(
        .banOutsidePeriod(date: ban.date, period: period),
        at: .ban(index),
        severity: .warning
      )
    }
  }
}
