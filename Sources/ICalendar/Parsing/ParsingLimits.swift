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
    bytes: Int = 32 << 20,
    depth: Int = 8,
    components: Int = 100_000,
    properties: Int = 1_000_000
  ) {
    self.bytes = bytes
    self.depth = depth
    self.components = components
    self.properties = properties
  }

  /// Limits far above any calendar that people keep: 32 MiB, depth 8, 100,000 components, 1,000,000
  /// properties.
  public static let `default` = ParsingLimits()

  /// The bytes of a line that is not folded: libical searches its end anew after every 79.
  static let bytesOfOneLine = 256 << 10
  /// The properties of one component: libical takes a time that grows with their square, where they
  /// have values that it cannot read.
  static let propertiesOfOneComponent = 5_000
  /// The values that libical reads of one property; it drops further ones without a word.
  static let valuesOfOneProperty = 500
  /// The parameters of one property, half of what libical reads before it takes them for a value.
  static let parametersOfOneProperty = 50
}
