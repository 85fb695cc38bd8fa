import CivilTime
import Scheduling
import Testing

/// One schedule with its points worked out by hand from the model.
///
/// The period is 1 to 30 January 2024, 30 days, D = 30. A page is wanted 3 times, so the ideal gap
/// is 10 days. It appears on 4, 12 and 25 January.
struct WorkedExampleTests {
  private let plan: Plan
  private let released: ReleasedSchedule
  private let occurrences: [Occurrence]

  init() throws {
    let start = try day("2024-01-01")
    func january(_ day: Int) -> CivilDate { start + (day - 1) }
    var page = Series("page", on: [4, 12, 20].map(january), aim: 4)
    page.aim = 3
    page.slotRules.append(SlotRule([january(25)], cost: 40))
    plan = Plan(
      january(1)...january(30),
      series: [page],
      observances: [
        // Its window is 8 to 11 January: missed.
        Observance(
          id: "missed",
          title: "Missed",
          dates: [january(11)],
          lead: 3,
          points: 70,
          theme: "a"
        ),
        // Its window is 10 to 26 January: the issue of 25 January serves it.
        Observance(
          id: "served",
          title: "Served",
          dates: [january(20)],
          lead: 10,
          lag: 6,
          points: 90,
          theme: "b"
        ),
      ],
      themes: [Theme(id: "a", title: "A"), Theme(id: "b", title: "B")],
      costs: Costs(short: 500, uneven: 2, moved: 1_000, repeated: 50, rethemed: 200)
    )
    released = ReleasedSchedule(occurrences: [
      Occurrence(series: "page", number: 1, date: january(4), theme: "b"),
      Occurrence(series: "page", number: 2, date: january(13), theme: "a"),
    ])
    occurrences = zip([4, 12, 25], ["a", "a", "b"]).enumerated().map { index, issue in
      Occurrence(
        series: "page",
        number: index + 1,
        date: january(issue.0),
        theme: issue.1
      )
    }
  }

  @Test
  func `the days cost what the model says`() {
    // uneven, times 2:
    // - gaps of 8 and 13 days: (3·8 - 30)² / 3² = 36 / 9 = 4; (3·13 - 30)² / 9 = 81 / 9 = 9
    // - first: x = 2·3 + 1 = 7 half days: (3·7 - 30)² / (4·9) = 81 / 36 = 2.25, so 2
    // - last: x = 2·5 + 1 = 11: (33 - 30)² / 36 = 0.25, so 0
    // - in all 4 + 9 + 2 + 0 = 15, times 2
    // short: 3 of 3; unusual: 40 for 25 January; missed: 70; moved: 13 January.
    let score = Scorer(for: plan, keeping: released).dates(of: occurrences)
    #expect(
      score.terms == [.short: 0, .unusual: 40, .uneven: 30, .missed: 70, .moved: 1_000]
    )
    #expect(score.points == 1_140)
  }

  @Test
  func `two issues are one short`() {
    // Gap 8: 4; first: 2; last, 12 January: x = 2·18 + 1 = 37, (111 - 30)² / 36 = 182.25, so 182.
    let score = Scorer(for: plan).dates(of: Array(occurrences.prefix(2)))
    #expect(score[.short] == 500)
    #expect(score[.uneven] == 2 * (4 + 2 + 182))
    #expect(score[.unusual] == 0)
  }

  @Test
  func `no issue at all is short, misses everything, and is not uneven`() {
    let score = Scorer(for: plan).dates(of: [])
    #expect(score.terms == [.short: 1_500, .unusual: 0, .uneven: 0, .missed: 160, .moved: 0])
  }

  @Test
  func `the placement costs what the model says`() {
    // All three issues are eligible for both themes, M = 3.
    // spread: a, r = 2: k = 1 at rank 0: (1·2 - 1·3)² / 16 = 1/16, so 0; k = 2 at rank 1:
    //   (3·2 - 3·3)² / 16 = 9/16, so 1. b, r = 1, at rank 2: (5·1 - 1·3)² / 4 = 1. In all 2.
    // observance: the last issue from 10 to 26 January is that of the 25th, with b: 0.
    // repeated: a, a: 50. rethemed: number 1 from b to a: 200; number 2 keeps a.
    let score = Scorer(for: plan, keeping: released).placement(of: occurrences)
    #expect(score.terms == [.spread: 2, .observance: 0, .repeated: 50, .rethemed: 200])
  }

  @Test
  func `the issue that serves an observance with another theme costs its points`() {
    var other = occurrences
    other[2].theme = "a"
    let score = Scorer(for: plan).placement(of: other)
    #expect(score[.observance] == 90)
    // a, r = 3 of M = 3: each in its place. Two pairs are repeated.
    #expect(score[.spread] == 0)
    #expect(score[.repeated] == 100)
  }

  @Test
  func `the scheduler finds better`() throws {
    let schedule = try Scheduler.optimal(for: plan, keeping: released)
    #expect(schedule.dates.isProven)
    // 4, 12 and 20 January: gaps of 8, 4 and 4; first 2; last: x = 21, (63 - 30)² / 36 = 30.25, so
    // 30: 2·40 = 80 and 70 missed. 4, 12 and 25 January cost 140, without what was moved.
    #expect(schedule.dates.points == 1_140)
    #expect(schedule.occurrences.map(\.date) == occurrences.map(\.date))
    #expect(schedule.countsByTheme == ["a": 2, "b": 1])
  }
}
