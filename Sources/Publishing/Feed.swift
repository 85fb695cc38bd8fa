internal import CivilTime
internal import ICalendar
internal import Scheduling

/// A calendar that readers subscribe to: some of a release's events, under a name.
package struct Feed: Sendable {
  /// The file's path within the folder of the plan.
  package let path: String
  /// Whether the feed is for those who make the issues alone, and not to be served to everybody.
  package let isPrivate: Bool
  /// What calendar programs call it.
  let name: String
  private let color: Color
  private let events: [PublishedEvent]
  private let plan: Release.Plan

  /// How many events the feed has.
  var eventCount: Int { events.count }

  /// The feeds of a release: one for each outlet, one of everything that is public, one for each theme,
  /// one of the activities, and one for each owner of deadlines.
  ///
  /// A feed without an event is left out: clients that had its events keep them for ever.
  package static func feeds(of release: Release) -> [Feed] {
    let plan = release.plan
    let wording = Wording(language: Language(rawValue: plan.language) ?? .vietnamese)
    let events = Dictionary(
      grouping: release.events.flatMap { event in event.feeds.map { (path: $0, event: event) } },
      by: \.path
    )
    func feed(_ path: String, _ name: String, _ color: Color, isPrivate: Bool = false) -> Feed {
      Feed(
        path: path,
        isPrivate: isPrivate,
        name: "\(name): \(plan.title)",
        color: color,
        events: (events[path] ?? []).map(\.event),
        plan: plan
      )
    }
    let feeds =
      plan.outlets.map { feed(path(ofOutlet: $0.id), $0.name, Color(outletKind: $0.kind)) }
      + [all(of: release)]
      + plan.themes.map { feed(path(ofTheme: $0.id), $0.title, .theme) }
      + [feed(activitiesPath, wording.activities, .activities)]
      + (plan.owners ?? []).map {
        feed(path(ofOwner: $0.id), wording.deadlines(of: $0.name), .production, isPrivate: true)
      }
    return feeds.filter { !$0.events.isEmpty }
  }

  /// The feed of everything that a release publishes to all.
  package static func all(of release: Release) -> Feed {
    Feed(
      path: "all.ics",
      isPrivate: false,
      name: release.plan.title,
      color: .all,
      events: release.events.filter { $0.kind != .deadline },
      plan: release.plan
    )
  }

  /// The path of the feed of an outlet.
  static func path(ofOutlet id: String) -> String { "\(id).ics" }

  /// The path of the feed of a theme.
  static func path(ofTheme id: String) -> String { "themes/\(id).ics" }

  /// The path of the feed of an owner of deadlines.
  static func path(ofOwner id: String) -> String { "production/\(id).ics" }

  /// The path of the feed of the plan's activities.
  static let activitiesPath = "activities.ics"

  /// The feed as iCalendar text.
  ///
  /// - Returns: The text, ready to be served as `text/calendar; charset=utf-8`.
  /// - Throws: `ICalendarError` where a text of the plan cannot stand in a calendar.
  package func text() throws -> String { try calendar().serialized() }

  /// The feed as a value.
  ///
  /// - Returns: The calendar that is written.
  /// - Throws: `ICalendarError` where a zone is not known.
  func calendar() throws -> Calendar {
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
    calendar.url = plan.address?.page(ofPlan: plan.id)
    // A private feed is served under an address of its own, which its file does not tell.
    if !isPrivate { calendar.source = plan.address?.file(path, ofPlan: plan.id) }
    calendar.events = events.map { Event($0, zone: $0.zone ?? plan.timeZone) }
    let timed = events.filter { $0.time != nil }
    // Further airings may come after the period, and events of an earlier period before it.
    let days = timed.map(\.date).reduce(plan.from...plan.to) { days, day in
      min(days.lowerBound, day)...max(days.upperBound, day)
    }
    calendar.timeZones = try Set(timed.map { $0.zone ?? plan.timeZone }).sorted()
      .map { try TimeZoneDefinition.standard(for: $0, covering: days) }
    return calendar
  }
}

/// A colour by its CSS name, as RFC 7986 wants it, and by its value, as Apple's clients do.
private struct Color: Sendable {
  let name: String
  let hexadecimal: String

  static let all = Color(name: "goldenrod", hexadecimal: "#DAA520")
  static let theme = Color(name: "mediumpurple", hexadecimal: "#9370DB")
  static let activities = Color(name: "teal", hexadecimal: "#008080")
  static let production = Color(name: "darkorange", hexadecimal: "#FF8C00")

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
      // Deadlines as well: some clients show what is private as "busy", also to those whom it is for.
      classification: .public,
      url: event.url,
      location: event.location,
      alarms: event.reminders.map {
        Alarm(secondsBefore: $0 * 60, description: event.summary)
      }
    )
  }
}
