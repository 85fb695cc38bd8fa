import CivilTime
import Scheduling
import TestSupport
import Testing

/// The themes of small random plans against all assignments.
struct ThemeOptimalityTests {
  /// The issues of a plan without themes yet, as the plan without themes has them.
  private func issuesWithoutThemes(_ input: RandomPlan) throws -> [Occurrence]? {
    var plan = input.plan
    plan.themes = []
    for index in plan.observances.indices { plan.observances[index].theme = nil }
    for index in plan.pins.indices { plan.pins[index].theme = nil }
    do {
      return try Scheduler.optimal(for: plan, keeping: input.released, from: input.from)
        .occurrences
    } catch SchedulingError.infeasible {
      return nil
    }
  }

  @Test(arguments: 0..<8)
  func `counts and placement are the best of all`(block: Int) throws {
    var solved = 0
    var avoiding = 0
    for seed in 40_000 + block * 100..<40_000 + block * 100 + 100 {
      let input = RandomPlan(seed: seed, seriesCount: 2, themeCount: 3, slotCount: 6)
      guard let issues = try issuesWithoutThemes(input), issues.count <= 7 else { continue }
      let reference = ReferenceThemes(input, issues: issues)
      let counts = reference.bestCounts()
      let schedule: Schedule
      do {
        schedule = try Scheduler.optimal(
          for: input.plan,
          keeping: input.released,
          from: input.from
        )
      } catch SchedulingError.infeasible(let clash) {
        #expect(counts == nil, "seed \(seed)")
        #expect(!clash.limits.isEmpty)
        continue
      }
      #expect(schedule.counts.map(\.count) == counts, "seed \(seed)")
      guard let counts else { continue }
      solved += 1

      var relaxed = Int.max
      var best = Int.max
      var first: [Int] = []
      reference.forEachAssignment(counts: counts) { themes in
        let points = reference.points(themes)
        best = min(best, points.others + points.repeated)
        // Assignments come in lexicographic order.
        if points.others < relaxed { (relaxed, first) = (points.others, themes) }
      }
      let placement = schedule.placement
      #expect(placement.points == best, "seed \(seed)")
      #expect(schedule.status == .optimal, "seed \(seed)")
      if best > relaxed { avoiding += 1 }
      let pointsOfFirst = reference.points(first)
      if pointsOfFirst.repeated == 0 {
        let expected = zip(first, issues).map { theme, issue in
          theme >= 0 ? input.plan.themes[theme].id : issue.theme
        }
        #expect(schedule.occurrences.map(\.theme) == expected, "seed \(seed)")
      }
    }
    #expect(solved >= 30)
    #expect(avoiding >= 5)
  }

  @Test
  func `a clash of themes is infeasible and becomes feasible without any one of its limits`()
    throws
  {
    var clashes = 0
    for seed in 50_000..<50_250 {
      let input = RandomPlan(seed: seed, seriesCount: 2, themeCount: 3, slotCount: 5)
      guard let occurrences = try issuesWithoutThemes(input) else { continue }
      let history = History(input.released, plan: input.plan, from: input.from)
      let issues = occurrences.map { ThemeProblem.Issue($0) }
      guard ThemeProblem(issues, in: input.plan, history: history).counts() == nil else {
        continue
      }
      clashes += 1
      let clash = ThemeProblem.clash(issues, in: input.plan, history: history)
      func isFeasible(_ limits: [Limit]) -> Bool {
        ThemeProblem(issues, in: input.plan, history: history, under: .only(Set(limits)))
          .counts() != nil
      }
      #expect(!isFeasible(clash.limits), "seed \(seed)")
      for limit in clash.limits {
        #expect(isFeasible(clash.limits.filter { $0 != limit }), "seed \(seed), \(limit)")
      }
    }
    #expect(clashes >= 20)
  }

  @Test
  func `the same plan gives the same schedule`() throws {
    for seed in 60_000..<60_060 {
      let input = RandomPlan(seed: seed, seriesCount: 3, themeCount: 4, slotCount: 8)
      let results = (0..<2).map { _ in
        Result {
          try Scheduler.optimal(for: input.plan, keeping: input.released, from: input.from)
        }
      }
      switch (results[0], results[1]) {
      case (.success(let first), .success(let second)): #expect(first == second)
      case (.failure(let first), .failure(let second)):
        #expect(first as? SchedulingError == second as? SchedulingError)
      default: Issue.record("seed \(seed) gives a schedule only once")
      }
    }
  }
}
