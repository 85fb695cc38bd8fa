internal import CivilTime

/// Prices days for the issues of one series: what a pin there would make the best schedule cost.
///
/// Only series that separations join with the series, directly or through others, can be moved by the
/// pin; the rest of the schedule stands.
struct DayPricing {
  private let schedule: Schedule
  private let plan: Plan
  private let history: History
  private let mayGoOn: () -> Bool
  private let series: Series
  /// The plan with those series alone that a pin can move.
  private let part: Plan
  /// What the days of the part cost, and what none cost less than.
  private let best: (points: Int, bound: Int)
  /// What the days of the part without the series cost at the least.
  private let pointsOfOthers: Int

  /// What comes of a pin.
  enum Outcome {
    case possible(DayChange)
    case clash(Clash)
  }

  /// Prepares to price days.
  ///
  /// - Parameters:
  ///   - series: A series of the plan.
  ///   - schedule: The best schedule of the plan.
  ///   - plan: The plan.
  ///   - history: What was released.
  ///   - mayGoOn: Asked between the stages of a search whether it may begin another.
  init(
    for series: Series,
    in schedule: Schedule,
    of plan: Plan,
    history: History,
    while mayGoOn: @escaping () -> Bool
  ) {
    self.schedule = schedule
    self.plan = plan
    self.history = history
    self.mayGoOn = mayGoOn
    self.series = series
    var part = plan
    let joined = Self.joined(to: series, in: plan)
    part.series = plan.series.filter { joined.contains($0.id) }
    self.part = part
    let scorer = Scorer(for: plan, history: history)
    let points = part.series.reduce(0) { sum, series in
      let dates = schedule.occurrences.filter { $0.series == series.id }.map(\.date)
      return scorer.terms(of: series, on: dates).values.reduce(sum, +)
    }
    func alone(_ series: Series) -> Int {
      SeriesProblem(of: series, in: plan, history: history).solve()?.points ?? 0
    }
    pointsOfOthers = part.series.reduce(0) { $0 + ($1.id == series.id ? 0 : alone($1)) }
    // What the days of the other series cost is no less than what they would cost at best, so taking
    // it from a bound of the whole leaves a bound of the part.
    let fromWhole = schedule.dates.bound - (schedule.dates.points - points)
    best = (points, max(fromWhole, pointsOfOthers + alone(series)))
  }

  /// The identifiers of the series that a series cannot be placed without, itself among them.
  private static func joined(to series: Series, in plan: Plan) -> Set<String> {
    let sets = ApartLimit.distances(in: plan).map { Set($0.series.map { plan.series[$0].id }) }
    var joined: Set = [series.id]
    while let next = sets.first(where: { !$0.isDisjoint(with: joined) && !$0.isSubset(of: joined) })
    {
      joined.formUnion(next)
    }
    return joined
  }

  /// The cheapest slots for an issue between its neighbours.
  ///
  /// The series by itself, forced onto a day, beside the others by themselves, is a lower bound of the
  /// day's price, and the price itself where nothing is apart. Days are solved in the order of their
  /// bounds. As soon as enough are found that are as cheap as the bound of the next one, none that is
  /// left can be cheaper: its price is no less than its bound, and that is no less than the next
  /// one's. So the result is that of solving all.
  ///
  /// - Complexity: That of ``SeriesProblem/pointsOfForcing()``, and one search for each day that is
  ///   solved.
  ///
  /// - Parameters:
  ///   - count: How many are wanted.
  ///   - issue: An issue of the series in the schedule.
  /// - Returns: The days, by price, then by day.
  func cheapest(_ count: Int, insteadOf issue: Occurrence) -> [DayChange] {
    var found: [DayChange] = []
    for (bound, date) in candidates(insteadOf: issue) {
      if found.count == count, let last = found.last,
        (last.price.atLeast, last.date) < (bound, date)
      {
        break
      }
      var change: DayChange
      if part.series.count == 1 || mayGoOn() {
        guard case .possible(let solved) = pin(date, insteadOf: issue) else { continue }
        change = solved
      } else {
        change = DayChange(date: date, price: Price(atLeast: 0, atMost: nil), moves: [])
      }
      change.price = change.price.atLeast(bound)
      let place =
        found.firstIndex { (change.price.atLeast, date) < ($0.price.atLeast, $0.date) }
        ?? found.count
      found.insert(change, at: place)
      if found.count > count { found.removeLast() }
    }
    return found
  }

  /// The slots strictly between the neighbours of an issue, by lower bounds of their prices, then by
  /// day.
  private func candidates(insteadOf issue: Occurrence) -> [(bound: Int, date: CivilDate)] {
    let dates = schedule.occurrences.filter { $0.series == series.id }.map(\.date)
    let previous = dates.last { $0 < issue.date } ?? plan.period.lowerBound - 1
    let next = dates.first { $0 > issue.date } ?? plan.period.upperBound + 1
    let problem = SeriesProblem(of: series, in: plan, history: history)
    return zip(problem.slots, problem.pointsOfForcing())
      .compactMap { slot, points -> (bound: Int, date: CivilDate)? in
        guard let points, slot.date > previous, slot.date < next, slot.date != issue.date,
          slot.date >= history.from
        else { return nil }
        return (max(0, points + pointsOfOthers - best.points), slot.date)
      }
      .sorted { ($0.bound, $0.date) < ($1.bound, $1.date) }
  }

  /// What comes of a pin on a day.
  ///
  /// - Parameters:
  ///   - date: A day of the period on which the series has no issue.
  ///   - issue: The issue that is to move there.
  /// - Returns: The change, or why there can be none.
  func pin(_ date: CivilDate, insteadOf issue: Occurrence) -> Outcome {
    let pin = Pin(series: series.id, date: date)
    let part = part.adding(pin)
    // A pin on a slot takes choices away, so it never makes the best one cheaper; on any other day it
    // gives one more.
    let least = plan.slots(of: series).slot(on: date) == nil ? Int.min : 0
    do {
      guard let days = try DateProblem(part, history: history).solve(while: mayGoOn) else {
        return .clash(
          DateProblem.clash(in: part, history: history, while: mayGoOn).without(pinOf: plan)
        )
      }
      let changed = try Scheduler.schedule(
        on: solution(replacingBy: days),
        in: plan.adding(pin),
        history: history,
        while: mayGoOn
      )
      let price = Price(of: (days.points, days.bound), beside: best)
      let asked = IssueMove(series: series.id, from: issue.date, to: date)
      return .possible(
        DayChange(
          date: date,
          price: price.atLeast(least),
          schedule: changed,
          moves: IssueMove.moves(from: schedule, to: changed, in: plan).filter { $0 != asked }
        )
      )
    } catch SchedulingError.infeasible(let clash) {
      return .clash(clash.without(pinOf: plan))
    } catch SchedulingError.exhausted(let bound) {
      let price = Price(atLeast: bound - best.points, atMost: nil).atLeast(least)
      return .possible(DayChange(date: date, price: price, moves: []))
    } catch {
      preconditionFailure("a plan with a schedule is sound: \(error)")
    }
  }

  /// The days of the whole schedule, with those of the part as they were found.
  private func solution(replacingBy days: DateProblem.Solution) -> DateProblem.Solution {
    let found = Dictionary(
      zip(part.series.map(\.id), days.slots),
      uniquingKeysWith: { first, _ in first }
    )
    return DateProblem.Solution(
      slots: plan.series.map { series in
        found[series.id]
          ?? schedule.occurrences.filter { $0.series == series.id }
          .map { Slot(date: $0.date, time: $0.time) }
      },
      points: schedule.dates.points - best.points + days.points,
      bound: schedule.dates.bound - best.points + days.bound
    )
  }
}
