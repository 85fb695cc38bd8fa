internal import PlanFiles
internal import Publishing
internal import Scheduling

/// Trying decisions, and recording them.
extension DecisionContext {
  /// What comes of decisions.
  struct Trial {
    /// The decisions as they would be.
    var decisions: DecisionsFile
    /// The plan with them.
    var loaded: LoadedPlan
    /// The best schedule with them; `nil` where there is none, and ``DecisionOptions/force`` is set.
    var solution: Solution?
  }

  /// Tries decisions.
  ///
  /// - Parameters:
  ///   - changed: The decisions as they would be.
  ///   - what: What cannot be done where they cannot be met, such as `page 2024-06-11 cannot be pinned`.
  /// - Returns: What comes of them.
  /// - Throws: ``Failure`` where the plan cannot be met with them, unless that is forced.
  func trial(of changed: DecisionsFile, orElse what: String) throws -> Trial {
    let candidate: LoadedPlan
    do {
      candidate = try LoadedPlan(file.reading(with: changed))
    } catch {
      throw Failure(
        message: "\(what); nothing was written\n\(error.description)",
        status: Failure.cannotBeMet
      )
    }
    for warning in candidate.warnings where !loaded.warnings.contains(warning) {
      Console.errors.line(warning.description)
    }
    do {
      let solution = try options.release.solve(candidate, after: previous, on: occasion)
      return Trial(decisions: changed, loaded: candidate, solution: solution)
    } catch let error as Unschedulable {
      let before = schedule == nil ? " (nor can the plan be met as it stands)" : ""
      guard options.force else {
        throw Failure(
          message: "\(what)\(before); nothing was written, --force writes it all the same\n"
            + error.message,
          status: Failure.cannotBeMet
        )
      }
      Console.errors.line("\(what)\(before)\n\(error.message)")
      return Trial(decisions: changed, loaded: candidate, solution: nil)
    }
  }

  /// Says what comes of decisions, and records them.
  ///
  /// - Parameters:
  ///   - trial: What comes of them.
  ///   - what: What is decided, such as `page 2024-06-11 is pinned`.
  ///   - remarks: What is to be said besides.
  ///   - question: What a person is asked first; `nil` to ask nobody.
  /// - Throws: ``Failure`` where nothing can be written.
  func record(
    _ trial: Trial,
    saying what: String,
    remarks: [String] = [],
    asking question: String? = nil
  ) throws {
    let console = Console.output
    let cost = trial.solution.map { DecisionCost(of: $0.schedule, beside: schedule, in: plan) }
    console.line(TerminalText.printable(what + (cost.map { ": \($0.summary)" } ?? "")))
    for line in (cost?.consequences ?? []) + remarks {
      console.line("  " + TerminalText.printable(line))
    }
    for line in trial.decisions.differences(from: decisions) {
      console.line(TerminalText.printable(line))
    }
    if options.isDryRun {
      console.line("nothing was written (--dry-run)")
      return
    }
    if let question, try !Console.confirms(question) {
      console.line("nothing was written")
      return
    }
    try file.write(trial.decisions, insteadOf: decisions)
  }
}

extension DecisionsFile {
  /// The entries that another version of the file does not have, and those that only it has, each with
  /// its place.
  func differences(from old: DecisionsFile) -> [String] {
    let removed = old.entries.indices.filter { !entries.contains(old.entries[$0]) }
    let added = entries.indices.filter { !old.entries.contains(entries[$0]) }
    return removed.map { "taken out of \(name):\(old.line(at: $0)): \(old.entries[$0].text)" }
      + added.map { "\(name):\(line(at: $0)): \(entries[$0].text)" }
  }
}
