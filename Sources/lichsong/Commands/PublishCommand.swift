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

  @Option(name: .shortAndLong, help: ArgumentHelp("What this release is about.", valueName: "text"))
  var message: String?

  @Flag(name: [.customLong("dry-run")], help: "Show what would be published; write nothing.")
  var isDryRun = false

  @Flag(help: "Publish without asking.")
  var yes = false

  @Option(
    help: ArgumentHelp(
      "The time of the release instead of the clock's, such as 2024-03-06T00:00:00Z.",
      valueName: "time"
    ),
    transform: CommandLineValue.moment
  )
  var now: Timestamp?

  func run() throws {
    let now = now ?? Clock.now()
    // Every plan is read and solved before the first is published: a mistake in one publishes none.
    let drafts = try plans.map { path in
      try ReleaseDraft(of: LoadedPlan(at: path), options: options, at: now, message: message)
    }
    for draft in drafts { try publish(draft) }
  }

  private func publish(_ draft: ReleaseDraft) throws {
    let (release, folder) = (draft.release, draft.folder)
    let name = release.plan.id
    if let previous = draft.previous, draft.isUnchanged {
      let mended = isDryRun ? [] : try folder.render(previous)
      Console.output.line(
        "\(name): nothing changed since release \(previous.release)"
          + (mended.isEmpty ? "" : "; made anew: \(mended.joined(separator: ", "))")
      )
      return
    }
    let count = release.schedule.occurrences.count
    Console.output.line(
      "\(name): release \(release.release), \(count) issues, \(release.events.count) events"
    )
    if isDryRun {
      Console.output.line("\(name): nothing was written (--dry-run)")
      return
    }
    guard try yes || isConfirmed() else {
      Console.output.line("\(name): nothing was written")
      return
    }
    for path in try folder.publish(release) {
      Console.output.line("  \(folder.url.appending(path: path).relativePath)")
    }
  }

  /// Asks on the terminal whether to publish.
  private func isConfirmed() throws -> Bool {
    guard Console.isInteractive else {
      throw Failure(
        message: "nobody can be asked here: say --yes to publish, or --dry-run to look",
        status: ExitCode.validationFailure.rawValue
      )
    }
    Console.output.write("Publish? [y/N] ")
    return ["y", "yes", "c", "có"].contains(readLine()?.lowercased() ?? "")
  }
}
