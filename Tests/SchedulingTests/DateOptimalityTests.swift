import CivilTime
import Scheduling
import TestSupport
import Testing

/// The days of small random plans against all sets of days.
struct DateOptimalityTests {
  @Test(arguments: 0..<8)
  func `days and points are the best of all`(block: Int) throws {
    var feasible = 0
    for seed in block * 100..<block * 100 + 100 {
      let input = RandomPlan(seed: seed, seriesCount: 2, themeCount: 0, slotCount: 8)
      let history = History(input.released, plan: input.plan, from: input.from)
      for series in input.plan.series {
        let reference = ReferenceDates(input, series: series).solve()
        let problem = SeriesProblem(of: series, in: input.plan, history: history)
        let found = problem.solve()
        #expect(found?.points == reference.best?.points, "seed \(seed), \(series.id)")
        #expect(found?.slots.map(\.date) == reference.best?.dates, "seed \(seed), \(series.id)")
        let expected = problem.slots.map { reference.through[$0.date] }
        #expect(problem.pointsOfForcing() == expected, "seed \(seed), \(series.id)")
        if found != nil { feasible += 1 }
      }
    }
    // Were the plans impossible or trivial, this would prove nothing.
    #expect(feasible >= 50)
  }

  @Test
  func `the whole schedule is proven and holds the days of each series`() throws {
    for seed in 10_000..<10_150 {
      let input = RandomPlan(seed: seed, seriesCount: 3, themeCount: 0, slotCount: 6)
      let best = input.plan.series.map { ReferenceDates(input, series: $0).solve().best }
      do {
        let schedule = try Scheduler.optimal(
          for: input.plan,
          keeping: input.released,
          from: input.from
        )
        #expect(schedule.dates.points == best.reduce(0) { $0 + ($1?.points ?? .max / 8) })
        #expect(schedule.dates.isProven)
        for (series, best) in zip(input.plan.series, best) {
          #expect(schedule.dates(of: series.id) == best?.dates, "seed \(seed)")
        }
        let keys = schedule.occurrences.map { ($0.date, $0.series) }
        #expect(zip(keys, keys.dropFirst()).allSatisfy { $0 < $1 })
      } catch SchedulingError.infeasible(let clash) {
        #expect(best.contains { $0 == nil }, "seed \(seed)")
        #expect(!clash.limits.isEmpty)
      }
    }
  }

  @Test
  func `the days of series that keep apart are the best of all`() throws {
    var coupled = 0
    var clashes = 0
    for seed in 30_000..<30_600 {
      let input = RandomPlan(
        seed: seed,
        seriesCount: 3,
        themeCount: 0,
        slotCount: 7,
        isSeparated: true
      )
      let alone = input.plan.series.map { ReferenceDates(input, series: $0).solve().best }
      // Series that cannot be met by themselves are looked at elsewhere.
      guard alone.count > 1, alone.allSatisfy({ $0 != nil }) else { continue }
      let fewest = ReferenceDates.fewestPoints(input)
      do {
        let schedule = try Scheduler.optimal(
          for: input.plan,
          keeping: input.released,
          from: input.from
        )
        #expect(schedule.dates.points == fewest, "seed \(seed)")
        #expect(schedule.dates.isProven, "seed \(seed)")
        if alone.reduce(0, { $0 + ($1?.points ?? 0) }) < schedule.dates.points { coupled += 1 }
      } catch SchedulingError.infeasible(let clash) {
        #expect(fewest == nil, "seed \(seed)")
        clashes += 1
        let history = History(input.released, plan: input.plan, from: input.from)
        func isFeasible(_ limits: [Limit]) throws -> Bool {
          try DateProblem(input.plan, history: history, under: .only(Set(limits))).solve() != nil
        }
        #expect(try !isFeasible(clash.limits), "seed \(seed)")
        for limit in clash.limits {
          #expect(try isFeasible(clash.limits.filter { $0 != limit }), "seed \(seed), \(limit)")
        }
      }
    }
    #expect(coupled >= 10)
    #expect(clashes >= 5)
  }

  @Test
  func `a clash is infeasible and becomes feasible without any one of its limits`() throws {
    var clashes = 0
    for seed in 20_000..<20_200 {
      let input = RandomPlan(seed: seed, seriesCount: 1, themeCount: 0, slotCount: 5)
      let history = History(input.released, plan: input.plan, from: input.from)
      let series = input.plan.series[0]
      guard SeriesProblem(of: series, in: input.plan, history: history).solve() == nil else {
        continue
      }
      clashes += 1
      let clash = SeriesProblem.clash(of: series, in: input.plan, history: history)
      func isFeasible(_ limits: [Limit]) -> Bool {
        SeriesProblem(of: series, in: input.plan, history: history, under: .only(Set(limits)))
          .solve() != nil
      }
      #expect(!isFeasible(clash.limits), "seed \(seed)")
      for limit in clash.limits {
        #expect(isFeasible(clash.limits.filter { $0 != limit }), "seed \(seed), \(limit)")
      }
    }
    #expect(clashes >= 25)
  }
}
