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
