import CivilTime
import Scheduling
import Testing

struct SlotDayLimitTests {
  @Test
  func `of two rules the cheaper counts, of two as cheap the first`() throws {
    let date = try day("2024-01-05")
    var series = Series("page", on: [date], cost: 3, time: try time("08:00"))
    series.slotRules.append(SlotRule([date], cost: 2, time: try time("09:00")))
    series.slotRules.append(SlotRule([date, date + 100], cost: 2, time: try time("10:00")))
    let plan = Plan(try days("2024-01-01", "2024-01-31"), series: [series])
    #expect(
      SlotDayLimit.candidates(of: series, in: plan, under: .all).inOrder == [
        Slot(date: date, time: try time("09:00"), cost: 2)
      ]
    )
  }

  @Test
  func `issues on days that neither a rule nor a pin gives are found`() throws {
    let dates = Array(try days("2024-01-05", "2024-01-07"))
    let series = Series("page", on: [dates[0]])
    let plan = Plan(
      try days("2024-01-01", "2024-01-31"),
      series: [series],
      pins: [Pin(series: "page", date: dates[1])]
    )
    let limit = Limit(.slots, of: .series("page"), line: .series("page", .slots))
    #expect(
      SlotDayLimit.finding(of: series, in: plan, on: dates)
        == LimitFinding(limit, found: 1, dates: [dates[2]], holds: false)
    )
    #expect(SlotDayLimit.finding(of: series, in: plan, on: [dates[0], dates[1]]).holds)
  }

  @Test
  func `without the limit every day of the period is a slot`() throws {
    let series = Series("page", on: [])
    let plan = Plan(try days("2024-01-01", "2024-01-31"), series: [series])
    #expect(SlotDayLimit.candidates(of: series, in: plan, under: .only([])).days.count == 31)
  }
}
