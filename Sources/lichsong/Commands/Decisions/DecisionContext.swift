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
  /// The file of the plan.
  let file: PlanFile
  /// How a decision is tried.
  let options: DecisionOptions
  /// When it is tried, and from which day the schedule may change.
  let occasion: Release.Occasion

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
}
