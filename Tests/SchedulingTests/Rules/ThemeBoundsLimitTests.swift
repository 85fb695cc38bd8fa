import CivilTime
import Scheduling
import Testing

struct ThemeBoundsLimitTests {
  private let theme = Theme(id: "law", title: "Law", atLeast: 1, atMost: 2)

  @Test(arguments: [(0, false, true), (1, true, true), (2, true, true), (3, true, false)])
  func `issues with the theme are counted`(count: Int, least: Bool, most: Bool) throws {
    let first = try day("2024-01-01")
    let issues = (0..<5).map { index in
      Occurrence(
        series: "page",
        number: index,
        date: first + index,
        theme: index < count ? "law" : "other"
      )
    }
    #expect(
      ThemeBoundsLimit.findings(of: theme, in: issues) == [
        LimitFinding(
          Limit(.themeAtLeast(1), of: .theme("law"), line: .theme("law", .atLeast)),
          found: count,
          holds: least
        ),
        LimitFinding(
          Limit(.themeAtMost(2), of: .theme("law"), line: .theme("law", .atMost)),
          found: count,
          holds: most
        ),
      ]
    )
  }

  @Test
  func `history is not too much`() {
    let limits = ThemeBoundsLimit.limits(of: theme)
    #expect(
      ThemeBoundsLimit.bounds(limits, settled: 1) == GroupedPath.Limits(least: 1, most: 2)
    )
    #expect(
      ThemeBoundsLimit.bounds(limits, settled: 4) == GroupedPath.Limits(least: 1, most: 4)
    )
    #expect(ThemeBoundsLimit.limits(of: Theme(id: "law", title: "Law")).isEmpty)
  }
}
