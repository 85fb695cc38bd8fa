import CivilTime
import Scheduling
import Testing

struct MinGapLimitTests {
  private let limit = Limit(.minGap(5), of: .series("page"), line: .series("page", .minGap))
  private let series = Series("page", on: [], minGap: 5)

  @Test
  func `the first least gap is found`() throws {
    let dates = try ["2024-01-01", "2024-01-07", "2024-01-11", "2024-01-15"].map { try day($0) }
    #expect(
      MinGapLimit.finding(of: series, on: dates)
        == LimitFinding(limit, found: 4, dates: [dates[1], dates[2]], holds: false)
    )
    #expect(
      MinGapLimit.finding(of: series, on: [dates[0], dates[0] + 5])
        == LimitFinding(limit, found: 5, dates: [dates[0], dates[0] + 5], holds: true)
    )
  }

  @Test
  func `one issue has no gap`() throws {
    #expect(
      MinGapLimit.finding(of: series, on: [try day("2024-01-01")])
        == LimitFinding(limit, found: nil, holds: true)
    )
  }

  @Test
  func `two issues of one day break even the default`() throws {
    let date = try day("2024-01-01")
    let finding = MinGapLimit.finding(of: Series("page", on: []), on: [date, date])
    #expect(!finding.holds)
  }

  @Test
  func `without the limit there is still one issue a day`() {
    #expect(MinGapLimit.leastGap([MinGapLimit.limit(of: series)]) == 5)
    #expect(MinGapLimit.leastGap([]) == 1)
  }
}
