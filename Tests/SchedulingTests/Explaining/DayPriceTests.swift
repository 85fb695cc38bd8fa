import CivilTime
import Scheduling
import TestSupport
import Testing

/// The prices of days against two full solutions, on small random plans.
struct DayPriceTests {
  /// What a full solution of a plan with a pin makes the days cost more; `nil` where there is none.
  private static func price(_ pin: Pin, in input: RandomPlan, beside best: Schedule) throws -> Int?
  {
    try input.schedule(adding: pin).map { $0.dates.points - best.dates.points }
  }

  @Test(arguments: [false, true])
  func `the price of any day is the difference of two full solutions`(isSeparated: Bool) throws {
    var possible = 0
    var clashes = 0
    var ruledOut = 0
    for seed in 50_000..<50_060 {
      let input = RandomPlan(
        seed: seed,
        seriesCount: 3,
        themeCount: isSeparated ? 0 : 3,
        slotCount: 7,
        isSeparated: isSeparated
      )
      guard let best = try input.schedule(), let issue = input.someOpenIssue(of: best) else {
        continue
      }
      let explainer = input.explainer(of: best)
      let days = (input.plan.period.lowerBound - 1)...(input.plan.period.upperBound + 1)
      // A clash of series that keep apart takes many searches.
      for date in days.filter({ !isSeparated || $0.dayNumber % 4 == 0 }) {
        let pin = Pin(series: issue.series, date: date)
        let answer = explainer.answer(on: date, for: issue)
        let comment: Comment = "seed \(seed), \(issue.series) on \(date)"
        switch answer.outcome {
        case .taken(let other):
          #expect(best.occurrences.contains(other) && other.date == date, comment)
        case .ruledOut:
          #expect(try Self.price(pin, in: input, beside: best) == nil, comment)
          ruledOut += 1
        case .clash(let clash):
          #expect(try Self.price(pin, in: input, beside: best) == nil, comment)
          #expect(!clash.limits.isEmpty, comment)
          #expect(!clash.limits.contains { $0.line == .pin(input.plan.pins.count) }, comment)
          clashes += 1
        case .possible(let change):
          let full = try input.schedule(adding: pin)
          #expect(full.map { $0.dates.points - best.dates.points } == change.price.atLeast, comment)
          #expect(change.price.isExact, comment)
          let terms = change.terms(beside: best)
          #expect(terms.reduce(0) { $0 + $1.points } == change.price.atLeast, comment)
          // Between choices of days that are as good as each other a search decides by itself.
          if !isSeparated { #expect(change.schedule == full, comment) }
          #expect(change.schedule?.dates == full?.dates, comment)
          possible += 1
        }
      }
    }
    // Were the plans all impossible, this would prove nothing.
    #expect(possible >= 40)
    #expect(clashes >= 5)
    #expect(ruledOut >= 2)
  }

  @Test(arguments: [false, true])
  func `the days shown are the cheapest of all between the neighbours`(isSeparated: Bool) throws {
    var shown = 0
    var left = 0
    for seed in 60_000..<60_080 {
      let input = RandomPlan(
        seed: seed,
        seriesCount: 3,
        themeCount: isSeparated ? 0 : 2,
        slotCount: 14,
        isSeparated: isSeparated
      )
      guard let best = try input.schedule() else { continue }
      let explainer = input.explainer(of: best)
      for issue in best.occurrences where !input.isHistory(issue) {
        let series = try #require(input.plan.series.first { $0.id == issue.series })
        let dates = best.dates(of: series.id)
        let previous = dates.last { $0 < issue.date }
        let next = dates.first { $0 > issue.date }
        let slots = input.plan.slots(of: series).slots.map(\.date).filter { date in
          previous.map { $0 < date } ?? true && next.map { date < $0 } ?? true
            && date != issue.date && date >= input.from ?? date
        }
        var all: [(price: Int, date: CivilDate)] = []
        for date in slots {
          let pin = Pin(series: series.id, date: date)
          if let price = try Self.price(pin, in: input, beside: best) { all.append((price, date)) }
        }
        all.sort { $0 < $1 }
        let found = explainer.explanation(of: issue, alternatives: 3).otherDays
        let comment: Comment = "seed \(seed), \(issue.series) \(issue.date)"
        #expect(found.map(\.date) == all.prefix(3).map(\.date), comment)
        #expect(found.map(\.price.atLeast) == all.prefix(3).map(\.price), comment)
        #expect(found.filter { !$0.price.isExact }.isEmpty, comment)
        shown += found.count
        left += max(0, all.count - 3)
      }
    }
    #expect(shown >= 50)
    #expect(left >= 10)
  }

  @Test
  func `prices of stopped searches hold the true price`() throws {
    var inexact = 0
    for seed in 70_000..<70_060 {
      let input = RandomPlan(
        seed: seed,
        seriesCount: 3,
        themeCount: 0,
        slotCount: 20,
        isSeparated: true
      )
      guard let best = try input.schedule(), let issue = input.someOpenIssue(of: best) else {
        continue
      }
      guard let stopped = try? input.schedule(while: { false }) else { continue }
      // The issue need not be on the same day where the search was stopped.
      guard stopped.occurrences.contains(issue) else { continue }
      let explainer = input.explainer(of: stopped, while: { false })
      for change in explainer.explanation(of: issue).otherDays {
        let pin = Pin(series: issue.series, date: change.date)
        let price = try Self.price(pin, in: input, beside: best)
        #expect(change.price.atLeast <= price ?? .max, "seed \(seed), \(change.date)")
        if let atMost = change.price.atMost {
          #expect(price ?? .max <= atMost, "seed \(seed), \(change.date)")
        }
        if !change.price.isExact { inexact += 1 }
      }
    }
    #expect(inexact >= 1)
  }

  @Test
  func `what moves makes the one schedule of the other`() throws {
    var moves = 0
    for seed in 80_000..<80_100 {
      let input = RandomPlan(
        seed: seed,
        seriesCount: 3,
        themeCount: 0,
        slotCount: 8,
        isSeparated: true
      )
      guard let best = try input.schedule(), let issue = input.someOpenIssue(of: best) else {
        continue
      }
      for change in input.explainer(of: best).explanation(of: issue).otherDays {
        let changed = try #require(change.schedule)
        for series in input.plan.series.map(\.id) {
          let own = change.moves.filter { $0.series == series }
          let before = Set(best.dates(of: series))
          var days = before.subtracting(own.compactMap(\.from)).union(own.compactMap(\.to))
          if days.contains(issue.date), series == issue.series,
            !changed.dates(of: series).contains(issue.date)
          {
            // The move that was asked for is left out.
            days.remove(issue.date)
            days.insert(change.date)
          }
          #expect(days.sorted() == changed.dates(of: series), "seed \(seed), \(change.date)")
          #expect(own.allSatisfy { $0.from != nil || $0.to != nil })
          moves += own.count
        }
      }
    }
    #expect(moves >= 10)
  }
}
