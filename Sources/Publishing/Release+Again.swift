internal import CivilTime

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
    plan.airings = [:]
    for (series, airings) in newest.plan.airings {
      let current = Set((old.plan.airings[series] ?? []).filter(\.isCurrent).map(\.number))
      plan.airings[series] = airings.map { airing in
        var airing = airing
        airing.isCurrent = current.contains(airing.number)
        return airing
      }
    }
    nextNumbers = newest.nextNumbers
    reasons = [:]
    events = EventHistory(of: plan, previous: newest, occasion: occasion, reasons: [:])
      .continued(
        by: old.events.filter { $0.status == .confirmed }.map { event in
          var event = event
          event.sequence = 0
          event.note = nil
          event.formerOutlets = []
          return event
        }
      )
    schedule = old.schedule
    schedule.occurrences = events.filter { $0.kind == .issue && $0.status == .confirmed }
      .map(ScheduleDocument.Occurrence.init)
    keepOutlets(of: newest.plan)
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
