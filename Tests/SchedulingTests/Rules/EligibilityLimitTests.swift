import CivilTime
import Scheduling
import Testing

struct EligibilityLimitTests {
  private let plan: Plan
  private let first: CivilDate

  init() throws {
    first = try day("2024-01-01")
    plan = Plan(
      first...(first + 99),
      series: [Series("page", on: []), Series("segment", on: [])],
      themes: [
        Theme(id: "open", title: "Open"),
        Theme(id: "pages", title: "Pages", series: ["page"]),
        Theme(id: "late", title: "Late", window: (first + 50)...(first + 60)),
      ],
      pins: [
        Pin(series: "page", date: first + 10, theme: "late"),
        Pin(series: "segment", date: first + 11, theme: "pages"),
        Pin(series: "page", date: first + 12),
      ]
    )
  }

  private func themes(
    _ series: String,
    _ offset: Int,
    released: [Occurrence] = [],
    from: Int = 0,
    under limits: LimitSet = .all
  ) -> [String] {
    let history = History(
      ReleasedSchedule(occurrences: released),
      plan: plan,
      from: first + from
    )
    return EligibilityLimit.themes(
      series: series,
      date: first + offset,
      in: plan,
      history: history,
      under: limits
    ).map { plan.themes[$0].id }
  }

  @Test
  func `series and window decide`() {
    #expect(themes("page", 49) == ["open", "pages"])
    #expect(themes("page", 50) == ["open", "pages", "late"])
    #expect(themes("segment", 60) == ["open", "late"])
    #expect(themes("segment", 61) == ["open"])
  }

  @Test
  func `a pinned theme is the only one, in its window or not, if it takes the series`() {
    #expect(themes("page", 10) == ["late"])
    #expect(themes("segment", 11) == [])
    #expect(themes("page", 12) == ["open", "pages"])
  }

  @Test
  func `history has the theme that it was released with`() {
    func released(_ theme: String?) -> [Occurrence] {
      [Occurrence(series: "segment", number: 1, date: first + 11, theme: theme)]
    }
    #expect(themes("segment", 11, released: released("late"), from: 12) == ["late"])
    #expect(themes("segment", 11, released: released("gone"), from: 12) == [])
    #expect(themes("segment", 11, released: released(nil), from: 12) == [])
    // From its day on it is not history.
    #expect(themes("segment", 11, released: released("late"), from: 11) == [])
  }

  @Test
  func `without the limits everything is eligible`() {
    #expect(themes("segment", 11, under: .only([])) == ["open", "pages", "late"])
  }

  @Test
  func `issues that must not have their theme are found`() {
    let history = History(ReleasedSchedule(), plan: plan, from: nil)
    func issue(_ series: String, _ offset: Int, _ theme: String) -> Occurrence {
      Occurrence(series: series, number: 1, date: first + offset, theme: theme)
    }
    let issues = [
      issue("page", 10, "late"), issue("page", 20, "late"), issue("page", 55, "late"),
      issue("segment", 21, "pages"), issue("page", 22, "pages"),
    ]
    let findings = plan.themes.flatMap {
      EligibilityLimit.findings(of: $0, in: plan, issues, history: history)
    }
    #expect(
      findings == [
        LimitFinding(
          Limit(.themeSeries(["page"]), of: .theme("pages"), line: .theme("pages", .series)),
          found: 1,
          dates: [first + 21],
          holds: false
        ),
        LimitFinding(
          Limit(
            .themeWindow((first + 50)...(first + 60)),
            of: .theme("late"),
            line: .theme("late", .window)
          ),
          found: 1,
          dates: [first + 20],
          holds: false
        ),
      ]
    )
  }
}
