internal import CivilTime

/// The changes that end a clash of limits of themes, on days that stand.
struct ThemeMends {
  private let request: SchedulingRequest
  private let issues: [ThemeProblem.Issue]
  private let excluded: Set<Limit>
  private let time: SearchTime

  /// Prepares to ease the limits of a clash.
  ///
  /// - Parameters:
  ///   - request: What cannot be met.
  ///   - issues: The issues, whose days stand.
  ///   - excluded: Limits that do not hold while changes are tried.
  ///   - time: How long changes may be tried.
  init(
    _ request: SchedulingRequest,
    issues: [ThemeProblem.Issue],
    without excluded: Set<Limit>,
    time: SearchTime
  ) {
    self.request = request
    self.issues = issues
    self.excluded = excluded
    self.time = time
  }

  /// The changes that ease one limit of the clash as little as ends it.
  func changes(easing limit: Limit) -> [PlanChange] {
    if case .pin(let index) = limit.line {
      return [.removePinnedTheme(request.plan.pins[index])].filter(works)
    }
    guard case .theme(let id) = limit.subject else { return [] }
    return switch limit.rule {
    case .themeAtLeast(let least): number(.themeLeast(id), least, to: 0)
    case .themeAtMost(let most): number(.themeMost(id), most, to: max(issues.count, most))
    case .themeSeries(let list): seriesChanges(id, list)
    case .themeWindow(let window): windowChanges(id, window)
    default: []
    }
  }

  private func works(_ change: PlanChange) -> Bool {
    time.isLeft() && request.changed(by: [change]).hasThemes(for: issues, without: excluded)
  }

  private func number(_ number: PlanChange.Number, _ value: Int, to end: Int) -> [PlanChange] {
    nearestValue(from: value, to: end) { works(.number(number, from: value, to: $0)) }
      .map { [.number(number, from: value, to: $0)] } ?? []
  }

  /// The theme in one series more, the first that is enough.
  private func seriesChanges(_ theme: String, _ list: [String]) -> [PlanChange] {
    request.plan.series.map(\.id).filter { !list.contains($0) }
      .map { PlanChange.addSeries($0, theme: theme) }.first(where: works).map { [$0] } ?? []
  }

  /// The window as little longer as is enough, at its beginning and at its end.
  private func windowChanges(
    _ theme: String,
    _ window: ClosedRange<CivilDate>
  ) -> [PlanChange] {
    let period = request.plan.period
    func widened(to day: Int) -> PlanChange {
      let day = CivilDate(dayNumber: day)
      return .widenWindow(
        theme: theme,
        from: window,
        to: min(day, window.lowerBound)...max(day, window.upperBound)
      )
    }
    let first = window.lowerBound.dayNumber
    let last = window.upperBound.dayNumber
    let ends = [(first, period.lowerBound.dayNumber), (last, period.upperBound.dayNumber)]
    return [(ends[0].0, min(first, ends[0].1)), (ends[1].0, max(last, ends[1].1))]
      .compactMap { start, end in
        nearestValue(from: start, to: end) { works(widened(to: $0)) }.map(widened)
      }
  }
}
