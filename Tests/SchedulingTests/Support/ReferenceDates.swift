import CivilTime
import Scheduling

/// The days of one series as the model defines them, by going through all sets of days.
///
/// It is written from the model alone and shares no code with the scheduler.
struct ReferenceDates {
  let plan: Plan
  let series: Series
  /// The days that can be chosen, with their costs.
  let costs: [CivilDate: Int]
  let history: Set<CivilDate>
  let required: Set<CivilDate>
  let released: [CivilDate]
  let from: CivilDate
  let aim: Int

  init(_ input: RandomPlan, series: Series) {
    plan = input.plan
    self.series = series
    let from = input.from ?? plan.period.lowerBound
    self.from = from
    let own = input.released.occurrences.filter { $0.series == series.id }.map(\.date)
    let history = Set(own.filter { $0 < from && input.plan.period.contains($0) })
    self.history = history
    released = own.filter { $0 >= from }

    var costs: [CivilDate: Int] = [:]
    for rule in series.slotRules {
      for date in rule.candidates.map(\.date) where plan.period.contains(date) {
        costs[date] = min(costs[date] ?? rule.cost, rule.cost)
      }
    }
    let daysOff = Set(
      plan.calendars.filter { series.avoid.contains($0.id) }.flatMap { $0.days.keys }
    )
    let pins = Set(plan.pins.filter { $0.series == series.id }.map(\.date))
    let bans = Set(plan.bans.filter { $0.series == series.id }.map(\.date))
    for date in daysOff { costs[date] = nil }
    for pin in pins where plan.period.contains(pin) { costs[pin] = costs[pin] ?? 0 }
    for date in bans { costs[date] = nil }
    for date in costs.keys where date < from && !history.contains(date) { costs[date] = nil }
    for date in history { costs[date] = costs[date] ?? 0 }
    self.costs = costs
    required = history.union(pins)
    aim =
      series.aim ?? max(series.perYear.min, Array(plan.months).count * series.perMonth.min)
  }

  /// Whether a set of days, ascending, breaks no limit.
  func isFeasible(_ dates: [CivilDate]) -> Bool {
    guard required.isSubset(of: dates) else { return false }
    for (first, second) in zip(dates, dates.dropFirst())
    where !(history.contains(first) && history.contains(second)) {
      if second.dayNumber - first.dayNumber < series.minGap { return false }
    }
    for month in plan.months {
      let count = dates.count { Month(containing: $0) == month }
      let past = history.count { Month(containing: $0) == month }
      if let most = series.perMonth.max, count > max(most, past) { return false }
      let isOver = month.last < from || plan.period.upperBound < from
      if count < series.perMonth.min && !isOver { return false }
    }
    if let most = series.perYear.max, dates.count > max(most, history.count) { return false }
    if dates.count < series.perYear.min && from <= plan.period.upperBound { return false }
    return dates.count <= max(aim, history.count)
  }

  /// The points of a set of days, ascending.
  func points(_ dates: [CivilDate]) -> Int {
    var points = plan.costs.short * max(0, aim - dates.count)
    for date in dates { points += costs[date] ?? 0 }
    if aim > 0, let first = dates.first, let last = dates.last {
      let length = plan.period.upperBound.dayNumber - plan.period.lowerBound.dayNumber + 1
      func rounded(_ a: Int, _ b: Int) -> Int { (2 * a + b) / (2 * b) }
      func square(_ a: Int) -> Int { a * a }
      for (first, second) in zip(dates, dates.dropFirst()) {
        let gap = second.dayNumber - first.dayNumber
        points += plan.costs.uneven * rounded(square(aim * gap - length), square(aim))
      }
      for days in [
        first.dayNumber - plan.period.lowerBound.dayNumber,
        plan.period.upperBound.dayNumber - last.dayNumber,
      ] {
        points +=
          plan.costs.uneven
          * rounded(square(aim * (2 * days + 1) - length), 4 * square(aim))
      }
    }
    for observance in plan.observances where observance.series?.contains(series.id) ?? true {
      for date in observance.dates where plan.period.contains(date) {
        let isNear = dates.contains {
          date.dayNumber - observance.lead <= $0.dayNumber
            && $0.dayNumber <= date.dayNumber + observance.lag
        }
        if !isNear { points += observance.points }
      }
    }
    return points + plan.costs.moved * released.count { !dates.contains($0) }
  }

  /// All sets of days that break no limit of the series, with their points.
  func all() -> [(dates: [CivilDate], points: Int)] {
    let free = costs.keys.filter { !required.contains($0) }.sorted()
    guard required.isSubset(of: Set(costs.keys)) else { return [] }
    return (0..<(1 << free.count)).compactMap { subset in
      let chosen = free.indices.filter { subset >> $0 & 1 == 1 }.map { free[$0] }
      let dates = (required.sorted() + chosen).sorted()
      return isFeasible(dates) ? (dates, points(dates)) : nil
    }
  }

  /// The fewest points of days for all series that also keep apart; `nil` where there are none.
  static func fewestPoints(_ input: RandomPlan) -> Int? {
    let references = input.plan.series.map { ReferenceDates(input, series: $0) }
    let candidates = references.map { $0.all().sorted { $0.points < $1.points } }
    var fewest: Int?
    func extend(_ chosen: [[CivilDate]], _ points: Int) {
      if let fewest, points >= fewest { return }
      guard chosen.count < candidates.count else {
        fewest = points
        return
      }
      for candidate in candidates[chosen.count]
      where chosen.indices.allSatisfy({
        areApart(candidate.dates, references[chosen.count], chosen[$0], references[$0])
      }) {
        extend(chosen + [candidate.dates], points + candidate.points)
      }
    }
    extend([], 0)
    return fewest
  }

  private static func areApart(
    _ dates: [CivilDate],
    _ reference: ReferenceDates,
    _ others: [CivilDate],
    _ other: ReferenceDates
  ) -> Bool {
    reference.plan.separations.allSatisfy { separation in
      guard separation.series.contains(reference.series.id),
        separation.series.contains(other.series.id)
      else { return true }
      return dates.allSatisfy { date in
        others.allSatisfy {
          abs(date.dayNumber - $0.dayNumber) >= separation.days
            || reference.history.contains(date) && other.history.contains($0)
        }
      }
    }
  }

  /// The best set of days, and for each day the points of the best that has it.
  func solve() -> (best: (points: Int, dates: [CivilDate])?, through: [CivilDate: Int]) {
    let free = costs.keys.filter { !required.contains($0) }.sorted()
    let fixed = required.sorted()
    var best: (points: Int, dates: [CivilDate])?
    var through: [CivilDate: Int] = [:]
    guard required.isSubset(of: Set(costs.keys)) else { return (nil, [:]) }
    for subset in 0..<(1 << free.count) {
      let chosen = free.indices.filter { subset >> $0 & 1 == 1 }.map { free[$0] }
      let dates = (fixed + chosen).sorted()
      guard isFeasible(dates) else { continue }
      let points = points(dates)
      for date in dates { through[date] = min(through[date] ?? points, points) }
      if let found = best {
        if points > found.points { continue }
        if points == found.points && !isEarlier(dates, than: found.dates) { continue }
      }
      best = (points, dates)
    }
    return (best, through)
  }

  /// Whether days come before others: the first that differs is earlier, or is there at all.
  private func isEarlier(_ dates: [CivilDate], than others: [CivilDate]) -> Bool {
    for (date, other) in zip(dates, others) where date != other { return date < other }
    return dates.count > others.count
  }
}
