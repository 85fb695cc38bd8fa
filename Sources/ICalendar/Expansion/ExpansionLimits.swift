/// How much may be asked of a calendar at once, so that no file can exhaust the machine.
public struct ExpansionLimits: Sendable, Equatable {
  /// The instances that may be given.
  public var instances: Int
  /// The years that may be asked for.
  public var years: Int
  /// The days of daily rules that may be gone through, or as much work for other rules.
  public var steps: Int

  /// Creates limits.
  public init(instances: Int = 200_000, years: Int = 200, steps: Int = 4_000_000) {
    self.instances = instances
    self.years = years
    self.steps = steps
  }

  /// Limits far above any calendar that people keep: 200,000 instances in 200 years.
  public static let `default` = ExpansionLimits()
}
