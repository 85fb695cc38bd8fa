import CivilTime
import Scheduling
import TestSupport
import Testing

/// The prices of themes against two full solutions, on small random plans.
struct ThemePriceTests {
  @Test
  func `the price of any theme is the difference of two full solutions`() throws {
    var possible = 0
    var excluded = 0
    var otherCounts = 0
    for seed in 90_000..<90_300 {
      let input = RandomPlan(seed: seed, seriesCount: 2, themeCount: 4, slotCount: 6)
      guard let best = try input.schedule() else { continue }
      let explainer = input.explainer(of: best)
      for issue in best.occurrences where !input.isHistory(issue) {
        let explanation = explainer.explanation(of: issue, alternatives: .max)
        let comment: Comment = "seed \(seed), \(issue.series) \(issue.date)"
        for change in explanation.otherThemes {
          let full = try #require(
            try input.schedule(
              adding: Pin(series: issue.series, date: issue.date, theme: change.theme)
            ),
            comment
          )
          #expect(full.dates.points == best.dates.points, comment)
          #expect(change.schedule == full, comment)
          #expect(change.price.atLeast == full.placement.points - best.placement.points, comment)
          #expect(change.price.isExact, comment)
          let counts = zip(best.counts, full.counts).filter { $0 != $1 }
          #expect(change.counts.map(\.theme) == counts.map(\.0.theme), comment)
          #expect(change.counts.map(\.before) == counts.map(\.0.count), comment)
          #expect(change.counts.map(\.after) == counts.map(\.1.count), comment)
          if !change.counts.isEmpty { otherCounts += 1 }
          possible += 1
        }
        for theme in explanation.excludedThemes {
          #expect(!theme.limits.isEmpty, comment)
          let pin = Pin(series: issue.series, date: issue.date, theme: theme.theme)
          // A pin overrides a window, so what a window alone rules out is possible with one.
          let isOverridable = theme.limits.allSatisfy { limit in
            if case .themeWindow = limit.rule { true } else { false }
          }
          if !isOverridable { #expect(try input.schedule(adding: pin) == nil, comment) }
          excluded += 1
        }
        let named =
          explanation.otherThemes.map(\.theme) + explanation.excludedThemes.map(\.theme)
        #expect(
          named.sorted() == input.plan.themes.map(\.id).filter { $0 != issue.theme }.sorted()
        )
        let order = explanation.otherThemes.map { ($0.counts.isEmpty ? 0 : 1, $0.price.atLeast) }
        #expect(zip(order, order.dropFirst()).allSatisfy { $0 <= $1 }, comment)
      }
    }
    #expect(possible >= 120)
    #expect(excluded >= 60)
    #expect(otherCounts >= 30)
  }
}
