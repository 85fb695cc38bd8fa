/// What came of trying whether a plan can be met.
enum Trial {
  /// It can.
  case works
  /// It cannot, or that was not found out.
  case fails
  /// The days that were found are not proven to be the best; whether themes can be chosen on them.
  case open(works: Bool)

  /// Whether the plan may be offered: there is a schedule, if perhaps not on the best days.
  var isWorthAnOffer: Bool {
    switch self {
    case .works, .open(works: true): true
    case .fails, .open(works: false): false
    }
  }

  /// Whether better days can change what came of it.
  var isOpen: Bool {
    if case .open = self { true } else { false }
  }
}

extension SchedulingRequest {
  /// Tries whether the plan can be met, on the first days that are found.
  ///
  /// - Parameters:
  ///   - original: The plan before it was changed, whose mistakes are nothing new.
  ///   - time: How long it may be tried.
  /// - Returns: What came of it.
  func tried(insteadOf original: Plan, in time: SearchTime) -> Trial {
    let mistakes = Set(original.mistakes.map(\.kind))
    guard plan.mistakes.allSatisfy({ mistakes.contains($0.kind) }) else { return .fails }
    // Themes are chosen on the best days alone, and days without regard to themes.
    guard !plan.themes.isEmpty else {
      return hasDays(for: Set(plan.series.map(\.id)), while: time.isLeft) ? .works : .fails
    }
    guard knownDays != nil || time.isLeft() else { return .fails }
    do {
      return try firstDays().map(trial(on:)) ?? .fails
    } catch {
      return .open(works: false)
    }
  }

  /// Tries the best days, where it depends on them.
  ///
  /// - Parameters:
  ///   - trial: What came of the first days.
  ///   - time: How long they may be sought.
  /// - Returns: What came of it.
  func settled(_ trial: Trial, in time: SearchTime) -> Trial {
    guard trial.isOpen, time.isLeft() else { return trial }
    do {
      return try bestDays(while: time.isLeft).map(self.trial(on:)) ?? .fails
    } catch {
      return trial
    }
  }

  private func trial(on days: DateProblem.Solution) -> Trial {
    let works = hasThemes(for: issues(on: days))
    guard days.isProven else { return .open(works: works) }
    return works ? .works : .fails
  }
}

extension Plan {
  /// Problems for which the plan cannot be understood.
  fileprivate var mistakes: [PlanProblem] {
    problems().filter { $0.severity == .error && !$0.isContradiction }
  }
}
