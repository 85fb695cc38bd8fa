extension Inspection {
  /// The events of a feed that Google Calendar reads.
  private static let feedEvents = 1_000

  /// Checks a calendar at its end: what its components say of each other.
  mutating func checkCalendar(_ component: LintComponent, _ calendar: LintCalendar) {
    checkTimeZoneUses(calendar)
    checkOverrides(calendar)
    if !component.children.contains(where: { $0 != "VTIMEZONE" }) {
      report(
        .emptyCalendar,
        at: component.place,
        "the calendar holds nothing, and Evolution keeps what it held before for ever",
        advice: "leave an event in it, if only one that says that there are none"
      )
    }
    if let uid = component.first("UID") {
      report(
        .calendarUID,
        at: uid.place,
        "the calendar has a UID, which vdirsyncer takes for that of its events: it keeps one of all",
        advice: "leave it out"
      )
    }
    if let method = component.first("METHOD"), let place = calendar.withoutOrganizer {
      report(
        .method,
        at: method.place,
        "the calendar has a METHOD, which asks for an ORGANIZER, and the component of line "
          + "\(place.line) has none: some clients refuse to subscribe",
        advice: "leave METHOD out of a calendar that is no invitation"
      )
    }
    if calendar.events > Self.feedEvents {
      report(
        .feedSize,
        at: component.place,
        "the calendar has \(calendar.events) events, and Google Calendar reads feeds up to about "
          + "\(Self.feedEvents)",
        advice: "split it into several feeds"
      )
    }
  }
}
