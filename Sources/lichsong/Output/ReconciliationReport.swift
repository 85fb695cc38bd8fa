internal import CivilTime
internal import Publishing
internal import Scheduling

/// What calendars of outlets say about a plan, for people: the months, the limits clause by clause, what
/// breaks them, what is not as it was released.
struct ReconciliationReport {
  private let reconciliation: Reconciliation
  private let words: BreachWords
  private var plan: Plan { reconciliation.plan }

  /// The most entries that are told of which it is not clear what they are.
  private static let mostUnclear = 10

  /// Prepares a report.
  init(_ reconciliation: Reconciliation) {
    self.reconciliation = reconciliation
    words = BreachWords(of: reconciliation)
  }

  /// Prints the report.
  func print(on console: Console) {
    let source = plan.source.map { " (\($0.number))" } ?? ""
    console.line(Style.bold(TerminalText.printable(plan.title + source), on: console))
    console.line(
      "\(plan.period.lowerBound) to \(plan.period.upperBound), as of \(reconciliation.today)"
    )
    printFeeds(on: console)
    for id in reconciliation.series { printMonths(of: id, on: console) }
    printLimits(on: console)
    printBreaches(.broken, called: "Broken", on: console)
    printBreaches(.open, called: "Open", on: console)
    printDeviations(on: console)
    printUnclear(on: console)
    printOthers(on: console)
    console.line()
    console.line(summary)
  }

  private func printFeeds(on console: Console) {
    var table = Table([.left, .left, .right, .left], flexible: 0)
    for (index, feed) in reconciliation.feeds.enumerated() {
      let issues = reconciliation.issues.count { $0.entry.feed == index }
      let airings = reconciliation.issues.flatMap(\.airings).count { $0.feed == index }
      table.add([
        feed.name, feed.outlet ?? "outlet not told", feed.events.of("event"),
        "\(issues.of("issue")), \(airings.of("repeat"))",
      ])
    }
    section("Calendars", table, on: console)
    let absent = plan.series.map(\.id).filter { !reconciliation.series.contains($0) }
    if !absent.isEmpty {
      console.line("  not told of: \(absent.joined(separator: ", "))")
    }
  }

  private func printMonths(of id: String, on console: Console) {
    var table = Table([.left, .left, .right, .left, .left, .left], flexible: 4)
    var styles: [Style?] = []
    let series = plan.series.first { $0.id == id }
    for row in reconciliation.months where row.series == id {
      let mark = words.mark(of: row)
      if row.issues.isEmpty {
        table.add(["\(row.month)", "none", "", "", "", mark ?? ""])
        styles.append(row.verdict?.style)
      }
      for (index, issue) in row.issues.enumerated() {
        let isFirst = index == 0
        let marks = (isFirst ? [mark].compactMap(\.self) : []) + words.marks(of: issue)
        table.add([
          isFirst ? "\(row.month)" : "", issue.entry.moment,
          issue.entry.minutes.map { "\($0) min" } ?? "",
          issue.number.map { "\(id).\($0)" } ?? "by title", issue.entry.title(in: series),
          marks.joined(separator: ", "),
        ])
        styles.append(.red)
      }
    }
    section("\(id)  \(series?.title ?? "")", table, on: console) { row, column, text in
      column == 5 ? styles[row]?(text, on: console) ?? text : text
    }
  }

  private func printLimits(on console: Console) {
    var table = Table([.left, .left, .left, .left, .left], flexible: 2)
    for judged in reconciliation.limits {
      let limit = judged.finding.limit
      table.add([
        limit.line.flatMap { plan.citations[$0]?.clause } ?? "", limit.subject.identifier,
        limit.rule.description, judged.finding.measure, judged.verdict.words,
      ])
    }
    let verdicts = reconciliation.limits.map(\.verdict)
    section("Limits", table, on: console) { row, column, text in
      column == 4 ? verdicts[row].style?(text, on: console) ?? text : text
    }
  }

  private func printBreaches(
    _ outlook: LimitOutlook,
    called heading: String,
    on console: Console
  ) {
    let limits = reconciliation.limits.filter { judged in
      judged.breaches.contains { $0.outlook == outlook }
    }
    guard !limits.isEmpty else { return }
    console.line()
    console.line(Style.bold(heading, on: console))
    for judged in limits {
      let limit = judged.finding.limit
      let place = limit.line.map(plan.place) ?? ""
      console.line("  " + TerminalText.printable("\(place)\(limit.subject): \(limit.rule)"))
      for breach in judged.breaches where breach.outlook == outlook {
        let line = "    " + TerminalText.printable(words.of(breach.finding))
        console.line(console.width.map { TerminalText.cut(line, to: $0) } ?? line)
      }
    }
  }

  private func printDeviations(on console: Console) {
    guard let release = reconciliation.release, !reconciliation.deviations.isEmpty else { return }
    var table = Table([.left, .left, .left, .left], flexible: 3)
    for deviation in reconciliation.deviations {
      let number = (deviation.released?.number ?? deviation.found?.number).map { ".\($0)" } ?? ""
      table.add([
        deviation.kind.rawValue, deviation.series + number, words.of(deviation),
        deviation.found?.entry.title ?? "",
      ])
    }
    section("Not as release \(release.release) has it", table, on: console)
  }

  private func printUnclear(on console: Console) {
    guard !reconciliation.unclear.isEmpty else { return }
    console.line()
    console.line(Style.bold("Not clear", on: console))
    for unclear in reconciliation.unclear.prefix(Self.mostUnclear) {
      for line in ["  \(unclear.entry.moment)  \(unclear.entry.title)", "    \(unclear.reason)"] {
        console.line(TerminalText.cut(TerminalText.printable(line), to: console.width ?? .max))
      }
    }
    let more = reconciliation.unclear.count - Self.mostUnclear
    if more > 0 { console.line("  and \(more.of("event")) more") }
  }

  private func printOthers(on console: Console) {
    let others = reconciliation.others
    guard !others.isEmpty else { return }
    let line =
      "\(others.count.of("event")) of other programmes, such as "
      + reconciliation.someOthers.map { TerminalText.cut($0.title, to: 30) }
      .joined(separator: "; ")
    console.line()
    console.line(
      TerminalText.cut(TerminalText.printable(line), to: console.width ?? .max)
    )
  }

  private var summary: String {
    let counts = JudgedLimit.Verdict.allCases.compactMap { verdict -> String? in
      let count = reconciliation.limits.count { $0.verdict == verdict }
      return count == 0 ? nil : "\(count) \(verdict.words)"
    }
    return "\(reconciliation.limits.count.of("limit")): \(counts.joined(separator: ", "))"
  }

  private func section(
    _ title: String,
    _ table: Table,
    on console: Console,
    style: (Int, Int, String) -> String = { $2 }
  ) {
    console.line()
    console.line(Style.bold(TerminalText.printable(title), on: console))
    for line in table.lines(width: console.width, style: style) { console.line(line) }
  }
}

extension LogEntry {
  /// The title without that of the series, which all issues share, where something is behind it.
  fileprivate func title(in series: Series?) -> String {
    guard let name = series?.title, title.hasPrefix("\(name): ") else { return title }
    return String(title.dropFirst(name.count + 2))
  }
}

extension JudgedLimit.Verdict {
  /// The verdict for people.
  fileprivate var words: String {
    switch self {
    case .met: "met"
    case .broken: "BROKEN"
    case .open: "open"
    case .untold: "not told"
    }
  }

  /// How it stands out.
  fileprivate var style: Style? {
    switch self {
    case .met: .green
    case .broken: .red
    case .open, .untold: nil
    }
  }
}
