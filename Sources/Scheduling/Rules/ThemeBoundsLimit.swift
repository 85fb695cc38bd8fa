/// `at-least` and `at-most`: how often a theme comes.
///
/// The most never makes history itself impossible.
package enum ThemeBoundsLimit {
  /// The limits that the plan states for a theme.
  package static func limits(of theme: Theme) -> [Limit] {
    var limits: [Limit] = []
    if theme.atLeast > 0 {
      limits.append(
        Limit(.themeAtLeast(theme.atLeast), of: .theme(theme.id), line: .theme(theme.id, .atLeast))
      )
    }
    if let most = theme.atMost {
      limits.append(
        Limit(.themeAtMost(most), of: .theme(theme.id), line: .theme(theme.id, .atMost))
      )
    }
    return limits
  }

  /// The bounds that are enforced.
  ///
  /// - Parameters:
  ///   - limits: The limits that hold.
  ///   - settled: How often the theme comes in history.
  /// - Returns: The fewest and the most.
  package static func bounds(_ limits: [Limit], settled: Int) -> GroupedPath.Limits {
    var bounds = GroupedPath.Limits()
    for limit in limits {
      switch limit.rule {
      case .themeAtLeast(let least): bounds.least = least
      case .themeAtMost(let most): bounds.most = max(most, settled)
      default: break
      }
    }
    return bounds
  }

  /// What was found: how often the theme comes.
  package static func findings(of theme: Theme, in occurrences: [Occurrence]) -> [LimitFinding] {
    let count = occurrences.count { $0.theme == theme.id }
    return limits(of: theme).map { limit in
      LimitFinding(limit, found: count, holds: bounds([limit], settled: 0).contains(count))
    }
  }
}
