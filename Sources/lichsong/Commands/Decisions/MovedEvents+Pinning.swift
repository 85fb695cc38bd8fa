internal import CivilTime
internal import PlanFiles
internal import Scheduling

extension MovedEvents {
  /// Tries a pin for every issue that moved, all of them at once, and records them.
  ///
  /// - Parameters:
  ///   - isConfirmed: Whether nobody needs to be asked.
  ///   - why: The reason that is written with each.
  /// - Throws: ``Failure`` where the plan cannot be met with them.
  func pin(isConfirmed: Bool, why: String?) throws {
    guard !moves.isEmpty else {
      printRemarks()
      if !remarks.isEmpty { Console.output.line() }
      Console.output.line("no issue was moved to another day: nothing to pin")
      return
    }
    var changed = context.decisions
    for move in moves { try changed.releasePin(of: move.issue, in: context) }
    let pins = moves.map { pin(for: $0, why: why) }
    for pin in pins { try changed.add(Decision(.pin(pin))) }
    let count = pins.count.of("pin")
    let trial = try trial(of: changed)
    printMoves()
    printRemarks()
    Console.output.line()
    let remarks = zip(moves, pins).flatMap { move, pin in
      context.remarks(on: pin).map { "\(pin.date): \($0)" }
        + (trial.solution.map { context.remarks(on: move.issue, to: move.day, in: $0.schedule) }
          ?? [])
    }
    try context.record(
      trial,
      saying: count,
      remarks: remarks,
      asking: isConfirmed ? nil : "Write \(count)?"
    )
  }

  private func pin(for move: Move, why: String?) -> Pin {
    let theme = context.plan.themes.first { $0.id == move.issue.theme }?.id
    return Pin(series: move.issue.series, date: move.day, theme: theme, reason: why)
  }

  private func trial(
    of changed: DecisionsFile
  ) throws -> DecisionContext.Trial {
    do {
      return try context.trial(of: changed, orElse: "not all \(moves.count) can be pinned")
    } catch {
      // What was found in the file helps to see which moves clash.
      printMoves()
      printRemarks()
      throw error
    }
  }

  private func printMoves() {
    Console.output.line(Style.bold("Moved", on: .output))
    var table = Table([.left, .left, .left], flexible: 2)
    for move in moves {
      let theme = context.plan.themes.first { $0.id == move.issue.theme }?.title ?? ""
      table.add([
        "\(move.issue.series).\(move.issue.number)", "\(move.issue.date) -> \(move.day)", theme,
      ])
    }
    for line in table.lines(width: Console.output.width) { Console.output.line(line) }
  }

  private func printRemarks() {
    guard !remarks.isEmpty else { return }
    if !moves.isEmpty { Console.output.line() }
    Console.output.line(Style.bold("Not taken over", on: .output))
    var table = Table([.left, .left, .left])
    for remark in remarks {
      table.add([
        TerminalText.cut(remark.subject, to: 40), remark.date?.description ?? "", remark.reason,
      ])
    }
    for line in table.lines(width: Console.output.width) { Console.output.line(line) }
  }
}
