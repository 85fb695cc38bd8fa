internal import CivilTime
internal import Publishing
internal import Scheduling

/// What breaks a limit, and what is not as it was released, in words: when, how much, which events.
struct BreachWords {
  private let plan: Plan
  private let issues: [FoundIssue]
  private let feeds: [String]
  private let breaches: [LimitFinding]

  /// Prepares the words for what was found.
  init(of reconciliation: Reconciliation) {
    plan = reconciliation.plan
    issues = reconciliation.issues
    feeds = reconciliation.feeds.map(\.name)
    breaches = reconciliation.limits.flatMap { $0.breaches.map(\.finding) }
  }

  /// What breaks a limit once.
  ///
  /// - Parameter breach: One breach of it.
  /// - Returns: A line.
  func of(_ breach: LimitFinding) -> String {
    let found = breach.found ?? 0
    let events = breach.dates.flatMap { self.events(on: $0, of: breach.limit) }.joined(
      separator: "; "
    )
    switch breach.limit.rule {
    case .perMonthAtLeast, .perMonthAtMost:
      let month = breach.month.map { "\($0)" } ?? ""
      return found == 0 ? "\(month): none" : "\(month): \(found.of("issue")): \(events)"
    case .perYearAtLeast, .perYearAtMost, .aim: return found.of("issue")
    case .minGap, .apart: return "\(found.of("day")): \(events)"
    case .maxMinutes(let most): return "\(found.of("minute")), \(found - most) too long: \(events)"
    case .avoid(let id):
      let day = breach.dates.first
      let name = day.flatMap { day in plan.calendars.first { $0.id == id }?.days[day] }
      return (name.map { "\($0): " } ?? "") + events
    case .pin:
      return events.isEmpty ? "no issue on that day" : "with another theme: \(events)"
    case .slots, .ban, .from, .themeSeries, .themeWindow: return events
    case .themeAtLeast, .themeAtMost: return found.of("time")
    }
  }

  /// In what an issue is not as it was released.
  ///
  /// - Parameter deviation: What is different.
  /// - Returns: The days, hours or themes before and now.
  func of(_ deviation: ReleaseDeviation) -> String {
    let (old, new) = (deviation.released, deviation.found)
    let now = new?.entry.moment ?? ""
    switch deviation.kind {
    case .moved: return "\(old?.day ?? "") -> \(now)"
    case .hour:
      return "\(old?.day ?? "") \(old?.time.map(\.description) ?? "") -> "
        + (new?.entry.time?.description ?? "")
    case .theme: return "\(now): \(old?.theme ?? "none") -> \(new?.theme ?? "none")"
    case .cancelled, .missing: return old?.day ?? ""
    case .added: return now
    }
  }

  /// What is wrong with how many issues a month has, in short; `nil` where nothing is.
  func mark(of row: Reconciliation.MonthRow) -> String? {
    if row.verdict == .open { return "open" }
    let breach = breaches.first {
      $0.month == row.month && $0.limit.subject == .series(row.series)
    }
    guard let breach else { return nil }
    if case .perMonthAtMost = breach.limit.rule { return "too many" }
    return row.issues.isEmpty ? "missing" : "too few"
  }

  /// What is wrong with an issue itself, in short.
  func marks(of issue: FoundIssue) -> [String] {
    breaches.filter {
      $0.limit.subject == .series(issue.series) && $0.dates.contains(issue.entry.date)
    }.compactMap { breach in
      switch breach.limit.rule {
      case .minGap: breach.dates.last == issue.entry.date ? "too close" : nil
      case .maxMinutes: breach.found == issue.entry.minutes ? "too long" : nil
      case .slots: "wrong day"
      case .avoid: "day off"
      case .ban: "banned day"
      default: nil
      }
    }
  }

  /// The events on a day that a limit is about.
  private func events(on date: CivilDate, of limit: Limit) -> [String] {
    issues.filter { issue in
      guard issue.entry.date == date else { return false }
      return switch limit.subject {
      case .series(let id): issue.series == id
      case .separation(let ids): ids.contains(issue.series)
      case .theme(let id): issue.theme == id
      }
    }.map { issue in
      let title = TerminalText.cut(issue.entry.title, to: 60)
      let file = feeds.count > 1 ? " (\(feeds[issue.entry.feed]))" : ""
      return "\(issue.entry.moment) \(title)\(file)"
    }
  }
}

extension LogEntry {
  /// The day with its weekday, and the hour where there is one: `2024-06-09 Sun 20:15`.
  var moment: String {
    "\(date) \(date.weekday.abbreviation)" + (time.map { " \($0)" } ?? "")
  }
}

extension Occurrence {
  /// The day with its weekday.
  fileprivate var day: String { "\(date) \(date.weekday.abbreviation)" }
}
