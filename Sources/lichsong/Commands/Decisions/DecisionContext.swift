internal import CivilTime
internal import PlanFiles
internal import Publishing
internal import Scheduling

/// What a command that records decisions works with: the plan, its decisions, its best schedule.
///
/// A decision is tried before it is recorded: the plan is read with the decisions as they would be,
/// and solved.
struct DecisionContext {
  /// The plan as it stands.
  let loaded: LoadedPlan
  /// Its decisions as they stand.
  let decisions: DecisionsFile
  /// Its newest release, if there is one.
  let previous: Release?
  /// Its best schedule; `nil` where it cannot be met.
  let schedule: Schedule?
  /// The day from which the schedule may change.
  let from: CivilDate
  /// The plan file or its folder, as the command line names it.
  let path: String
  private let file: PlanFile
  private let options: DecisionOptions
  private let occasion: Release.Occasion

  /// The plan as it stands.
  var plan: Plan { loaded.plan }

  /// Reads a plan and solves it.
  ///
  /// - Parameters:
  ///   - path: A plan file or its folder.
  ///   - options: How a decision is tried.
  /// - Throws: ``Failure`` where a file cannot be read.
  init(at path: String, options: DecisionOptions) throws {
    self.path = path
    file = PlanFile(at: path)
    loaded = try LoadedPlan(at: path)
    decisions = try file.decisions()
    self.options = options
    previous = try options.release.exportFolder(of: loaded.plan).ledger.newest()
    occasion = options.release.occasion(of: loaded.plan, after: previous, at: Clock.now())
    let request = options.release.request(for: loaded.plan, after: previous, on: occasion)
    from = request.from ?? loaded.plan.period.lowerBound
    // A decision may be what mends the plan: why it cannot be met is told only where that matters.
    schedule = try? request.schedule(
      while: options.release.beginningTimeLimit().search,
      explainingWhile: { false }
    )
  }

  /// The best schedule of the plan as it stands.
  ///
  /// - Throws: ``Unschedulable`` where there is none.
  func requireSchedule() throws -> Schedule {
    if let schedule { return schedule }
    return try options.release.solve(loaded, after: previous, on: occasion).schedule
  }

  // MARK: - Days

  /// Sees to it that the schedule may change on a day.
  ///
  /// - Parameter day: The day.
  /// - Throws: ``Failure`` of wrong usage where it lies outside the period, or in the past.
  func requireOpen(_ day: CivilDate) throws(Failure) {
    if let problem = problem(with: day) { throw Failure(wrongUsage: problem) }
  }

  /// Why nothing can be decided about a day; `nil` where something can.
  func problem(with day: CivilDate) -> String? {
    let period = plan.period
    if !period.contains(day) {
      return "\(day) lies outside the period, \(period.lowerBound) to \(period.upperBound)"
    }
    if day < from {
      return "\(day) is before \(from), from which the schedule may change (--from): what was "
        + "released before that day stands"
    }
    return nil
  }

  /// Sees to it that a theme is one of the plan.
  ///
  /// - Parameter id: The identifier; `nil` for any theme.
  /// - Throws: ``Failure`` of wrong usage, with what was probably meant.
  func requireTheme(_ id: String?) throws(Failure) {
    let ids = plan.themes.map(\.id)
    guard let id, !ids.contains(id) else { return }
    let help =
      nearest(to: id, among: ids).map { "did you mean `\($0)`?" }
      ?? (ids.isEmpty ? "the plan has none" : "the plan has \(ids.joined(separator: ", "))")
    throw Failure(wrongUsage: "the plan has no theme `\(id)`; \(help)")
  }

  // MARK: - Trying and recording

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
