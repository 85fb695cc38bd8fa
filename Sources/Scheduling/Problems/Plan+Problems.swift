extension Plan {
  /// What cannot hold together in the plan, or hardly means what it says, seen without solving it.
  ///
  /// Where an error is found, no schedule exists, none can be sought, or its aim cannot be reached.
  /// Where none is found, a schedule may still not exist: only solving tells.
  ///
  /// - Complexity: O(n log n) for n candidates of slot rules, and the products of the numbers of
  ///   slots, and of themes and of observances.
  ///
  /// - Returns: The problems: those that make others meaningless first, then by the order of the
  ///   plan's elements.
  public func problems() -> [PlanProblem] {
    let malformed = malformations()
    // Sums and slots mean something only for numbers that are in range.
    if malformed.contains(where: \.isOutOfRange) { return malformed }
    return malformed
      + series.flatMap { seriesProblems($0) }
      + observanceProblems()
      + themes.flatMap { themeProblems($0) }
      + themeTotalProblems()
      + separationProblems()
      + pins.indices.flatMap { pinProblems(at: $0) }
      + series.flatMap { pinCountProblems(of: $0) }
      + banProblems()
      + activityProblems()
  }

  private func separationProblems() -> [PlanProblem] {
    separations.enumerated().filter { Set($0.element.series).count < 2 }.map { index, separation in
      PlanProblem(.separationOfOne(series: separation.series), at: .separation(index))
    }
  }

  private func activityProblems() -> [PlanProblem] {
    activities.compactMap { activity in
      guard let window = activity.window, !window.overlaps(period) else { return nil }
      return PlanProblem(
        .windowOutsidePeriod(window: window, period: period),
        at: .activity(activity.id),
        severity: .warning
      )
    }
  }
}

extension PlanProblem {
  fileprivate var isOutOfRange: Bool {
    if case .outOfRange = kind { true } else { false }
  }
}
