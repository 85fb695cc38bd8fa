package import CivilTime
package import ICalendar

/// A calendar that somebody else keeps, with the name that messages have for it.
package struct ReceivedFeed: Sendable {
  /// How messages name the file.
  package var name: String
  /// What it holds.
  package var calendar: ICalendar.Calendar

  /// Creates a feed.
  package init(name: String, calendar: ICalendar.Calendar) {
    self.name = name
    self.calendar = calendar
  }
}

/// One airing, or one page in print, that a feed tells of: an entry of an as-run log.
package struct LogEntry: Sendable, Hashable {
  /// The position of the feed among those that were received.
  package var feed: Int
  /// The identity of the event.
  package var uid: String
  /// What people call it, in one line.
  package var title: String
  /// The categories.
  package var categories: [String]
  /// Where it takes place.
  package var location: String?
  /// The day, in the plan's time zone.
  package var date: CivilDate
  /// The hour in the plan's time zone; `nil` for a whole day.
  package var time: TimeOfDay?
  /// The length in minutes, rounded up; `nil` where it is not told.
  package var minutes: Int?
  /// Whether it did not take place after all.
  package var isCancelled: Bool
  /// Whether it takes whole days, and more than one.
  var takesDays: Bool

  /// Takes an instance of an event.
  init(_ instance: Instance, feed: Int) {
    self.feed = feed
    uid = instance.event.uid
    title = instance.event.title
    categories = instance.event.categories
    location = instance.event.location
    date = instance.start?.date ?? instance.firstDay
    time = instance.start?.time
    if let start = instance.start, let end = instance.end {
      let seconds = end.secondsSinceEpoch - start.secondsSinceEpoch
      minutes = seconds > 0 ? (seconds + 59) / 60 : nil
    }
    takesDays = instance.start == nil && instance.firstDay < instance.lastDay
    isCancelled = instance.isCancelled || TitleWords.marksCancelled(instance.event.title)
  }

  /// By day, hour (whole days first), feed and identity.
  static func isBefore(_ one: LogEntry, _ other: LogEntry) -> Bool {
    let first = (one.date, one.time?.secondsSinceMidnight ?? -1, one.feed, one.uid)
    let second = (other.date, other.time?.secondsSinceMidnight ?? -1, other.feed, other.uid)
    return first < second
  }
}

extension Event {
  /// What people call the event, in one line: its identity where it has no title.
  package var title: String {
    (summary ?? uid).split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
