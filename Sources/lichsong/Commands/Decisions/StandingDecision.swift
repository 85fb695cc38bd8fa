internal import CivilTime
internal import PlanFiles
internal import Scheduling

/// A pin or a ban of a plan, with where it is written.
struct StandingDecision {
  /// The day.
  var date: CivilDate
  /// The line of the plan.
  var line: PlanLine
  /// The position in the file of decisions; `nil` for one of the plan file.
  var entry: Int?
}

extension DecisionContext {
  /// The pins of a series, in the order of the files.
  func pins(of series: String) -> [StandingDecision] {
    let own = decisions.entries.indices.filter { decisions.entries[$0].isPin }
    let first = plan.pins.count - own.count
    return plan.pins.indices.filter { plan.pins[$0].series == series }.map { index in
      StandingDecision(
        date: plan.pins[index].date,
        line: .pin(index),
        entry: index < first ? nil : own[index - first]
      )
    }
  }

  /// The bans of a series, in the order of the files.
  func bans(of series: String) -> [StandingDecision] {
    let own = decisions.entries.indices.filter { decisions.entries[$0].isBan }
    let first = plan.bans.count - own.count
    return plan.bans.indices.filter { plan.bans[$0].series == series }.map { index in
      StandingDecision(
        date: plan.bans[index].date,
        line: .ban(index),
        entry: index < first ? nil : own[index - first]
      )
    }
  }

  /// Where a decision is written, in the form that editors follow, without a space behind it.
  func place(of decision: StandingDecision) -> String {
    guard let citation = plan.citations[decision.line] else { return "" }
    return "\(citation.file):\(citation.line):\(citation.column)"
  }

  /// Sees to it that no ban or pin contradicts a decision about a day.
  ///
  /// - Parameters:
  ///   - others: The decisions that would.
  ///   - subject: The series and the day, such as `page 2024-06-11`.
  ///   - day: The day.
  ///   - what: What they say, such as `page is banned from`.
  ///   - command: The command that takes one back, without the plan.
  /// - Throws: ``Failure`` with the line of the first, and what to do.
  func refuse(
    _ others: [StandingDecision],
    of subject: String,
    on day: CivilDate,
    saying what: String,
    advising command: String
  ) throws(Failure) {
    guard let other = others.first(where: { $0.date == day }) else { return }
    let help =
      other.entry == nil
      ? "take the line out of the plan first"
      : "take that back first: lichsong \(command) \(path) \(subject)"
    throw Failure(
      message: TerminalText.printable("\(place(of: other)): error: \(what) \(day)")
        + "\nhelp: \(TerminalText.printable(help))",
      status: Failure.cannotBeMet
    )
  }

  /// Takes back what was decided about a day.
  ///
  /// - Parameters:
  ///   - standing: The pins or the bans of the series.
  ///   - subject: The series and the day, such as `page 2024-06-11`.
  ///   - day: The day.
  ///   - word: `pin` or `ban`.
  /// - Throws: ``Failure`` where there is nothing to take back, or the plan cannot be met without it.
  func takeBack(
    _ standing: [StandingDecision],
    of subject: String,
    on day: CivilDate,
    word: String
  ) throws {
    let found = standing.filter { $0.date == day }
    let own = found.compactMap(\.entry)
    let others = found.filter { $0.entry == nil }
    guard !own.isEmpty else {
      if let other = others.first {
        throw Failure(
          message: "\(place(of: other)): error: the \(word) of \(subject) stands in the plan\n"
            + "help: take the line out there; this command changes \(decisions.name) alone",
          status: Failure.cannotBeMet
        )
      }
      let all = standing.map { "\($0.date) (\(place(of: $0)))" }
      throw Failure(
        wrongUsage: "there is no \(word) of \(subject); "
          + (all.isEmpty ? "the series has none" : "there are \(all.joined(separator: ", "))")
      )
    }
    var changed = decisions
    for entry in own.reversed() { try changed.remove(at: entry) }
    let trial = try trial(of: changed, orElse: "the \(word) of \(subject) cannot be taken back")
    try record(
      trial,
      saying: "the \(word) of \(subject) is taken back",
      remarks: others.map { "\(place(of: $0)): the plan has it too, and that line stands" }
    )
  }
}

extension Decision {
  /// Whether the entry is a pin.
  var isPin: Bool { if case .pin = content { true } else { false } }
  /// Whether the entry is a ban.
  var isBan: Bool { if case .ban = content { true } else { false } }
}
