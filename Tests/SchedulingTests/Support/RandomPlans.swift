import CivilTime
import Scheduling
import TestSupport

/// A small plan with what was released of it, such that all schedules can be gone through.
struct RandomPlan {
  var plan: Plan
  var released: ReleasedSchedule
  var from: CivilDate?

  private var random: SeededGenerator

  /// Makes the plan of a seed.
  ///
  /// - Parameters:
  ///   - seed: The seed.
  ///   - seriesCount: How many series the plan has at most.
  ///   - themeCount: How many themes the plan has at most; 0 for none.
  ///   - slotCount: How many slots a series has at most.
  ///   - isSeparated: Whether series keep apart.
  init(
    seed: Int,
    seriesCount: Int,
    themeCount: Int,
    slotCount: Int,
    isSeparated: Bool = false
  ) {
    random = SeededGenerator(seed: seed)
    let start = CivilDate(dayNumber: 19_700 + Int.random(in: 0...400, using: &random))
    let period = start...(start + Int.random(in: 20...75, using: &random))
    plan = Plan(period, series: [])
    released = ReleasedSchedule()
    plan.costs = Costs(
      short: Int.random(in: 0...60, using: &random),
      uneven: Int.random(in: 0...2, using: &random),
      moved: Int.random(in: 0...80, using: &random),
      repeated: Int.random(in: 0...9, using: &random),
      rethemed: Int.random(in: 0...9, using: &random)
    )
    plan.calendars = [
      DayCalendar(
        id: "holidays",
        days: Dictionary(
          someDays(Int.random(in: 0...8, using: &random)).map { ($0, "Holiday") },
          uniquingKeysWith: { first, _ in first }
        )
      )
    ]
    for index in 0..<Int.random(in: 1...seriesCount, using: &random) {
      plan.series.append(series("series\(index)", slotCount: slotCount))
    }
    if themeCount > 0 {
      for index in 0..<Int.random(in: 1...themeCount, using: &random) {
        plan.themes.append(theme("theme\(index)"))
      }
    }
    for index in 0..<Int.random(in: 0...3, using: &random) {
      plan.observances.append(observance("observance\(index)"))
    }
    decide()
    release()
    if isSeparated { separate() }
  }

  /// Series that keep apart: all of them, and perhaps two of them further.
  private mutating func separate() {
    let all = plan.series.map(\.id)
    plan.separations = [
      Separation(series: all, days: Int.random(in: 2...9, using: &random))
    ]
    if chance(40) {
      plan.separations.append(
        Separation(series: Array(all.suffix(2)), days: Int.random(in: 5...15, using: &random))
      )
    }
  }

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }

  private mutating func someDay() -> CivilDate {
    plan.period.lowerBound + Int.random(in: 0..<plan.dayCount, using: &random)
  }

  private mutating func someDays(_ count: Int) -> [CivilDate] {
    Set((0..<count).map { _ in someDay() }).sorted()
  }

  private mutating func someSeries() -> [String]? {
    guard chance(40) else { return nil }
    let ids = plan.series.map(\.id)
    return ids.filter { _ in Bool.random(using: &random) }
  }

  private mutating func series(_ id: String, slotCount: Int) -> Series {
    var series = Series(
      id,
      on: someDays(Int.random(in: 1...slotCount, using: &random)),
      cost: chance(30) ? 7 : 0
    )
    if chance(40) {
      series.slotRules.append(
        SlotRule(
          someDays(Int.random(in: 1...3, using: &random)),
          cost: Int.random(in: 0...30, using: &random)
        )
      )
    }
    series.perMonth.min = chance(30) ? 1 : 0
    series.perMonth.max = chance(40) ? Int.random(in: 0...2, using: &random) : nil
    series.perYear.min = chance(30) ? Int.random(in: 1...3, using: &random) : 0
    series.perYear.max = chance(30) ? Int.random(in: 1...4, using: &random) : nil
    series.aim = chance(80) ? Int.random(in: 0...6, using: &random) : nil
    series.minGap = chance(60) ? Int.random(in: 2...15, using: &random) : 1
    if chance(60) { series.avoid = ["holidays"] }
    return series
  }

  private mutating func theme(_ id: String) -> Theme {
    var theme = Theme(id: id, title: id, share: Int.random(in: 1...3, using: &random))
    theme.series = chance(25) ? someSeries() : nil
    if chance(25) {
      let first = someDay()
      theme.window = first...(first + Int.random(in: 5...60, using: &random))
    }
    theme.atLeast = chance(20) ? Int.random(in: 1...2, using: &random) : 0
    theme.atMost = chance(20) ? Int.random(in: 1...3, using: &random) : nil
    return theme
  }

  private mutating func observance(_ id: String) -> Observance {
    Observance(
      id: id,
      title: id,
      dates: someDays(Int.random(in: 1...2, using: &random)),
      lead: Int.random(in: 0...10, using: &random),
      lag: Int.random(in: 0...5, using: &random),
      points: Int.random(in: 0...90, using: &random),
      series: someSeries(),
      theme: chance(70) ? plan.themes.randomElement(using: &random)?.id : nil
    )
  }

  /// Pins and bans.
  private mutating func decide() {
    for series in plan.series {
      if chance(25) {
        plan.pins.append(
          Pin(
            series: series.id,
            date: chance(60)
              ? series.slotRules[0].candidates.randomElement(using: &random)?.date ?? someDay()
              : someDay(),
            theme: chance(60) ? plan.themes.randomElement(using: &random)?.id : nil
          )
        )
      }
      for candidate in series.slotRules[0].candidates where chance(8) {
        plan.bans.append(Ban(series: series.id, date: candidate.date))
      }
    }
  }

  /// What was released, and from when it may change.
  private mutating func release() {
    guard chance(60) else { return }
    from = chance(80) ? someDay() : nil
    for series in plan.series {
      let candidates = series.slotRules[0].candidates.map(\.date).filter { _ in
        Bool.random(using: &random)
      }
      let dates = Set((candidates + someDays(Int.random(in: 0...2, using: &random))).prefix(5))
        .sorted()
      for (index, date) in dates.enumerated() {
        released.occurrences.append(
          Occurrence(
            series: series.id,
            number: index + 1,
            date: date,
            theme: chance(85)
              ? plan.themes.randomElement(using: &random)?.id : chance(50) ? "gone" : nil
          )
        )
      }
      released.nextNumbers[series.id] = dates.count + 1
    }
  }
}
