extension Inspection {
  /// Checks what a value must be beyond its type.
  ///
  /// - Parameters:
  ///   - value: The value, which has the form of its type.
  ///   - constraint: What it must be.
  ///   - property: The property.
  ///   - definition: What is known of the property.
  ///   - component: The name of the component that it stands in.
  mutating func check(
    _ value: ArraySlice<UInt8>,
    _ constraint: PropertyDefinition.Constraint,
    _ property: LintProperty,
    _ definition: PropertyDefinition,
    _ component: String
  ) {
    switch constraint {
    case .none, .range: break
    case .oneOf(let words):
      guard let known = words[component] ?? words["*"],
        !known.contains(String(decoding: value, as: UTF8.self).uppercased())
      else { return }
      report(
        .keyword,
        property,
        reference: definition.reference,
        "\(property.name) is \(value.shown), which is not known in \(component)",
        advice: "write \(known.joined(separator: ", "))"
      )
    case .word:
      guard !value.allSatisfy(\.isNameCharacter) else { return }
      report(
        .keyword,
        property,
        reference: definition.reference,
        "\(property.name) is \(value.shown), which is no word of letters, digits and hyphens"
      )
    case .utc:
      if case .utc = EventTime(basicFormat: value) { return }
      report(
        .utc,
        property,
        reference: definition.reference,
        "\(property.name) is \(value.shown), and must be a time in UTC",
        advice: "write one such as 20240101T000000Z"
      )
    case .version:
      guard !value.elementsEqual("2.0".utf8) else { return }
      report(
        .version,
        property,
        "VERSION is \(value.shown), and iCalendar is 2.0",
        advice: "export the calendar as iCalendar 2.0, not as vCalendar"
      )
    }
  }
}
