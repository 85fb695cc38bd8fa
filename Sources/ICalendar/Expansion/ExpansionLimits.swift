/// How much may be asked of a calendar at once, so that no file can exhaust the machine.
public struct ExpansionLimits: Sendable, Equatable {
  /// The instances that may be given.
  public var instances: Int
  /// The years that may be asked for.
  public var years: Int
  /// The days of daily rules that may be gone through, or as much work for other rules.
  public var steps: Int

  /// Creates limits.
  public init(instances: Int = 100_000, years: Int = 200, steps: Int = 300_000) {
    self.instances = instances
    self.years = years
    self.steps = steps
  }

  /// Limits far above any calendar that people keep: 100,000 instances in 200 years, and the work of
  /// a second.
  public static let `default` = ExpansionLimits()
}
