package import CivilTime
internal import Scheduling

/// An event as a release publishes it: what a reader sees of it, and how often that changed.
///
/// A release keeps what readers see, and not only what it was made from, so that a later version
/// of the program that words things otherwise is noticed as the change that it is to a reader.
package struct PublishedEvent: Sendable, Hashable, Codable {
  /// What an event is.
  package enum Kind: String, Sendable, Codable {
    /// An issue of a series: its first airing, or the page in print.
    case issue
    /// A further airing of an issue.
    case airing
    /// What must be ready some working days before an issue: for those who make it.
    case deadline
    /// The beginning or the end of an activity of the plan beside its series.
    case activity
  }

  /// Whether an event takes place.
  package enum Status: String, Sendable, Codable {
    case confirmed
    case cancelled
  }

  /// The identity, for ever: see ``UID``.
  package var uid: String
  /// What the event is.
  package var kind: Kind
  /// The identifier of the outlet that airs or prints it; `nil` for a deadline and an activity.
  package var outlet: String?
  /// The identifier of its series; of the activity, where it belongs to one.
  package var series: String
  /// The number of the issue within its series; of the milestone, where it belongs to an activity.
  package var number: Int
  /// The identifier of the owner of a deadline: see ``Release/Plan/Owner``.
  package var owner: String?
  /// The identifier of the theme, where there is one.
  package var theme: String?

  /// The day.
  package var date: CivilDate
  /// The hour in the plan's time zone; `nil` for a whole day.
  package var time: TimeOfDay?
  /// The IANA name of the zone of the hour, where it is not that of the released plan.
  ///
  /// Events that stand as they were keep their zone when the plan gets another.
  package var zone: String?
  /// The length, in minutes.
  package var minutes: Int?
  /// Whether it takes place.
  package var status: Status
  /// The title.
  package var summary: String
  /// The text.
  package var description: String
  /// The categories.
  package var categories: [String]
  /// Where it is to be seen or heard.
  package var location: String?
  /// Minutes before the event at which calendars remind of it.
  package var reminders: [Int]
  /// A page about it, where the address is known under which everything is published.
  package var url: String?
  /// The paths of further feeds in which the event was published before; `nil` where there are none.
  ///
  /// A feed that held an event goes on to show what became of it.
  package var formerFeeds: [String]?
  /// What last changed about the event, for readers: a line in the plan's language.
  package var note: String?

  /// How often what a reader sees changed since the event was first published.
  package var sequence: Int
  /// The time of the release that last changed what a reader sees.
  package var changed: Timestamp

  /// The paths of the feeds that the event belongs to, beside that of everything.
  package var ownFeeds: [String] {
    switch kind {
    case .issue:
      [outlet.map(Feed.path(ofOutlet:)), theme.map(Feed.path(ofTheme:))].compactMap(\.self)
    case .airing: [outlet.map(Feed.path(ofOutlet:))].compactMap(\.self)
    case .deadline: [owner.map(Feed.path(ofOwner:))].compactMap(\.self)
    case .activity: [Feed.activitiesPath]
    }
  }

  /// The paths of all feeds that show the event, beside that of everything.
  package var feeds: [String] { ownFeeds + (formerFeeds ?? []) }

  /// Whether the event is an issue, or belongs to one.
  package var isOfIssue: Bool { kind != .activity }

  /// The issue that the event is, or belongs to, where it does.
  var issue: IssueID { IssueID(series: series, number: number) }

  /// Whether a reader sees the same in both: everything but identifiers of the plan, what was said of
  /// changes, and their count and time.
  package func looksTheSame(as other: PublishedEvent) -> Bool {
    var other = other
    other.outlet = outlet
    other.owner = owner
    other.formerFeeds = formerFeeds
    other.theme = theme
    other.sequence = sequence
    other.changed = changed
    other.note = note
    return self == other
  }

  /// Whether a reader sees the same theme in both: a theme with another identifier may be called the
  /// same.
  package func showsTheSameTheme(as other: PublishedEvent) -> Bool {
    theme == other.theme || categories.dropFirst() == other.categories.dropFirst()
  }
}
