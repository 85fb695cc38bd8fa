import CivilTime
import Scheduling
import Testing

struct PerMonthLimitTests {
  private let line = PlanLine.series("page", .perMonth)

  @Test
  func `the months with the fewest and the most issues are found, of several the first`() throws {
    let series = Series("page", on: [], perMonth: CountLimit(min: 1, max: 2))
    let plan = Plan(try days("2024-01-15", "2024-04-10"), series: [series])
    let dates = try ["2024-01-20", "2024-02-01", "2024-02-02", "2024-02-03"].map { try day($0) }
    let months = Array(plan.months)
    #expect(
      PerMonthLimit.findings(of: series, in: plan, on: dates) == [
        LimitFinding(
          Limit(.perMonthAtLeast(1), of: .series("page"), line: line),
          found: 0,
          month: months[2],
          holds: false
        ),
        LimitFinding(
          Limit(.perMonthAtMost(2), of: .series("page"), line: line),
          found: 3,
          month: months[1],
          holds: false
        ),
      ]
    )
  }

  @Test
  func `limits that are just met hold`() throws {
    let series = Series("page", on: [], perMonth: .exactly(1))
    let plan = Plan(try days("2024-01-01", "2024-02-29"), series: [series])
    let dates = try ["2024-01-31", "2024-02-01"].map { try day($0) }
    let findings = PerMonthLimit.findings(of: series, in: plan, on: dates)
    #expect(findings.map(\.holds) == [true, true])
    #expect(findings.map(\.found) == [1, 1])
    #expect(findings.map(\.month) == [plan.months.lowerBound, plan.months.lowerBound])
  }

  @Test
  func `what is not limited has no limit`() {
    #expect(PerMonthLimit.limits(of: Series("page", on: [])).isEmpty)
    #expect(PerMonthLimit.bounds([], isHistory: false, settled: 9) == GroupedPath.Limits())
  }

  @Test
  func `history is neither too little nor too much`() {
    let limits = PerMonthLimit.limits(
      of: Series("page", on: [], perMonth: CountLimit(min: 1, max: 2))
    )
    func bounds(isHistory: Bool, settled: Int) -> GroupedPath.Limits {
      PerMonthLimit.bounds(limits, isHistory: isHistory, settled: settled)
    }
    #expect(bounds(isHistory: false, settled: 0) == GroupedPath.Limits(least: 1, most: 2))
    #expect(bounds(isHistory: true, settled: 0) == GroupedPath.Limits(least: 0, most: 2))
    #expect(bounds(isHistory: true, settled: 3) == GroupedPath.Limits(least: 0, most: 3))
  }
}
