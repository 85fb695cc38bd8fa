internal import ArgumentParser
internal import Foundation
internal import PlanFiles
internal import Publishing
internal import Scheduling

/// Reads a plan and names every mistake; holds outlets' own calendars against it: `lichsong check PLAN
/// [FEED...]`.
struct CheckCommand: ParsableCommand {
  /// The forms in which it is shown what calendars say.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Names every mistake in a plan, or holds outlets' own calendars against it.",
    discussion: """
      Without a FEED: ends with 65 where the plan cannot be understood, and with 1 where its limits \
      cannot hold together.

      With a station's or a newspaper's own calendars: which events are issues of the plan, month by \
      month, and which clauses they keep. Events are known by the identities of the plan's own feed, \
      else by the words of the series' title and the day; the first airing is the issue, what follows \
      where the plan repeats it is a repeat. Series of outlets whose calendar is not given are left \
      out: of which outlet a calendar is, its name tells, or its file's (station.ics), or --outlet.

      Ends with 1 where a limit is broken. What is lacking is open, and breaks nothing, as long as \
      enough slots are left for it from today on; what is too much, too long or on a wrong day is \
      broken also while it is still to come. Where the plan was released, what is not as it was \
      released is told too; that breaks nothing by itself.

      With --format json: plan, release, today, status (met, open, broken), feeds, series, issues \
      (series, number, theme, evidence, event, airings), months, limits (line, verdict, found, \
      breaches), deviations (moved, hour, theme, cancelled, missing, added), unclear, others.

      EXAMPLES:
        lichsong check calendars/kien-giang-2024
        lichsong check calendars/kien-giang-2024 station.ics newspaper.ics
        lichsong check calendars/kien-giang-2024 lich-phat-song.ics --outlet station --format json
      """
  )

  @Argument(help: "A plan file or its folder.")
  var plan: String

  @Argument(
    help: ArgumentHelp(
      "iCalendar files to hold against the plan; - for standard input.",
      valueName: "feed"
    )
  )
  var feeds: [String] = []

  @Option(
    help: ArgumentHelp(
      "With calendars: the outlet that they are of; may be given several times.",
      valueName: "outlet"
    )
  )
  var outlet: [String] = []

  @Option(help: "With calendars: how the answer is shown.")
  var format: Format = .table

  @Option(help: ArgumentHelp("The folder of all exports.", valueName: "dir"))
  var exports = "exports"

  @Option(
    help: ArgumentHelp(
      "The time instead of the clock's, such as 2024-07-01T00:00:00Z.",
      valueName: "time"
    ),
    transform: CommandLineValue.moment
  )
  var now: Timestamp?

  func validate() throws {
    if feeds.isEmpty {
      guard outlet.isEmpty, format == .table, now == nil else {
        throw ValidationError(
          "--outlet, --format and --now are for calendars: name one behind PLAN."
        )
      }
    }
    guard feeds.count(where: { $0 == "-" }) <= 1 else {
      throw ValidationError("Standard input can be read once.")
    }
  }

  func run() throws {
    let loaded = try LoadedPlan(at: plan)
    if feeds.isEmpty {
      try check(loaded)
    } else {
      try reconcile(with: loaded)
    }
  }

  private func check(_ loaded: LoadedPlan) throws {
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

  private func reconcile(with loaded: LoadedPlan) throws {
    let plan = loaded.plan
    for id in outlet { try plan.requireOutlet(id) }
    let received = try feeds.map { path in
      let file = try FeedFile(at: path)
      return ReceivedFeed(name: file.name, calendar: file.calendar)
    }
    let folder = ExportFolder(
      plan: plan.id,
      in: URL(filePath: exports, directoryHint: .isDirectory)
    )
    let reconciliation: Reconciliation
    do {
      reconciliation = try Reconciliation(
        of: received,
        with: plan,
        after: folder.ledger.newest(),
        today: Clock.today(at: now ?? Clock.now(), in: plan),
        outlets: outlet
      )
    } catch let error as Reconciliation.UnreadableFeed {
      throw Failure(error.error, in: error.name)
    }
    for var contradiction in loaded.contradictions {
      contradiction.severity = .warning
      Console.errors.line(contradiction.description)
    }
    switch format {
    case .table: ReconciliationReport(reconciliation).print(on: .output)
    case .json:
      Console.output.write(try JSONText.encode(ReconciliationDocument(reconciliation)))
    }
    if reconciliation.verdict == .broken {
      throw Failure(message: "", status: Failure.cannotBeMet)
    }
  }
}

extension Plan {
  /// Sees to it that an outlet is one of the plan.
  fileprivate func requireOutlet(_ id: String) throws(Failure) {
    let ids = outlets.map(\.id)
    guard !ids.contains(id) else { return }
    let help =
      nearest(to: id, among: ids).map { "did you mean `\($0)`?" }
      ?? "the plan has \(ids.joined(separator: ", "))"
    throw Failure(wrongUsage: "the plan has no outlet `\(id)`; \(help)")
  }
}
