internal import CivilTime

/// Prices themes for one issue: what a pin of each would make the best placement cost, the days as
/// they are.
struct ThemePricing {
  let schedule: Schedule
  let plan: Plan
  let history: History
  let mayGoOn: () -> Bool

  /// What comes of a pin.
  private enum Outcome {
    case possible(ThemeChange)
    case excluded(ExcludedTheme)
  }

  /// The other themes of an issue: those that it may have, cheapest first, and those that it may not.
  ///
  /// - Complexity: One placement for each theme.
  ///
  /// - Parameter issue: An issue of the schedule that is not history.
  /// - Returns: The themes, in the orders of ``Explanation``.
  func changes(of issue: Occurrence) -> (possible: [ThemeChange], excluded: [ExcludedTheme]) {
    var possible: [ThemeChange] = []
    var excluded: [ExcludedTheme] = []
    for index in plan.themes.indices where plan.themes[index].id != issue.theme {
      switch pin(theme: index, on: issue) {
      case .possible(let change): possible.append(change)
      case .excluded(let theme): excluded.append(theme)
      }
    }
    let order = possible.enumerated().sorted { one, other in
      func key(_ change: (offset: Int, element: ThemeChange)) -> (Int, Int, Int) {
        (change.element.counts.isEmpty ? 0 : 1, change.element.price.atLeast, change.offset)
      }
      return key(one) < key(other)
    }
    return (order.map(\.element), excluded)
  }

  private func pin(theme index: Int, on issue: Occurrence) -> Outcome {
    let theme = plan.themes[index]
    let ineligible = limits(against: index, on: issue)
    guard ineligible.isEmpty else {
      return .excluded(ExcludedTheme(theme: theme.id, limits: ineligible))
    }
    let pinned = plan.adding(Pin(series: issue.series, date: issue.date, theme: theme.id))
    do {
      let changed = try Scheduler.schedule(
        on: days,
        in: pinned,
        history: history,
        while: mayGoOn
      )
      let counts = zip(schedule.counts, changed.counts).filter { $0 != $1 }.map { before, after in
        ThemeChange.CountChange(theme: before.theme, before: before.count, after: after.count)
      }
      return .possible(
        ThemeChange(
          theme: theme.id,
          price: Price(
            of: (changed.placement.points, changed.placement.bound),
            beside: (schedule.placement.points, schedule.placement.bound)
          ),
          counts: counts,
          schedule: changed
        )
      )
    } catch SchedulingError.infeasible(let clash) {
      return .excluded(
        ExcludedTheme(theme: theme.id, limits: clash.without(pinOf: plan).limits)
      )
    } catch {
      preconditionFailure("themes on days that stand are placed or infeasible: \(error)")
    }
  }

  /// The limits of eligibility each of which by itself rules a theme out.
  private func limits(against theme: Int, on issue: Occurrence) -> [Limit] {
    let pins = PinLimit.themed(series: issue.series, date: issue.date, in: plan)
      .map { PinLimit.limit(at: $0, in: plan) }
    return (EligibilityLimit.limits(of: plan.themes[theme]) + pins).filter { limit in
      !EligibilityLimit.themes(
        series: issue.series,
        date: issue.date,
        in: plan,
        history: history,
        under: .only([limit])
      ).contains(theme)
    }
  }

  /// The days of the schedule.
  private var days: DateProblem.Solution {
    DateProblem.Solution(
      slots: plan.series.map { series in
        schedule.occurrences.filter { $0.series == series.id }
          .map { Slot(date: $0.date, time: $0.time) }
      },
      points: schedule.dates.points,
      bound: schedule.dates.bound
    )
  }
}
