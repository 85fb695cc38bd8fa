import CivilTime
import Scheduling
import Testing

/// Why a day is not a day for an issue.
struct DayExclusionTests {
  /// A series on the Mondays of January 2024, one of which is a holiday and one banned.
  private static func answer(on date: CivilDate, from: CivilDate? = nil) throws -> DayAnswer {
    let mondays = try ["2024-01-01", "2024-01-08", "2024-01-15", "2024-01-22", "2024-01-29"]
      .map { try day($0) }
    let plan = Plan(
      try days("2024-01-01", "2024-01-31"),
      calendars: [DayCalendar(id: "holidays", days: [mondays[0]: "New Year"])],
      series: [Series("page", on: mondays, aim: 1, avoid: ["holidays"])],
      bans: [Ban(series: "page", date: mondays[1])]
    )
    let schedule = try Scheduler.optimal(for: plan, from: from)
    let issue = try #require(schedule.occurrences.first)
    return Explainer(schedule, of: plan, from: from).answer(on: date, for: issue)
  }

  @Test
  func `a slot has a price and no reason against it`() throws {
    let answer = try Self.answer(on: day("2024-01-22"))
    #expect(answer.exclusions.isEmpty)
    guard case .possible(let change) = answer.outcome else {
      Issue.record("\(answer)")
      return
    }
    #expect(change.price == Price(atLeast: 70, atMost: 70))
  }

  @Test(
    arguments: [
      ("2024-01-01", SlotExclusion.avoided(calendar: "holidays", day: "New Year"), "avoid"),
      ("2024-01-16", .noRule, "slots"),
    ]
  )
  func `what a pin can override has a reason and a price`(
    date: String,
    exclusion: SlotExclusion,
    key: String
  ) throws {
    let answer = try Self.answer(on: day(date))
    #expect(answer.exclusions.map(\.reason) == [.slot(exclusion)])
    #expect(
      answer.exclusions.map(\.line)
        == [.series("page", PlanLine.SeriesKey(rawValue: key))]
    )
    guard case .possible = answer.outcome else {
      Issue.record("\(answer)")
      return
    }
  }

  @Test
  func `what no pin can override has a reason and no price`() throws {
    let banned = try Self.answer(on: day("2024-01-08"))
    #expect(banned.exclusions == [DayExclusion(reason: .slot(.banned(0)), line: .ban(0))])
    #expect(banned.outcome == .ruledOut)
    let outside = try Self.answer(on: day("2024-02-05"))
    #expect(outside.exclusions == [DayExclusion(reason: .slot(.outsidePeriod), line: .period)])
    #expect(outside.outcome == .ruledOut)
    let from = try day("2024-01-15")
    let past = try Self.answer(on: day("2024-01-09"), from: from)
    #expect(past.exclusions.map(\.reason) == [.slot(.noRule), .beforeFrom(from)])
    #expect(past.outcome == .ruledOut)
  }
}
