internal import CivilTime
internal import Scheduling

extension Release {
  /// Makes a release that publishes an older one anew, as far as what is over does not stand against it.
  ///
  /// Identities and their history go on from the newest release: what was published since is cancelled,
  /// what was cancelled since takes place after all.
  ///
  /// - Parameters:
  ///   - old: The older release.
  ///   - newest: The newest release.
  ///   - occasion: When the new one is made.
  ///   - message: What the planner says about it.
  package init(
    again old: Release,
    after newest: Release,
    at occasion: Occasion,
    message: String? = nil
  ) {
    var occasion = occasion
    occasion.time = max(occasion.time, newest.time.next)
    release = newest.release + 1
    time = occasion.time
    self.message = message
    plan = old.plan
    plan.address = newest.plan.address
    plan.airings = [:]
    for (series, airings) in newest.plan.airings {
      let current = (old.plan.airings[series] ?? []).filter(\.isCurrent)
      plan.airings[series] = airings.map { airing in
        // The day and the hour may have changed since.
        var airing = current.first { $0.number == airing.number } ?? airing
        airing.isCurrent = current.contains { $0.number == airing.number }
        return airing
      }
    }
    nextNumbers = newest.nextNumbers
    reasons = [:]
    events = EventHistory(of: plan, previous: newest, occasion: occasion, reasons: [:])
      .continued(
        by: Self.events(of: old, after: newest, from: occasion.from(in: plan)).map { event in
          var event = event
          event.sequence = 0
          event.note = nil
          event.formerFeeds = nil
          event.url = newest.plan.address?.page(of: event, plan: old.plan.id)
          return event
        }
      )
    schedule = old.schedule
    schedule.occurrences = events.filter { $0.kind == .issue && $0.status == .confirmed }
      .map(ScheduleDocument.Occurrence.init)
    remember(newest)
  }
}

extension Release {
  /// What is to take place where an older release comes again.
  ///
  /// An issue that is over by now is over on the day of the newest release, and is aired again as that
  /// says; one whose day in the older release is over cannot come again.
  private static func events(
    of old: Release,
    after newest: Release,
    from: CivilDate
  ) -> [PublishedEvent] {
    func isPast(_ event: PublishedEvent) -> Bool {
      event.isOfIssue ? past.contains(event.issue) : event.date < from
    }
    let past = Set(
      newest.events.filter { $0.kind == .issue && $0.date < from }.map(\.issue)
    )
    let coming = Set(
      old.events.filter { $0.kind == .issue && $0.status == .confirmed && $0.date >= from }
        .map(\.issue)
    )
    let over = newest.events.filter { $0.status == .confirmed && isPast($0) }
    let identities = Set(over.map(\.uid))
    return over
      + old.events.filter { event in
        event.status == .confirmed && !isPast(event) && !identities.contains(event.uid)
          && (coming.contains(event.issue) || !event.isOfIssue)
      }
  }
}

extension ScheduleDocument.Occurrence {
  /// The issue that an event is.
  fileprivate init(_ event: PublishedEvent) {
    uid = event.uid
    series = event.series
    number = event.number
    date = event.date
    time = event.time
    minutes = event.minutes
    theme = event.theme
  }
}
