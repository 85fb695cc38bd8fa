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

  /// Creates a clash.
  public init(limits: [Limit], choice: Choice = .days) {
    self.limits = limits
    self.choice = choice
  }
}
