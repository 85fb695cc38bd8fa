import CivilTime
import Scheduling
import Testing

/// Every kind of problem, with its line and words.
struct PlanProblemTests {
  private let first: CivilDate
  private let january: [CivilDate]

  init() throws {
    first = try day("2024-01-01")
    january = Array(try days("2024-01-01", "2024-01-31"))
  }

  private func plan(_ series: Series...) -> Plan {
    Plan(first...(first + 59), series: series)
  }

  private func page(
    perMonth: CountLimit = CountLimit(),
    perYear: CountLimit = CountLimit(),
    aim: Int? = nil,
    minGap: Int = 1
  ) -> Series {
    Series(
      "page",
      on: Array(first...(first + 59)),
      perMonth: perMonth,
      perYear: perYear,
      aim: aim,
      minGap: minGap
    )
  }

  private func expect(
    _ plan: Plan,
    _ kinds: [PlanProblem.Kind],
    at line: PlanLine,
    severity: PlanProblem.Severity = .error,
    words: String...,
    location: SourceLocation = #_sourceLocation
  ) {
    let problems = plan.problems()
    #expect(
      problems == kinds.map { PlanProblem($0, at: line, severity: severity) },
      sourceLocation: location
    )
    #expect(problems.map { "\($0.message): \($0.advice)" } == words, sourceLocation: location)
  }

  @Test
  func `a sound plan has none`() {
    #expect(plan(page(perMonth: .exactly(1), perYear: CountLimit(max: 12))).problems().isEmpty)
  }

  @Test
  func `numbers out of range`() {
    var plan = plan(page())
    plan.costs.uneven = -1
    expect(
      plan,
      [.outOfRange(what: "the cost uneven", value: -1, range: 0...1_000_000)],
      at: .costs,
      words: "the cost uneven is -1, and must be 0 to 1000000: write 0 or more"
    )
    plan.costs.uneven = 1
    plan.period = first...(first + 3_660)
    expect(
      plan,
      [.outOfRange(what: "the length of the period in days", value: 3_661, range: 1...3_660)],
      at: .period,
      words: "the length of the period in days is 3661, and must be 1 to 3660: write 3660 or less"
    )
    plan.period = first...(first + 59)
    plan.series[0].minGap = 0
    expect(
      plan,
      [.outOfRange(what: "min-gap", value: 0, range: 1...10_000)],
      at: .series("page", .minGap),
      words: "min-gap is 0, and must be 1 to 10000: write 1 or more"
    )
    plan.series[0].minGap = 1
    plan.series[0].aim = .max
    expect(
      plan,
      [.outOfRange(what: "the aim", value: .max, range: 0...10_000)],
      at: .series("page", .aim),
      words: "the aim is 9223372036854775807, and must be 0 to 10000: write 10000 or less"
    )
    plan.series[0].aim = nil
    plan.themes = [Theme(id: "law", title: "Law", share: 0)]
    expect(
      plan,
      [.outOfRange(what: "share", value: 0, range: 1...1_000_000)],
      at: .theme("law", .share),
      words: "share is 0, and must be 1 to 1000000: write 1 or more"
    )
  }

  @Test
  func `doubled identifiers`() {
    var plan = plan(page())
    plan.themes = [Theme(id: "law", title: "A"), Theme(id: "law", title: "B")]
    expect(
      plan,
      [.duplicate(.theme, id: "law")],
      at: .theme("law", nil),
      words: "there are two themes `law`: rename one of them"
    )
  }

  @Test
  func `unknown references of every kind`() {
    var plan = plan(page())
    plan.series[0].outlet = "press"
    plan.series[0].avoid = ["holidays"]
    plan.observances = [
      Observance(
        id: "day",
        title: "Day",
        dates: [first],
        points: 1,
        series: ["news"],
        theme: "law"
      )
    ]
    plan.themes = [Theme(id: "open", title: "Open", series: ["page", "news"])]
    plan.separations = [Separation(series: ["page", "news"], days: 2)]
    plan.pins = [Pin(series: "news", date: first, theme: "law")]
    plan.bans = [Ban(series: "news", date: first + 1)]
    let unknown: [(PlanProblem.Kind, PlanLine)] = [
      (.unknown(.outlet, id: "press", known: ["station"]), .series("page", nil)),
      (.unknown(.calendar, id: "holidays", known: []), .series("page", .avoid)),
      (.unknown(.series, id: "news", known: ["page"]), .observance("day")),
      (.unknown(.theme, id: "law", known: ["open"]), .observance("day")),
      (.unknown(.series, id: "news", known: ["page"]), .theme("open", .series)),
      (.unknown(.series, id: "news", known: ["page"]), .separation(0)),
      (.unknown(.series, id: "news", known: ["page"]), .pin(0)),
      (.unknown(.theme, id: "law", known: ["open"]), .pin(0)),
      (.unknown(.series, id: "news", known: ["page"]), .ban(0)),
    ]
    #expect(plan.problems() == unknown.map { PlanProblem($0.0, at: $0.1) })
    let words = plan.problems().prefix(2).map { "\($0.message): \($0.advice)" }
    #expect(
      words == [
        "there is no outlet `press`: the plan has `station`",
        "there is no calendar `holidays`: the plan has no calendars",
      ]
    )
  }

  @Test
  func `a least above its most`() {
    expect(
      plan(page(perMonth: CountLimit(min: 2, max: 1))),
      [.leastAboveMost(what: "per-month", least: 2, most: 1)],
      at: .series("page", .perMonth),
      words:
        "per-month asks for at least 2, and at most 1: lower the least to 1, or raise the most to 2"
    )
    expect(
      plan(page(perYear: CountLimit(min: 4, max: 3))),
      [.leastAboveMost(what: "per-year", least: 4, most: 3)],
      at: .series("page", .perYear),
      words:
        "per-year asks for at least 4, and at most 3: lower the least to 3, or raise the most to 4"
    )
    var plan = plan(page(aim: 9))
    plan.themes = [
      Theme(id: "law", title: "Law", atLeast: 3, atMost: 2), Theme(id: "b", title: "B"),
    ]
    expect(
      plan,
      [.leastAboveMost(what: "the theme", least: 3, most: 2)],
      at: .theme("law", .atLeast),
      words:
        "the theme asks for at least 3, and at most 2: lower the least to 2, or raise the most to 3"
    )
  }

  @Test
  func `an aim above the most or below the least`() {
    expect(
      plan(page(perYear: CountLimit(max: 3), aim: 4)),
      [.aimAboveMost(aim: 4, most: 3)],
      at: .series("page", .aim),
      words: "the aim is 4 issues, and the period allows 3: lower the aim to 3, or allow more in "
        + "the period"
    )
    expect(
      plan(page(perMonth: CountLimit(min: 1, max: 2), aim: 5)),
      [.aimAboveMost(aim: 5, most: 4)],
      at: .series("page", .aim),
      words: "the aim is 5 issues, and the period allows 4: lower the aim to 4, or allow more in "
        + "the period"
    )
    expect(
      plan(page(perMonth: CountLimit(min: 1), aim: 1)),
      [.aimBelowLeast(aim: 1, least: 2)],
      at: .series("page", .aim),
      words: "the aim is 1 issue, and the limits ask for 2: raise the aim to 2, or ask for less"
    )
  }

  @Test
  func `months that do not fit the period`() {
    expect(
      plan(page(perMonth: CountLimit(min: 2), perYear: CountLimit(max: 3))),
      [.monthsAboveYear(perMonth: 2, months: 2, most: 3)],
      at: .series("page", .perYear),
      words: "2 a month are 4 in 2 months, and the period allows 3: allow 4 in the period, or ask "
        + "for less a month"
    )
    expect(
      plan(page(perMonth: CountLimit(max: 2), perYear: CountLimit(min: 5))),
      [.monthsBelowYear(perMonth: 2, months: 2, least: 5)],
      at: .series("page", .perYear),
      words: "2 a month are 4 in 2 months, and the period asks for 5: allow 3 a month, or ask for "
        + "less in the period"
    )
  }

  @Test
  func `a month with too few slots, or too near to each other`() {
    let second = Month(containing: first).advanced(by: 1)
    let few = Series(
      "page",
      on: [first, first + 1, first + 40],
      perMonth: CountLimit(min: 2)
    )
    expect(
      plan(few),
      [.monthShortOfSlots(month: second, slots: 1, least: 2)],
      at: .series("page", .slots),
      words: "2024-02 has 1 slot, and asks for 2 issues: add a slot rule, avoid fewer calendars, "
        + "or ban fewer days"
    )
    let near = Series(
      "page",
      on: [0, 20, 40, 45, 49].map { first + $0 },
      perMonth: CountLimit(min: 2),
      minGap: 10
    )
    expect(
      plan(near),
      [.monthTooTight(month: second, fitting: 1, least: 2, minGap: 10)],
      at: .series("page", .minGap),
      words: "2024-02 has room for 1 issue 10 days apart, and asks for 2: lower min-gap, add a "
        + "slot rule, or ask for less a month"
    )
  }

  @Test
  func `a series without slots`() {
    expect(
      plan(Series("page", on: [first + 100])),
      [.noSlots],
      at: .series("page", .slots),
      severity: .warning,
      words: "no day of the period is a slot: add a slot rule, avoid fewer calendars, or ban fewer "
        + "days"
    )
  }

  @Test
  func `an issue that is too long`() {
    var series = page()
    series.minutes = 13
    series.maxMinutes = 12
    expect(
      plan(series),
      [.tooLong(minutes: 13, most: 12)],
      at: .series("page", .minutes),
      words: "an issue takes 13 minutes, and may take 12: shorten the issue, or raise max-minutes "
        + "to 13"
    )
  }

  @Test
  func `windows outside the period`() {
    let after = (first + 60)...(first + 70)
    let period = first...(first + 59)
    let words =
      "the window 2024-03-01 to 2024-03-11 has no day in the period 2024-01-01 to 2024-02-29: "
      + "correct the window, or leave it out"
    var plan = plan(page(aim: 3))
    plan.themes = [Theme(id: "a", title: "A"), Theme(id: "b", title: "B", window: after)]
    let kind = PlanProblem.Kind.windowOutsidePeriod(window: after, period: period)
    expect(plan, [kind], at: .theme("b", .window), severity: .warning, words: words)
    plan.themes[1].atLeast = 1
    expect(plan, [kind], at: .theme("b", .window), words: words)
    plan.themes[1].window = (first + 59)...(first + 70)
    #expect(plan.problems().isEmpty)
    plan.activities = [Activity(id: "contest", title: "Contest", window: after)]
    expect(plan, [kind], at: .activity("contest"), severity: .warning, words: words)
  }

  @Test
  func `an observance without a date in the period`() {
    var plan = plan(page())
    plan.observances = [Observance(id: "day", title: "Day", dates: [first - 1], points: 1)]
    expect(
      plan,
      [.observanceOutsidePeriod],
      at: .observance("day"),
      severity: .warning,
      words: "no date of the observance lies in the period: correct its date, or leave the "
        + "observance out"
    )
  }

  @Test
  func `a theme without a series, a series without a theme`() {
    var plan = plan(page(aim: 2))
    plan.themes = [Theme(id: "a", title: "A"), Theme(id: "b", title: "B", series: [])]
    expect(
      plan,
      [.themeWithoutSeries],
      at: .theme("b", .series),
      severity: .warning,
      words: "no series takes the theme: name a series, or leave `series` out for all"
    )
    plan.series.append(Series("other", on: [first], perYear: .exactly(1)))
    plan.themes = [Theme(id: "a", title: "A", series: ["page"])]
    expect(
      plan,
      [.seriesWithoutTheme],
      at: .series("other", nil),
      words: "no theme takes the series: add the series to a theme, or add a theme for all series"
    )
  }

  @Test
  func `themes that ask for more than there is, or take less`() {
    var plan = plan(page(perYear: CountLimit(min: 2), aim: 3))
    plan.themes = [
      Theme(id: "a", title: "A", atLeast: 2), Theme(id: "b", title: "B", atLeast: 2),
    ]
    expect(
      plan,
      [.themesAboveIssues(least: 4, issues: 3)],
      at: .theme("b", .atLeast),
      words: "the themes ask for 4 issues, and there are at most 3: lower at-least to 3 in total, "
        + "or aim at more issues"
    )
    plan.themes = [Theme(id: "a", title: "A", atMost: 1), Theme(id: "b", title: "B", atMost: 0)]
    expect(
      plan,
      [.themesBelowIssues(most: 1, issues: 2)],
      at: .theme("b", .atMost),
      words: "the themes take at most 1 issue, and there are at least 2: raise at-most, or add a "
        + "theme without it"
    )
  }

  @Test
  func `a pin and a ban of one day`() {
    var plan = plan(page(aim: 2))
    plan.pins = [Pin(series: "page", date: first)]
    plan.bans = [Ban(series: "page", date: first + 1), Ban(series: "page", date: first)]
    expect(
      plan,
      [.pinnedAndBanned(date: first, ban: 1)],
      at: .pin(0),
      words: "an issue is pinned to 2024-01-01, and banned from it: remove the pin or the ban"
    )
    #expect(plan.problems().first?.otherLine == .ban(1))
  }

  @Test
  func `two pins of one day`() {
    var plan = plan(page(aim: 2))
    plan.themes = [Theme(id: "a", title: "A"), Theme(id: "b", title: "B")]
    plan.pins = [
      Pin(series: "page", date: first, theme: "b"), Pin(series: "page", date: first, theme: "a"),
    ]
    expect(
      plan,
      [.pinnedTwice(date: first, first: 0, themes: ["a", "b"])],
      at: .pin(1),
      words: "an issue is pinned to 2024-01-01 twice, with the themes `a` and `b`: remove one of "
        + "the pins"
    )
    #expect(plan.problems().first?.otherLine == .pin(0))
    plan.pins[1].theme = nil
    expect(
      plan,
      [.pinnedTwice(date: first, first: 0, themes: ["b"])],
      at: .pin(1),
      severity: .warning,
      words: "an issue is pinned to 2024-01-01 twice: remove one of the pins"
    )
  }

  @Test
  func `pins that are too close`() {
    var plan = plan(page(aim: 3, minGap: 7))
    plan.pins = [
      Pin(series: "page", date: first + 20), Pin(series: "page", date: first + 14),
      Pin(series: "page", date: first + 7),
    ]
    expect(
      plan,
      [
        .pinsTooClose(first: first + 14, second: first + 20, firstPin: 0, minGap: 7)
      ],
      at: .pin(1),
      words: "pins on 2024-01-15 and 2024-01-21 are 6 days apart, and issues are at least 7: move "
        + "one of the pins, or lower min-gap"
    )
    #expect(plan.problems().first?.otherLine == .pin(0))
  }

  @Test
  func `pins and bans outside the period`() {
    var plan = plan(page(aim: 2))
    plan.pins = [Pin(series: "page", date: first - 1)]
    let period = first...(first + 59)
    expect(
      plan,
      [.pinOutsidePeriod(date: first - 1, period: period)],
      at: .pin(0),
      words: "the pin on 2023-12-31 lies outside the period 2024-01-01 to 2024-02-29: correct the "
        + "date, or remove it"
    )
    plan.pins = []
    plan.bans = [Ban(series: "page", date: first + 60)]
    expect(
      plan,
      [.banOutsidePeriod(date: first + 60, period: period)],
      at: .ban(0),
      severity: .warning,
      words: "the ban on 2024-03-01 lies outside the period 2024-01-01 to 2024-02-29: correct the "
        + "date, or remove it"
    )
  }

  @Test
  func `a pin of a theme that does not take the series`() {
    var plan = plan(page(aim: 2))
    plan.series.append(Series("other", on: [first], aim: 1))
    plan.themes = [Theme(id: "a", title: "A"), Theme(id: "b", title: "B", series: ["other"])]
    plan.pins = [Pin(series: "page", date: first, theme: "b")]
    expect(
      plan,
      [.pinnedThemeNotTaken(theme: "b", series: "page")],
      at: .pin(0),
      words: "the theme `b` does not take the series `page`: pin another theme, or add the series "
        + "to the theme"
    )
  }

  @Test
  func `a separation of one`() {
    var plan = plan(page(aim: 2))
    plan.separations = [Separation(series: ["page", "page"], days: 2)]
    expect(
      plan,
      [.separationOfOne(series: ["page", "page"])],
      at: .separation(0),
      words: "series are kept apart, but only `page` is named: name two series or more, or remove "
        + "it"
    )
  }

  @Test
  func `plans with errors have no schedule`() throws {
    // An error that leaves a schedule would be no error, but for an aim that can only be missed.
    func isFatal(_ problem: PlanProblem) -> Bool {
      if case .aimAboveMost = problem.kind { false } else { problem.severity == .error }
    }
    var errors = 0
    for seed in 90_000..<90_300 {
      let plan = RandomPlan(seed: seed, seriesCount: 2, themeCount: 3, slotCount: 6).plan
      let messages = plan.problems().filter(isFatal).map(\.message)
      if messages.isEmpty { continue }
      errors += 1
      #expect(throws: SchedulingError.self, "seed \(seed): \(messages)") {
        try Scheduler.optimal(for: plan)
      }
    }
    #expect(errors >= 30)
  }
}
