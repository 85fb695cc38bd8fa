internal import CivilTime
internal import ICalendar
internal import PlanFiles
internal import Publishing
internal import Scheduling

/// What somebody did in a calendar of their own to the events that were released: which of them moved,
/// and what cannot be taken over from there.
///
/// An issue that is on another day becomes a pin on that day. Nothing else does: hours are those of the
/// plan's slots, repeats follow their issues, and an issue that is gone may only have been left out.
struct MovedEvents {
  /// An issue that is on another day in the file.
  struct Move {
    /// The issue as it was released.
    var issue: Occurrence
    /// Its day in the file.
    var day: CivilDate
  }

  /// An event that is not taken over.
  struct Remark {
    /// The event, by its issue or its title.
    var subject: String
    /// Its day, as far as it is known.
    var date: CivilDate?
    /// Why.
    var reason: String
  }

  /// The issues that moved, by day.
  private(set) var moves: [Move] = []
  /// The events that are not taken over.
  private(set) var remarks: [Remark] = []
  /// Repeats that are on other days in the file.
  private var repeats: [(event: PublishedEvent, day: CivilDate)] = []
  /// The plan, with what was released.
  let context: DecisionContext
  /// The file.
  let feed: FeedFile

  /// The most foreign events that are told.
  private static let mostForeign = 5

  /// Holds a file against the newest release.
  ///
  /// - Parameters:
  ///   - feed: The file.
  ///   - context: The plan, with what was released.
  /// - Throws: ``Failure`` where nothing was released, or the file has a zone that is unknown.
  init(in feed: FeedFile, _ context: DecisionContext) throws {
    self.context = context
    self.feed = feed
    guard let release = context.previous else {
      throw Failure(
        message: "nothing of \(context.plan.id) has been released yet, so no event of "
          + "\(TerminalText.printable(feed.name)) is known\nhelp: publish it first, or say --exports",
        status: Failure.noInput
      )
    }
    try compare(with: release)
  }

  private mutating func compare(with release: Release) throws {
    let events = release.events.filter { $0.kind == .issue || $0.kind == .airing }
    let published = release.eventsByIdentity.filter { $0.value.outlet != nil }
    let issues = release.issuesByIdentity
    var foreign: [Remark] = []
    var found: Set<String> = []
    for event in feed.calendar.events {
      guard let ours = published[event.uid] else {
        foreign.append(
          Remark(
            // An identity of ours says more than the title that all issues of a series share.
            subject: event.uid.hasSuffix("@lichsong") ? event.uid : event.title,
            reason: "no event of release \(release.release)"
          )
        )
        continue
      }
      found.insert(event.uid)
      if ours.status == .cancelled {
        if event.status != .cancelled {
          remark(ours, "was cancelled by release \(release.release)")
        }
      } else if event.status == .cancelled {
        let ban = "; lichsong ban \(context.path) \(ours.series) \(ours.date) takes the day out"
        remark(ours, "is cancelled in the file" + (ours.kind == .issue ? ban : ""))
      } else if event.isRecurring {
        remark(ours, "recurs in the file, and an issue is one event")
      } else {
        try compare(event, with: ours, issue: issues[event.uid])
      }
    }
    moves.sort { ($0.issue.date, $0.issue.series) < ($1.issue.date, $1.issue.series) }
    remarkRepeats()
    remarkMissing(found, among: events)
    remarks.sort { ($0.date ?? context.from, $0.subject) < ($1.date ?? context.from, $1.subject) }
    remarks += foreign.prefix(Self.mostForeign)
    if foreign.count > Self.mostForeign {
      let count = foreign.count - Self.mostForeign
      remarks.append(Remark(subject: count.of("more event"), reason: "not of this release"))
    }
  }

  private mutating func compare(
    _ event: Event,
    with ours: PublishedEvent,
    issue: Occurrence?
  ) throws {
    guard let (day, time) = try place(of: event) else {
      remark(ours, "moved farther than calendars are read")
      return
    }
    let hour = time.map(\.description) ?? "no hour"
    guard day != ours.date else {
      guard time != ours.time, ours.time != nil || time != .midnight else { return }
      let old = ours.time.map(\.description) ?? "no hour"
      remark(ours, "\(hour) instead of \(old): the hour is that of the plan's slot")
      return
    }
    guard let issue, ours.kind == .issue else {
      repeats.append((ours, day))
      return
    }
    if let objection = objection(to: day, for: issue) {
      remark(ours, "not moved\(objection)")
    } else {
      moves.append(Move(issue: issue, day: day))
    }
  }

  /// Remarks on the repeats that moved otherwise than their issues did.
  private mutating func remarkRepeats() {
    for (event, day) in repeats {
      let move = moves.first {
        $0.issue.series == event.series && $0.issue.number == event.number
      }
      let shift = move.map { $0.day - $0.issue.date }
      if shift == day - event.date { continue }
      remark(event, "is on \(day) in the file: repeats follow their issue")
    }
  }

  /// Remarks on the issues that the file does not have, of series of which it has others.
  private mutating func remarkMissing(_ found: Set<String>, among events: [PublishedEvent]) {
    let series = Set(events.filter { found.contains($0.uid) }.map(\.series))
    for event in events
    where event.kind == .issue && event.status == .confirmed && event.date >= context.from
      && series.contains(event.series) && !found.contains(event.uid)
    {
      remark(event, "is not in the file")
    }
  }

  private mutating func remark(_ event: PublishedEvent, _ reason: String) {
    let repeats = event.kind == .airing ? " (repeat)" : ""
    remarks.append(
      Remark(
        subject: "\(event.series).\(event.number)\(repeats)",
        date: event.date,
        reason: reason
      )
    )
  }
}

extension Event {
  /// Whether it takes place more than once, or is one time of an event that does.
  fileprivate var isRecurring: Bool {
    !recurrenceRules.isEmpty || !recurrenceDates.isEmpty || !recurrencePeriods.isEmpty
      || recurrenceID != nil
  }
}
