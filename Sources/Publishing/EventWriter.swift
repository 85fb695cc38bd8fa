internal import CivilTime
internal import Scheduling

/// Puts what a schedule says into the events that readers see.
struct EventWriter {
  let plan: Plan
  let released: Release.Plan
  let wording: Wording
  private let series: [String: Series]
  private let themes: [String: Theme]
  private let outlets: [String: Outlet]
  private let workingDays: [String: WorkingDays]

  /// Prepares to write the events of a plan.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - released: The same as the next release has it, with the numbers of airings and the identifiers of
  ///     owners.
  init(plan: Plan, released: Release.Plan) {
    self.plan = plan
    self.released = released
    wording = Wording(language: plan.language)
    series = Self.byIdentifier(plan.series, \.id)
    themes = Self.byIdentifier(plan.themes, \.id)
    outlets = Self.byIdentifier(plan.outlets, \.id)
    workingDays = series.mapValues(plan.workingDays)
  }

  private static func byIdentifier<Element>(
    _ elements: [Element],
    _ identifier: (Element) -> String
  ) -> [String: Element] {
    Dictionary(elements.map { (identifier($0), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The events of a schedule as they are first published, each issue before its further airings and its
  /// deadlines, and behind them those of the plan's activities.
  ///
  /// - Parameter schedule: A schedule of the plan.
  /// - Returns: The events, with the sequence number 0 and no time of a change.
  func events(of schedule: Schedule) -> [PublishedEvent] {
    let events =
      schedule.occurrences.flatMap { occurrence in
        let issue = issue(of: occurrence)
        return [issue] + airings(of: issue, occurrence) + deadlines(of: issue, occurrence)
      } + plan.activities.flatMap(milestones)
    guard let address = released.address else { return events }
    return events.map { event in
      var event = event
      event.url = address.page(of: event, plan: plan.id)
      return event
    }
  }

  private func issue(of occurrence: Occurrence) -> PublishedEvent {
    guard let series = series[occurrence.series], let outlet = outlets[series.outlet] else {
      preconditionFailure("the series \(occurrence.series) is not in the plan \(plan.id)")
    }
    let theme = occurrence.theme.flatMap { themes[$0] }
    let lines =
      [theme.map { wording.theme($0.title) }, occurrence.minutes.map(wording.length)]
      + series.repeats.map {
        wording.airing(at: $0.time, on: occurrence.date + $0.after, channel: $0.channel)
      }
      + series.deadlines.map { deadline in
        day(of: deadline, of: series, before: occurrence.date)
          .map { wording.deadline(deadline.title, on: $0, owner: deadline.owner) }
      }
      + [basis(of: series, theme)]
    return PublishedEvent(
      uid: UID.issue(plan: plan.id, series: series.id, number: occurrence.number),
      kind: .issue,
      outlet: outlet.id,
      series: series.id,
      number: occurrence.number,
      theme: occurrence.theme,
      date: occurrence.date,
      time: occurrence.time,
      minutes: occurrence.minutes,
      status: .confirmed,
      // A month in a calendar shows the first two words: what the issue is about, not what all are called.
      summary: [theme?.title, series.title].compactMap(\.self).joined(separator: " – "),
      description: lines.compactMap(\.self).joined(separator: "\n"),
      categories: [series.title, theme?.title].compactMap { $0.map(PlainText.category) },
      location: outlet.name,
      reminders: plan.publishing.reminders,
      sequence: 0,
      changed: Timestamp(secondsSinceEpoch: 0)
    )
  }

  private func airings(of issue: PublishedEvent, _ occurrence: Occurrence) -> [PublishedEvent] {
    guard let series = series[occurrence.series] else { return [] }
    return (released.airings[series.id] ?? []).filter(\.isCurrent).map { airing in
      var event = issue
      event.uid = UID.airing(
        plan: plan.id,
        series: series.id,
        number: occurrence.number,
        airing: airing.number
      )
      event.kind = .airing
      event.date = occurrence.date + airing.after
      event.time = airing.time
      event.summary = wording.airingTitle(issue.summary)
      let theme = occurrence.theme.flatMap { themes[$0] }
      event.description = [
        theme.map { wording.theme($0.title) },
        occurrence.minutes.map(wording.length),
        wording.firstAiring(at: occurrence.time, on: occurrence.date),
        basis(of: series, theme),
      ].compactMap(\.self).joined(separator: "\n")
      event.location = airing.channel ?? issue.location
      return event
    }
  }

  private func deadlines(of issue: PublishedEvent, _ occurrence: Occurrence) -> [PublishedEvent] {
    guard let series = series[occurrence.series] else { return [] }
    let theme = occurrence.theme.flatMap { themes[$0] }
    return series.deadlines.compactMap { deadline in
      guard let day = day(of: deadline, of: series, before: occurrence.date) else { return nil }
      var event = issue
      event.uid = UID.deadline(
        plan: plan.id,
        series: series.id,
        number: occurrence.number,
        deadline: deadline.id
      )
      event.kind = .deadline
      event.outlet = nil
      event.owner = released.owners?.first { $0.name == deadline.owner }?.id
      (event.date, event.time, event.minutes) = (day, nil, nil)
      event.summary = wording.deadlineTitle(deadline.title, series.title, on: occurrence.date)
      event.description = [
        theme.map { wording.theme($0.title) },
        outlets[series.outlet].map {
          wording.appearance(of: $0, at: occurrence.time, on: occurrence.date)
        },
        wording.due(on: day, workingDays: deadline.before),
        wording.owner(deadline.owner),
        basis(of: series, theme),
      ].compactMap(\.self).joined(separator: "\n")
      event.location = nil
      return event
    }
  }

  /// The working day on which a deadline of an issue falls.
  private func day(of deadline: Deadline, of series: Series, before date: CivilDate) -> CivilDate? {
    workingDays[series.id]?.date(deadline.before, before: date)
  }

  private func basis(of series: Series, _ theme: Theme?) -> String? {
    wording.basis(
      document: plan.source?.number,
      clause: series.clause,
      themeClause: theme?.clause
    )
  }
}
