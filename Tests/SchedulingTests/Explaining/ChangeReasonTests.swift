import CivilTime
import Scheduling
import TestSupport
import Testing

/// Why issues are not as they were released, against what each reason claims, on small random plans.
struct ChangeReasonTests {
  @Test(arguments: [false, true])
  func `each reason is true of the plan`(isSeparated: Bool) throws {
    var excluded = 0
    var pinned = 0
    var clashes = 0
    var prices = 0
    for seed in 70_000..<70_150 {
      var input = RandomPlan(
        seed: seed,
        seriesCount: 2,
        themeCount: isSeparated ? 0 : 3,
        slotCount: 8,
        isSeparated: isSeparated
      )
      // What is cheap to move moves.
      input.plan.costs.moved = seed % 3
      guard let best = try input.schedule() else { continue }
      let comment: Comment = "seed \(seed)"
      let chosen = Dictionary(uniqueKeysWithValues: best.occurrences.map { (IssueID($0), $0) })
      let released = Dictionary(
        input.released.occurrences.map { (IssueID($0), $0) },
        uniquingKeysWith: { first, _ in first }
      )
      for (id, reason) in input.explainer(of: best).reasonsForChanges() {
        let old = try #require(released[id])
        let new = chosen[id]
        #expect(old.date != new?.date || old.theme != new?.theme, comment)
        let series = try #require(input.plan.series.first { $0.id == id.series })
        switch reason {
        case .excluded:
          #expect(input.plan.slots(of: series).slot(on: old.date) == nil, comment)
          excluded += 1
        case .pinned(let index):
          #expect(input.plan.pins[index].series == id.series, comment)
          #expect(input.plan.pins[index].date == new?.date, comment)
          pinned += 1
        case .clash(let clash):
          #expect(
            try input.schedule(adding: Pin(series: id.series, date: old.date)) == nil,
            comment
          )
          #expect(!clash.limits.isEmpty, comment)
          clashes += 1
        case .price(let price):
          let staying = try input.schedule(adding: Pin(series: id.series, date: old.date))
          #expect(staying.map { $0.dates.points - best.dates.points } == price.atLeast, comment)
          #expect(price.atLeast >= 0, comment)
          prices += 1
        }
      }
    }
    #expect(
      excluded > 0 && pinned > 0 && clashes > 0 && prices > 0,
      "\((excluded, pinned, clashes, prices))"
    )
  }

  @Test
  func `a schedule made afresh is that of a plan of which nothing may still change was released`()
    throws
  {
    var moved = 0
    for seed in 71_000..<71_120 {
      let input = RandomPlan(seed: seed, seriesCount: 2, themeCount: 3, slotCount: 8)
      var unbound = input.released
      unbound.isBinding = false
      let from = input.from ?? input.plan.period.lowerBound
      let past = ReleasedSchedule(occurrences: input.released.occurrences.filter { $0.date < from })
      let fresh = try? Scheduler.optimal(for: input.plan, keeping: unbound, from: input.from)
      let apart = try? Scheduler.optimal(for: input.plan, keeping: past, from: input.from)
      let comment: Comment = "seed \(seed)"
      #expect(fresh?.dates == apart?.dates, comment)
      #expect(fresh?.placement == apart?.placement, comment)
      #expect(fresh?.occurrences.map(\.date) == apart?.occurrences.map(\.date), comment)
      guard let fresh else { continue }
      // Identities go on all the same: no number of another issue is given again.
      #expect(Set(fresh.occurrences.map(IssueID.init)).count == fresh.occurrences.count, comment)
      for issue in input.released.occurrences where issue.date >= from {
        let onDay = fresh.occurrences.first { $0.series == issue.series && $0.date == issue.date }
        if let onDay { #expect(onDay.number == issue.number, comment) } else { moved += 1 }
      }
    }
    #expect(moved > 20)
  }

  @Test
  func `a new issue on the day of a cancelled one is that one again`() throws {
    let days = ["2024-05-05", "2024-05-12", "2024-05-19", "2024-05-26"].compactMap { CivilDate($0) }
    let plan = Plan(
      id: "p",
      title: "",
      period: try #require(CivilDate("2024-05-01"))...#require(CivilDate("2024-05-31")),
      outlets: [Outlet(id: "o", kind: .newspaper, name: "")],
      series: [
        Series(
          id: "s",
          outlet: "o",
          title: "",
          perMonth: .exactly(4),
          slotRules: [SlotRule(candidates: days.map { SlotRule.Candidate(date: $0) })]
        )
      ]
    )
    let released = ReleasedSchedule(
      occurrences: [Occurrence(series: "s", number: 2, date: days[1])],
      cancelled: [Occurrence(series: "s", number: 7, date: days[2])],
      nextNumbers: ["s": 9]
    )
    let schedule = try Scheduler.optimal(for: plan, keeping: released)
    #expect(schedule.occurrences.map(\.number) == [9, 2, 7, 10])
    #expect(schedule.dates[.moved] == 0)
  }
}
