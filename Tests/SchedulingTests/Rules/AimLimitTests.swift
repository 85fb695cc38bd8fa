import CivilTime
import Scheduling
import Testing

struct AimLimitTests {
  private func plan(_ series: Series) throws -> Plan {
    Plan(try days("2024-01-01", "2024-03-31"), series: [series])
  }

  @Test
  func `the aim is derived from the fewest that the limits allow, and their line is cited`() throws
  {
    let cases: [(Series, Int, PlanLine.SeriesKey)] = [
      (Series("page", on: [], perMonth: .exactly(2), perYear: CountLimit(min: 7), aim: 9), 9, .aim),
      (Series("page", on: [], perMonth: .exactly(2), perYear: CountLimit(min: 7)), 7, .perYear),
      (Series("page", on: [], perMonth: .exactly(2), perYear: CountLimit(min: 5)), 6, .perMonth),
      (Series("page", on: []), 0, .aim),
    ]
    for (series, aim, key) in cases {
      let plan = try plan(series)
      #expect(plan.aim(of: series) == aim)
      #expect(
        AimLimit.limit(of: series, in: plan)
          == Limit(.aim(aim), of: .series("page"), line: .series("page", key))
      )
    }
  }

  @Test
  func `more than the aim breaks it, and only a stated aim is reported`() throws {
    let series = Series("page", on: [], aim: 1)
    let dates = Array(try days("2024-01-01", "2024-01-02"))
    let limit = Limit(.aim(1), of: .series("page"), line: .series("page", .aim))
    #expect(
      AimLimit.findings(of: series, in: try plan(series), on: dates) == [
        LimitFinding(limit, found: 2, holds: false)
      ]
    )
    let unstated = Series("page", on: [])
    #expect(AimLimit.findings(of: unstated, in: try plan(unstated), on: dates).isEmpty)
  }

  @Test
  func `history may be above the aim`() throws {
    let series = Series("page", on: [], aim: 2)
    let limits = [AimLimit.limit(of: series, in: try plan(series))]
    #expect(AimLimit.most(limits, settled: 1) == 2)
    #expect(AimLimit.most(limits, settled: 3) == 3)
    #expect(AimLimit.most([], settled: 3) == .max)
  }
}
