import CivilTime
import Scheduling

/// Whether limits can hold together, by going through days or assignments one by one.
///
/// It reads what limits say and shares no code with the scheduler. Nothing was released.
struct ReferenceLimits {
  let plan: Plan
  let from: CivilDate?
  let limits: [Limit]

  private func rules(_ subject: Limit.Subject) -> [Limit.Rule] {
    limits.filter { $0.subject == subject }.map(\.rule)
  }

  // MARK: Days

  /// What a series may do, by its limits.
  private struct Row {
    var days: Set<CivilDate>
    var pinned: Set<CivilDate> = []
    var monthLeast = 0
    var monthMost = Int.max
    var least = 0
    var most = Int.max
    var gap = 1
  }

  /// How far a series has come; what no limit can tell apart any more is the same.
  private struct Progress: Hashable {
    var sinceLast: Int?
    var inMonth = 0
    var total = 0
  }

  private func row(_ series: Series) -> Row {
    let rules = rules(.series(series.id))
    let pins = plan.pins.filter { $0.series == series.id }.map(\.date)
    var row = Row(days: Set(plan.period))
    for rule in rules {
      switch rule {
      case .slots: row.days = Set(series.slotRules.flatMap { $0.candidates.map(\.date) })
      case .perMonthAtLeast(let count): row.monthLeast = count
      case .perMonthAtMost(let count): row.monthMost = count
      case .perYearAtLeast(let count): row.least = count
      case .perYearAtMost(let count), .aim(let count): row.most = min(row.most, count)
      case .minGap(let days): row.gap = days
      case .pin(let date, _): row.pinned.insert(date)
      default: break
      }
    }
    for case .avoid(let id) in rules {
      row.days.subtract(plan.calendars.filter { $0.id == id }.flatMap { $0.days.keys })
    }
    row.days.formUnion(pins)
    for case .ban(let date) in rules { row.days.remove(date) }
    for case .from(let date) in rules { row.days = row.days.filter { $0 >= date } }
    return row
  }

  /// Whether days exist for some issues of every series.
  func haveDays() -> Bool {
    let rows = plan.series.map(row)
    guard rows.allSatisfy({ $0.pinned.isSubset(of: $0.days) }) else { return false }
    let ids = plan.series.map(\.id)
    var apart = ids.map { _ in ids.map { _ in 0 } }
    for limit in limits {
      guard case .separation(let series) = limit.subject, case .apart(let days) = limit.rule else {
        continue
      }
      for first in ids.indices where series.contains(ids[first]) {
        for second in ids.indices where second != first && series.contains(ids[second]) {
          apart[first][second] = max(apart[first][second], days)
        }
      }
    }
    var states: Set<[Progress]> = [ids.map { _ in Progress() }]
    for date in plan.period {
      for index in ids.indices {
        states = Set(
          states.flatMap { state in
            next(state, index, on: date, row: rows[index], apart: apart[index])
          }
        )
      }
      states = Set(states.compactMap { ended(date, $0, rows: rows, apart: apart) })
    }
    return states.contains { state in
      zip(state, rows).allSatisfy { $0.total >= $1.least }
    }
  }

  /// The states after a series did or did not appear on a day.
  private func next(
    _ state: [Progress],
    _ index: Int,
    on date: CivilDate,
    row: Row,
    apart: [Int]
  ) -> [[Progress]] {
    let own = state[index]
    var choices = row.pinned.contains(date) ? [] : [state]
    let isFree = state.indices.allSatisfy { other in
      guard let days = state[other].sinceLast else { return true }
      return days >= (other == index ? row.gap : apart[other])
    }
    guard row.days.contains(date), isFree, own.inMonth < row.monthMost, own.total < row.most else {
      return choices
    }
    var state = state
    state[index] = Progress(sinceLast: 0, inMonth: own.inMonth + 1, total: own.total + 1)
    choices.append(state)
    return choices
  }

  /// A state at the end of a day; `nil` where a month ends with too few.
  private func ended(
    _ date: CivilDate,
    _ state: [Progress],
    rows: [Row],
    apart: [[Int]]
  ) -> [Progress]? {
    var state = state
    let isLast = date == Month(containing: date).last || date == plan.period.upperBound
    let isHistory = from.map { date < $0 } ?? false
    for (index, row) in rows.enumerated() {
      if isLast {
        if state[index].inMonth < row.monthLeast && !isHistory { return nil }
        state[index].inMonth = 0
      }
      let reach = max(row.gap, apart[index].max() ?? 0)
      state[index].sinceLast = state[index].sinceLast.flatMap { $0 + 1 < reach ? $0 + 1 : nil }
      if row.monthMost == .max { state[index].inMonth = min(state[index].inMonth, row.monthLeast) }
      if row.most == .max { state[index].total = min(state[index].total, row.least) }
    }
    return state
  }

  // MARK: Themes

  /// Whether themes exist for issues on days that stand.
  func haveThemes(_ issues: [(series: String, date: CivilDate)]) -> Bool {
    let eligible = issues.map { issue in
      let pins = rules(.series(issue.series)).compactMap { rule -> String? in
        if case .pin(issue.date, let theme?) = rule { theme } else { nil }
      }
      return plan.themes.indices.filter { index in
        let id = plan.themes[index].id
        return pins.allSatisfy { $0 == id }
          && rules(.theme(id)).allSatisfy { rule in
            switch rule {
            case .themeSeries(let series): series.contains(issue.series)
            case .themeWindow(let days): !pins.isEmpty || days.contains(issue.date)
            default: true
            }
          }
      }
    }
    func complete(_ index: Int, _ counts: [Int]) -> Bool {
      guard index < issues.count else {
        return zip(plan.themes, counts).allSatisfy { theme, count in
          rules(.theme(theme.id)).allSatisfy { rule in
            switch rule {
            case .themeAtLeast(let least): count >= least
            case .themeAtMost(let most): count <= most
            default: true
            }
          }
        }
      }
      return eligible[index].contains { theme in
        var counts = counts
        counts[theme] += 1
        return complete(index + 1, counts)
      }
    }
    return complete(0, plan.themes.map { _ in 0 })
  }
}
