import CivilTime
import Scheduling
import Testing

struct ApartLimitTests {
  @Test
  func `the least distance of issues of different series is found`() throws {
    let plan = Plan(
      try days("2024-01-01", "2024-12-31"),
      series: [Series("a", on: []), Series("b", on: []), Series("c", on: [])],
      separations: [Separation(series: ["a", "b"], days: 3)]
    )
    func issue(_ series: String, _ date: String) throws -> Occurrence {
      Occurrence(series: series, number: 1, date: try day(date))
    }
    let limit = Limit(.apart(3), of: .separation(["a", "b"]), line: .separation(0))
    let issues = try [
      issue("a", "2024-01-01"), issue("c", "2024-01-02"), issue("a", "2024-01-05"),
      issue("a", "2024-01-06"), issue("b", "2024-01-08"), issue("b", "2024-01-20"),
    ]
    #expect(
      ApartLimit.finding(at: 0, in: plan, issues)
        == LimitFinding(
          limit,
          found: 2,
          dates: [issues[3].date, issues[4].date],
          holds: false
        )
    )
    #expect(
      ApartLimit.finding(at: 0, in: plan, [issues[2], issues[4]])
        == LimitFinding(limit, found: 3, dates: [issues[2].date, issues[4].date], holds: true)
    )
    #expect(
      ApartLimit.finding(at: 0, in: plan, [issues[0], issues[1], issues[2]])
        == LimitFinding(limit, found: nil, holds: true)
    )
  }
}
