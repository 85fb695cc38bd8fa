internal import CivilTime
internal import Publishing

/// What changes from one release to another, for people: one line for each change of an issue.
struct DifferenceReport {
  private let difference: ReleaseDifference
  private let rows: [[String]]

  /// Prepares a report.
  init(_ difference: ReleaseDifference) {
    self.difference = difference
    rows = difference.changes.flatMap { change in
      change.kinds.map { kind in
        [
          Self.name(of: change.after), Self.verb(kind), Self.what(change, kind),
          kind == .text
            ? change.newWords.joined(separator: "; ")
            : kind == change.kinds.first ? change.reason?.planners ?? "" : "",
        ]
      }
    }
  }

  /// Prints the changes as a table.
  func print(on console: Console) {
    var table = Table([.left, .left, .left, .left], flexible: 3)
    for row in rows { table.add(row) }
    for line in table.lines(width: console.width) { console.line(line) }
  }

  /// The changes as a Markdown table.
  var markdown: String {
    MarkdownTable.text([["issue", "change", "what", "why"]] + rows)
  }

  /// How many issues changed in which way, in a sentence.
  var summary: String {
    let parts = ReleaseDifference.Kind.allCases.compactMap { kind -> String? in
      let count = difference.count(kind)
      return count == 0 ? nil : "\(count) \(Self.noun(kind))"
    }
    let rest = "\(difference.unchanged) as before"
    return parts.isEmpty ? rest : (parts + [rest]).joined(separator: ", ")
  }

  private static func name(of event: PublishedEvent) -> String {
    if let milestone = Milestone(number: event.number), event.kind == .activity {
      return "\(event.series), \(milestone.rawValue)"
    }
    let issue = "\(event.series).\(event.number)"
    return event.kind == .airing ? "\(issue), repeat" : issue
  }

  private static func verb(_ kind: ReleaseDifference.Kind) -> String {
    switch kind {
    case .added: "new"
    case .cancelled: "cancelled"
    case .revived: "revived"
    case .moved: "moved"
    case .hour: "hour"
    case .theme: "theme"
    case .text: "text"
    }
  }

  private static func noun(_ kind: ReleaseDifference.Kind) -> String {
    switch kind {
    case .hour: "at another hour"
    case .theme: "with another theme"
    case .text: "in other words"
    default: verb(kind)
    }
  }

  private static func what(
    _ change: ReleaseDifference.Change,
    _ kind: ReleaseDifference.Kind
  ) -> String {
    let (old, new) = (change.before ?? change.after, change.after)
    switch kind {
    case .added, .revived, .text: return day(new)
    case .cancelled: return day(old)
    case .moved: return "\(day(old)) -> \(day(new))"
    case .hour:
      return
        "\(new.date) \(old.time?.description ?? "all day") -> \(new.time?.description ?? "all day")"
    case .theme: return "\(new.date) \(old.theme ?? "none") -> \(new.theme ?? "none")"
    }
  }

  private static func day(_ event: PublishedEvent) -> String {
    "\(event.date) \(event.date.weekday.abbreviation)"
  }
}
