import CivilTime
import Scheduling
import TestSupport
import Testing

/// Clashes and mends of searches that are stopped: whatever is said is true.
struct MendTimeLimitTests {
  /// How many runs came out how; were all of one kind, they would prove little.
  private struct Tally {
    var whole = 0
    var cutClashes = 0
    var cutMends = 0
    var someMends = 0
  }

  private func isMet(_ mend: Mend, in request: SchedulingRequest, stopped: Bool) throws -> Bool {
    do {
      _ = try Scheduler.optimal(
        for: mend.applied(to: request.plan),
        keeping: request.released,
        from: mend.from ?? request.from,
        while: { !stopped }
      )
      return true
    } catch SchedulingError.infeasible {
      return false
    }
  }

  /// Checks what a search that was stopped says against one that was not.
  private func check(
    _ found: Infeasibility,
    of request: SchedulingRequest,
    _ words: Comment,
    tally: inout Tally
  ) throws {
    let history = History(request.released, plan: request.plan, from: request.from)
    let open = found.exhausted
    #expect(open.contains(.clash) == found.clashes.contains { !$0.isSmallest }, words)
    let issues =
      try DateProblem(request.plan, history: history).solve()
      .map { days in
        zip(request.plan.series, days.slots).flatMap { series, slots in
          slots.map { (series: series.id, date: $0.date) }
        }
      }
    func canHold(_ limits: [Limit], _ choice: Clash.Choice) throws -> Bool {
      let reference = ReferenceLimits(plan: request.plan, from: request.from, limits: limits)
      return try choice == .days ? reference.haveDays() : reference.haveThemes(#require(issues))
    }
    // What is said of themes holds for the days that it was found on.
    for clash in found.clashes where clash.choice == .days || !open.contains(.days) {
      #expect(try !canHold(clash.limits, clash.choice), words)
      for limit in clash.isSmallest ? clash.limits : [] {
        #expect(try canHold(clash.limits.filter { $0 != limit }, clash.choice), words)
      }
    }
    if let choice = found.clashes.first?.choice, open.isDisjoint(with: [.others, .days]) {
      let named = Set(found.clashes.flatMap(\.limits))
      let all =
        choice == .days
        ? DateProblem.limits(in: request.plan, from: history.from)
        : ThemeProblem.limits(in: request.plan)
      #expect(try canHold(all.filter { !named.contains($0) }, choice), words)
    }
    #expect(Set(found.mends).count == found.mends.count, words)
    for mend in found.mends {
      let isBest = try isMet(mend, in: request, stopped: false)
      let isFirst = try open.contains(.days) && isMet(mend, in: request, stopped: true)
      #expect(isBest || isFirst, "\(words): \(mend)")
    }
    if open.isEmpty {
      tally.whole += 1
      let whole = Scheduler.infeasibility(
        of: request.plan,
        keeping: request.released,
        from: request.from
      )
      #expect(found == whole, words)
    }
    if open.contains(.clash) { tally.cutClashes += 1 }
    if open.contains(.mends) { tally.cutMends += 1 }
    if open.contains(.mends), !found.mends.isEmpty { tally.someMends += 1 }
  }

  @Test(arguments: ImpossiblePlan.Kind.allCases)
  func `what a search that is stopped anywhere says is true`(kind: ImpossiblePlan.Kind) throws {
    var tally = Tally()
    for seed in 0..<2 {
      let input = try ImpossiblePlan(kind, seed: seed)
      let whole = try #require(Scheduler.infeasibility(of: input.plan, from: input.from))
      for count in [0, 1, 3, 8, 21, 55, 144, 1_000] {
        for isClashKnown in [false, true] {
          let words: Comment = "seed \(seed), \(count) questions, \(isClashKnown)"
          let request = SchedulingRequest(input.plan, from: input.from)
          let allowance = Allowance(count)
          if isClashKnown {
            // The clash is known, and all that is left is for the mends.
            #expect(throws: SchedulingError.infeasible(whole.clashes[0]), words) {
              try request.schedule()
            }
          }
          let found = request.infeasibility(
            while: isClashKnown ? { true } : allowance.mayGoOn,
            mendingWhile: allowance.mayGoOn
          )
          let answer = try #require(found, words)
          try check(answer, of: request, words, tally: &tally)
          if isClashKnown { #expect(answer.clashes == whole.clashes, words) }
        }
      }
    }
    #expect(tally.whole >= 2, "\(tally)")
    #expect(tally.cutClashes >= 2, "\(tally)")
    #expect(tally.cutMends >= 2, "\(tally)")
  }

  @Test
  func `what is said of series that keep apart is true as well`() throws {
    var tally = Tally()
    for seed in 40_000..<40_120 {
      var input = RandomPlan(
        seed: seed,
        seriesCount: 3,
        themeCount: 2,
        slotCount: 7,
        isSeparated: true
      )
      // The reference of limits knows nothing of what was released.
      input.released = ReleasedSchedule()
      let request = SchedulingRequest(input.plan, from: input.from)
      // In every other run only the mends are cut short.
      let allowance = Allowance(seed.isMultiple(of: 2) ? .max : seed % 120)
      let rest = Allowance(seed % 45)
      do {
        _ = try request.schedule(while: allowance.mayGoOn)
      } catch SchedulingError.infeasible {
        let found = request.infeasibility(while: allowance.mayGoOn, mendingWhile: rest.mayGoOn)
        guard let found else { continue }
        try check(found, of: request, "seed \(seed)", tally: &tally)
      } catch SchedulingError.exhausted {}
    }
    #expect(tally.whole >= 5, "\(tally)")
    #expect(tally.cutClashes >= 5, "\(tally)")
    #expect(tally.cutMends >= 5, "\(tally)")
    #expect(tally.someMends >= 1, "\(tally)")
  }

  @Test
  func `where there is no time at all, that much is said`() throws {
    let input = try ImpossiblePlan(.collidingPins, seed: 1)
    let found = try #require(
      Scheduler.infeasibility(of: input.plan, from: input.from, while: { false })
    )
    #expect(found.exhausted == [.clash, .others, .mends])
    #expect(found.mends.isEmpty)
    #expect(found.clashes.map(\.isSmallest) == [false])
  }

  @Test
  func `a feasible choice is not looked for where there is no time`() throws {
    let input = try ImpossiblePlan(.themesTakeTooFew, seed: 0)
    let history = History(ReleasedSchedule(), plan: input.plan, from: nil)
    #expect(DateProblem(input.plan, history: history).isFeasible(while: { false }) == nil)
    #expect(DateProblem(input.plan, history: history).isFeasible() == true)
  }

  /// Three dense series whose best days take a long search, and one theme that may come once.
  private func dense() throws -> Plan {
    let period = try days("2024-01-01", "2024-12-31")
    let slots = Array(period)
    return Plan(
      period,
      series: [("a", 5), ("b", 4), ("c", 7)].map { id, gap in
        Series(
          id,
          on: slots.filter { $0.dayNumber % gap < gap - 1 },
          perMonth: CountLimit(min: 1, max: 3),
          aim: 30,
          minGap: gap
        )
      },
      themes: [Theme(id: "law", title: "Law", atMost: 1)],
      separations: [Separation(series: ["a", "b", "c"], days: 3)]
    )
  }

  @Test
  func `days that are not proven best are mended all the same, and told so`() throws {
    let plan = try dense()
    let request = SchedulingRequest(plan)
    let error = #expect(throws: SchedulingError.self) {
      try request.schedule(while: { false }, explainingWhile: { true })
    }
    guard case .infeasible(let clash) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(clash.limits.map(\.line) == [.theme("law", .atMost)])
    #expect(clash.isSmallest)
    // Were the search for the best days begun again, it would not end soon.
    let found = try #require(request.infeasibility())
    #expect(found.clashes == [clash])
    #expect(found.exhausted == [.days])
    let mend = try #require(found.mends.first)
    #expect(try isMet(mend, in: request, stopped: true))
  }
}
