import CivilTime
import Scheduling
import Testing

struct PinLimitTests {
  private func plan() throws -> Plan {
    Plan(
      try days("2024-01-01", "2024-12-31"),
      series: [Series("page", on: []), Series("segment", on: [])],
      pins: [
        Pin(series: "page", date: try day("2024-06-11"), theme: "emulation"),
        Pin(series: "segment", date: try day("2024-06-12")),
        Pin(series: "page", date: try day("2025-06-11")),
      ]
    )
  }

  @Test
  func `pins are met by an issue on the day with the theme`() throws {
    let plan = try plan()
    let date = try day("2024-06-11")
    func met(_ theme: String?, on date: CivilDate, from: CivilDate) -> [Bool] {
      let issue = Occurrence(series: "page", number: 1, date: date, theme: theme)
      return PinLimit.findings(of: plan.series[0], in: plan, issues: [issue], from: from)
        .map(\.holds)
    }
    let start = plan.period.lowerBound
    #expect(met("emulation", on: date, from: start) == [true, false])
    #expect(met("law", on: date, from: start) == [false, false])
    #expect(met("emulation", on: date + 1, from: start) == [false, false])
    #expect(met("law", on: date, from: date + 1) == [true, false])
    #expect(
      PinLimit.limits(of: plan.series[0], in: plan).map(\.line) == [.pin(0), .pin(2)]
    )
  }

  @Test
  func `only days in the period become slots, but all are required`() throws {
    let plan = try plan()
    let page = plan.series[0]
    #expect(PinLimit.days(of: page, in: plan) == [try day("2024-06-11")])
    #expect(
      PinLimit.requiredDays(of: page, in: plan, under: .all)
        == [try day("2024-06-11"), try day("2025-06-11")]
    )
    #expect(PinLimit.requiredDays(of: page, in: plan, under: .only([])).isEmpty)
  }

  @Test
  func `pins with a theme are found for an issue`() throws {
    let plan = try plan()
    #expect(PinLimit.themed(series: "page", date: try day("2024-06-11"), in: plan) == [0])
    #expect(PinLimit.themed(series: "segment", date: try day("2024-06-12"), in: plan) == [])
  }
}
