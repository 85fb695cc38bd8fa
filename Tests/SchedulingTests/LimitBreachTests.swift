import CivilTime
import Scheduling
import TestSupport
import Testing

/// Every breach by itself, and what becomes of it when a part of the period is still to come.
struct LimitBreachTests {
  /// Issues of a random plan on random days, many of which its limits do not allow.
  private static func issues(of plan: Plan, seed: Int) -> [Occurrence] {
    var random = SeededGenerator(seed: seed)
    return plan.series.flatMap { series in
      (0..<Int.random(in: 0...5, using: &random)).map { index in
        Occurrence(
          series: series.id,
          number: index + 1,
          date: plan.period.lowerBound + Int.random(in: 0..<plan.dayCount, using: &random),
          minutes: Int.random(in: 10...14, using: &random),
          theme: plan.themes.randomElement(using: &random)?.id
        )
      }
    }
  }

  @Test
  func `a limit is broken exactly where it has a breach, and breaches are as bad as the finding`() {
    var breachCount = 0
    var rules: Set<String> = []
    for seed in 90_000..<90_400 {
      var plan = RandomPlan(
        seed: seed,
        seriesCount: 3,
        themeCount: 3,
        slotCount: 8,
        isSeparated: true
      ).plan
      plan.series[0].maxMinutes = 12
      let issues = Self.issues(of: plan, seed: seed)
      let findings = plan.limits(of: issues)
      let breaches = plan.breaches(of: issues)
      let broken = findings.filter { !$0.holds }
      #expect(Set(breaches.map(\.limit)) == Set(broken.map(\.limit)), "seed \(seed)")
      #expect(breaches.allSatisfy { !$0.holds }, "seed \(seed)")
      for finding in broken {
        let own = breaches.filter { $0.limit == finding.limit }
        rules.insert("\(finding.limit.rule)".filter { !$0.isNumber })
        switch finding.limit.rule {
        case .perMonthAtLeast, .minGap, .apart:
          #expect(own.compactMap(\.found).min() == finding.found, "seed \(seed)")
        case .perMonthAtMost, .maxMinutes:
          #expect(own.compactMap(\.found).max() == finding.found, "seed \(seed)")
        default:
          #expect(own.flatMap(\.dates) == finding.dates, "seed \(seed)")
        }
      }
      breachCount += breaches.count
    }
    #expect(breachCount > 2_000)
    #expect(rules.count > 10, "\(rules)")
  }

  @Test
  func `every month, pair and issue that breaks a limit is counted`() {
    for seed in 91_000..<91_300 {
      var plan = RandomPlan(
        seed: seed,
        seriesCount: 3,
        themeCount: 0,
        slotCount: 8,
        isSeparated: true
      ).plan
      plan.series[0].maxMinutes = 12
      let issues = Self.issues(of: plan, seed: seed)
      let breaches = plan.breaches(of: issues)
      func count(_ isMeant: (Limit.Rule) -> Bool) -> Int {
        breaches.count { isMeant($0.limit.rule) }
      }
      let months = plan.months.map(\.days)
      var expected = (months: 0, gaps: 0, minutes: 0, apart: 0)
      for series in plan.series {
        let dates = issues.filter { $0.series == series.id }.map(\.date).sorted()
        for month in months {
          let inMonth = dates.count { month.contains($0) }
          if inMonth < series.perMonth.min { expected.months += 1 }
          if inMonth > series.perMonth.max ?? .max { expected.months += 1 }
        }
        for index in dates.indices.dropFirst() where dates[index] - dates[index - 1] < series.minGap
        {
          expected.gaps += 1
        }
      }
      expected.minutes = issues.count { $0.series == plan.series[0].id && ($0.minutes ?? 0) > 12 }
      for separation in plan.separations {
        for (index, one) in issues.enumerated() {
          for other in issues[..<index]
          where one.series != other.series && abs(one.date - other.date) < separation.days
            && Set([one.series, other.series]).isSubset(of: separation.series)
          {
            expected.apart += 1
          }
        }
      }
      #expect(
        count { if case .perMonthAtLeast = $0 { true } else { false } }
          + count { if case .perMonthAtMost = $0 { true } else { false } } == expected.months,
        "seed \(seed)"
      )
      #expect(count { if case .minGap = $0 { true } else { false } } == expected.gaps)
      #expect(count { $0 == .maxMinutes(12) } == expected.minutes, "seed \(seed)")
      #expect(
        count { if case .apart = $0 { true } else { false } } == expected.apart,
        "seed \(seed)"
      )
    }
  }

  @Test
  func `what is lacking stays open as long as slots are left for it`() throws {
    let slots = try ["2024-01-10", "2024-02-10", "2024-02-20"].map { try day($0) }
    let series = Series("page", on: slots, perMonth: .exactly(1), perYear: .exactly(2))
    let plan = Plan(try days("2024-01-01", "2024-02-29"), series: [series])
    func outlooks(_ today: String, _ issues: [Occurrence] = []) throws -> [LimitOutlook] {
      let today = try day(today)
      return plan.breaches(of: issues).map {
        plan.outlook(of: $0, among: issues, from: today, knowing: ["page"])
      }
    }
    // January, February, the period.
    #expect(try outlooks("2024-01-10") == [.open, .open, .open])
    #expect(try outlooks("2024-01-11") == [.broken, .open, .open])
    #expect(try outlooks("2024-02-20") == [.broken, .open, .broken])
    #expect(try outlooks("2024-02-21") == [.broken, .broken, .broken])
    let two = [10, 20].map { offset in
      Occurrence(series: "page", number: offset, date: slots[1] + (offset - 10))
    }
    // Too much is broken, also while it is still to come.
    #expect(try outlooks("2024-01-01", two) == [.open, .broken])
  }

  @Test
  func `a theme that is not told may be the one that is lacking`() throws {
    let slots = try ["2024-01-10", "2024-01-20"].map { try day($0) }
    let plan = Plan(
      try days("2024-01-01", "2024-01-31"),
      series: [Series("page", on: slots)],
      themes: [Theme(id: "law", title: "Law", atLeast: 1), Theme(id: "new", title: "New")],
      pins: [Pin(series: "page", date: slots[0], theme: "law")]
    )
    let last = plan.period.upperBound
    func outlooks(
      _ theme: String?,
      knowing known: Set<String> = ["page"],
      from day: CivilDate
    ) -> [LimitOutlook] {
      let issues = [Occurrence(series: "page", number: 1, date: slots[0], theme: theme)]
      return plan.breaches(of: issues).map {
        plan.outlook(of: $0, among: issues, from: day, knowing: known)
      }
    }
    #expect(outlooks("law", from: last).isEmpty)
    #expect(outlooks(nil, from: last) == [.untold, .untold])
    #expect(outlooks("new", from: last) == [.broken, .broken])
    #expect(outlooks("new", from: slots[1]) == [.broken, .open])
    #expect(outlooks("new", knowing: [], from: last) == [.broken, .untold])
  }
}
