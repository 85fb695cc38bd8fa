internal import CivilTime
internal import Scheduling

/// A schedule for people: the year, the limits clause by clause, the points.
struct ScheduleReport {
  private let schedule: Schedule
  private let plan: Plan
  private let findings: [LimitFinding]

  /// Prepares a report.
  ///
  /// - Parameters:
  ///   - schedule: A schedule of the plan.
  ///   - plan: The plan.
  ///   - findings: What is found of each limit in the schedule; those that the plan does not write
  ///     but leaves to a default are not shown.
  init(_ schedule: Schedule, of plan: Plan, findings: [LimitFinding]) {
    self.schedule = schedule
    self.plan = plan
    self.findings = findings.filter { $0.limit.line.map { plan.citations[$0] != nil } ?? true }
  }

  /// Prints the report.
  func print(on console: Console) {
    let source = plan.source.map { " (\($0.number))" } ?? ""
    console.line(Style.bold(TerminalText.printable(plan.title + source), on: console))
    console.line("\(plan.period.lowerBound) to \(plan.period.upperBound)")
    printIssues(on: console)
    printLimits(on: console)
    printPoints(on: console)
  }

  private func printIssues(on console: Console) {
    var table = Table([.left, .left, .left, .left, .left], flexible: 4)
    var month: Month?
    var firstOfMonth: Set<Int> = []
    for (row, issue) in schedule.occurrences.enumerated() {
      if Month(containing: issue.date) != month {
        month = Month(containing: issue.date)
        firstOfMonth.insert(row)
      }
      table.add([
        "\(issue.date)", "\(issue.date.weekday.abbreviation)",
        issue.time.map(\.description) ?? "", issue.series, theme(of: issue),
      ])
    }
    for (row, line) in table.lines(width: console.width).enumerated() {
      if firstOfMonth.contains(row) { console.line() }
      console.line(line)
    }
  }

  private func theme(of issue: Occurrence) -> String {
    guard let theme = issue.theme else { return "" }
    return plan.themes.first { $0.id == theme }?.title ?? theme
  }

  private func printLimits(on console: Console) {
    var table = Table([.left, .left, .left, .left, .left], flexible: 2)
    for finding in findings {
      table.add([
        finding.limit.line.flatMap { plan.citations[$0]?.clause } ?? "",
        finding.limit.subject.identifier,
        finding.limit.rule.description,
        finding.measure,
        finding.holds ? "held" : "BROKEN",
      ])
    }
    console.line()
    console.line(Style.bold("Limits", on: console))
    let lines = table.lines(width: console.width) { row, column, text in
      guard column == 4 else { return text }
      return findings[row].holds
        ? Style.green(text, on: console) : Style.red(text, on: console)
    }
    for line in lines { console.line(line) }
  }

  private func printPoints(on console: Console) {
    console.line()
    console.line(Style.bold("Points", on: console))
    console.line("  dates   \(summary(of: schedule.dates))")
    if !plan.themes.isEmpty { console.line("  themes  \(summary(of: schedule.placement))") }
  }

  private func summary<Term: RawRepresentable<String> & CaseIterable>(
    of score: Score<Term>
  ) -> String {
    let terms = Term.allCases.filter { score[$0] != 0 }.map { "\($0.rawValue) \(score[$0])" }
    let proof = score.isProven ? "proven best" : "no fewer than \(score.bound) are possible"
    return "\(score.points), \(proof)"
      + (terms.isEmpty ? "" : ": " + terms.joined(separator: ", "))
  }
}

extension Weekday {
  /// The English abbreviation of three letters.
  var abbreviation: String {
    ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][rawValue - 1]
  }
}
