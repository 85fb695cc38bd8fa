internal import CivilTime

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
    guard let problem = Self.problem(with: value, type, definition) else { return true }
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

  /// What is wrong with the form of a value.
  private struct Problem {
    var rule: LintRule
    var message: String
    var advice: String?
    var reference: String?
  }

  private static func problem(
    with value: ArraySlice<UInt8>,
    _ type: PropertyDefinition.ValueType,
    _ definition: PropertyDefinition
  ) -> Problem? {
    switch type {
    case .text, .binary: nil
    case .date, .dateTime: timeProblem(with: value, type)
    case .period:
      value.isPeriod
        ? nil
        : Problem(
          rule: .dateTime,
          message: "which is no period",
          advice: "write one such as 20240611T131500Z/PT12M",
          reference: "RFC 5545, section 3.3.9"
        )
    case .duration:
      value.isDuration
        ? nil
        : Problem(
          rule: .duration,
          message: "which is no duration",
          advice: "write one such as PT1H30M, P1D or P2W"
        )
    case .integer: numberProblem(with: value, definition.constraint)
    case .utcOffset:
      value.isUTCOffset
        ? nil
        : Problem(
          rule: .utcOffset,
          message: "which is no offset from UTC",
          advice: "write one such as +0700"
        )
    case .uri, .calendarAddress:
      value.isURI
        ? nil
        : Problem(
          rule: .uri,
          message: "which is no address: it needs a scheme, and no spaces and letters beyond ASCII",
          advice: type == .uri
            ? "write one such as https://example.org/a%20b"
            : "write one such as mailto:a@example.org"
        )
    case .geo:
      value.isPosition
        ? nil
        : Problem(
          rule: .geo,
          message: "which is no latitude, semicolon and longitude",
          advice: "write degrees, such as 10.0125;105.0809"
        )
    case .recurrence: ruleProblem(with: value)
    }
  }

  private static func timeProblem(
    with value: ArraySlice<UInt8>,
    _ type: PropertyDefinition.ValueType
  ) -> Problem? {
    guard let time = EventTime(basicFormat: value) else {
      return Problem(
        rule: .dateTime,
        message: "which is no day and no time",
        advice: "write a day such as 20240611, or a time such as 20240611T201500",
        reference: type == .date ? "RFC 5545, section 3.3.4" : nil
      )
    }
    guard time.isDay != (type == .date) else { return nil }
    return Problem(
      rule: .valueType,
      message: time.isDay
        ? "a day, and VALUE=DATE is missing" : "a time, and VALUE=DATE asks for a day",
      advice: time.isDay ? "add ;VALUE=DATE to the name" : "take VALUE=DATE out, or write a day"
    )
  }

  private static func numberProblem(
    with value: ArraySlice<UInt8>,
    _ constraint: PropertyDefinition.Constraint
  ) -> Problem? {
    guard case .range(let range) = constraint else { return nil }
    if let number = value.wholeNumber, range.contains(number) { return nil }
    return Problem(
      rule: .number,
      message: "which is no number from \(range.lowerBound) to \(range.upperBound)"
    )
  }

  private static func ruleProblem(with value: ArraySlice<UInt8>) -> Problem? {
    do throws(ICalendarError) {
      _ = try RecurrenceRule(parsing: String(decoding: value, as: UTF8.self))
      return nil
    } catch {
      guard let problem = error.problems.first(where: { $0.rule == .recurrenceRule }) else {
        return nil
      }
      return Problem(
        rule: .recurrenceRule,
        message: problem.message,
        advice: problem.advice
      )
    }
  }

  /// Checks what a value must be beyond its type.
  private mutating func check(
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
