/// Limits that cannot hold together, though without any one of them the others can.
public struct Clash: Sendable, Hashable {
  /// What cannot be chosen under the limits.
  public enum Choice: String, Sendable, CaseIterable {
    /// The days of issues.
    case days
    /// The themes of issues, on the days that are best without regard to themes.
    case themes
  }

  /// The limits, those first that matter least.
  public var limits: [Limit]
  /// What cannot be chosen under them.
  public var choice: Choice
  /// Whether the limits are known to hold together without any one of them.
  ///
  /// Where the search was stopped before that was known, some may have nothing to do with it; that
  /// they cannot hold together is certain in any case.
  public var isSmallest: Bool

  /// Creates a clash.
  public init(limits: [Limit], choice: Choice = .days, isSmallest: Bool = true) {
    self.limits = limits
    self.choice = choice
    self.isSmallest = isSmallest
  }

  /// Creates a clash from what was found of limits.
  init(_ subset: InfeasibleSubset<Limit>, choice: Choice = .days) {
    self.init(limits: subset.elements, choice: choice, isSmallest: subset.isIrreducible)
  }
}
