/// A property with its place.
struct LintProperty {
  /// The line.
  let line: ContentLine
  /// Where the line stands.
  let place: LinePlace

  /// The name in capitals.
  var name: String { line.name }

  /// The value without spaces around it, with its escapes resolved.
  var text: String { TextValue.unescaped(line.valueBytes.trimmed) }

  /// The value as a day or a time, with the zone that its parameter names.
  var time: EventTime? {
    let time = EventTime(basicFormat: line.valueBytes.trimmed)
    guard case .floating(let moment) = time, let zone = line.parameter("TZID") else { return time }
    return .zoned(moment, zone: zone)
  }
}

/// A component whose properties were read.
struct LintComponent {
  /// The name in capitals.
  let name: String
  /// What is known of components of that name; `nil` for others, which are passed over.
  let definition: ComponentDefinition?
  /// Where its `BEGIN` stands.
  let place: LinePlace
  /// The properties in the order of the text.
  var properties: [LintProperty] = []
  /// The names with which lines begin that are no content lines; they are not missing too.
  var brokenNames: Set<String> = []
  /// The names of the components that lie directly in it.
  var children: [String] = []

  /// The first property of a name.
  func first(_ name: String) -> LintProperty? {
    properties.first { $0.name == name }
  }

  /// All properties of a name.
  func all(_ name: String) -> [LintProperty] {
    properties.filter { $0.name == name }
  }
}
