import CivilTime
import Scheduling
import Testing

/// The date that an ISO 8601 text names; a failure of the test where it names none.
func day(_ text: String, _ location: SourceLocation = #_sourceLocation) throws -> CivilDate {
  try #require(CivilDate(text), sourceLocation: location)
}

/// The time that a text names.
func time(_ text: String, _ location: SourceLocation = #_sourceLocation) throws -> TimeOfDay {
  try #require(TimeOfDay(text), sourceLocation: location)
}

/// The days from the first to the last.
func days(_ first: String, _ last: String) throws -> ClosedRange<CivilDate> {
  try day(first)...day(last)
}

extension Series {
  /// A series of one outlet with one rule.
  init(
    _ id: String,
    on dates: [CivilDate],
    cost: Int = 0,
    time: TimeOfDay? = nil,
    perMonth: CountLimit = CountLimit(),
    perYear: CountLimit = CountLimit(),
    aim: Int? = nil,
    minGap: Int = 1,
    avoid: [String] = []
  ) {
    self.init(
      id: id,
      outlet: "station",
      title: id,
      perMonth: perMonth,
      perYear: perYear,
      aim: aim,
      minGap: minGap,
      slotRules: [SlotRule(dates, cost: cost, time: time)],
      avoid: avoid
    )
  }
}

extension SlotRule {
  /// A rule that gives days at one hour.
  init(_ dates: [CivilDate], cost: Int = 0, time: TimeOfDay? = nil) {
    self.init(candidates: dates.map { Candidate(date: $0, time: time) }, cost: cost)
  }
}

extension Plan {
  /// A plan of one outlet.
  init(
    _ period: ClosedRange<CivilDate>,
    calendars: [DayCalendar] = [],
    series: [Series],
    observances: [Observance] = [],
    themes: [Theme] = [],
    separations: [Separation] = [],
    pins: [Pin] = [],
    bans: [Ban] = [],
    costs: Costs = Costs()
  ) {
    self.init(
      id: "plan",
      title: "Plan",
      period: period,
      outlets: [Outlet(id: "station", kind: .broadcaster, name: "Station")],
      calendars: calendars,
      series: series,
      observances: observances,
      themes: themes,
      separations: separations,
      pins: pins,
      bans: bans,
      costs: costs
    )
  }
}

extension Schedule {
  /// The days of one series.
  func dates(of series: String) -> [CivilDate] {
    occurrences.filter { $0.series == series }.map(\.date)
  }

  /// The number of times each theme comes.
  var countsByTheme: [String: Int] {
    Dictionary(uniqueKeysWithValues: counts.map { ($0.theme, $0.count) })
  }
}
