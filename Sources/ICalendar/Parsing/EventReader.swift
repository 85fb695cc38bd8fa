internal import CLibical
internal import CivilTime

extension CalendarReader {
  /// Reads an event with its alarms.
  ///
  /// - Parameter view: The event; the next component of the text.
  /// - Returns: `nil` where the event lacks what every event has, which is reported.
  mutating func readEvent(_ view: ComponentView) -> Event? {
    let component = advance()
    var fields = PropertyReader(component)
    var event = Event(
      uid: "",
      stamp: CivilDateTime(.min, .midnight),
      start: .day(.min)
    )
    view.forEachProperty { property in
      fields.begin(property)
      event.take(property, &fields)
    }
    event.recurrenceRules = rules(of: component)
    fields.checkTimes(of: &event)
    finish(&fields, requiring: [.uid, .stamp, .start])
    view.forEachComponent { child in
      if next == .alarm {
        if let alarm = readAlarm(child) { event.alarms.append(alarm) }
      } else {
        pass(child)
      }
    }
    return fields.has(.uid) && fields.has(.stamp) && fields.has(.start) ? event : nil
  }

  /// Reads an alarm that is shown some time before the start; `nil` for all others.
  private mutating func readAlarm(_ view: ComponentView) -> Event.Alarm? {
    var fields = PropertyReader(advance())
    var isDisplay = false
    var seconds: Int?
    var description = ""
    view.forEachProperty { property in
      fields.begin(property)
      switch property.kind {
      case ICAL_ACTION_PROPERTY: isDisplay = property.text == "DISPLAY"
      case ICAL_TRIGGER_PROPERTY: seconds = property.secondsBeforeStart
      case ICAL_DESCRIPTION_PROPERTY: description = property.text ?? ""
      default: break
      }
    }
    finish(&fields, requiring: [])
    view.forEachComponent { pass($0) }
    guard isDisplay, let seconds else { return nil }
    return Event.Alarm(secondsBefore: seconds, description: description)
  }
}

extension Event {
  /// Takes in a property.
  fileprivate mutating func take(_ property: PropertyView, _ fields: inout PropertyReader) {
    switch property.kind {
    case ICAL_UID_PROPERTY: fields.once(.uid) { uid = property.text ?? "" }
    case ICAL_DTSTAMP_PROPERTY:
      fields.once(.stamp) { if let time = property.time?.moment { stamp = time } }
    case ICAL_LASTMODIFIED_PROPERTY:
      fields.once(.lastModified) { lastModified = property.time?.moment }
    case ICAL_SEQUENCE_PROPERTY: fields.once(.sequence) { sequence = property.integer }
    case ICAL_DTSTART_PROPERTY:
      fields.once(.start) { if let time = property.time { start = time } }
    case ICAL_DTEND_PROPERTY: fields.once(.end) { end = property.time }
    case ICAL_DURATION_PROPERTY: fields.once(.duration) { duration = property.seconds }
    case ICAL_SUMMARY_PROPERTY: fields.once(.summary) { summary = property.text }
    case ICAL_DESCRIPTION_PROPERTY: fields.once(.description) { description = property.text }
    case ICAL_CATEGORIES_PROPERTY:
      if let category = property.text { categories.append(category) }
    case ICAL_STATUS_PROPERTY:
      fields.once(.status) { status = property.text.flatMap(Status.init) }
    case ICAL_TRANSP_PROPERTY:
      fields.once(.transparency) { transparency = property.text.flatMap(Transparency.init) }
    case ICAL_CLASS_PROPERTY:
      // A class that is not known is to be treated as private (RFC 5545, section 3.8.1.3).
      fields.once(.classification) {
        classification = property.text.map { Classification(rawValue: $0) ?? .private }
      }
    case ICAL_URL_PROPERTY: fields.once(.url) { url = property.text }
    case ICAL_LOCATION_PROPERTY: fields.once(.location) { location = property.text }
    case ICAL_RDATE_PROPERTY:
      if let time = property.time { recurrenceDates.append(time) }
      if let period = property.period { recurrencePeriods.append(period) }
    case ICAL_EXDATE_PROPERTY:
      if let time = property.time { exceptionDates.append(time) }
    case ICAL_RECURRENCEID_PROPERTY:
      fields.once(.recurrenceID) { recurrenceID = property.time }
    default: break
    }
  }
}

extension PropertyReader {
  /// Checks that an event ends after it began, and in the same form of time.
  ///
  /// An event that ends when it begins, which some programs write for a reminder or for a single
  /// day, is read as one without an end.
  fileprivate mutating func checkTimes(of event: inout Event) {
    guard has(.start) else { return }
    if event.end != nil, event.duration != nil {
      report(
        .eventTimes,
        "the event has DTEND and DURATION, which exclude each other",
        advice: "keep one of them",
        in: .duration
      )
    }
    if let end = event.end {
      if end.isDay != event.start.isDay {
        report(
          .eventTimes,
          "DTSTART is \(event.start.isDay ? "a day and DTEND a time" : "a time and DTEND a day")",
          advice: "write both as days (VALUE=DATE), or both as times",
          in: .end
        )
      } else if end == event.start {
        event.end = nil
      } else if end.hasSameClock(as: event.start),
        end.secondsOnItsClock < event.start.secondsOnItsClock
      {
        report(
          .eventTimes,
          "the event ends at \(end.basicFormat), before it begins at \(event.start.basicFormat)",
          in: .end
        )
      }
    }
    if let duration = event.duration {
      if duration < 0 {
        report(.eventTimes, "DURATION is negative", in: .duration)
      } else if event.start.isDay, !duration.isMultiple(of: 86_400) {
        report(
          .eventTimes,
          "DTSTART is a day, and DURATION is not of whole days",
          advice: "write a duration such as P1D, or a start with a time",
          in: .duration
        )
      }
    }
  }
}

extension EventTime {
  /// The time on its own clock; `nil` for a whole day.
  fileprivate var moment: CivilDateTime? {
    switch self {
    case .day: nil
    case .zoned(let time, _), .utc(let time), .floating(let time): time
    }
  }

  /// Whether both are read from the same clock, so that they can be compared without time zones.
  func hasSameClock(as other: EventTime) -> Bool {
    switch (self, other) {
    case (.day, .day), (.utc, .utc), (.floating, .floating): true
    case (.zoned(_, let zone), .zoned(_, let otherZone)): zone == otherZone
    default: false
    }
  }
}
