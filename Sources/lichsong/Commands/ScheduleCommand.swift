internal import ArgumentParser
internal import PlanFiles
internal import Publishing
internal import Scheduling

/// Solves a plan and shows the best schedule: `lichsong schedule PLAN`.
struct ScheduleCommand: ParsableCommand {
  /// The forms in which a schedule is shown.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table
    case json
    case csv
    case markdown
    case ics
  }

  static let configuration = CommandConfiguration(
    commandName: "schedule",
    abstract: "Solves a plan and shows the best schedule; writes nothing.",
    discussion: """
      EXAMPLES:
        lichsong schedule calendars/kien-giang-2024
        lichsong schedule calendars/kien-giang-2024 --format csv > schedule.csv
      """
  )

  @Argument(help: "A plan file or its folder.")
  var plan: String

  @OptionGroup
  var options: ReleaseOptions

  @Option(help: "How the schedule is shown.")
  var format: Format = .table

  func run() throws {
    let loaded = try LoadedPlan(at: self.plan)
    let plan = loaded.plan
    let now = Clock.now()
    let previous = try options.exportFolder(of: plan).ledger.newest()
    let solution: Solution
    do {
      solution = try options.solve(loaded, after: previous, at: now)
    } catch let error as Unschedulable {
      guard format == .json, case .infeasible(let why) = error.reason else { throw error }
      Console.output.write(try JSONText.encode(InfeasibilityDocument(why, of: plan)))
      throw Failure(message: "", status: Failure.cannotBeMet)
    }
    let document = ScheduleDocument(solution.schedule, of: plan)
    switch format {
    case .table:
      ScheduleReport(solution.schedule, of: plan, findings: solution.findings).print(on: .output)
    case .json:
      Console.output.write(try JSONText.encode(document))
    case .csv:
      Console.output.write(ScheduleRows(document, of: plan).csv)
    case .markdown:
      Console.output.write(ScheduleRows(document, of: plan).markdown)
    case .ics:
      let release = Release(
        solution.schedule,
        of: plan,
        after: previous,
        at: solution.occasion
      )
      Console.output.write(try Feed.all(of: release).text())
    }
  }
}
