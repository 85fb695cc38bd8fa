import CivilTime
import Scheduling
import TestSupport
import Testing

/// The points of single issues against those of whole schedules.
struct IssuePointsTests {
  @Test
  func `the points of all issues are those of the schedule`() throws {
    var total = 0
    for seed in 40_000..<40_200 {
      let input = RandomPlan(seed: seed, seriesCount: 3, themeCount: 4, slotCount: 8)
      guard let schedule = try input.schedule() else { continue }
      let explainer = input.explainer(of: schedule)
      let explanations = schedule.occurrences.map {
        explainer.explanation(of: $0, alternatives: 0)
      }
      func sum(_ points: (Explanation) -> Int) -> Int {
        explanations.reduce(0) { $0 + points($1) }
      }
      let comment: Comment = "seed \(seed)"
      #expect(sum(\.day.unusual) == schedule.dates[.unusual], comment)
      // A gap has two issues, an end of the period one.
      let ends = sum { explanation in
        [explanation.day.before, explanation.day.after].filter { $0.neighbour == nil }
          .reduce(0) { $0 + $1.points }
      }
      #expect(sum(\.day.uneven) == 2 * schedule.dates[.uneven] - ends, comment)
      let cancelled = input.openReleased.count { released in
        !schedule.occurrences.contains {
          $0.series == released.series && $0.number == released.number
        }
      }
      #expect(
        sum(\.day.moved) + cancelled * input.plan.costs.moved == schedule.dates[.moved],
        comment
      )
      let themes = explanations.compactMap(\.theme)
      #expect(themes.reduce(0) { $0 + $1.spread } == schedule.placement[.spread], comment)
      #expect(
        themes.reduce(0) { $0 + $1.rethemed } <= schedule.placement[.rethemed],
        comment
      )
      #expect(
        themes.reduce(0) { $0 + $1.repeated } == 2 * schedule.placement[.repeated],
        comment
      )
      #expect(
        themes.reduce(0) { $0 + $1.repeats.count } * input.plan.costs.repeated
          == 2 * schedule.placement[.repeated],
        comment
      )
      #expect(
        themes.reduce(0) { $0 + $1.observance } <= schedule.placement[.observance],
        comment
      )
      total += schedule.dates.points + schedule.placement.points
    }
    #expect(total > 1_000)
  }

  @Test
  func `an issue saves what would be missed without it`() throws {
    var saved = 0
    for seed in 41_000..<41_200 {
      let input = RandomPlan(seed: seed, seriesCount: 2, themeCount: 0, slotCount: 8)
      guard let schedule = try input.schedule() else { continue }
      let scorer = Scorer(for: input.plan, keeping: input.released, from: input.from)
      for issue in schedule.occurrences {
        let day = input.explainer(of: schedule).explanation(of: issue, alternatives: 0).day
        let without = scorer.dates(of: schedule.occurrences.filter { $0 != issue })
        #expect(day.missedSaved == without[.missed] - schedule.dates[.missed], "seed \(seed)")
        if issue.date >= input.from ?? issue.date {
          let stays = input.openReleased.contains {
            $0.series == issue.series && $0.date == issue.date
          }
          #expect(day.movedSaved == (stays ? input.plan.costs.moved : 0), "seed \(seed)")
        }
        saved += day.missedSaved
      }
    }
    #expect(saved > 500)
  }

  @Test
  func `an issue of history stands and nothing else is priced`() throws {
    var history = 0
    for seed in 42_000..<42_100 {
      let input = RandomPlan(seed: seed, seriesCount: 2, themeCount: 3, slotCount: 8)
      guard let schedule = try input.schedule() else { continue }
      for issue in schedule.occurrences {
        let explanation = input.explainer(of: schedule).explanation(of: issue)
        #expect(explanation.isHistory == input.isHistory(issue), "seed \(seed)")
        guard explanation.isHistory else { continue }
        #expect(explanation.otherDays.isEmpty && explanation.otherThemes.isEmpty, "seed \(seed)")
        #expect(explanation.excludedThemes.isEmpty, "seed \(seed)")
        history += 1
      }
    }
    #expect(history >= 20)
  }
}
