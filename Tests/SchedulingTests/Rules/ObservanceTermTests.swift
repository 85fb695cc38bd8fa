import CivilTime
import Scheduling
import Testing

struct ObservanceTermTests {
  @Test
  func `the last issue of each series in the window should have the theme`() throws {
    let date = try day("2024-06-11")
    let plan = Plan(
      try days("2024-01-01", "2024-12-31"),
      series: [Series("page", on: []), Series("segment", on: []), Series("other", on: [])],
      observances: [
        Observance(
          id: "day",
          title: "Day",
          dates: [date],
          lead: 7,
          points: 300,
          series: ["page", "segment"],
          theme: "emulation"
        ),
        Observance(id: "plain", title: "Plain", dates: [date], lead: 7, points: 1),
      ],
      themes: [Theme(id: "emulation", title: "Emulation")]
    )
    let wishes = ObservanceTerm.wishes(
      in: plan,
      for: [
        ("page", date - 8), ("page", date - 7), ("segment", date - 7), ("page", date),
        ("other", date), ("segment", date + 1),
      ]
    )
    let wish = ObservanceTerm.Wish(
      observance: "day",
      date: date,
      theme: "emulation",
      points: 300
    )
    #expect(wishes == [[], [], [wish], [wish], [], []])
    #expect(wish.points(with: "emulation") == 0)
    #expect(wish.points(with: "law") == 300)
    #expect(wish.points(with: nil) == 300)
  }

  @Test
  func `where no issue is in the window nothing is asked`() throws {
    let date = try day("2024-06-11")
    let plan = Plan(
      try days("2024-01-01", "2024-12-31"),
      series: [Series("page", on: [])],
      observances: [
        Observance(id: "day", title: "Day", dates: [date], points: 300, theme: "emulation")
      ]
    )
    #expect(ObservanceTerm.wishes(in: plan, for: [("page", date + 1)]) == [[]])
  }
}
