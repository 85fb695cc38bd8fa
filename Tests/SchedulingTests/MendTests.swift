import CivilTime
import Scheduling
import TestSupport
import Testing

/// Clashes and mends of random plans that are impossible in many ways.
struct MendTests {
  private static let seeds = 0..<4

  /// Whether the scheduler finds a schedule.
  private func isMet(_ plan: Plan, from: CivilDate?) throws -> Bool {
    do {
      _ = try Scheduler.optimal(for: plan, from: from)
      return true
    } catch SchedulingError.infeasible {
      return false
    }
  }

  /// The issues on the best days.
  private func issues(_ input: ImpossiblePlan) throws -> [(series: String, date: CivilDate)] {
    let history = History(ReleasedSchedule(), plan: input.plan, from: input.from)
    let days = try #require(try DateProblem(input.plan, history: history).solve())
    return zip(input.plan.series, days.slots).flatMap { series, slots in
      slots.map { (series.id, $0.date) }
    }
  }

  @Test(arguments: ImpossiblePlan.Kind.allCases)
  func `a clash is smallest, also for a reference that shares no code`(
    kind: ImpossiblePlan.Kind
  ) throws {
    var isAboutKind = 0
    for seed in Self.seeds {
      let input = try ImpossiblePlan(kind, seed: seed)
      let found = try #require(
        Scheduler.infeasibility(of: input.plan, from: input.from),
        "seed \(seed) can be met"
      )
      #expect(throws: SchedulingError.infeasible(found.clashes[0]), "seed \(seed)") {
        try Scheduler.optimal(for: input.plan, from: input.from)
      }
      let issues = kind.isOfThemes ? try issues(input) : []
      for clash in found.clashes {
        #expect((clash.choice == .themes) == kind.isOfThemes, "seed \(seed)")
        func canHold(_ limits: [Limit]) -> Bool {
          let reference = ReferenceLimits(plan: input.plan, from: input.from, limits: limits)
          return clash.choice == .days ? reference.haveDays() : reference.haveThemes(issues)
        }
        #expect(!canHold(clash.limits), "seed \(seed): \(clash.limits)")
        for limit in clash.limits {
          #expect(canHold(clash.limits.filter { $0 != limit }), "seed \(seed): \(limit)")
        }
      }
      let limits = found.clashes.flatMap(\.limits)
      #expect(Set(limits).count == limits.count, "seed \(seed): two clashes share a limit")
      if limits.contains(where: { kind.isAbout($0.rule) }) { isAboutKind += 1 }
    }
    #expect(isAboutKind >= 2, "\(isAboutKind) plans are impossible in the way that is meant")
  }

  @Test(arguments: ImpossiblePlan.Kind.allCases)
  func `each mend mends, and nothing less would`(kind: ImpossiblePlan.Kind) throws {
    for seed in Self.seeds {
      let input = try ImpossiblePlan(kind, seed: seed)
      let found = try #require(Scheduler.infeasibility(of: input.plan, from: input.from))
      #expect(!found.mends.isEmpty, "seed \(seed): \(found.clashes)")
      #expect(Set(found.mends).count == found.mends.count)
      for mend in found.mends {
        let words = Comment(rawValue: "seed \(seed): \(mend.sentence(in: input.plan))")
        let plan = mend.applied(to: input.plan)
        let from = mend.from ?? input.from
        #expect(try isMet(plan, from: from), words)
        #expect(plan.problems().allSatisfy { $0.severity != .error }, words)
        var reference = RandomPlan(seed: 0, seriesCount: 1, themeCount: 0, slotCount: 1)
        reference.plan = plan
        reference.from = from
        reference.released = ReleasedSchedule()
        #expect(ReferenceDates.fewestPoints(reference) != nil, words)

        #expect(!kind.isDouble || mend.changes.count > 1, words)
        for change in mend.changes where mend.changes.count > 1 {
          let rest = Mend(mend.changes.filter { $0 != change })
          #expect(try !isMet(rest.applied(to: input.plan), from: rest.from ?? input.from), words)
        }
        for less in mend.changes.count == 1 ? less(than: mend.changes[0], in: input.plan) : [] {
          #expect(
            try !isMet(less.applied(to: input.plan), from: Mend([less]).from ?? input.from),
            "seed \(seed): \(less)"
          )
        }
      }
    }
  }

  /// Changes of the same kind that change a little less.
  private func less(than change: PlanChange, in plan: Plan) -> [PlanChange] {
    switch change {
    case .number(let number, let old, let new):
      return [.number(number, from: old, to: new + (old < new ? -1 : 1))]
    case .widenWindow(let theme, let old, let new):
      let first = min(new.lowerBound + 1, old.lowerBound)
      let last = max(new.upperBound - 1, old.upperBound)
      return [.widenWindow(theme: theme, from: old, to: first...last)]
    case .movePin(let pin, let date):
      let slots = PlanChange.removePin(pin).applied(to: plan).slots(
        of: plan.series.first { $0.id == pin.series } ?? plan.series[0]
      )
      let others = plan.pins.filter { $0.series == pin.series && $0 != pin }.map(\.date)
      return slots.slots.map(\.date).filter {
        abs($0 - pin.date) < abs(date - pin.date) && !others.contains($0)
      }
      .map { .movePin(pin, to: $0) }
    case .changeFrom(let date, let old):
      return date + 1 < old ? [.changeFrom(date + 1, insteadOf: old)] : []
    default: return []
    }
  }

  @Test
  func `a plan that can be met has neither clashes nor mends`() throws {
    var met = 0
    for seed in 0..<60 {
      let input = RandomPlan(seed: seed, seriesCount: 2, themeCount: 2, slotCount: 6)
      let found = Scheduler.infeasibility(
        of: input.plan,
        keeping: input.released,
        from: input.from
      )
      do {
        _ = try Scheduler.optimal(for: input.plan, keeping: input.released, from: input.from)
        #expect(found == nil, "seed \(seed)")
        met += 1
      } catch SchedulingError.infeasible {
        for mend in try #require(found, "seed \(seed)").mends {
          _ = try Scheduler.optimal(
            for: mend.applied(to: input.plan),
            keeping: input.released,
            from: mend.from ?? input.from
          )
        }
      }
    }
    #expect((10...50).contains(met))
  }

  @Test
  func `pins of series that keep apart clash by themselves, in three lines`() throws {
    let period = try days("2024-05-01", "2024-06-29")
    var plan = Plan(
      period,
      series: ["a", "b", "c"].map {
        Series($0, on: Array(period), perMonth: CountLimit(min: 1, max: 8), aim: 12, minGap: 2)
      },
      separations: [Separation(series: ["a", "b", "c"], days: 3)]
    )
    plan.pins = [
      Pin(series: "a", date: period.lowerBound + 4), Pin(series: "b", date: period.lowerBound + 6),
    ]
    let history = History(ReleasedSchedule(), plan: plan, from: nil)
    let problem = DateProblem(plan, history: history)
    #expect(try problem.solve(while: { false }) == nil)
    #expect(problem.isFeasible() == false)
    let clash = DateProblem.clash(in: plan, history: history)
    #expect(clash.limits.map(\.line) == [.pin(0), .pin(1), .separation(0)])
  }

  @Test
  func `a line that is changed twice on the way is changed once, from what the plan says`() throws {
    let period = try days("2024-05-01", "2024-05-10")
    let plan = Plan(
      period,
      series: [Series("page", on: Array(period), perMonth: CountLimit(min: 10, max: 10), aim: 10)],
      themes: ["a", "b"].map {
        Theme(
          id: $0,
          title: $0,
          window: period.lowerBound...period.lowerBound + 2,
          atLeast: 5
        )
      } + [Theme(id: "c", title: "C")]
    )
    // There is room for 3 of the one or of the other, but not for 3 of both.
    let found = try #require(Scheduler.infeasibility(of: plan))
    #expect(found.clashes.count == 2)
    let mend = try #require(found.mends.first)
    #expect(mend.changes.count == 2)
    #expect(Set(mend.changes.map { $0.line(in: plan) }).count == 2)
    for change in mend.changes {
      switch change {
      case .number(.themeLeast, let from, _): #expect(from == 5)
      case .widenWindow(_, let from, _): #expect(from == plan.themes[0].window)
      default: Issue.record("\(change)")
      }
    }
  }

  @Test
  func `nothing is offered that was not tried`() throws {
    let input = try ImpossiblePlan(.collidingPins, seed: 1)
    let found = try #require(Scheduler.infeasibility(of: input.plan, while: { false }))
    #expect(!found.clashes.isEmpty)
    #expect(found.mends.isEmpty)
  }
}
