internal import CivilTime
package import Scheduling

/// What feeds say about one limit of a plan.
package struct JudgedLimit: Sendable, Hashable {
  /// Whether a limit is kept.
  package enum Verdict: String, Sendable, Hashable, Codable, CaseIterable {
    /// It is.
    case met
    /// It is not.
    case broken
    /// It is not yet, and can still be.
    case open
    /// The feeds do not tell.
    case untold
  }

  /// What breaks a limit, once.
  package struct Breach: Sendable, Hashable {
    /// The month, the days and the number.
    package var finding: LimitFinding
    /// What becomes of it.
    package var outlook: LimitOutlook
  }

  /// What was found as a whole.
  package var finding: LimitFinding
  /// What breaks it, each time.
  package var breaches: [Breach]
  /// Whether it is kept.
  package var verdict: Verdict

  /// Judges the limits of a plan.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - issues: The issues that were found.
  ///   - today: The first day whose issues may still come.
  ///   - series: The identifiers of the series whose issues are known: limits of others are left out.
  /// - Returns: The limits in the plan's order. Limits that the plan leaves to a default are there only
  ///   where they are broken.
  static func all(
    of plan: Plan,
    in issues: [Occurrence],
    from today: CivilDate,
    knowing series: Set<String>
  ) -> [JudgedLimit] {
    let breaches = Dictionary(grouping: plan.breaches(of: issues), by: \.limit)
    return plan.limits(of: issues).compactMap { finding in
      let line = finding.limit.line
      guard finding.limit.isKnown(knowing: series),
        !finding.holds || line.map({ plan.citations[$0] != nil }) ?? true
      else { return nil }
      let own = (breaches[finding.limit] ?? []).map { breach in
        Breach(
          finding: breach,
          outlook: plan.outlook(of: breach, among: issues, from: today, knowing: series)
        )
      }
      let isTold = finding.isTold(of: plan, in: issues, knowing: series)
      return JudgedLimit(finding, own, isTold: isTold)
    }
  }

  private init(_ finding: LimitFinding, _ breaches: [Breach], isTold: Bool) {
    self.finding = finding
    self.breaches = breaches
    let outlooks = Set(breaches.map(\.outlook))
    verdict =
      if outlooks.contains(.broken) {
        .broken
      } else if outlooks.contains(.open) {
        .open
      } else if outlooks.contains(.untold) || !isTold {
        .untold
      } else {
        .met
      }
  }
}

extension Limit {
  /// Whether something can be said of the limit where the issues of some series alone are known.
  fileprivate func isKnown(knowing known: Set<String>) -> Bool {
    switch subject {
    case .series(let id): known.contains(id)
    case .separation(let ids): known.intersection(ids).count > 1
    case .theme: true
    }
  }
}

extension LimitFinding {
  /// Whether what is known of the issues is enough to say that the limit holds.
  fileprivate func isTold(
    of plan: Plan,
    in issues: [Occurrence],
    knowing known: Set<String>
  ) -> Bool {
    switch limit.rule {
    case .maxMinutes:
      return !issues.contains { limit.subject == .series($0.series) && $0.minutes == nil }
    case .themeAtMost(let most):
      guard let theme = plan.themes.first(where: { limit.subject == .theme($0.id) }) else {
        return true
      }
      let takers = plan.series.map(\.id).filter(theme.takes)
      let untold = issues.count { $0.theme == nil && takers.contains($0.series) }
      return known.isSuperset(of: takers) && (found ?? 0) + untold <= most
    default:
      return true
    }
  }
}
