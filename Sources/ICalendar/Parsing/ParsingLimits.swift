/// How large a calendar may be before it is refused, so that no file can exhaust the machine.
public struct ParsingLimits: Sendable, Equatable {
  /// The bytes of the file.
  public var bytes: Int
  /// How deep components may lie in each other; an alarm lies at depth 3.
  public var depth: Int
  /// The components, such as events, alarms and the parts of time zones.
  public var components: Int
  /// The properties of all components together.
  public var properties: Int

  /// Creates limits.
  public init(
    bytes: Int = 64 << 20,
    depth: Int = 8,
    components: Int = 250_000,
    properties: Int = 2_500_000
  ) {
    self.bytes = bytes
    self.depth = depth
    self.components = components
    self.properties = properties
  }

  /// Limits far above any calendar that people keep: 64 MiB, depth 8, 250,000 components, 2,500,000
  /// properties.
  public static let `default` = ParsingLimits()

  /// The values that libical reads of one property; it drops further ones without a word.
  static let valuesOfOneProperty = 500
  /// The parameters of one property, half of what libical reads before it takes them for a value.
  static let parametersOfOneProperty = 50
}
