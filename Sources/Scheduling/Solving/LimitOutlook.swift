public import CivilTime

/// What becomes of a limit that the issues known so far do not keep.
public enum LimitOutlook: String, Sendable, CaseIterable {
  /// It is broken.
  case broken
  /// What it lacks can still come.
  case open
  /// Whether it is kept cannot be told from what is known of the issues.
  case untold
}

extension Plan {
  /// What becomes of a breach when a part of the period is still to come.
  ///
  /// Only what is lacking can still come: an issue that a month, the period, a pin or a theme asks for, as
  /// long as enough slots are left for it. What is too much, too long, too close or on a wrong day is
  /// broken, whenever it is. Of issues whose theme is not known, any may have the theme that is lacking.
  ///
  /// - Complexity: O(s + n) for s slots of the series and n issues.
  ///
  /// - Parameters:
  ///   - breach: A breach, of ``breaches(of:)`` for these issues.
  ///   - issues: The issues. Where the plan has themes, one without a theme has some that is not known.
  ///   - day: The first day whose issues may still come.
  ///   - known: The identifiers of the series whose issues are known.
  /// - Returns: The outlook.
  public func outlook(
    of breach: LimitFinding,
    among issues: [Occurrence],
    from day: CivilDate,
    knowing known: Set<String>
  ) -> LimitOutlook {
    let found = breach.found ?? 0
    switch breach.limit.rule {
    case .perMonthAtLeast(let least):
      guard let month = breach.month else { return .broken }
      let left = slotsLeft(breach.limit.subject.series, besides: issues, from: day) {
        month.days.contains($0)
      }
      return left >= least - found ? .open : .broken
    case .perYearAtLeast(let least):
      let left = slotsLeft(breach.limit.subject.series, besides: issues, from: day) { _ in true }
      return left >= least - found ? .open : .broken
    case .pin(let date, _):
      let there = issues.filter {
        $0.date == date && breach.limit.subject.series.contains($0.series)
      }
      if there.contains(where: { $0.theme == nil }) { return .untold }
      return there.isEmpty && date >= day ? .open : .broken
    case .themeAtLeast(let least):
      guard let theme = themes.first(where: { breach.limit.subject == .theme($0.id) }) else {
        return .broken
      }
      let takers = series.map(\.id).filter(theme.takes)
      guard known.isSuperset(of: takers) else { return .untold }
      let window = window(of: theme)
      let untold = issues.count {
        $0.theme == nil && takers.contains($0.series) && window.contains($0.date)
      }
      if found + untold >= least { return .untold }
      let left = slotsLeft(takers, besides: issues, from: day, where: window.contains)
      return found + untold + left >= least ? .open : .broken
    default:
      return .broken
    }
  }

  /// How many slots of some series are left from a day on.
  private func slotsLeft(
    _ ids: [String],
    besides issues: [Occurrence],
    from day: CivilDate,
    where isMeant: (CivilDate) -> Bool
  ) -> Int {
    series.filter { ids.contains($0.id) }.reduce(0) { count, series in
      let taken = Set(issues.filter { $0.series == series.id }.map(\.date))
      return count
        + slots(of: series).slots.count { slot in
          slot.date >= day && isMeant(slot.date) && !taken.contains(slot.date)
        }
    }
  }
}
