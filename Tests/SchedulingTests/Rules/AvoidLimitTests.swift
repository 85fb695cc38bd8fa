import CivilTime
import Scheduling
import Testing

struct AvoidLimitTests {
  @Test
  func `issues on days off are found for each calendar, unless they are pinned`() throws {
    let dates = Array(try days("2024-02-08", "2024-02-10"))
    let series = Series("page", on: dates, avoid: ["tet", "other"])
    let plan = Plan(
      try days("2024-01-01", "2024-12-31"),
      calendars: [
        DayCalendar(id: "other", days: [dates[2]: "Other"]),
        DayCalendar(id: "tet", days: [dates[0]: "Tết", dates[1]: "Tết"]),
        DayCalendar(id: "unused", days: [dates[2]: "Unused"]),
      ],
      series: [series],
      pins: [Pin(series: "page", date: dates[0])]
    )
    func limit(_ calendar: String) -> Limit {
      Limit(.avoid(calendar: calendar), of: .series("page"), line: .series("page", .avoid))
    }
    #expect(
      AvoidLimit.findings(of: series, in: plan, on: [dates[0], dates[1]]) == [
        LimitFinding(limit("tet"), found: 1, dates: [dates[1]], holds: false),
        LimitFinding(limit("other"), found: 0, holds: true),
      ]
    )
    let exclusions = AvoidLimit.exclusions(of: series, in: plan, under: .only([limit("other")]))
    #expect(exclusions.map(\.date) == [dates[2]])
    #expect(exclusions.map(\.exclusion) == [.avoided(calendar: "other", day: "Other")])
  }
}
