package import CivilTime
internal import Scheduling

/// What calendars of outlets say about a plan, as programs read it: `check PLAN FEED --format json`.
package struct ReconciliationDocument: Sendable, Hashable, Codable {
  /// A calendar that was read.
  package struct Feed: Sendable, Hashable, Codable {
    /// The file.
    package var file: String
    /// The identifier of the outlet whose calendar it is, where that can be told.
    package var outlet: String?
    /// How many events of the plan's period it has, each of a recurring one.
    package var events: Int
  }

  /// An event, once where it recurs.
  package struct Entry: Sendable, Hashable, Codable {
    /// The file that has it.
    package var file: String
    /// Its identity.
    package var uid: String
    /// Its title, in one line.
    package var title: String
    /// The day in the plan's time zone.
    package var date: CivilDate
    /// The hour in the plan's time zone; absent for a whole day.
    package var time: TimeOfDay?
    /// The length in minutes, where it is told.
    package var minutes: Int?
  }

  /// An issue that was found.
  package struct Issue: Sendable, Hashable, Codable {
    /// The identifier of its series.
    package var series: String
    /// Its number within the series, where its identity tells.
    package var number: Int?
    /// The identifier of its theme, where one is named.
    package var theme: String?
    /// `identity` or `title`.
    package var evidence: FoundIssue.Evidence
    /// Its first airing.
    package var event: Entry
    /// The further airings.
    package var airings: [Entry]
  }

  /// A month of a series.
  package struct MonthRow: Sendable, Hashable, Codable {
    /// The identifier of the series.
    package var series: String
    /// The month: `2024-06`.
    package var month: String
    /// The days of its issues.
    package var dates: [CivilDate]
    /// `met`, `broken` or `open`; absent where the plan limits no month of the series.
    package var verdict: JudgedLimit.Verdict?
  }

  /// A limit of the plan.
  package struct Limit: Sendable, Hashable, Codable {
    /// What breaks it, once.
    package struct Breach: Sendable, Hashable, Codable {
      /// The month, for a limit on months.
      package var month: String?
      /// The days that show it.
      package var dates: [CivilDate]
      /// The number that the limit is about: issues, days, minutes.
      package var found: Int?
      /// `broken`, `open` or `untold`.
      package var outlook: String
    }

    /// Where it is written, its clause, and what it requires of what.
    package var line: InfeasibilityDocument.Line
    /// `met`, `broken`, `open` or `untold`.
    package var verdict: JudgedLimit.Verdict
    /// The number that the limit is about, at its worst.
    package var found: Int?
    /// What breaks it, each time.
    package var breaches: [Breach]
  }

  /// Something that is not as it was released.
  package struct Deviation: Sendable, Hashable, Codable {
    /// `moved`, `hour`, `theme`, `cancelled`, `missing` or `added`.
    package var kind: ReleaseDeviation.Kind
    /// The identifier of the series.
    package var series: String
    /// The number of the issue, where it was released.
    package var number: Int?
    /// The day of the release, where it was released.
    package var released: CivilDate?
    /// The event, where one was found.
    package var event: Entry?
  }

  /// An event of which it is not clear what it is.
  package struct Unclear: Sendable, Hashable, Codable {
    /// The event.
    package var event: Entry
    /// Why, in English.
    package var reason: String
  }

  /// The events of other programmes.
  package struct Others: Sendable, Hashable, Codable {
    /// How many there are.
    package var count: Int
    /// A few of them, by day, none called like another.
    package var first: [Entry]
  }

  /// The identifier of the plan.
  package var plan: String
  /// The number of the newest release; absent where nothing was released.
  package var release: Int?
  /// The first day whose issues may still come.
  package var today: CivilDate
  /// `met`, `broken` or `open`.
  package var status: JudgedLimit.Verdict
  /// The calendars, in the order of the command line.
  package var feeds: [Feed]
  /// The identifiers of the series that the calendars tell of.
  package var series: [String]
  /// The issues, by day.
  package var issues: [Issue]
  /// The months, by series.
  package var months: [MonthRow]
  /// The limits, in the plan's order.
  package var limits: [Limit]
  /// What is not as it was released, by day.
  package var deviations: [Deviation]
  /// What is not clear, by day.
  package var unclear: [Unclear]
  /// The events of other programmes.
  package var others: Others

  /// Renders what was found.
  package init(_ reconciliation: Reconciliation) {
    let feeds = reconciliation.feeds
    func entry(_ entry: LogEntry) -> Entry {
      Entry(
        file: feeds[entry.feed].name,
        uid: entry.uid,
        title: entry.title,
        date: entry.date,
        time: entry.time,
        minutes: entry.minutes
      )
    }
    plan = reconciliation.plan.id
    release = reconciliation.release?.release
    today = reconciliation.today
    status = reconciliation.verdict
    self.feeds = feeds.map { Feed(file: $0.name, outlet: $0.outlet, events: $0.events) }
    series = reconciliation.series
    issues = reconciliation.issues.map {
      Issue(
        series: $0.series,
        number: $0.number,
        theme: $0.theme,
        evidence: $0.evidence,
        event: entry($0.entry),
        airings: $0.airings.map(entry)
      )
    }
    months = reconciliation.months.map {
      MonthRow(
        series: $0.series,
        month: "\($0.month)",
        dates: $0.issues.map(\.entry.date),
        verdict: $0.verdict
      )
    }
    limits = reconciliation.limits.map { limit in
      Limit(
        line: InfeasibilityDocument.Line(limit.finding.limit, of: reconciliation.plan),
        verdict: limit.verdict,
        found: limit.finding.found,
        breaches: limit.breaches.map {
          Limit.Breach(
            month: $0.finding.month.map { "\($0)" },
            dates: $0.finding.dates,
            found: $0.finding.found,
            outlook: $0.outlook.rawValue
          )
        }
      )
    }
    deviations = reconciliation.deviations.map {
      Deviation(
        kind: $0.kind,
        series: $0.series,
        number: $0.released?.number ?? $0.found?.number,
        released: $0.released?.date,
        event: ($0.found?.entry).map(entry)
      )
    }
    unclear = reconciliation.unclear.map { Unclear(event: entry($0.entry), reason: $0.reason) }
    others = Others(
      count: reconciliation.others.count,
      first: reconciliation.someOthers.map(entry)
    )
  }
}
