import CivilTime
import Scheduling
import TestSupport
import Testing

/// What is seen to be impossible, or without effect, without solving.
struct ForesightTests {
  private let first: CivilDate
  private let all: [CivilDate]

  init() throws {
    first = try day("2024-01-01")
    all = Array(try days("2024-01-01", "2024-02-29"))
  }

  private func plan(_ series: Series...) -> Plan {
    Plan(first...(first + 59), series: series)
  }

  /// The problems as people read them, the grave ones marked.
  private func words(_ plan: Plan) -> [String] {
    plan.problems().map { problem in
      "\(problem.severity == .error ? "!" : "")\(problem.line): \(problem.message): \(problem.advice)"
    }
  }

  private func expectImpossible(
    _ plan: Plan,
    _ expected: String,
    location: SourceLocation = #_sourceLocation
  ) {
    #expect(words(plan) == ["!" + expected], sourceLocation: location)
    #expect(plan.problems().allSatisfy { $0.isContradiction }, sourceLocation: location)
    #expect(throws: SchedulingError.self, sourceLocation: location) {
      try Scheduler.optimal(for: plan)
    }
  }

  @Test
  func `a period without room for its fewest, or for its aim`() {
    var plan = plan(
      Series("page", on: all, perYear: CountLimit(min: 5), minGap: 15)
    )
    expectImpossible(
      plan,
      "series page: per-year: the period has room for 4 issues 15 days apart, and asks for 5: "
        + "lower min-gap, add a slot rule, or ask for less in the period"
    )
    plan.series[0].perYear.min = 0
    plan.series[0].aim = 5
    #expect(
      words(plan) == [
        "series page: aim: the aim is 5 issues, and the slots have room for 4, 15 days apart: "
          + "lower the aim to 4, lower min-gap, or add a slot rule"
      ]
    )
    plan.series[0].aim = 4
    #expect(words(plan).isEmpty)
  }

  @Test
  func `pins above the most of a month or of the period`() {
    var plan = plan(Series("page", on: all, perMonth: CountLimit(max: 1), aim: 2))
    plan.pins = [Pin(series: "page", date: first), Pin(series: "page", date: first + 9)]
    expectImpossible(
      plan,
      "pins: entry 2: 2024-01 has 2 pins, and at most 1 issue: remove a pin, or allow 2 a month"
    )
    plan.series[0].perMonth = CountLimit(min: 1)
    plan.series[0].aim = 2
    expectImpossible(
      plan,
      "pins: entry 2: 2 pins and the least of the other months are 3 issues, and the period allows "
        + "2: remove a pin, or allow 3 in the period and aim at as many"
    )
    plan.series[0].perMonth = CountLimit()
    plan.series[0].aim = 1
    expectImpossible(
      plan,
      "pins: entry 2: the period has 2 pins, and allows 1 issue: remove a pin, or allow 2 in the "
        + "period and aim at as many"
    )
  }

  @Test
  func `pins of series that keep apart`() {
    var plan = plan(Series("page", on: all, aim: 1), Series("news", on: all, aim: 1))
    plan.separations = [Separation(series: ["page", "news"], days: 4)]
    plan.pins = [Pin(series: "page", date: first + 3), Pin(series: "news", date: first)]
    expectImpossible(
      plan,
      "pins: entry 2: pins on 2024-01-01 and 2024-01-04 are 3 days apart, and the series keep 4 "
        + "apart: move one of the pins, or lower the days apart"
    )
    #expect(plan.problems().first?.otherLine == .pin(0))
    plan.separations[0].days = 3
    #expect(words(plan).isEmpty)
  }

  @Test
  func `observances that no issue can serve`() {
    var plan = plan(
      Series("page", on: [first + 4, first + 30], aim: 1),
      Series("news", on: [first + 40], aim: 1)
    )
    plan.observances = [
      Observance(id: "day", title: "Day", dates: [first + 2, first + 30], lead: 9, points: 1)
    ]
    #expect(
      words(plan) == [
        "observance day: no series has a slot in the window 2024-01-01 to 2024-01-03, so the "
          + "observance is missed: lengthen lead or lag, or add a slot rule"
      ]
    )
    plan.observances[0].dates = [first + 30]
    #expect(words(plan).isEmpty)
    plan.observances[0].series = ["page", "news"]
    #expect(
      words(plan) == [
        "observance day: the series `news` has no slot in the window 2024-01-22 to 2024-01-31, so "
          + "it misses the observance: lengthen lead or lag, add a slot rule, or leave the series "
          + "out of it"
      ]
    )
  }

  @Test
  func `themes that have no room`() {
    var plan = plan(Series("page", on: [first + 4, first + 14, first + 30], aim: 3))
    plan.themes = [
      Theme(id: "law", title: "Law", window: first...(first + 3)),
      Theme(id: "people", title: "People"),
    ]
    let without =
      "theme law: window: no series that takes the theme has a slot in the window 2024-01-01 to "
      + "2024-01-04: widen the window, or let another series take the theme"
    #expect(words(plan) == [without])
    plan.themes[0].atLeast = 1
    expectImpossible(plan, without)
    plan.themes[0].atLeast = 3
    plan.themes[0].window = first...(first + 20)
    expectImpossible(
      plan,
      "theme law: at-least: the theme asks for at least 3 issues, and its window and series have "
        + "room for 2: lower at-least to 2, widen the window, or let another series take the theme"
    )
    plan.themes[0].atLeast = 0
    plan.themes[0].atMost = 1
    plan.pins = [first + 4, first + 14].map { Pin(series: "page", date: $0, theme: "law") }
    expectImpossible(
      plan,
      "theme law: at-most: the theme is pinned 2 times, and may come 1 time: raise at-most to 2, "
        + "or pin another theme"
    )
  }

  @Test
  func `what is called impossible is`() throws {
    var seen: Set<String> = []
    for seed in 0..<1_500 {
      var input = RandomPlan(seed: seed, seriesCount: 2, themeCount: 2, slotCount: 6)
      let problems = input.plan.problems()
      guard problems.contains(where: \.isContradiction) else { continue }
      input.released = ReleasedSchedule()
      input.from = nil
      #expect(throws: SchedulingError.self, "seed \(seed): \(problems.map(\.message))") {
        try Scheduler.optimal(for: input.plan)
      }
      for problem in problems where problem.isContradiction {
        seen.insert(String("\(problem.kind)".prefix { $0 != "(" }))
      }
    }
    #expect(seen.count >= 8, "\(seen)")
  }

  @Test
  func `the room of a series is the most that any days have`() throws {
    var compared = 0
    for seed in 0..<400 {
      var input = RandomPlan(seed: seed, seriesCount: 1, themeCount: 0, slotCount: 7)
      input.released = ReleasedSchedule()
      input.from = nil
      input.plan.series[0].perMonth.min = 0
      input.plan.series[0].perYear = CountLimit()
      input.plan.series[0].aim = 99
      let sets = ReferenceDates(input, series: input.plan.series[0]).all()
      // Pins that are too near to each other leave nothing to compare.
      guard let most = sets.map(\.dates.count).max(), most > 0,
        !input.plan.problems().contains(where: { $0.severity == .error })
      else { continue }
      compared += 1
      let rooms = input.plan.problems().compactMap { problem -> Int? in
        if case .aimAboveRoom(_, let fitting, _) = problem.kind { fitting } else { nil }
      }
      // An aim above the most of all months is a mistake of another kind.
      if input.plan.series[0].perMonth.max == nil { #expect(rooms == [most], "seed \(seed)") }
    }
    #expect(compared >= 100)
  }
}
