import CivilTime
import Scheduling
import Testing

struct PerYearLimitTests {
  private let series = Series("page", on: [], perYear: CountLimit(min: 2, max: 3))

  @Test(arguments: [(1, false, true), (2, true, true), (3, true, true), (4, true, false)])
  func `issues are counted`(count: Int, least: Bool, most: Bool) throws {
    let first = try day("2024-01-01")
    let findings = PerYearLimit.findings(of: series, on: (0..<count).map { first + $0 })
    let line = PlanLine.series("page", .perYear)
    #expect(
      findings == [
        LimitFinding(
          Limit(.perYearAtLeast(2), of: .series("page"), line: line),
          found: count,
          holds: least
        ),
        LimitFinding(
          Limit(.perYearAtMost(3), of: .series("page"), line: line),
          found: count,
          holds: most
        ),
      ]
    )
  }

  @Test
  func `history is neither too little nor too much`() {
    let limits = PerYearLimit.limits(of: series)
    func bounds(isHistory: Bool, settled: Int) -> GroupedPath.Limits {
      PerYearLimit.bounds(limits, isHistory: isHistory, settled: settled)
    }
    #expect(bounds(isHistory: false, settled: 1) == GroupedPath.Limits(least: 2, most: 3))
    #expect(bounds(isHistory: true, settled: 5) == GroupedPath.Limits(least: 0, most: 5))
  }

  @Test
  func `the most that the plan does not state is what the months can hold`() throws {
    let series = Series("page", on: [], perMonth: CountLimit(min: 1, max: 2))
    let plan = Plan(try days("2024-01-31", "2024-03-01"), series: [series])
    #expect(plan.perYear(of: series) == CountLimit(min: 0, max: 6))
    #expect(plan.perYear(of: Series("page", on: [])) == CountLimit(min: 0, max: nil))
    #expect(PerYearLimit.limits(of: series).isEmpty)
  }
}
