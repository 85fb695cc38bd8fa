import CivilTime
import Scheduling
import Testing

struct MaxMinutesLimitTests {
  @Test
  func `the longest issue and those that are too long are found`() throws {
    var series = Series("segment", on: [])
    series.maxMinutes = 12
    let dates = Array(try days("2024-01-01", "2024-01-03"))
    let issues = zip(dates, [12, 13, nil]).enumerated().map { index, issue in
      Occurrence(series: "segment", number: index + 1, date: issue.0, minutes: issue.1)
    }
    let limit = Limit(
      .maxMinutes(12),
      of: .series("segment"),
      line: .series("segment", .maxMinutes)
    )
    #expect(
      MaxMinutesLimit.finding(of: series, in: issues)
        == LimitFinding(limit, found: 13, dates: [dates[1]], holds: false)
    )
    #expect(
      MaxMinutesLimit.finding(of: series, in: [issues[0], issues[2]])
        == LimitFinding(limit, found: 12, holds: true)
    )
    #expect(
      MaxMinutesLimit.finding(of: series, in: [issues[2]])
        == LimitFinding(limit, found: nil, holds: true)
    )
  }

  @Test
  func `a series without the limit has no finding`() {
    #expect(MaxMinutesLimit.finding(of: Series("segment", on: []), in: []) == nil)
  }
}
