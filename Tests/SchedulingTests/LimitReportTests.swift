import CivilTime
import Scheduling
import Testing

struct LimitReportTests {
  @Test
  func `every limit of the plan has one finding, in the plan's order`() throws {
    let dates = Array(try days("2024-01-01", "2024-01-20"))
    var segment = Series(
      "segment",
      on: dates,
      perMonth: .exactly(1),
      perYear: .exactly(1),
      aim: 1,
      minGap: 3,
      avoid: ["holidays"]
    )
    segment.minutes = 10
    segment.maxMinutes = 12
    let plan = Plan(
      dates[0]...dates[19],
      calendars: [DayCalendar(id: "holidays", days: [dates[0]: "New Year"])],
      series: [segment, Series("page", on: [dates[5]], aim: 1)],
      themes: [
        Theme(id: "law", title: "Law", series: ["segment"], window: dates[0]...dates[9]),
        Theme(id: "new", title: "New", atLeast: 1, atMost: 2),
      ],
      pins: [Pin(series: "segment", date: dates[3])],
      bans: [Ban(series: "segment", date: dates[4])]
    )
    let schedule = try Scheduler.optimal(for: plan)
    let findings = plan.limits(of: schedule)
    #expect(findings.filter { !$0.holds }.isEmpty)
    let segmentLines: [PlanLine] = [
      .series("segment", .perMonth), .series("segment", .perMonth),
      .series("segment", .perYear), .series("segment", .perYear), .series("segment", .aim),
      .series("segment", .minGap), .series("segment", .maxMinutes), .series("segment", .slots),
      .series("segment", .avoid), .pin(0), .ban(0),
    ]
    let pageLines: [PlanLine] = [
      .series("page", .aim), .series("page", .minGap), .series("page", .slots),
    ]
    let themeLines: [PlanLine] = [
      .theme("law", .series), .theme("law", .window), .theme("new", .atLeast),
      .theme("new", .atMost),
    ]
    #expect(findings.map(\.limit.line) == segmentLines + pageLines + themeLines)

    // With everything moved to New Year, and two issues too many, most are broken.
    let broken = [0, 0, 4].enumerated().map { index, offset in
      Occurrence(
        series: "segment",
        number: index + 1,
        date: dates[offset],
        minutes: 13,
        theme: "new"
      )
    }
    let brokenLines = plan.limits(of: broken).filter { !$0.holds }.map(\.limit.rule)
    #expect(
      brokenLines == [
        .perMonthAtMost(1), .perYearAtMost(1), .aim(1), .minGap(3), .maxMinutes(12),
        .avoid(calendar: "holidays"), .pin(dates[3], theme: nil), .ban(dates[4]),
        .themeAtMost(2),
      ]
    )
  }

  @Test
  func `schedules of random plans keep every limit that is not history's`() throws {
    var schedules = 0
    for seed in 80_000..<80_200 {
      let input = RandomPlan(seed: seed, seriesCount: 3, themeCount: 3, slotCount: 8)
      guard
        let schedule = try? Scheduler.optimal(
          for: input.plan,
          keeping: input.released,
          from: input.from
        )
      else { continue }
      schedules += 1
      let findings = input.plan.limits(of: schedule, keeping: input.released, from: input.from)
      let from = input.from ?? input.plan.period.lowerBound
      let hasHistory = schedule.occurrences.contains { $0.date < from }
      for finding in findings where !finding.holds {
        switch finding.limit.rule {
        case .perMonthAtLeast:
          #expect(input.plan.months.lowerBound.last < from, "seed \(seed): \(finding)")
        case .perMonthAtMost, .perYearAtMost, .aim, .minGap, .themeAtMost:
          #expect(hasHistory, "seed \(seed): \(finding)")
        case .perYearAtLeast:
          #expect(input.plan.period.upperBound < from, "seed \(seed): \(finding)")
        default:
          Issue.record("seed \(seed): \(finding)")
        }
      }
    }
    #expect(schedules >= 40)
  }

  @Test
  func `what is history is reported as it was released`() throws {
    let first = try day("2024-01-01")
    let plan = Plan(first...(first + 9), series: [Series("page", on: [first + 5], aim: 2)])
    let released = ReleasedSchedule(occurrences: [
      Occurrence(series: "page", number: 1, date: first + 1)
    ])
    let schedule = try Scheduler.optimal(for: plan, keeping: released, from: first + 3)
    let findings = plan.limits(of: schedule, keeping: released, from: first + 3)
    #expect(findings.filter { !$0.holds }.isEmpty)
    #expect(findings.last?.limit.rule == .from(first + 3))
    // Without history the first day is no slot.
    #expect(plan.limits(of: schedule).map(\.holds) == [true, true, false])
  }
}
