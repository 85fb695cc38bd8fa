internal import ArgumentParser
internal import Foundation
internal import Publishing
internal import Scheduling

/// Solves plans and publishes their calendars: `lichsong publish PLAN...`.
struct PublishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Solves plans and publishes their calendars.",
    discussion: """
      Each plan that changed gets a new release; feeds and data are made from it. A plan that did
      not change is left as it is, to the byte.

      EXAMPLE: lichsong publish calendars/kien-giang-2024 -m "Lịch năm 2024"
      """
  )

  @Argument(help: "Plan files or their folders.")
  var plans: [String]

  @OptionGroup
  var options: ReleaseOptions

  @OptionGroup
  var writing: WritingOptions

  @Option(name: .shortAndLong, help: ArgumentHelp("What this release is about.", valueName: "text"))
  var message: String?

  @Option(
    help: ArgumentHelp(
      "Publish this older release anew instead of the plan as it is now.",
      valueName: "number"
    )
  )
  var again: Int?

  @Option(
    name: .customLong("base-url"),
    help: ArgumentHelp(
      """
      The address at which the folder of all exports is served: events and feeds name it. It is \
      remembered from release to release; none takes it back.
      """,
      valueName: "url"
    ),
    transform: CommandLineValue.address
  )
  var baseURL: SiteAddress?

  @Flag(name: [.customLong("dry-run")], help: "Show what would be published; write nothing.")
  var isDryRun = false

  @Flag(help: "Publish without asking.")
  var yes = false

  @Flag(help: "Publish whatever speaks against it.")
  var force = false

  @Option(
    help: ArgumentHelp(
      "The time of the release instead of the clock's, such as 2024-03-06T00:00:00Z.",
      valueName: "time"
    ),
    transform: CommandLineValue.moment
  )
  var now: Timestamp?

  func validate() throws {
    guard again == nil || plans.count == 1 else {
      throw ValidationError("--again is for one plan: each has releases of its own.")
    }
    guard again == nil || baseURL == nil else {
      throw ValidationError("--again keeps the address: publish with --base-url afterwards.")
    }
  }

  func run() throws {
    let plans = try plans.map(LoadedPlan.init)
    try requireDistinct(plans)
    if isDryRun {
      try publish(plans)
    } else {
      // What is read of a ledger must still be its end when the release is added.
      try writing.holdLock(on: options.exports) { try publish(plans) }
    }
  }

  private func publish(_ plans: [LoadedPlan]) throws {
    // Others may have published while this waited for them.
    let now = now ?? Clock.now()
    // Every plan is read and solved before the first is published: a mistake in one publishes none.
    let drafts = try plans.map { loaded in
      guard let again else {
        return try ReleaseDraft(
          of: loaded,
          options: options,
          at: now,
          address: baseURL,
          message: message
        )
      }
      return try ReleaseDraft(again: again, of: loaded, options: options, at: now, message: message)
    }
    for draft in drafts { try publish(draft) }
  }

  private func publish(_ draft: ReleaseDraft) throws {
    let (release, folder) = (draft.release, draft.folder)
    let name = release.plan.id
    if let previous = draft.previous, draft.isUnchanged {
      let mended = isDryRun ? nil : try folder.render(previous).mends
      Console.output.line(
        "\(name): nothing changed since release \(previous.release)"
          + (mended.map { "; \($0)" } ?? "")
      )
      if !isDryRun { try updateRoot() }
      show(draft.fresh(options: options))
      return
    }
    let review = draft.review
    show(draft, review)
    if isDryRun {
      Console.output.line("\(name): nothing was written (--dry-run)")
      return
    }
    guard force || !review.isBlocked else {
      throw Failure(
        message: "\(name): nothing was written; --force publishes it all the same",
        status: Failure.cannotBeMet
      )
    }
    let isAllowed = draft.plan.publishing.statesRules && review.allowsUnattended
    guard try yes || isConfirmed(orElse: isAllowed) else {
      Console.output.line("\(name): nothing was written")
      return
    }
    let changes = try folder.publish(release)
    for line in changes.lines(in: folder.url.relativePath) { Console.output.line("  \(line)") }
    try updateRoot()
  }

  /// Brings the list of all plans up to date.
  private func updateRoot() throws {
    let exports = options.exportsFolder
    do {
      for line in try ExportsRoot(exports).update().lines(in: exports.relativePath) {
        Console.output.line("  \(line)")
      }
    } catch let error as LedgerError {
      // What is wrong with another plan is no reason to fail: this one is published.
      Console.errors.line("warning: the list of all plans was left as it is: \(error)")
    }
  }

  /// Shows what a release changes, and what speaks against it.
  private func show(_ draft: ReleaseDraft, _ review: ReleaseReview) {
    let release = draft.release
    let difference = ReleaseDifference(from: draft.previous, to: release)
    let report = DifferenceReport(difference)
    let issues = release.schedule.occurrences.count
    Console.output.line(
      "\(release.plan.id): release \(release.release), \(issues.of("issue")), \(release.events.count.of("event"))"
    )
    if draft.previous != nil {
      report.print(on: .output)
      Console.output.line("  \(report.summary)")
      if again == nil { show(draft.fresh(options: options)) }
    }
    for objection in review.objections {
      let level = objection.blocks ? "error" : "warning"
      Console.errors.line(TerminalText.printable("\(level): \(objection.text)"))
    }
  }

  private func show(_ fresh: DifferenceDocument.Fresh?) {
    if let fresh { Console.output.line("  \(fresh.sentence)") }
  }

  /// Refuses two plans that would be published as one.
  private func requireDistinct(_ loaded: [LoadedPlan]) throws {
    for (index, other) in loaded.enumerated() {
      guard let first = loaded[..<index].firstIndex(where: { $0.plan.id == other.plan.id })
      else { continue }
      throw Failure(
        message: "error: \(plans[first]) and \(plans[index]) are both the plan \(other.plan.id)",
        status: ExitCode.validationFailure.rawValue
      )
    }
  }

  /// Asks on the terminal whether to publish.
  ///
  /// - Parameter isAllowed: Whether it is, where nobody can be asked.
  /// - Returns: Whether to publish.
  /// - Throws: `Failure` where nobody can be asked.
  private func isConfirmed(orElse isAllowed: Bool) throws -> Bool {
    guard Console.isInteractive else {
      if isAllowed { return true }
      throw Failure(
        message: """
          nobody can be asked here: say --yes to publish, or --dry-run to look; a plan that states \
          its rules in `publish: {release: ...}` is published without --yes where they block nothing
          """,
        status: ExitCode.validationFailure.rawValue
      )
    }
    return try Console.confirms("Publish?")
  }
}
