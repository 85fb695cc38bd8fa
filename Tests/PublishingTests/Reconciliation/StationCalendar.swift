import CivilTime
import ICalendar
import Publishing
import Scheduling

/// The calendar that outlets keep of a plan's issues: programmes and pages that a test can move about.
struct StationCalendar {
  /// How the events are called.
  enum Style: CaseIterable {
    /// By the identities of our own feed.
    case identities
    /// By other identities, with a title that numbers the issue.
    case numbered
    /// By other identities, with a title that all issues share.
    case titled
  }

  /// A programme or a page.
  struct Item {
    var series: String
    var number: Int
    var date: CivilDate
    var minutes: Int?
    var isCancelled = false
  }

  var items: [Item]
  let plan: Plan
  let style: Style

  /// The calendar of a release's issues.
  init(of release: Release, plan: Plan, style: Style) {
    self.plan = plan
    self.style = style
    items = release.released.occurrences.map {
      Item(series: $0.series, number: $0.number, date: $0.date, minutes: $0.minutes)
    }
  }

  /// How people at the outlets call the series.
  private static let names = [
    "segment": "CM Thi đua là yêu nước", "page": "Thi đua là yêu nước, yêu nước thì phải thi đua",
  ]

  /// The calendar as it is received: written, and read again.
  func received() throws -> ReceivedFeed {
    var calendar = Calendar(productID: "-//Đài//Lịch//VI")
    calendar.events = items.flatMap(events)
    let text = try calendar.serialized()
    return ReceivedFeed(name: "lich.ics", calendar: try Calendar(parsing: Array(text.utf8)))
  }

  private func events(of item: Item) -> [Event] {
    let series = plan.series.first { $0.id == item.series }
    let title =
      (Self.names[item.series] ?? "") + (style == .numbered ? " số \(item.number)" : "")
    func event(_ suffix: String, _ start: EventTime) -> Event {
      Event(
        uid: style == .identities
          ? "\(plan.id).\(item.series).\(item.number)\(suffix)@lichsong"
          : "\(item.series)-\(item.number)\(suffix)@dai.example",
        stamp: CivilDateTime(plan.period.lowerBound, .midnight),
        start: start,
        duration: start.isDay ? nil : item.minutes.map { $0 * 60 },
        summary: title,
        status: item.isCancelled ? .cancelled : nil
      )
    }
    guard item.minutes != nil else { return [event("", .day(item.date))] }
    let evening = TimeOfDay(hour: 20, minute: 15) ?? .midnight
    let repeats = series?.repeats ?? []
    return [event("", .utc(utc(item.date, evening)))]
      + repeats.enumerated().map { index, airing in
        event(".airing.\(index + 1)", .utc(utc(item.date + airing.after, airing.time)))
      }
  }

  private func utc(_ date: CivilDate, _ time: TimeOfDay) -> CivilDateTime {
    CivilDateTime(date, time).advanced(bySeconds: -7 * 3_600)
  }
}

extension EventTime {
  fileprivate var isDay: Bool { if case .day = self { true } else { false } }
}
