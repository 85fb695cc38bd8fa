internal import CivilTime

extension Plan {
  /// The observances that no issue can serve.
  func observanceProblems() -> [PlanProblem] {
    // A pin that is banned is named where it stands.
    let slots = series.map { series in
      let dates = self.slots(of: series).slots.map(\.date)
      return (series: series, dates: dates + PinLimit.days(of: series, in: self))
    }
    return observances.flatMap { observance -> [PlanProblem] in
      let line = PlanLine.observance(observance.id)
      let dates = observance.dates.filter(period.contains)
      guard !dates.isEmpty else {
        return [PlanProblem(.observanceOutsidePeriod, at: line, severity: .warning)]
      }
      // A series without any slot was named for itself.
      let concerned = slots.filter { observance.concerns($0.series) && !$0.dates.isEmpty }
      return dates.flatMap { date -> [PlanProblem] in
        let window = observance.window(around: date).clamped(to: period)
        let without = concerned.filter { !$0.dates.contains(where: window.contains) }
        let kinds: [PlanProblem.Kind] =
          if !without.isEmpty && without.count == concerned.count {
            [.observanceWithoutSlot(window: window)]
          } else if observance.series != nil {
            // What concerns all series is not meant for each of them.
            without.map { .observanceWithoutSlotOf(series: $0.series.id, window: window) }
          } else {
            []
          }
        return kinds.map { PlanProblem($0, at: line, severity: .warning) }
      }
    }
  }
}
