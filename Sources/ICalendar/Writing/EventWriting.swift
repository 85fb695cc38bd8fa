internal import CLibical

extension CalendarWriter {
  /// The component of an event with its alarms; `nil` where libical has no memory for it.
  mutating func component(of event: Event) -> Component? {
    begin(.event(event.uid))
    guard var component = Component(ICAL_VEVENT_COMPONENT) else { return nil }
    if event.uid.isEmpty {
      report(.identity, "UID is missing", advice: "give each event an identity of its own")
    } else {
      add(event.uid, as: ICAL_UID_PROPERTY, "UID", to: &component)
    }
    add(.utc(event.stamp), as: ICAL_DTSTAMP_PROPERTY, "DTSTAMP", to: &component)
    if let lastModified = event.lastModified {
      add(.utc(lastModified), as: ICAL_LASTMODIFIED_PROPERTY, "LAST-MODIFIED", to: &component)
    }
    if 0...Int(Int32.max) ~= event.sequence {
      component.add(Property(ICAL_SEQUENCE_PROPERTY, integer: event.sequence))
    } else {
      report(.value, "SEQUENCE is \(event.sequence), which is no number from 0 to \(Int32.max)")
    }
    addTimes(of: event, to: &component)
    addTexts(of: event, to: &component)
    for alarm in event.alarms { add(alarm, to: &component) }
    return component
  }

  private mutating func addTimes(of event: Event, to component: inout Component) {
    add(event.recurrenceID, as: ICAL_RECURRENCEID_PROPERTY, "RECURRENCE-ID", to: &component)
    add(event.start, as: ICAL_DTSTART_PROPERTY, "DTSTART", to: &component)
    checkLength(of: event)
    add(event.end, as: ICAL_DTEND_PROPERTY, "DTEND", to: &component)
    if let duration = event.duration, 0...DurationFormat.longest ~= duration {
      component.add(Property(ICAL_DURATION_PROPERTY, seconds: duration))
    }
    for rule in event.recurrenceRules {
      component.add(Property(ICAL_RRULE_PROPERTY, rule: rule.normalText))
    }
    for time in event.recurrenceDates {
      add(time, as: ICAL_RDATE_PROPERTY, "RDATE", to: &component)
    }
    for period in event.recurrencePeriods { add(period, to: &component) }
    for time in event.exceptionDates {
      add(time, as: ICAL_EXDATE_PROPERTY, "EXDATE", to: &component)
    }
  }

  private mutating func addTexts(of event: Event, to component: inout Component) {
    add(event.summary, as: ICAL_SUMMARY_PROPERTY, "SUMMARY", to: &component)
    add(event.description, as: ICAL_DESCRIPTION_PROPERTY, "DESCRIPTION", to: &component)
    addCategories(event.categories, to: &component)
    add(event.location, as: ICAL_LOCATION_PROPERTY, "LOCATION", to: &component)
    if let url = address(event.url, "URL") {
      component.add(Property(ICAL_URL_PROPERTY, uri: url))
    }
    if let status = event.status {
      component.add(Property(status))
    }
    if let transparency = event.transparency {
      component.add(Property(transparency))
    }
    if let classification = event.classification {
      component.add(Property(classification))
    }
  }

  /// Adds the categories as a list: ics 0.7 refuses an event with a second property.
  ///
  /// libical parts no list within quotation marks, so a category with one has its own property.
  private mutating func addCategories(_ categories: [String], to component: inout Component) {
    var lists: [[String]] = []
    var isOpen = false
    for category in categories.compactMap({ plain($0, "CATEGORIES") }) {
      let isListable = !category.utf8.contains(UInt8(ascii: "\""))
      if isOpen, isListable {
        lists[lists.count - 1].append(category)
      } else {
        lists.append([category])
      }
      isOpen = isListable && lists[lists.count - 1].count < ParsingLimits.valuesOfOneProperty
    }
    for list in lists {
      component.add(Property(ICAL_CATEGORIES_PROPERTY, text: list.joined(separator: ",")))
    }
  }

  private mutating func checkLength(of event: Event) {
    if event.end != nil, event.duration != nil {
      report(.eventTimes, "DTEND and DURATION exclude each other", advice: "keep one of them")
    }
    if let end = event.end {
      if end.isDay != event.start.isDay {
        report(
          .eventTimes,
          "DTSTART and DTEND are not of one form",
          advice: "make both days, or both times"
        )
      } else if end.hasSameClock(as: event.start),
        end.secondsOnItsClock <= event.start.secondsOnItsClock
      {
        report(
          .eventTimes,
          "DTEND \(end.basicFormat) is not after DTSTART \(event.start.basicFormat)",
          advice: "leave DTEND out of an event that takes no time"
        )
      }
    }
    if let duration = event.duration {
      if !(0...DurationFormat.longest ~= duration) {
        report(.duration, "DURATION is \(duration) seconds")
      } else if event.start.isDay, duration == 0 || !duration.isMultiple(of: 86_400) {
        report(.eventTimes, "DURATION of an event of whole days is \(duration) seconds")
      }
    }
  }

  private mutating func add(_ alarm: Event.Alarm, to event: inout Component) {
    guard var component = Component(ICAL_VALARM_COMPONENT) else { return }
    component.add(Property(ICAL_ACTION_DISPLAY))
    add(alarm.description, as: ICAL_DESCRIPTION_PROPERTY, "DESCRIPTION of an alarm", to: &component)
    if -DurationFormat.longest...DurationFormat.longest ~= alarm.secondsBefore {
      component.add(
        Property(ICAL_TRIGGER_PROPERTY, secondsBeforeStart: alarm.secondsBefore)
      )
    } else {
      report(.duration, "TRIGGER of an alarm is \(alarm.secondsBefore) seconds before the start")
    }
    event.add(component)
  }

  private mutating func add(_ period: Event.Period, to component: inout Component) {
    guard period.start.hasSameClock(as: period.end), !period.start.isDay,
      period.start.secondsOnItsClock < period.end.secondsOnItsClock
    else {
      return report(
        .eventTimes,
        "RDATE is a period from \(period.start.basicFormat) to \(period.end.basicFormat)",
        advice: "let it begin and end at times of the same zone, the end after the start"
      )
    }
    if isWritable(period.start, "RDATE"), isWritable(period.end, "RDATE") {
      component.add(Property(ICAL_RDATE_PROPERTY, period))
    }
  }

  private mutating func add(
    _ time: EventTime?,
    as kind: icalproperty_kind,
    _ name: String,
    to component: inout Component
  ) {
    if let time, isWritable(time, name) { component.add(Property(kind, time)) }
  }

  /// Whether a time is one that libical writes, in a zone that the calendar defines or in none.
  private mutating func isWritable(_ time: EventTime, _ name: String) -> Bool {
    guard checkYear(of: time, name) else { return false }
    guard case .zoned(_, let zone) = time, !defines(zone) else { return true }
    report(
      .timeZone,
      "\(name) is in the zone \(zone), which the calendar does not define",
      advice: "add its definition to the time zones of the calendar"
    )
    return false
  }
}
