extension Inspection {
  /// Checks the value of a property that is known.
  ///
  /// - Parameters:
  ///   - property: The property.
  ///   - component: The name of the component that it stands in.
  mutating func checkValue(_ property: LintProperty, in component: String) {
    guard let definition = PropertyDefinition.all[property.name] else { return }
    guard let type = declaredType(of: property, definition) else { return }
    let value = property.line.valueBytes
    if value.trimmed.isEmpty {
      return checkEmpty(property, type, definition)
    }
    if type == .text {
      if case .none = definition.constraint {
        return checkText(property, isList: definition.isList)
      }
    }
    if value.trimmed.count < value.count {
      report(
        .surroundingSpace,
        property,
        reference: definition.reference,
        "a space stands before or behind the value of \(property.name)",
        advice: "take it out"
      )
    }
    if definition.isList {
      let values = value.trimmed.split(
        separator: UInt8(ascii: ","),
        omittingEmptySubsequences: false
      )
      for value in values where !checkForm(value, type, property, definition) { return }
    } else if checkForm(value.trimmed, type, property, definition) {
      check(value.trimmed, definition.constraint, property, definition, component)
    }
  }

  /// The type that `VALUE` names, or that the property has without; `nil` where it takes no such type.
  private mutating func declaredType(
    of property: LintProperty,
    _ definition: PropertyDefinition
  ) -> PropertyDefinition.ValueType? {
    guard property.line.parameterCount > 0, let name = property.line.parameter("VALUE") else {
      return definition.types[0]
    }
    if let type = PropertyDefinition.ValueType(rawValue: name.uppercased()),
      definition.types.contains(type)
    {
      return type
    }
    report(
      .valueType,
      at: property.place,
      on: 0..<property.line.valueStart - 1,
      "\(property.name) takes no value of the type \(name.utf8.shown)",
      advice: "write one of the type "
        + definition.types.map(\.rawValue).joined(separator: " or ")
    )
    return nil
  }

  private mutating func checkEmpty(
    _ property: LintProperty,
    _ type: PropertyDefinition.ValueType,
    _ definition: PropertyDefinition
  ) {
    // An empty text is a text; where it names something, nothing is named.
    if type == .text, !["PRODID", "UID", "TZID", "VERSION"].contains(property.name),
      case .none = definition.constraint
    {
      return
    }
    report(
      .emptyValue,
      property,
      reference: definition.reference,
      "\(property.name) has no value",
      advice: "give it one, or take the line out"
    )
  }

  /// Checks that a value has the form of its type.
  ///
  /// - Returns: Whether it has.
  private mutating func checkForm(
    _ value: ArraySlice<UInt8>,
    _ type: PropertyDefinition.ValueType,
    _ property: LintProperty,
    _ definition: PropertyDefinition
  ) -> Bool {
    guard let problem = ValueProblem.of(value, type, definition.constraint) else { return true }
    report(
      problem.rule,
      property,
      on: value.startIndex..<value.endIndex,
      reference: problem.reference,
      type == .recurrence
        ? problem.message : "\(property.name) is \(value.shown), \(problem.message)",
      advice: problem.advice
    )
    return false
  }
}
