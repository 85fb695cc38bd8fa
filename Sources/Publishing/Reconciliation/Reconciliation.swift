package import CivilTime
package import ICalendar
package import Scheduling

/// What outlets' own calendars say, held against a plan: an as-run log against its order.
///
/// Events are found by the identities of the plan's own feed, else by the words of their titles. What is
/// found is held against the limits of the plan, clause by clause, and against the newest release.
package struct Reconciliation: Sendable {
  /// What a feed brought.
  package struct FeedSummary: Sendable, Hashable {
    /// How messages name it.
    package var name: String
    /// The identifier of the outlet whose feed it is, where that can be told.
    package var outlet: String?
    /// How many events of the plan's period it has, each of a recurring one.
    package var events: Int
  }

  /// The plan.
  package let plan: Plan
  /// The newest release, if there is one.
  package let release: Release?
  /// The first day whose issues may still come.
  package let today: CivilDate
  /// What each feed brought.
  package private(set) var feeds: [FeedSummary] = []
  /// The identifiers of the series that the feeds can tell of, in the plan's order.
  package private(set) var series: [String] = []
  /// The issues, by day, then in the plan's order of series.
  package private(set) var issues: [FoundIssue] = []
  /// What was found of each limit of these series.
  package private(set) var limits: [JudgedLimit] = []
  /// In what the feeds are not as it was released; nothing where nothing was.
  package private(set) var deviations: [ReleaseDeviation] = []
  /// What is not clear, by day.
  package private(set) var unclear: [UnclearEntry] = []
  /// Entries of other programmes, by day.
  package private(set) var others: [LogEntry] = []
  /// Issues and repeats that do not take place.
  private var cancelled: [(series: String, number: Int?, entry: LogEntry)] = []

  /// Holds feeds against a plan.
  ///
  /// - Parameters:
  ///   - received: The feeds.
  ///   - plan: The plan.
  ///   - release: Its newest release, if there is one.
  ///   - today: The first day whose issues may still come.
  ///   - outlets: The identifiers of the outlets whose feeds they are; nothing where the feeds tell.
  /// - Throws: ``UnreadableFeed`` where a feed cannot be expanded.
  package init(
    of received: [ReceivedFeed],
    with plan: Plan,
    after release: Release?,
    today: CivilDate,
    outlets: [String] = []
  ) throws {
    self.plan = plan
    self.release = release
    self.today = today
    let entries = try read(received, outlets: outlets)
    match(entries, outlets: outlets)
    judge()
    if let release {
      deviations = ReleaseDeviation.all(
        from: release,
        in: issues,
        cancelled: cancelled.map { ($0.series, $0.number, $0.entry) },
        series: series
      )
    }
  }

  /// A feed whose events cannot be expanded.
  package struct UnreadableFeed: Error {
    /// How messages name the feed.
    package var name: String
    /// Why.
    package var error: ICalendarError
  }

  /// How many days around the period are looked at: what moved out of it, and repeats that follow it.
  private static let margin = 31

  private mutating func read(
    _ received: [ReceivedFeed],
    outlets: [String]
  ) throws -> [LogEntry] {
    let told = FeedOutlets(of: plan)
    let days = plan.period.lowerBound - Self.margin...plan.period.upperBound + Self.margin
    var entries: [LogEntry] = []
    for (index, feed) in received.enumerated() {
      let own: [LogEntry]
      do {
        own = try feed.calendar.instances(over: days, in: plan.timeZone)
          .map { LogEntry($0, feed: index) }
      } catch {
        throw UnreadableFeed(name: feed.name, error: error)
      }
      entries += own
      feeds.append(
        FeedSummary(
          name: feed.name,
          outlet: outlets.count == 1 ? outlets[0] : told.outlet(of: feed),
          events: own.count { plan.period.contains($0.date) }
        )
      )
    }
    return entries.sorted(by: LogEntry.isBefore)
  }

  private mutating func match(_ entries: [LogEntry], outlets: [String]) {
    let matcher = EntryMatcher(of: plan)
    let matches = entries.map { ($0, matcher.match($0, of: feeds[$0.feed].outlet)) }
    series = toldSeries(matches, outlets: outlets)
    let released = release?.issuesByIdentity ?? [:]
    for series in plan.series where self.series.contains(series.id) {
      var log = AiringLog(of: series, in: plan)
      for (entry, match) in matches {
        switch match {
        case .identity(let identity) where identity.series == series.id:
          guard !entry.isCancelled else {
            if identity.airing == nil { cancelled.append((series.id, identity.number, entry)) }
            continue
          }
          log.add(
            entry,
            as: identity,
            theme: matcher.theme(of: entry, in: series.id) ?? released[entry.uid]?.theme
          )
        case .title(series.id, let designation):
          guard !entry.isCancelled else {
            cancelled.append((series.id, nil, entry))
            continue
          }
          log.add(
            entry,
            designation: designation,
            theme: matcher.theme(of: entry, in: series.id)
          )
        default: continue
        }
      }
      // What is outside the period belongs to another plan, unless its identity says otherwise.
      issues += log.issues.filter {
        $0.evidence == .identity || plan.period.contains($0.entry.date)
      }
      unclear += log.unclear.filter { plan.period.contains($0.entry.date) }
    }
    let order = Dictionary(
      plan.series.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    issues.sort { one, other in
      (one.entry.date, order[one.series] ?? 0) < (other.entry.date, order[other.series] ?? 0)
    }
    tellOfTheRest(matches)
  }

  /// The series that the feeds can tell of: all of the outlets whose feeds they are.
  ///
  /// Where a feed does not tell of which outlet it is, what was found in it does; where nothing tells, the
  /// feeds are taken for those of all outlets.
  private func toldSeries(
    _ matches: [(LogEntry, EntryMatcher.Match)],
    outlets: [String]
  ) -> [String] {
    var told = Set(outlets.isEmpty ? feeds.compactMap(\.outlet) : outlets)
    if outlets.isEmpty {
      for (entry, match) in matches where feeds[entry.feed].outlet == nil {
        let id: String? =
          switch match {
          case .identity(let identity): identity.series
          case .title(let series, _): series
          default: nil
          }
        if let series = plan.series.first(where: { $0.id == id }) { told.insert(series.outlet) }
      }
      if told.isEmpty { told = Set(plan.outlets.map(\.id)) }
    }
    return plan.series.filter { told.contains($0.outlet) }.map(\.id)
  }

  /// What is not clear, or belongs to no series that the feeds can tell of.
  private mutating func tellOfTheRest(_ matches: [(LogEntry, EntryMatcher.Match)]) {
    for (entry, match) in matches {
      switch match {
      case .unclear(let reason) where plan.period.contains(entry.date) && !entry.isCancelled:
        unclear.append(UnclearEntry(entry: entry, reason: reason))
      case .identity(let identity) where !series.contains(identity.series):
        unclear.append(
          UnclearEntry(
            entry: entry,
            reason: "of the series \(identity.series), whose outlet the calendar is not of"
          )
        )
      case .other where plan.period.contains(entry.date): others.append(entry)
      default: continue
      }
    }
    unclear.sort { LogEntry.isBefore($0.entry, $1.entry) }
  }

  private mutating func judge() {
    let found = issues.filter { plan.period.contains($0.entry.date) }.map(\.occurrence)
    limits = JudgedLimit.all(of: plan, in: found, from: today, knowing: Set(series))
  }
}
