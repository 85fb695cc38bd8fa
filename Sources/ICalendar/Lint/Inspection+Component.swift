extension Inspection {
  /// Checks that a component stands where it may.
  ///
  /// - Parameters:
  ///   - name: The name of the component.
  ///   - definition: What is known of components of that name.
  ///   - parent: The component in which it stands.
  ///   - property: Its `BEGIN`.
  /// - Returns: Whether it may not stand there.
  mutating func checkPlace(
    of name: String,
    _ definition: ComponentDefinition?,
    in parent: LintComponent,
    _ property: LintProperty
  ) -> Bool {
    // What stands in a component that is not known is not known either. libical reads time zones
    // wherever they are.
    guard let definition, parent.definition != nil || name == "VTIMEZONE",
      !definition.parents.contains(parent.name)
    else { return false }
    report(
      .misplacedComponent,
      property,
      reference: definition.reference,
      definition.parents.isEmpty
        ? "\(name) stands in \(parent.name)"
        : "\(name) stands in \(parent.name), and belongs into "
          + definition.parents.joined(separator: " or "),
      advice: "see whether END:\(parent.name) is missing before it"
    )
    return true
  }

  /// Checks a component, all of whose lines were read.
  ///
  /// - Parameters:
  ///   - component: The component.
  ///   - calendar: What is remembered of the calendar.
  mutating func check(_ component: LintComponent, in calendar: inout LintCalendar) {
    for property in component.properties { checkParameters(property) }
    guard let definition = component.definition else { return }
    checkPresence(in: component, definition)
    for property in component.properties {
      checkValue(property, in: component.name)
      noteZone(of: property, in: &calendar)
    }
    switch component.name {
    case "VCALENDAR": checkCalendar(component, calendar)
    case "VEVENT", "VTODO", "VJOURNAL":
      if component.name == "VEVENT" { calendar.events += 1 }
      checkIdentity(of: component, in: &calendar)
      checkLength(of: component)
      checkRecurrence(of: component)
      if calendar.withoutOrganizer == nil, component.first("ORGANIZER") == nil {
        calendar.withoutOrganizer = component.place
      }
    case "VTIMEZONE": checkTimeZone(component, in: &calendar)
    case "STANDARD", "DAYLIGHT":
      checkOnset(of: component)
      checkRules(of: component)
    case "VALARM": checkAlarm(component)
    default: break
    }
  }

  /// Checks that the properties that must be there are, and that those come once which may.
  private mutating func checkPresence(
    in component: LintComponent,
    _ definition: ComponentDefinition
  ) {
    var seen: [String: Int] = [:]
    for property in component.properties {
      guard let first = seen[property.name] else {
        seen[property.name] = property.place.line
        continue
      }
      guard definition.isSingle(property.name) else { continue }
      report(
        .repeatedProperty,
        at: property.place,
        on: 0..<property.name.utf8.count,
        reference: definition.reference,
        "\(property.name) comes twice in \(component.name), first in line \(first)",
        advice: "keep one of them; a line break in a text is written \\n"
      )
    }
    for name in definition.required
    where seen[name] == nil && !component.brokenNames.contains(name) {
      report(
        .missingProperty,
        at: component.place,
        reference: definition.reference,
        "\(component.name) has no \(name)",
        advice: PropertyName.allCases.first { $0.text == name }?.advice
      )
    }
  }
}
