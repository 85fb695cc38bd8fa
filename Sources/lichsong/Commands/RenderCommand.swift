internal import ArgumentParser
internal import Foundation
internal import PlanFiles
internal import Publishing

/// Makes the files of newest releases anew, from the ledger alone: `lichsong render [PLAN-ID...]`.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Makes what is published anew from the ledger, where it is missing or damaged.",
    discussion: """
      The plan files are not read: only the releases are. What is as it should be is left alone, to the \
      byte; what a publish left that did not end is removed.

      EXAMPLES:
        lichsong render
        lichsong render kien-giang-2024 --exports /srv/www/calendars
      """
  )

  @Argument(
    help: ArgumentHelp("Identifiers of plans; all in the folder by default.", valueName: "plan-id")
  )
  var plans: [String] = []

  @Option(help: ArgumentHelp("The folder of all exports.", valueName: "dir"))
  var exports = "exports"

  @OptionGroup
  var writing: WritingOptions

  func run() throws {
    let folder = URL(filePath: exports, directoryHint: .isDirectory)
    let known = try ExportFolder.plans(in: folder)
    for plan in plans where !known.contains(plan) { throw unknown(plan, among: known) }
    guard !known.isEmpty else {
      throw Failure(message: "\(exports): nothing is published there", status: Failure.noInput)
    }
    try writing.holdLock(on: exports) {
      // A ledger that is not whole keeps no other plan from being mended.
      let failures = (plans.isEmpty ? known : plans).compactMap { plan -> Failure? in
        do {
          try render(ExportFolder(plan: plan, in: folder), of: plan)
          return nil
        } catch {
          return Failure(error) ?? Failure(message: "\(plan): \(error)", status: Failure.badData)
        }
      }
      guard let first = failures.first else {
        if let mends = try ExportsRoot(folder).update().mends {
          Console.output.line("\(exports): \(mends)")
        }
        return
      }
      throw Failure(message: failures.map(\.message).joined(separator: "\n"), status: first.status)
    }
  }

  private func render(_ folder: ExportFolder, of plan: String) throws {
    guard let release = try folder.ledger.newest() else {
      let mends = try folder.cleanUp().mends
      Console.output.line("\(plan): nothing was released\(mends.map { "; \($0)" } ?? "")")
      return
    }
    let mends = try folder.render(release).mends
    Console.output.line("\(plan): release \(release.release), \(mends ?? "all as it should be")")
  }

  private func unknown(_ plan: String, among known: [String]) -> Failure {
    let help =
      nearest(to: plan, among: known).map { "did you mean `\($0)`?" }
      ?? (known.isEmpty
        ? "nothing is published there" : "there is \(known.joined(separator: ", "))")
    return Failure(
      message: TerminalText.printable("error: \(exports) has no plan `\(plan)`; \(help)"),
      status: Failure.noInput
    )
  }
}
