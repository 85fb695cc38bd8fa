internal import CivilTime
internal import Scheduling

/// An explanation for people: the points of the issue's day and theme, and what others cost.
struct ExplanationReport {
  private let explanation: Explanation
  private let answer: DayAnswer?
  private let schedule: Schedule
  private let plan: Plan

  /// Prepares a report.
  ///
  /// - Parameters:
  ///   - explanation: An explanation of an issue of the schedule.
  ///   - answer: What a day would mean that was asked about.
  ///   - schedule: The schedule.
  ///   - plan: Its plan.
  init(_ explanation: Explanation, answer: DayAnswer?, schedule: Schedule, plan: Plan) {
    self.explanation = explanation
    self.answer = answer
    self.schedule = schedule
    self.plan = plan
  }

  private var issue: Occurrence { explanation.issue }

  /// Prints the report.
  func print(on console: Console) {
    let title = plan.series.first { $0.id == issue.series }?.title ?? ""
    let heading = TerminalText.printable("\(issue.series).\(issue.number)  \(title)")
    console.line(Style.bold(heading, on: console))
    let time = issue.time.map { "  \($0)" } ?? ""
    let theme = issue.theme.map { "  \(self.title(of: $0))" } ?? ""
    console.line(TerminalText.printable("\(issue.date.named)\(time)\(theme)"))
    if explanation.isHistory {
      console.line("It was released before the day from which the schedule may change: it stands.")
    }
    printDay(on: console)
    printOtherDays(on: console)
    if let points = explanation.theme { printTheme(points, on: console) }
    printOtherThemes(on: console)
    if let answer { print(answer, on: console) }
  }

  // MARK: - Days

  private func printDay(on console: Console) {
    let day = explanation.day
    var table = Table([.left, .right, .left], flexible: 2)
    table.add(["unusual", "\(day.unusual)", day.unusual == 0 ? "" : "the cost of the slot"])
    let ideal =
      day.aim > 0 ? "; ideal \(Self.decimal(day.periodDays, by: day.aim)) days" : ""
    table.add([
      "uneven", "\(day.uneven)",
      "\(gap(day.before, end: "from the period's start")), "
        + "\(gap(day.after, end: "to the period's end"))\(ideal)",
    ])
    let served = day.serves.map { "\($0.observance) (\($0.date)) saves \($0.points)" }
    let serves = served.isEmpty ? "" : "alone near " + served.joined(separator: ", ")
    table.add(["missed", "0", serves])
    let moved =
      day.movedSaved > 0
      ? "released for this day, which saves \(day.movedSaved)"
      : day.moved > 0 ? "released for \(day.released.map(\.description) ?? "another day")" : ""
    table.add(["moved", "\(day.moved)", moved])
    section("Points of the day", table, on: console)
  }

  private func gap(_ gap: DayPoints.Gap, end: String) -> String {
    let words = gap.neighbour.map { $0 < issue.date ? "after \($0)" : "before \($0)" } ?? end
    return "\(gap.days.of("day")) \(words) (\(gap.points))"
  }

  private func printOtherDays(on console: Console) {
    guard !explanation.isHistory else { return }
    var table = Table([.left, .right, .left], flexible: 2)
    for change in explanation.otherDays {
      table.add([change.date.named, change.price.text, consequences(of: change)])
    }
    if explanation.otherDays.isEmpty {
      table.add(["none that keeps all limits", "", ""])
    }
    section("Other days", table, on: console)
  }

  /// Of which terms the price is made, the issues that move, and what the themes' points become.
  private func consequences(of change: DayChange) -> String {
    guard let changed = change.schedule else { return "no schedule was found in time" }
    var parts = change.terms(beside: schedule).map {
      "\($0.term.rawValue) \(Price.signed($0.points))"
    }
    if changed.occurrences.contains(where: { $0.series == issue.series && $0.date == issue.date }) {
      parts.append("this issue stays")
    }
    if !plan.themes.isEmpty, changed.placement.points != schedule.placement.points {
      parts.append("themes \(schedule.placement.points) -> \(changed.placement.points)")
    }
    parts += change.moves.words(atMost: 3)
    return parts.joined(separator: ", ")
  }

  private func print(_ answer: DayAnswer, on console: Console) {
    console.line()
    console.line(Style.bold("On \(answer.date.named)", on: console))
    for exclusion in answer.exclusions {
      let words = exclusion.words(of: issue.series, in: plan)
      console.line("  " + TerminalText.printable(words))
    }
    switch answer.outcome {
    case .taken(let other):
      console.line(
        other == issue
          ? "  this issue is there" : "  \(other.series).\(other.number) is there already"
      )
    case .ruledOut:
      console.line("  a pin cannot change that")
    case .possible(let change):
      let what = answer.exclusions.isEmpty ? "costs" : "a pin there costs"
      let also = consequences(of: change)
      console.line("  \(what) \(change.price.text)" + (also.isEmpty ? "" : "; \(also)"))
    case .clash(let clash):
      console.line("  an issue there cannot hold together with")
      for limit in clash.limits {
        let place = limit.line.map(plan.place) ?? ""
        console.line("    " + TerminalText.printable("\(place)\(limit.subject): \(limit.rule)"))
      }
      if !clash.isSmallest {
        console.line("  whether all of them are needed was not found out in time")
      }
    }
  }

  // MARK: - Themes

  private func printTheme(_ points: ThemePoints, on console: Console) {
    var table = Table([.left, .right, .left], flexible: 2)
    let place = points.place.map { place in
      let even = Self.decimal(
        (2 * place.issue - 1) * place.eligible + place.count,
        by: 2 * place.count
      )
      return "its issue \(place.issue) of \(place.count), at place \(place.rank) of the "
        + "\(place.eligible) that may have it; even is \(even)"
    }
    table.add(["spread", "\(points.spread)", place ?? ""])
    let wishes = points.wishes.map { wish in
      "\(wish.observance) (\(wish.date)) "
        + (wish.isMet ? "has its theme, which saves \(wish.points)" : "asks for \(wish.theme)")
    }
    table.add(["observance", "\(points.observance)", wishes.joined(separator: ", ")])
    let repeats = points.repeats.map(\.description).joined(separator: ", ")
    table.add(["repeated", "\(points.repeated)", repeats.isEmpty ? "" : "as on \(repeats)"])
    let released = points.rethemed > 0 ? "released as \(points.released ?? "without a theme")" : ""
    table.add(["rethemed", "\(points.rethemed)", released])
    section("Points of the theme", table, on: console)
  }

  private func printOtherThemes(on console: Console) {
    guard issue.theme != nil, !explanation.isHistory else { return }
    var table = Table([.right, .left, .left], flexible: 1)
    for change in explanation.otherThemes {
      let counts = change.counts.map { "\($0.theme) \($0.before) -> \($0.after)" }
      table.add([
        change.price.text, title(of: change.theme),
        counts.isEmpty ? "" : "comes: " + counts.joined(separator: ", "),
      ])
    }
    section("Other themes", table, on: console)
    var excluded = Table([.left, .left, .left], flexible: 1)
    for theme in explanation.excludedThemes {
      let limits = theme.limits.map { limit in
        (limit.line.map(plan.place) ?? "") + limit.rule.description
      }
      excluded.add(["not", title(of: theme.theme), limits.joined(separator: "; ")])
    }
    for line in excluded.lines(width: console.width) { console.line(line) }
  }

  private func title(of theme: String) -> String {
    plan.themes.first { $0.id == theme }?.title ?? theme
  }

  private func section(_ title: String, _ table: Table, on console: Console) {
    console.line()
    console.line(Style.bold(title, on: console))
    for line in table.lines(width: console.width) { console.line(line) }
  }

  /// A quotient with one decimal, rounded half up.
  static func decimal(_ dividend: Int, by divisor: Int) -> String {
    let tenths = (20 * dividend + divisor) / (2 * divisor)
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}

extension CivilDate {
  /// The date with its weekday: `2024-06-09 Sun`.
  fileprivate var named: String { "\(self) \(weekday.abbreviation)" }
}
