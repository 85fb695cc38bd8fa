internal import ArgumentParser
internal import PlanFiles
internal import Scheduling

/// Reads a plan and names every mistake: `lichsong check PLAN`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Reads a plan and names every mistake in it.",
    discussion: """
      Ends with 65 where the plan cannot be understood, and with 1 where its limits cannot hold \
      together.

      EXAMPLE: lichsong check calendars/kien-giang-2024
      """
  )

  @Argument(help: "A plan file or its folder.")
  var plan: String

  func run() throws {
    let loaded = try LoadedPlan(at: plan)
    guard loaded.contradictions.isEmpty else {
      throw Failure(
        message: loaded.contradictions.map(\.description).joined(separator: "\n"),
        status: Failure.cannotBeMet
      )
    }
    let plan = loaded.plan
    Console.output.line(
      "\(plan.id): no mistake found in \(plan.series.count) series and "
        + plan.themes.count.of("theme")
    )
  }
}
