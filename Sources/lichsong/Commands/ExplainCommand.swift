internal import ArgumentParser
internal import CivilTime
internal import Publishing
internal import Scheduling

/// Says why an issue is on its day and has its theme: `lichsong explain PLAN ISSUE`.
struct ExplainCommand: ParsableCommand {
  /// The forms in which an explanation is shown.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Says why an issue is on its day, and what other days and themes cost.",
    discussion: """
      An ISSUE is named by its identity in a feed, by its series and number, or by its series and day. \
      A price is what a pin on the other day, or of the other theme, would add to the points: it is \
      solved, not estimated, and `at least` where the time limit ended the search.

      EXAMPLES:
        lichsong explain calendars/kien-giang-2024 segment.6
        lichsong explain calendars/kien-giang-2024 segment@2024-06-09 --on 2024-06-16
        lichsong explain calendars/kien-giang-2024 kien-giang-2024.segment.6@lichsong --format json
      """
  )

  @Argument(help: "A plan file or its folder.")
  var plan: String

  @Argument(help: "An issue, such as segment.6 or segment@2024-06-09.")
  var issue: String

  @Option(
    help: ArgumentHelp("A day: what an issue there would cost or break.", valueName: "day"),
    transform: CommandLineValue.day
  )
  var on: CivilDate?

  @OptionGroup
  var options: ReleaseOptions

  @Option(help: "How the explanation is shown.")
  var format: Format = .table

  func run() throws {
    let loaded = try LoadedPlan(at: self.plan)
    let plan = loaded.plan
    let previous = try options.exportFolder(of: plan).ledger.newest()
    let solution: Solution
    do {
      solution = try options.solve(loaded, after: previous, at: Clock.now())
    } catch let error as Unschedulable {
      guard format == .json, case .infeasible(let clash) = error.reason else { throw error }
      Console.output.write(try JSONText.encode(InfeasibilityDocument(clash, of: plan)))
      throw Failure(message: "", status: Failure.cannotBeMet)
    }
    let issue = try IssueReference.issue(self.issue, among: solution.schedule.occurrences, of: plan)
    let explainer = Explainer(
      solution.schedule,
      of: plan,
      keeping: solution.released,
      from: solution.from,
      while: options.beginningTimeLimit().search
    )
    let explanation = explainer.explanation(of: issue)
    let answer =
      explanation.isHistory ? nil : on.map { explainer.answer(on: $0, for: issue) }
    switch format {
    case .table:
      ExplanationReport(explanation, answer: answer, schedule: solution.schedule, plan: plan)
        .print(on: .output)
    case .json:
      let document = ExplanationDocument(
        explanation,
        answer: answer,
        schedule: solution.schedule,
        plan: plan
      )
      Console.output.write(try JSONText.encode(document))
    }
  }
}
