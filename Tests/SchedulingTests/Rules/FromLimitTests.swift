import CivilTime
import Scheduling
import Testing

struct FromLimitTests {
  @Test
  func `days before from whose issues are not those released are found`() throws {
    let first = try day("2024-01-01")
    func issue(_ offset: Int, number: Int, theme: String? = "law") -> Occurrence {
      Occurrence(series: "page", number: number, date: first + offset, theme: theme)
    }
    let plan = Plan(first...(first + 30), series: [Series("page", on: [])])
    let released = ReleasedSchedule(
      occurrences: [issue(0, number: 1), issue(2, number: 2), issue(4, number: 3)])
    let history = History(released, plan: plan, from: first + 4)
    let limit = Limit(.from(first + 4), of: .series("page"), line: nil)
    func finding(_ issues: [Occurrence]) -> LimitFinding {
      FromLimit.finding(of: plan.series[0], in: issues, history: history)
    }
    #expect(
      finding([issue(0, number: 1), issue(2, number: 2), issue(6, number: 3)])
        == LimitFinding(limit, found: 0, holds: true)
    )
    #expect(
      finding([issue(0, number: 1, theme: "other"), issue(1, number: 2), issue(6, number: 3)])
        == LimitFinding(
          limit,
          found: 3,
          dates: [first, first + 1, first + 2],
          holds: false
        )
    )
  }
}
