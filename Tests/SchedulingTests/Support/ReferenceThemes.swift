import CivilTime
import Scheduling

/// Theme counts and placements as the model defines them, by going through all assignments.
///
/// It is written from the model alone and shares no code with the scheduler. The issues' days,
/// numbers and, where they are history, themes are given.
struct ReferenceThemes {
  let plan: Plan
  let issues: [Occurrence]
  /// For each issue the theme it was released with, where it keeps its identity.
  let releasedThemes: [String??]
  /// For each issue the themes it may have; `nil` for one that takes no part.
  let eligible: [[Int]?]
  let isHistory: [Bool]

  init(_ input: RandomPlan, issues: [Occurrence]) {
    let plan = input.plan
    self.plan = plan
    self.issues = issues
    let from = input.from ?? plan.period.lowerBound
    func released(_ issue: Occurrence) -> Occurrence? {
      input.released.occurrences.first {
        $0.series == issue.series && $0.number == issue.number
      }
    }
    isHistory = issues.map { $0.date < from }
    releasedThemes = issues.map { issue in released(issue).map(\.theme) }
    eligible = issues.map { issue -> [Int]? in
      if issue.date < from {
        let theme = plan.themes.firstIndex { $0.id == released(issue)?.theme }
        return theme.map { [$0] }
      }
      let pinned = plan.pins.filter {
        $0.series == issue.series && $0.date == issue.date && $0.theme != nil
      }
      return plan.themes.indices.filter { index in
        let theme = plan.themes[index]
        guard theme.series?.contains(issue.series) ?? true else { return false }
        if let pin = pinned.first { return pin.theme == theme.id }
        return theme.window?.contains(issue.date) ?? true
      }
    }
  }

  /// Calls `body` with each assignment: for each issue a theme, or -1 where it takes no part.
  func forEachAssignment(counts: [Int]? = nil, _ body: ([Int]) -> Void) {
    var themes = [Int](repeating: -1, count: issues.count)
    var left = counts ?? Array(repeating: issues.count, count: plan.themes.count)
    func choose(_ index: Int) {
      guard index < issues.count else {
        if counts == nil || left.allSatisfy({ $0 == 0 }) { body(themes) }
        return
      }
      guard let choices = eligible[index] else {
        choose(index + 1)
        return
      }
      for theme in choices where left[theme] > 0 {
        themes[index] = theme
        left[theme] -= 1
        choose(index + 1)
        left[theme] += 1
      }
      themes[index] = -1
    }
    choose(0)
  }

  /// The best counts; `nil` where no assignment keeps the bounds.
  func bestCounts() -> [Int]? {
    var vectors: Set<[Int]> = []
    forEachAssignment { themes in
      var counts = [Int](repeating: 0, count: plan.themes.count)
      for theme in themes where theme >= 0 { counts[theme] += 1 }
      vectors.insert(counts)
    }
    let past = plan.themes.indices.map { theme in
      issues.indices.count { isHistory[$0] && eligible[$0] == [theme] }
    }
    let allowed = vectors.filter { counts in
      plan.themes.indices.allSatisfy { index in
        let theme = plan.themes[index]
        return theme.atLeast <= counts[index]
          && counts[index] <= max(theme.atMost ?? .max, past[index])
      }
    }
    // The shares are 1 to 3, so that six times a quotient is an integer.
    func cost(_ counts: [Int]) -> Int {
      zip(counts, plan.themes).reduce(0) { $0 + $1.0 * $1.0 * 6 / $1.1.share }
    }
    return allowed.min { first, second in
      if cost(first) != cost(second) { return cost(first) < cost(second) }
      return second.lexicographicallyPrecedes(first)
    }
  }

  /// The points of an assignment without those of repeated themes, and those.
  func points(_ themes: [Int]) -> (others: Int, repeated: Int) {
    let ids = issues.indices.map { index in
      themes[index] >= 0 ? plan.themes[themes[index]].id : issues[index].theme
    }
    var others = 0
    for theme in plan.themes.indices {
      let candidates = issues.indices.filter { eligible[$0]?.contains(theme) ?? false }
      let ranks = candidates.indices.filter { themes[candidates[$0]] == theme }
      let (r, m) = (ranks.count, candidates.count)
      for (k, e) in zip(1..., ranks) {
        let difference = (2 * e + 1) * r - (2 * k - 1) * m
        let (a, b) = (difference * difference, 4 * r * r)
        others += (2 * a + b) / (2 * b)
      }
    }
    for observance in plan.observances {
      guard let theme = observance.theme else { continue }
      for series in plan.series where observance.series?.contains(series.id) ?? true {
        for date in observance.dates where plan.period.contains(date) {
          let serving = issues.indices.last { index in
            issues[index].series == series.id
              && issues[index].date >= date - observance.lead
              && issues[index].date <= date + observance.lag
          }
          if let serving, ids[serving] != theme { others += observance.points }
        }
      }
    }
    for index in issues.indices {
      if let released = releasedThemes[index], released != ids[index] {
        others += plan.costs.rethemed
      }
    }
    var repeated = 0
    for series in plan.series {
      let own = issues.indices.filter { issues[$0].series == series.id }.map { ids[$0] }
      for (first, second) in zip(own, own.dropFirst()) where first != nil && first == second {
        repeated += plan.costs.repeated
      }
    }
    return (others, repeated)
  }
}
