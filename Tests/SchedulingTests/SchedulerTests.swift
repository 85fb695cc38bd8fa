import CivilTime
import Scheduling
import TestSupport
import Testing

struct SchedulerTests {
  private let first: CivilDate

  init() throws {
    first = try day("2024-01-01")
  }

  private func issue(
    _ offset: Int,
    number: Int,
    series: String = "page",
    theme: String? = nil,
    time: TimeOfDay? = nil
  ) -> Occurrence {
    Occurrence(series: series, number: number, date: first + offset, time: time, theme: theme)
  }

  @Test
  func `history stays as it is, whatever the plan says today`() throws {
    let old = try time("05:00")
    let released = ReleasedSchedule(
      occurrences: [
        // Neither on a slot nor far enough apart; a theme that is gone; more than a month may have.
        issue(3, number: 1, theme: "gone", time: old),
        issue(5, number: 2, theme: "law", time: old),
        issue(40, number: 3, theme: "law"),
      ],
      nextNumbers: ["page": 9]
    )
    let page = Series(
      "page",
      on: [0, 10, 35, 50].map { first + $0 },
      time: try time("08:00"),
      perMonth: CountLimit(min: 1, max: 1),
      aim: 3,
      minGap: 10
    )
    let plan = Plan(
      first...(first + 59),
      series: [page],
      themes: [
        Theme(id: "law", title: "Law", series: []), Theme(id: "new", title: "New"),
      ],
      bans: [Ban(series: "page", date: first + 5)]
    )
    let schedule = try Scheduler.optimal(for: plan, keeping: released, from: first + 20)
    #expect(Array(schedule.occurrences.prefix(2)) == Array(released.occurrences.prefix(2)))
    let time = try time("08:00")
    #expect(
      Array(schedule.occurrences.dropFirst(2)) == [
        issue(35, number: 3, theme: "new", time: time)
      ]
    )
    // The issue whose theme is gone is not counted.
    #expect(
      schedule.counts == [ThemeCount(theme: "law", count: 1), ThemeCount(theme: "new", count: 1)]
    )
    #expect(schedule.dates[.moved] == plan.costs.moved)
    #expect(schedule.placement[.rethemed] == plan.costs.rethemed)
    #expect(schedule.status == .optimal)
  }

  @Test
  func `a plan without themes has none to count`() throws {
    let plan = Plan(
      first...(first + 9),
      series: [Series("page", on: [first + 4], aim: 1)]
    )
    let schedule = try Scheduler.optimal(for: plan)
    #expect(schedule.occurrences == [issue(4, number: 1)])
    #expect(schedule.counts.isEmpty)
    #expect(schedule.placement == Score())
    #expect(schedule.status == .optimal)
  }

  @Test
  func `issues come by day, then by series in the plan's order`() throws {
    let plan = Plan(
      first...(first + 9),
      series: [
        Series("z", on: [first + 4], aim: 1), Series("a", on: [first + 2, first + 4], aim: 2),
      ]
    )
    let schedule = try Scheduler.optimal(for: plan)
    #expect(
      schedule.occurrences == [
        issue(2, number: 1, series: "a"), issue(4, number: 1, series: "z"),
        issue(4, number: 2, series: "a"),
      ]
    )
  }

  @Test
  func `a plan in which a theme must repeat is optimal, and one in which it need not is feasible`()
    throws
  {
    func plan(_ pins: [Pin]) -> Plan {
      Plan(
        first...(first + 3),
        series: [Series("page", on: Array(first...(first + 3)), aim: 4)],
        themes: [Theme(id: "a", title: "A"), Theme(id: "b", title: "B")],
        pins: pins
      )
    }
    // Pinned a and b at the ends, the even places of two copies each are ranks 0.5 and 2.5 of
    // their eligible three: a takes the first two and b the last two, though a b a b repeats none.
    let pins = ["a", "b"].enumerated().map { index, theme in
      Pin(series: "page", date: first + 3 * index, theme: theme)
    }
    let forced = try Scheduler.optimal(
      for: plan(pins + [1, 2].map { Pin(series: "page", date: first + $0, theme: "a") })
    )
    #expect(forced.placement[.repeated] == 100)
    #expect(forced.status == .optimal)

    var free = plan([])
    free.observances = [
      Observance(
        id: "day",
        title: "Day",
        dates: [first],
        lag: 1,
        points: 30,
        theme: "a"
      ),
      Observance(id: "first", title: "First", dates: [first], points: 30, theme: "a"),
    ]
    // Without the price of repetitions, a a b b would cost the least, and 100 points for those.
    let best = try Scheduler.optimal(for: free)
    #expect(best.occurrences.map(\.theme) == ["b", "a", "b", "a"])
    #expect(best.placement[.repeated] == 0)
    #expect(best.placement[.observance] == 30)
    #expect(best.status == .optimal)
  }

  @Test
  func `a plan that refers to what is not there is refused`() throws {
    let plan = Plan(
      first...(first + 9),
      series: [Series("a", on: [first], aim: 1)],
      pins: [Pin(series: "b", date: first)]
    )
    let problem = PlanProblem(.unknown(.series, id: "b", known: ["a"]), at: .pin(0))
    let error = SchedulingError.invalid([problem])
    #expect(throws: error) { try Scheduler.optimal(for: plan) }
    #expect(error.description == "there is no series `b`; the plan has `a`")
  }

  @Test
  func `what cannot hold together is named with its lines`() throws {
    let page = Series(
      "page",
      on: [first + 2, first + 40],
      perMonth: CountLimit(min: 1),
      minGap: 60
    )
    let plan = Plan(first...(first + 59), series: [page])
    let error = #expect(throws: SchedulingError.self) { try Scheduler.optimal(for: plan) }
    // Each slot is needed for its month. With any day as a slot, 1 January and 29 February are far
    // enough apart, but with 60 days they are not.
    let expected = Clash(limits: [
      Limit(.minGap(60), of: .series("page"), line: .series("page", .minGap)),
      Limit(.perMonthAtLeast(1), of: .series("page"), line: .series("page", .perMonth)),
    ])
    #expect(error == .infeasible(expected))
    #expect(
      error?.description == """
        these limits cannot hold together:
        series page: at least 60 days between two issues
        series page: at least 1 issue a month
        """
    )
  }

  @Test
  func `themes that cannot hold together are named with their lines`() throws {
    let plan = Plan(
      first...(first + 9),
      series: [Series("page", on: [first, first + 5], aim: 2)],
      themes: [
        Theme(id: "law", title: "Law", window: first...(first + 4), atLeast: 2),
        Theme(id: "other", title: "Other", atMost: 1),
      ]
    )
    let expected = Clash(
      limits: [
        Limit(
          .themeWindow(first...(first + 4)),
          of: .theme("law"),
          line: .theme("law", .window)
        ),
        Limit(.themeAtLeast(2), of: .theme("law"), line: .theme("law", .atLeast)),
      ],
      choice: .themes
    )
    #expect(throws: SchedulingError.infeasible(expected)) { try Scheduler.optimal(for: plan) }
  }

  @Test
  func `a pin before the day from which the schedule may change cannot be met`() throws {
    let plan = Plan(
      first...(first + 9),
      series: [Series("page", on: [first + 2, first + 6], aim: 1)],
      pins: [Pin(series: "page", date: first + 2)]
    )
    let expected = Clash(limits: [
      Limit(.from(first + 3), of: .series("page"), line: nil),
      Limit(.pin(first + 2, theme: nil), of: .series("page"), line: .pin(0)),
    ])
    #expect(throws: SchedulingError.infeasible(expected)) {
      try Scheduler.optimal(for: plan, from: first + 3)
    }
    let released = ReleasedSchedule(occurrences: [issue(2, number: 4)])
    let schedule = try Scheduler.optimal(for: plan, keeping: released, from: first + 3)
    #expect(schedule.occurrences == released.occurrences)
  }

  @Test
  func `a plan that is over is history and nothing else`() throws {
    let plan = Plan(
      first...(first + 9),
      series: [
        Series(
          "page",
          on: [first + 2, first + 6],
          perMonth: CountLimit(min: 2),
          perYear: CountLimit(min: 2)
        )
      ]
    )
    let released = ReleasedSchedule(occurrences: [issue(2, number: 1)])
    let schedule = try Scheduler.optimal(for: plan, keeping: released, from: first + 10)
    #expect(schedule.occurrences == released.occurrences)
  }

  @Test
  func `numbers are kept by day, then in order, and never given again`() throws {
    let plan = Plan(
      first...(first + 29),
      series: [Series("page", on: [2, 10, 15, 20].map { first + $0 }, aim: 4)]
    )
    let released = ReleasedSchedule(
      occurrences: [issue(1, number: 1), issue(10, number: 2), issue(17, number: 3)],
      nextNumbers: ["page": 6]
    )
    let schedule = try Scheduler.optimal(for: plan, keeping: released)
    // Day 10 is the same issue. Of days 2, 15 and 20 the released days 1 and 17 match 2 and 15: one
    // and two days, where 20 would be three.
    #expect(schedule.occurrences.map(\.number) == [1, 2, 3, 6])
    #expect(schedule.dates[.moved] == 2 * plan.costs.moved)
  }

  @Test
  func `a number that was released is not given again, even without a record of the next`() throws {
    let plan = Plan(
      first...(first + 29),
      series: [Series("page", on: [first + 2, first + 9], aim: 2)]
    )
    let released = ReleasedSchedule(occurrences: [issue(2, number: 7)])
    let schedule = try Scheduler.optimal(for: plan, keeping: released)
    #expect(schedule.occurrences.map(\.number) == [7, 8])
  }

  @Test
  func `a plan of a real size is proven and keeps its limits`() throws {
    let year = Array(try days("2024-01-01", "2024-12-31"))
    let holidays = Array(try days("2024-02-08", "2024-02-14"))
    let segment = Series(
      "segment",
      on: year.filter { $0.weekday == .sunday },
      perMonth: .exactly(1),
      aim: 12,
      minGap: 14,
      avoid: ["holidays"]
    )
    let page = Series(
      "page",
      on: year.filter { [.monday, .wednesday, .friday].contains($0.weekday) },
      perMonth: CountLimit(min: 1),
      perYear: CountLimit(max: 24),
      aim: 24,
      minGap: 7,
      avoid: ["holidays"]
    )
    let plan = Plan(
      year[0]...year[365],
      calendars: [
        DayCalendar(
          id: "holidays",
          days: Dictionary(uniqueKeysWithValues: holidays.map { ($0, "Tết") })
        )
      ],
      series: [segment, page],
      observances: [
        Observance(
          id: "day",
          title: "Day",
          dates: [try day("2024-06-11")],
          lead: 7,
          points: 300,
          theme: "theme0"
        )
      ],
      themes: (0..<12).map { Theme(id: "theme\($0)", title: "", share: 1 + $0 % 3) }
    )
    let schedule = try Scheduler.optimal(for: plan)
    #expect(schedule.dates.isProven)
    #expect(schedule.placement.points - schedule.placement[.repeated] == schedule.placement.bound)
    #expect(schedule.dates(of: "segment").count == 12)
    #expect(schedule.dates(of: "page").count == 24)
    #expect(plan.limits(of: schedule).filter { !$0.holds }.isEmpty)
  }

  @Test
  func `the largest numbers that a plan may have do not overflow`() throws {
    let most = 1_000_000
    let period = first...(first + 3_659)
    let series = Series(
      "page",
      on: stride(from: 0, to: 3_660, by: 90).map { first + $0 },
      cost: most,
      perYear: CountLimit(min: 41),
      aim: 10_000
    )
    let plan = Plan(
      period,
      series: [series],
      observances: [
        Observance(
          id: "day",
          title: "Day",
          dates: [first, first + 3_659],
          lead: 10_000,
          lag: 10_000,
          points: most,
          theme: "a"
        )
      ],
      themes: [Theme(id: "a", title: "A", share: most), Theme(id: "b", title: "B", share: most)],
      costs: Costs(short: most, uneven: most, moved: most, repeated: most, rethemed: most)
    )
    #expect(plan.problems().map(\.kind) == [.aimAboveRoom(aim: 10_000, fitting: 41, minGap: 1)])
    let schedule = try Scheduler.optimal(for: plan)
    #expect(schedule.dates.isProven)
    #expect(schedule.occurrences.count == 41)
  }

  @Test
  func `identity matches the most and moves the least, of all matchings in order`() throws {
    for seed in 70_000..<70_200 {
      let input = RandomPlan(seed: seed, seriesCount: 1, themeCount: 0, slotCount: 7)
      guard
        let schedule = try? Scheduler.optimal(
          for: input.plan,
          keeping: input.released,
          from: input.from
        )
      else { continue }
      let from = input.from ?? input.plan.period.lowerBound
      let chosen = Set(schedule.occurrences.map(\.date))
      let released = input.released.occurrences.filter { $0.date >= from }
      let byDay = Dictionary(uniqueKeysWithValues: input.released.occurrences.map { ($0.date, $0) })
      let moved = released.filter { !chosen.contains($0.date) }
      let new = schedule.occurrences.filter { $0.date >= from && byDay[$0.date] == nil }
      for issue in schedule.occurrences {
        if let same = byDay[issue.date] { #expect(issue.number == same.number, "seed \(seed)") }
      }
      let matched = new.compactMap { issue in
        moved.first { $0.number == issue.number }.map { ($0.date, issue.date) }
      }
      #expect(matched.count == min(moved.count, new.count), "seed \(seed)")
      #expect(zip(matched, matched.dropFirst()).allSatisfy { $0.0 < $1.0 }, "seed \(seed)")
      let fresh = new.filter { issue in !moved.contains { $0.number == issue.number } }
      let next = input.released.nextNumbers["series0"] ?? 1
      #expect(fresh.map(\.number) == Array(next..<next + fresh.count), "seed \(seed)")

      let distance = matched.reduce(0) { $0 + abs($1.1 - $1.0) }
      let (shorter, longer) =
        moved.count < new.count
        ? (moved.map(\.date), new.map(\.date)) : (new.map(\.date), moved.map(\.date))
      var least = Int.max
      for subset in 0..<(1 << longer.count) where subset.nonzeroBitCount == shorter.count {
        let some = longer.indices.filter { subset >> $0 & 1 == 1 }.map { longer[$0] }
        least = min(least, zip(shorter, some).reduce(0) { $0 + abs($1.1 - $1.0) })
      }
      #expect(distance == least, "seed \(seed)")
    }
  }
}
