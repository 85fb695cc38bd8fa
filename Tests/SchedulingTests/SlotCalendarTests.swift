import CivilTime
import Scheduling
import Testing

struct SlotCalendarTests {
  @Test
  func `rules, calendars, pins and bans say which days are slots, and why others are none`() throws
  {
    let first = try day("2024-02-01")
    var page = Series(
      "page",
      on: [1, 2, 3, 4, 5, 20].map { first + $0 },
      cost: 10,
      time: try time("08:00"),
      avoid: ["tet"]
    )
    page.slotRules.append(
      SlotRule([first + 5, first + 6], cost: 5, time: try time("09:00"))
    )
    let plan = Plan(
      first...(first + 19),
      calendars: [
        DayCalendar(
          id: "tet",
          days: [first + 2: "Tết", first + 3: "Tết", first + 8: "After Tết"]
        )
      ],
      series: [page],
      pins: [
        Pin(series: "page", date: first + 1),
        Pin(series: "page", date: first + 3),
        Pin(series: "page", date: first + 7),
        Pin(series: "page", date: first + 8),
      ],
      bans: [
        Ban(series: "page", date: first + 4),
        Ban(series: "other", date: first + 5),
        Ban(series: "page", date: first + 9),
        Ban(series: "page", date: first + 2),
      ]
    )
    let calendar = plan.slots(of: page)
    let usual = try time("08:00")
    #expect(
      calendar.slots == [
        // Pinned, and given by a rule: at the rule's price.
        Slot(date: first + 1, time: usual, cost: 10),
        // Pinned, and taken out by a calendar: at no price, with the rule's hour.
        Slot(date: first + 3, time: usual, cost: 0),
        // Given by two rules: the cheaper.
        Slot(date: first + 5, time: try time("09:00"), cost: 5),
        Slot(date: first + 6, time: try time("09:00"), cost: 5),
        // Pinned, and given by no rule: with the hour of the first.
        Slot(date: first + 7, time: usual, cost: 0),
        Slot(date: first + 8, time: usual, cost: 0),
      ]
    )
    let exclusions: [(Int, [SlotExclusion])] = [
      (1, []),
      (2, [.avoided(calendar: "tet", day: "Tết"), .banned(3)]),
      (3, []),
      (4, [.banned(0)]),
      (9, [.noRule, .banned(2)]),
      (10, [.noRule]),
      (20, [.outsidePeriod]),
      (-1, [.outsidePeriod]),
    ]
    for (offset, reasons) in exclusions {
      #expect(calendar.exclusions(on: first + offset) == reasons, "day \(offset)")
    }
    #expect(calendar.slot(on: first + 5)?.cost == 5)
    #expect(calendar.slot(on: first + 4) == nil)
    #expect(calendar.slot(on: first + 100) == nil)
  }

  @Test
  func `a day off that no rule gives has both reasons`() throws {
    let first = try day("2024-02-01")
    let page = Series("page", on: [first], avoid: ["tet"])
    let plan = Plan(
      first...(first + 9),
      calendars: [DayCalendar(id: "tet", days: [first + 1: "Tết"])],
      series: [page]
    )
    #expect(
      plan.slots(of: page).exclusions(on: first + 1)
        == [.noRule, .avoided(calendar: "tet", day: "Tết")]
    )
  }
}
