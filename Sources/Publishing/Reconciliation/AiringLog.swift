internal import CivilTime
internal import Scheduling

/// Tells the issues of one series from their further airings.
///
/// The first airing of a programme is the issue. Entries come in the order of their days; each is an issue
/// of its own, unless it is an airing of one before it: by its identity, its title, its number, or because
/// it is where the plan repeats the issue. There is one issue a day.
struct AiringLog {
  /// The issues, by day.
  private(set) var issues: [FoundIssue] = []
  /// What was not clear.
  private(set) var unclear: [UnclearEntry] = []
  private let series: Series
  private let slots: SlotCalendar

  /// How many minutes an airing may be off the hour of the plan.
  private static let tolerance = 60
  /// How many days after an issue something that is called a repeat may be one of it.
  private static let reach = 31

  /// Begins the log of a series.
  init(of series: Series, in plan: Plan) {
    self.series = series
    slots = plan.slots(of: series)
  }

  /// Takes an entry that has one of our identities, after all others of earlier days.
  ///
  /// - Parameters:
  ///   - entry: The entry.
  ///   - identity: Its identity.
  ///   - theme: The identifier of its theme, where it is known.
  mutating func add(_ entry: LogEntry, as identity: UID.Parts, theme: @autoclosure () -> String?) {
    let known = issues.firstIndex { $0.number == identity.number }
    if identity.airing != nil {
      guard let known else {
        note(entry, "a repeat of \(series.id).\(identity.number), which itself is not there")
        return
      }
      issues[known].airings.append(entry)
    } else if let known {
      let first = issues[known].entry
      if first.date == entry.date && first.time == entry.time { return }
      issues[known].airings.append(entry)
      guard first.date != entry.date, !isRepeat(entry, of: issues[known]) else { return }
      note(
        entry,
        "\(series.id).\(identity.number) was there on \(first.date) already: counted as a repeat"
      )
    } else if let same = issues.lastIndex(where: {
      $0.number == nil && $0.entry.date == entry.date
    }) {
      // Another calendar told of it by its title.
      issues[same].number = identity.number
      issues[same].evidence = .identity
      issues[same].theme = issues[same].theme ?? theme()
      if issues[same].entry.time != entry.time { issues[same].airings.append(entry) }
    } else {
      issues.append(
        FoundIssue(
          series: series.id,
          number: identity.number,
          theme: theme(),
          evidence: .identity,
          entry: entry
        )
      )
    }
  }

  /// Takes an entry whose title is that of the series, after all others of earlier days.
  ///
  /// - Parameters:
  ///   - entry: The entry.
  ///   - designation: The number that the title has for the issue.
  ///   - theme: The identifier of its theme, where it is known.
  mutating func add(_ entry: LogEntry, designation: [Int]?, theme: @autoclosure () -> String?) {
    func isOther(_ issue: FoundIssue) -> Bool {
      designation != nil && issue.designation != nil && designation != issue.designation
    }
    if let same = issues.lastIndex(where: { $0.entry.date == entry.date && !isOther($0) }) {
      // The same hour in two feeds is the same airing.
      if issues[same].entry.time != entry.time { issues[same].airings.append(entry) }
    } else if let designation,
      let same = issues.lastIndex(where: { $0.designation == designation })
    {
      issues[same].airings.append(entry)
    } else if TitleWords(entry.title).saysRepeat {
      let first = issues.lastIndex { entry.date - $0.entry.date <= Self.reach && !isOther($0) }
      if let first {
        issues[first].airings.append(entry)
      } else {
        note(entry, "called a repeat of \(series.id), and nothing before it is: not counted")
      }
    } else if let first = issues.lastIndex(where: { isRepeat(entry, of: $0) && !isOther($0) }) {
      issues[first].airings.append(entry)
      if isOnSlot(entry) {
        note(
          entry,
          "counted as a repeat of \(series.id) on \(issues[first].entry.date); "
            + "it is on a slot of its own too"
        )
      }
    } else {
      issues.append(
        FoundIssue(
          series: series.id,
          theme: theme(),
          evidence: .title,
          designation: designation,
          entry: entry
        )
      )
    }
  }

  private mutating func note(_ entry: LogEntry, _ reason: String) {
    unclear.append(UnclearEntry(entry: entry, reason: reason))
  }

  /// Whether an entry is where the plan repeats an issue: on the day, and near the hour.
  private func isRepeat(_ entry: LogEntry, of issue: FoundIssue) -> Bool {
    series.repeats.contains { airing in
      guard entry.date == issue.entry.date + airing.after else { return false }
      guard let time = entry.time else { return !isOnSlot(entry) }
      return time.isWithin(minutes: Self.tolerance, of: airing.time)
    }
  }

  private func isOnSlot(_ entry: LogEntry) -> Bool {
    guard let slot = slots.slot(on: entry.date) else { return false }
    guard let time = entry.time, let usual = slot.time else { return true }
    return time.isWithin(minutes: Self.tolerance, of: usual)
  }
}

extension TimeOfDay {
  fileprivate func isWithin(minutes: Int, of other: TimeOfDay) -> Bool {
    abs(secondsSinceMidnight - other.secondsSinceMidnight) <= minutes * 60
  }
}
