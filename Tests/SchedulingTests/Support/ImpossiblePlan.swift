import CivilTime
import Scheduling
import TestSupport
import Testing

/// A small random plan that was made impossible in one way.
struct ImpossiblePlan {
  /// Ways in which plans are impossible.
  enum Kind: CaseIterable {
    case holidaysOverAMonth
    case bansOverAMonth
    case monthWithoutSlots
    case collidingPins
    case gapAgainstMonth
    case gapAgainstYear
    case yearAboveMonths
    case pinsAboveMonth
    case pinsAboveYear
    case pinsAboveAim
    case pinsTooNearToOtherSeries
    case seriesOnTheSameDays
    case monthIsAlmostOver
    case themeAboveItsWindow
    case daysWithoutTheme
    case themesTakeTooFew
    case pinnedThemeNotInSeries
    case pinnedThemeAboveMost
    case twoSeriesAtOnce
    case daysAndThemesAtOnce

    /// Whether themes clash, on days that can be chosen.
    var isOfThemes: Bool {
      switch self {
      case .themeAboveItsWindow, .daysWithoutTheme, .themesTakeTooFew, .pinnedThemeNotInSeries,
        .pinnedThemeAboveMost:
        true
      default: false
      }
    }

    /// Whether one change cannot be enough.
    var isDouble: Bool { self == .twoSeriesAtOnce || self == .daysAndThemesAtOnce }

    /// Whether a rule is what this way is about.
    func isAbout(_ rule: Limit.Rule) -> Bool {
      switch (self, rule) {
      case (.holidaysOverAMonth, .avoid), (.bansOverAMonth, .ban), (.monthWithoutSlots, .slots),
        (.collidingPins, .minGap), (.gapAgainstMonth, .minGap), (.gapAgainstYear, .minGap),
        (.yearAboveMonths, .perMonthAtMost), (.pinsAboveMonth, .perMonthAtMost),
        (.pinsAboveYear, .perYearAtMost), (.pinsAboveAim, .aim),
        (.pinsTooNearToOtherSeries, .apart), (.seriesOnTheSameDays, .apart),
        (.monthIsAlmostOver, .from), (.themeAboveItsWindow, .themeWindow),
        (.daysWithoutTheme, .themeWindow), (.themesTakeTooFew, .themeAtMost),
        (.pinnedThemeNotInSeries, .themeSeries), (.pinnedThemeAboveMost, .themeAtMost),
        (.twoSeriesAtOnce, .minGap), (.daysAndThemesAtOnce, .minGap):
        true
      default: false
      }
    }
  }

  var plan: Plan
  var from: CivilDate?
  private var random: SeededGenerator

  /// Makes the plan of a seed.
  init(_ kind: Kind, seed: Int) throws {
    random = SeededGenerator(seed: seed)
    let first = try #require(Month(year: 2024, month: Int.random(in: 1...10, using: &random)))
    plan = Plan(first.first...first.advanced(by: 1).last, series: [])
    plan.series = [series("page"), series("news")]
    plan.calendars = [DayCalendar(id: "holidays", days: [:])]
    spoil(kind)
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  /// Some days of a month, at least two days apart, ascending.
  private mutating func days(of month: Month, _ count: Int) -> [CivilDate] {
    Array(month.days.filter { $0.day.isMultiple(of: 2) }.shuffled(using: &random).prefix(count))
      .sorted()
  }

  private mutating func series(_ id: String) -> Series {
    let dates = plan.months.flatMap { days(of: $0, 4) }
    return Series(id, on: dates, perMonth: CountLimit(min: 1), aim: number(4...6))
  }

  private var someMonth: Month {
    mutating get { plan.months.randomElement(using: &random) ?? plan.months.lowerBound }
  }

  private func slots(_ index: Int, in month: Month) -> [CivilDate] {
    plan.series[index].slotRules[0].candidates.map(\.date).filter { month.days.contains($0) }
  }

  private mutating func spoil(_ kind: Kind) {
    switch kind {
    case .holidaysOverAMonth, .bansOverAMonth, .monthWithoutSlots, .gapAgainstMonth,
      .gapAgainstYear, .yearAboveMonths, .monthIsAlmostOver:
      spoilCounts(kind)
    case .collidingPins, .pinsAboveMonth, .pinsAboveYear, .pinsAboveAim:
      spoilPins(kind)
    case .pinsTooNearToOtherSeries, .seriesOnTheSameDays: spoilDistances(kind)
    case .twoSeriesAtOnce:
      for index in 0...1 { pinTooClose(index) }
    case .daysAndThemesAtOnce:
      pinTooClose(0)
      spoilThemes(.themesTakeTooFew)
    default: spoilThemes(kind)
    }
  }

  private mutating func spoilCounts(_ kind: Kind) {
    let month = someMonth
    switch kind {
    case .holidaysOverAMonth:
      plan.series[0].avoid = ["holidays"]
      for date in month.days { plan.calendars[0].days[date] = "Holiday" }
    case .bansOverAMonth:
      plan.bans = slots(0, in: month).map { Ban(series: "page", date: $0) }
    case .monthWithoutSlots:
      plan.series[0].slotRules[0].candidates.removeAll { month.days.contains($0.date) }
    case .gapAgainstMonth:
      plan.series[0].perMonth.min = 2
      plan.series[0].minGap = number(29...40)
    case .gapAgainstYear:
      plan.series[0].perYear.min = number(4...5)
      plan.series[0].aim = 8
      plan.series[0].minGap = number(20...30)
    case .yearAboveMonths:
      plan.series[0].perMonth.max = number(1...2)
      plan.series[0].perYear.min = number(5...6)
      plan.series[0].aim = nil
    default:
      let end = plan.months.upperBound.last
      // The last days of a month whose slots are over.
      plan.series[0].slotRules[0].candidates.removeAll { $0.date > end - 4 }
      from = end - 2
    }
  }

  private mutating func pinTooClose(_ index: Int) {
    let month = someMonth
    let first = slots(index, in: month)[0]
    let second = min(first + number(2...5), month.last)
    plan.series[index].minGap = second - first + number(1...4)
    plan.series[index].perMonth.min = 0
    plan.pins += [first, second].map { Pin(series: plan.series[index].id, date: $0) }
  }

  private mutating func spoilPins(_ kind: Kind) {
    let month = someMonth
    switch kind {
    case .collidingPins: pinTooClose(0)
    case .pinsAboveMonth:
      plan.series[0].perMonth.max = number(1...2)
      plan.series[0].aim = plan.series[0].perMonth.max.map { 2 * $0 }
      plan.pins = slots(0, in: month).prefix(3).map { Pin(series: "page", date: $0) }
    default:
      plan.series[0].perMonth.min = 0
      plan.pins = slots(0, in: month).prefix(number(2...4)).map { Pin(series: "page", date: $0) }
      let most = number(1...(plan.pins.count - 1))
      if kind == .pinsAboveYear {
        plan.series[0].perYear.max = most
        plan.series[0].aim = most
      } else {
        plan.series[0].aim = most
      }
    }
  }

  private mutating func spoilDistances(_ kind: Kind) {
    let distance = number(4...9)
    plan.separations = [Separation(series: ["page", "news"], days: distance)]
    if kind == .pinsTooNearToOtherSeries {
      let date = slots(0, in: someMonth)[1]
      plan.pins = [
        Pin(series: "page", date: date),
        Pin(series: "news", date: max(date - number(1...3), plan.period.lowerBound)),
      ]
    } else {
      let month = someMonth
      let dates = Array(days(of: month, 1)[0]...month.last).prefix(number(2...4))
      for index in 0...1 {
        plan.series[index].slotRules[0].candidates.removeAll { month.days.contains($0.date) }
        plan.series[index].slotRules[0].candidates += dates.map { SlotRule.Candidate(date: $0) }
        plan.series[index].slotRules[0].candidates.sort { $0.date < $1.date }
      }
    }
  }

  private mutating func spoilThemes(_ kind: Kind) {
    plan.themes = [Theme(id: "law", title: "Law"), Theme(id: "people", title: "People")]
    let month = someMonth
    switch kind {
    case .themeAboveItsWindow:
      plan.themes[0].window = month.first...(month.first + number(3...9))
      plan.themes[0].atLeast = number(7...8)
    case .daysWithoutTheme:
      for index in 0...1 {
        plan.themes[index].window = month.first...(month.last - number(0...5))
      }
    case .themesTakeTooFew:
      plan.themes[0].atMost = number(0...2)
      plan.themes[1].atMost = number(0...1)
    case .pinnedThemeNotInSeries:
      plan.themes[0].series = ["news"]
      plan.pins = [Pin(series: "page", date: slots(0, in: month)[0], theme: "law")]
    default:
      plan.pins = slots(0, in: month).prefix(number(2...3))
        .map { Pin(series: "page", date: $0, theme: "law") }
      plan.series[0].aim = 8
      plan.themes[0].atMost = number(0...1)
    }
  }
}
