import CivilTime
import Scheduling
import Testing

struct BanLimitTests {
  @Test
  func `issues on banned days are found`() throws {
    let date = try day("2024-11-15")
    let plan = Plan(
      try days("2024-01-01", "2024-12-31"),
      series: [Series("page", on: []), Series("segment", on: [])],
      bans: [
        Ban(series: "segment", date: date),
        Ban(series: "page", date: date),
        Ban(series: "page", date: try day("2025-01-01")),
      ]
    )
    let page = plan.series[0]
    let limits = [
      Limit(.ban(date), of: .series("page"), line: .ban(1)),
      Limit(.ban(try day("2025-01-01")), of: .series("page"), line: .ban(2)),
    ]
    #expect(
      BanLimit.findings(of: page, in: plan, on: [date, date + 1]) == [
        LimitFinding(limits[0], found: 1, dates: [date], holds: false),
        LimitFinding(limits[1], found: 0, holds: true),
      ]
    )
    let exclusions = BanLimit.exclusions(of: page, in: plan, under: .all)
    #expect(exclusions.map(\.date) == [date])
    #expect(exclusions.map(\.exclusion) == [.banned(1)])
    #expect(BanLimit.exclusions(of: page, in: plan, under: .only([])).isEmpty)
  }
}
