import CivilTime
import Scheduling
import Testing

struct MissedTermTests {
  @Test
  func `a date is missed if no issue is from lead days before it to lag days after it`() throws {
    let date = try day("2024-06-11")
    let plan = Plan(
      try days("2024-01-01", "2024-12-31"),
      series: [Series("page", on: []), Series("segment", on: [])],
      observances: [
        Observance(
          id: "day",
          title: "Day",
          dates: [date, try day("2025-06-11")],
          lead: 7,
          lag: 1,
          points: 300,
          series: ["page"]
        )
      ]
    )
    let windows = MissedTerm.windows(of: plan.series[0], in: plan)
    #expect(
      windows == [
        MissedTerm.Window(
          observance: "day",
          date: date,
          days: (date - 7)...(date + 1),
          points: 300
        )
      ]
    )
    #expect(MissedTerm.windows(of: plan.series[1], in: plan).isEmpty)
    #expect(windows.map { $0.points(on: []) } == [300])
    #expect(windows.map { $0.points(on: [date - 8, date + 2]) } == [300])
    #expect(windows.map { $0.points(on: [date - 7]) } == [0])
    #expect(windows.map { $0.points(on: [date + 1]) } == [0])
  }
}
