internal import CLibical
internal import CivilTime

/// Takes values out of the components of libical, and says what is missing or wrong in them.
///
/// libical is given each event and each zone by itself: thousands of them in the memory of libical at
/// once take the program nearly twice the memory, and more time.
struct CalendarReader {
  private let source: SourceText
  private let bytes: [UInt8]
  /// The position of the component that is read, in the order of `BEGIN`.
  private var position = -1
  private var problems: [ICalendarError.Problem] = []
  /// The positions of the events that were read.
  private var eventPositions: [Int] = []

  /// Prepares to read.
  ///
  /// - Parameters:
  ///   - source: What is known of the text.
  ///   - bytes: The text.
  init(_ source: SourceText, _ bytes: [UInt8]) {
    self.source = source
    self.bytes = bytes
  }

  /// The problems, but for those that come from a line which is reported already.
  func problems(beside known: [ICalendarError.Problem]) -> [ICalendarError.Problem] {
    let lines = Set(known.map(\.line))
    return problems.filter { $0.line == nil || !lines.contains($0.line) }
  }

  /// Reads the calendar, with its time zones and events; `nil` where libical finds none.
  mutating func read() -> Calendar? {
    guard let frame = Component(parsing: source.frame(of: bytes)[...]) else { return nil }
    var calendar = frame.read { readProperties($0) }
    calendar.events.reserveCapacity(source.children.count)
    eventPositions.reserveCapacity(source.children.count)
    for child in source.children {
      position = child - 1
      switch next {
      case .event:
        guard let component = Component(parsing: text(of: child)) else { return nil }
        if let event = component.read({ readEvent($0) }) {
          calendar.events.append(event)
          eventPositions.append(child)
        }
      case .timeZone:
        guard let component = Component(parsing: text(of: child)) else { return nil }
        if let zone = component.read({ readTimeZone($0) }) { calendar.timeZones.append(zone) }
      default: break
      }
    }
    checkTimeZones(of: calendar)
    checkIdentities(of: calendar)
    return calendar
  }

  private func text(of component: Int) -> ArraySlice<UInt8> {
    bytes[source.components[component].extent]
  }

  /// Reads the properties of the calendar itself.
  private mutating func readProperties(_ view: ComponentView) -> Calendar {
    position = 0
    var fields = PropertyReader(position)
    var calendar = Calendar(productID: "")
    view.forEachProperty { property in
      fields.begin(property)
      switch property.kind {
      case ICAL_PRODID_PROPERTY:
        fields.once(.prodID) { calendar.productID = property.text ?? "" }
      case ICAL_VERSION_PROPERTY: fields.once(.version) {}
      case ICAL_NAME_PROPERTY: calendar.name = calendar.name ?? property.text
      case ICAL_DESCRIPTION_PROPERTY:
        calendar.description = calendar.description ?? property.text
      case ICAL_REFRESHINTERVAL_PROPERTY: calendar.refreshInterval = property.seconds
      case ICAL_COLOR_PROPERTY: calendar.color = property.text
      case ICAL_SOURCE_PROPERTY: calendar.source = property.text
      case ICAL_URL_PROPERTY: calendar.url = property.text
      case ICAL_X_PROPERTY: calendar.take(property)
      default: break
      }
    }
    finish(&fields, requiring: [.prodID, .version])
    return calendar
  }

  /// Reports each zone that is used and not known, at its first use.
  private mutating func checkTimeZones(of calendar: Calendar) {
    var known = Set(calendar.timeZones.map(\.id))
    if known.count < calendar.timeZones.count {
      problems.append(
        ICalendarError.Problem(
          line: source.components.last { $0.name == .timeZone }?.line,
          rule: .timeZone,
          message: "two time zones have the same name",
          advice: "keep one of them"
        )
      )
    }
    var last = ""
    for index in calendar.events.indices {
      calendar.events[index].forEachZone { property, zone in
        // Nearly always the zone is that of the event before.
        guard zone != last else { return }
        last = zone
        guard known.insert(zone).inserted, !SystemTimeZones.contains(zone) else { return }
        report(
          PropertyReader.Finding(
            problem: ICalendarError.Problem(unknownTimeZone: zone),
            property: property
          ),
          in: eventPositions[index]
        )
      }
    }
  }

  /// Reports each event that has the identity of one before it.
  private mutating func checkIdentities(of calendar: Calendar) {
    var positions: [String: Int] = [:]
    for index in calendar.events.indices where calendar.events[index].recurrenceID == nil {
      let uid = calendar.events[index].uid
      guard let first = positions.updateValue(index, forKey: uid),
        problems.count < ICalendarError.mostProblems
      else { continue }
      let line = source.line(of: "UID", in: eventPositions[first], of: bytes)
      report(
        PropertyReader.Finding(
          problem: ICalendarError.Problem(
            rule: .identity,
            message: "the UID \(uid) is that of the event of line \(line) too",
            advice: "give each event an identity of its own; a changed instance of a recurring "
              + "event has a RECURRENCE-ID"
          ),
          property: .uid
        ),
        in: eventPositions[index]
      )
    }
  }

  /// Passes over a component with all that lies in it.
  mutating func pass(_ view: ComponentView) {
    position += 1
    view.forEachComponent { pass($0) }
  }

  /// Reports what the properties of a component broke.
  ///
  /// - Parameters:
  ///   - fields: The properties, all read.
  ///   - required: The those that must be there.
  mutating func finish(_ fields: inout PropertyReader, requiring required: [PropertyName]) {
    for name in required where !fields.has(name) {
      fields.report(
        .requiredProperty,
        "\(source.components[fields.component].name.rawValue) has no \(name.text)",
        advice: name.advice
      )
    }
    for finding in fields.findings {
      report(finding, in: fields.component)
    }
  }

  private mutating func report(_ finding: PropertyReader.Finding, in component: Int) {
    guard problems.count < ICalendarError.mostProblems else { return }
    var problem = finding.problem
    problem.line =
      finding.property.map {
        source.line(of: $0.text, occurrence: finding.occurrence, in: component, of: bytes)
      } ?? source.components[component].line
    problems.append(problem)
  }

  /// The position of the next component to be read, which is then the current one.
  mutating func advance() -> Int {
    position += 1
    return position
  }

  /// What the next component is, before it is read.
  var next: ComponentName { source.components[position + 1].name }

  /// The rules of a component, where all its rules could be read.
  func rules(of component: Int) -> [RecurrenceRule] {
    source.rules[component] ?? []
  }
}

extension Calendar {
  /// Takes in an `X-` property that says what a property of RFC 7986 says too.
  fileprivate mutating func take(_ property: PropertyView) {
    switch property.extensionName?.uppercased() {
    case "X-WR-CALNAME": name = name ?? property.text
    case "X-WR-CALDESC": description = description ?? property.text
    case "X-WR-TIMEZONE": displayTimeZone = property.text
    case "X-APPLE-CALENDAR-COLOR": appleColor = property.text
    case "X-PUBLISHED-TTL":
      refreshInterval = refreshInterval ?? property.text.flatMap { DurationFormat.seconds(of: $0) }
    default: break
    }
  }
}

extension Event {
  /// Visits the zones that its times are in, with the properties that name them.
  fileprivate func forEachZone(_ body: (PropertyName, String) -> Void) {
    func visit(_ property: PropertyName, _ time: EventTime?) {
      if case .zoned(_, let zone) = time { body(property, zone) }
    }
    visit(.start, start)
    visit(.end, end)
    visit(.recurrenceID, recurrenceID)
    for time in recurrenceDates { visit(.furtherDates, time) }
    for period in recurrencePeriods { visit(.furtherDates, period.start) }
    for time in exceptionDates { visit(.exceptions, time) }
  }
}
