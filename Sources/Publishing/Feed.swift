internal import CivilTime
internal import ICalendar
internal import Scheduling

/// A calendar that readers subscribe to: some of a release's events, under a name.
package struct Feed: Sendable {
  /// The file's path within the folder of the plan.
  package let path: String
  private let name: String
  private let color: Color
  private let events: [PublishedEvent]
  private let plan: Release.Plan

  /// The feeds of a release: one for each outlet, and one of everything.
  ///
  /// A feed without an event is left out: clients that had its events keep them for ever.
  package static func feeds(of release: Release) -> [Feed] {
    let outlets = release.plan.outlets.map { outlet in
      Feed(
        path: "\(outlet.id).ics",
        name: "\(outlet.name): \(release.plan.title)",
        color: Color(outletKind: outlet.kind),
        events: release.events.filter {
          $0.outlet == outlet.id || $0.formerOutlets.contains(outlet.id)
        },
        plan: release.plan
      )
    }
    return (outlets + [all(of: release)]).filter { !$0.events.isEmpty }
  }

  /// The feed of everything that a release publishes.
  package static func all(of release: Release) -> Feed {
    Feed(
      path: "all.ics",
      name: release.plan.title,
      color: .all,
      events: release.events,
      plan: release.plan
    )
  }

  /// The feed as iCalendar text.
  ///
  /// - Returns: The text, ready to be served as `text/calendar; charset=utf-8`.
  /// - Throws: `ICalendarError` where a text of the plan cannot stand in a calendar.
  package func text() throws -> String {
    var calendar = Calendar(productID: ProductID.lichsong)
    calendar.name = PlainText.of(name)
    calendar.description = PlainText.of(
      Wording(language: Language(rawValue: plan.language) ?? .vietnamese)
        .feedDescription(document: plan.source)
    )
    calendar.displayTimeZone = plan.timeZone
    calendar.refreshInterval = 3_600
    calendar.color = color.name
    calendar.appleColor = color.hexadecimal
    calendar.events = events.map { Event($0, zone: $0.zone ?? plan.timeZone) }
    let timed = events.filter { $0.time != nil }
    // Further airings may come after the period, and events of an earlier period before it.
    let days = timed.map(\.date).reduce(plan.from...plan.to) { days, day in
      min(days.lowerBound, day)...max(days.upperBound, day)
    }
    calendar.timeZones = try Set(timed.map { $0.zone ?? plan.timeZone }).sorted()
      .map { try TimeZoneDefinition.standard(for: $0, covering: days) }
    return try calendar.serialized()
  }
}

/// A colour by its CSS name, as RFC 7986 wants it, and by its value, as Apple's clients do.
private struct Color: Sendable {
  let name: String
  let hexadecimal: String

  static let all = Color(name: "goldenrod", hexadecimal: "#DAA520")

  init(name: String, hexadecimal: String) {
    self.name = name
    self.hexadecimal = hexadecimal
  }

  init(outletKind: String) {
    switch Outlet.Kind(rawValue: outletKind) {
    case .broadcaster: self.init(name: "crimson", hexadecimal: "#DC143C")
    case .newspaper: self.init(name: "steelblue", hexadecimal: "#4682B4")
    case .website, nil: self.init(name: "seagreen", hexadecimal: "#2E8B57")
    }
  }
}

extension Event {
  /// Renders a published event in the terms of RFC 5545.
  fileprivate init(_ event: PublishedEvent, zone: String) {
    let start: EventTime
    let end: EventTime?
    if let time = event.time {
      let begin = CivilDateTime(event.date, time)
      start = .zoned(begin, zone: zone)
      // An event whose length is not known has no end: RFC 5545 wants ends later than starts.
      end = event.minutes.flatMap { minutes in
        minutes > 0 ? .zoned(begin.advanced(bySeconds: minutes * 60), zone: zone) : nil
      }
    } else {
      start = .day(event.date)
      end = .day(event.date + 1)
    }
    let text = [event.description, event.note].compactMap(\.self).filter { !$0.isEmpty }
      .joined(separator: "\n")
    self.init(
      uid: event.uid,
      stamp: event.changed.utc,
      lastModified: event.changed.utc,
      sequence: event.sequence,
      start: start,
      end: end,
      summary: event.summary,
      description: text.isEmpty ? nil : text,
      categories: event.categories,
      status: event.status == .cancelled ? .cancelled : .confirmed,
      transparency: .transparent,
      classification: .public,
      location: event.location,
      alarms: event.reminders.map {
        Alarm(secondsBefore: $0 * 60, description: event.summary)
      }
    )
  }
}
