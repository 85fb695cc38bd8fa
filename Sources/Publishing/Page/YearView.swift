internal import CivilTime

/// The months of a plan's period, half a year on each sheet of paper.
struct YearView: Sendable {
  /// What a day is called: a day off, or one that the plan observes.
  typealias NamedDay = Release.Plan.NamedDay

  /// A day in the grid of a month.
  struct Cell: Sendable {
    /// The mark of an issue.
    struct Mark: Sendable {
      let anchor: String
      let style: String
      let letter: String
      let outletName: String?
      let outlet: String?
      let theme: String?
      let isCancelled: Bool
      let day: Int
    }

    /// The day of the month; `nil` before the first and after the last.
    let day: Int?
    /// The classes of the cell: `off` for a day off, `seen` for a day that the plan observes.
    let style: String?
    let marks: [Mark]
  }

  /// A week, from Monday.
  struct Week: Sendable {
    let cells: [Cell]
  }

  /// A line beneath a month: a named day.
  struct DayLine: Sendable {
    let day: Bilingual
    let name: String
  }

  /// A month with its issues.
  struct MonthCard: Sendable {
    /// `2024-06`.
    let iso: String
    let name: Bilingual
    let weekdays: [Bilingual]
    let weeks: [Week]
    let entries: [PageEntry]
    let daysOff: [DayLine]
    let observances: [DayLine]
  }

  /// Half a year.
  struct Half: Sendable {
    let name: Bilingual
    let months: [MonthCard]
  }

  /// The halves, in order.
  let halves: [Half]

  /// Lays out the months of a period, and those in which something was published before or after it.
  ///
  /// - Parameters:
  ///   - period: The period.
  ///   - entries: The issues, by day.
  ///   - daysOff: Days on which nobody works.
  ///   - observances: Days that the plan observes.
  /// - Complexity: O(m (n + d)) for m months, n issues and d named days.
  init(
    of period: ClosedRange<CivilDate>,
    with entries: [PageEntry],
    daysOff: [NamedDay] = [],
    observances: [NamedDay] = []
  ) {
    let months = Set(entries.map { Month(containing: $0.date) })
      .union(Self.months(of: period)).sorted()
    var halves: [Half] = []
    for month in months {
      let card = MonthCard(
        month,
        entries: entries.filter { month.days.contains($0.date) },
        daysOff: daysOff.filter { month.days.contains($0.date) },
        observances: observances.filter { day in
          // A day off that is called the same says it already.
          month.days.contains(day.date)
            && !daysOff.contains { $0.date == day.date && $0.title == day.title }
        }
      )
      let name = Bilingual.half(month.month <= 6 ? 1 : 2, of: month.year)
      if let last = halves.last, last.name == name {
        halves[halves.count - 1] = Half(name: name, months: last.months + [card])
      } else {
        halves.append(Half(name: name, months: [card]))
      }
    }
    self.halves = halves
  }

  private static func months(of period: ClosedRange<CivilDate>) -> [Month] {
    Array(Month(containing: period.lowerBound)...Month(containing: period.upperBound))
  }
}

extension YearView.MonthCard {
  fileprivate init(
    _ month: Month,
    entries: [PageEntry],
    daysOff: [YearView.NamedDay],
    observances: [YearView.NamedDay]
  ) {
    let off = Set(daysOff.map(\.date))
    let observed = Set(observances.map(\.date))
    let byDay = Dictionary(grouping: entries, by: \.date)
    let blank = YearView.Cell(day: nil, style: nil, marks: [])
    var cells = [YearView.Cell](repeating: blank, count: month.first.weekday.rawValue - 1)
    for date in month.days {
      let marks = (byDay[date] ?? []).map(YearView.Cell.Mark.init)
      cells.append(
        YearView.Cell(
          day: date.day,
          style: off.contains(date) ? "off" : observed.contains(date) ? "seen" : nil,
          marks: marks
        )
      )
    }
    while !cells.count.isMultiple(of: 7) { cells.append(blank) }
    iso = String("\(month.first)".prefix(7))
    name = .month(month)
    weekdays = Weekday.allCases.map(Bilingual.shortWeekday)
    weeks = stride(from: 0, to: cells.count, by: 7).map {
      YearView.Week(cells: Array(cells[$0..<$0 + 7]))
    }
    self.entries = entries
    self.daysOff = Self.lines(of: daysOff)
    self.observances = Self.lines(of: observances)
  }

  /// Named days in order; days in a row that are called the same are one line.
  private static func lines(of days: [YearView.NamedDay]) -> [YearView.DayLine] {
    var runs: [(first: CivilDate, last: CivilDate, name: String)] = []
    for day in days.sorted(by: { ($0.date, $0.title) < ($1.date, $1.title) }) {
      if let run = runs.indices.last, runs[run].name == day.title, runs[run].last + 1 == day.date {
        runs[run].last = day.date
      } else {
        runs.append((day.date, day.date, day.title))
      }
    }
    return runs.map { run in
      let (first, last) = (Bilingual.shortDay(run.first), Bilingual.shortDay(run.last))
      let day =
        run.first == run.last
        ? first : Bilingual("\(first.vi)–\(last.vi)", "\(first.en)–\(last.en)")
      return YearView.DayLine(day: day, name: run.name)
    }
  }
}

extension YearView.Cell.Mark {
  fileprivate init(_ entry: PageEntry) {
    anchor = entry.anchor
    style = entry.mark?.style ?? "o6"
    letter = entry.mark?.letter ?? "?"
    outletName = entry.outletName
    outlet = entry.outlet
    theme = entry.theme
    isCancelled = entry.isCancelled
    day = entry.date.day
  }
}
