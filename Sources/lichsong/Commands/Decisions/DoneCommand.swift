internal import ArgumentParser
internal import CivilTime
internal import Foundation
internal import PlanFiles
internal import Publishing
internal import Scheduling

/// Records that an issue appeared: `lichsong done PLAN ISSUE`.
struct DoneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "done",
    abstract: "Records that an issue was really aired or printed.",
    discussion: """
      An ISSUE is one of the newest release, named as for `lichsong explain`; it is recorded by its \
      identity. What was recorded of it before is replaced.

      EXAMPLE: lichsong done calendars/kien-giang-2024 segment.1 --link https://example.vn/tin/1
      """
  )

  @Argument(help: "A plan file or its folder.")
  var plan: String

  @Argument(help: "An issue, such as segment.6 or segment@2024-06-09.")
  var issue: String

  @Option(
    help: ArgumentHelp(
      "The day on which it appeared, if not that of the release.",
      valueName: "day"
    ),
    transform: CommandLineValue.day
  )
  var date: CivilDate?

  @Option(help: ArgumentHelp("Where it can be seen.", valueName: "url"))
  var link: String?

  @Option(help: ArgumentHelp("A remark.", valueName: "text"))
  var note: String?

  @Option(help: ArgumentHelp("The folder of all exports.", valueName: "dir"))
  var exports = "exports"

  @Flag(
    name: [.customLong("dry-run")],
    help: "Show what would be recorded; write nothing."
  )
  var isDryRun = false

  func run() throws {
    let file = PlanFile(at: self.plan)
    let plan = try LoadedPlan(at: self.plan).plan
    let folder = ExportFolder(
      plan: plan.id,
      in: URL(filePath: exports, directoryHint: .isDirectory)
    )
    guard let release = try folder.ledger.newest() else {
      throw Failure(
        message: "nothing of \(plan.id) has been released to \(exports) yet\n"
          + "help: publish it first, or say --exports",
        status: Failure.noInput
      )
    }
    let issue = try IssueReference.issue(
      self.issue,
      among: release.released.occurrences,
      of: plan,
      called: "release \(release.release)"
    )
    let day = date ?? issue.date
    let today = Clock.today(at: Clock.now(), in: plan)
    if day > today {
      throw Failure(wrongUsage: "\(day) is still to come, and today is \(today)")
    }
    let completion = Completion(
      uid: UID.issue(plan: plan.id, series: issue.series, number: issue.number),
      date: day,
      link: link,
      note: note
    )
    try record(Decision(.completion(completion)), of: issue, in: file)
  }

  private func record(_ decision: Decision, of issue: Occurrence, in file: PlanFile) throws {
    guard case .completion(let completion) = decision.content else { return }
    let decisions = try file.decisions()
    var changed = decisions
    let standing = decisions.entries.firstIndex { entry in
      if case .completion(let other) = entry.content { other.uid == completion.uid } else { false }
    }
    let name = "\(issue.series).\(issue.number)"
    if let standing {
      guard decisions.entries[standing] != decision else {
        let place = "\(decisions.name):\(decisions.line(at: standing))"
        Console.output.line("\(name) is recorded so already (\(place))")
        return
      }
      try changed.replace(at: standing, with: decision)
    } else {
      try changed.add(decision)
    }
    // Whether the plan reads with it, not only the file by itself.
    _ = try LoadedPlan(file.reading(with: changed))
    let day = completion.date ?? issue.date
    let plan = day == issue.date ? "" : ", planned for \(issue.date)"
    Console.output.line("\(name) appeared on \(day)\(plan)")
    for line in changed.differences(from: decisions) {
      Console.output.line(TerminalText.printable(line))
    }
    if isDryRun {
      Console.output.line("nothing was written (--dry-run)")
    } else {
      try file.write(changed, insteadOf: decisions)
    }
  }
}
