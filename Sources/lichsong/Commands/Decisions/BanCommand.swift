internal import ArgumentParser
internal import CivilTime
internal import PlanFiles
internal import Scheduling

/// Records that no issue may appear on a day: `lichsong ban PLAN SERIES DAY`.
struct BanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ban",
    abstract: "Records that no issue of a series appears on a day, checked before it is written.",
    discussion: """
      A ban is written to decisions.yaml beside the plan, and tried first, as a pin is.

      EXAMPLE: lichsong ban calendars/kien-giang-2024 page 2024-11-15 --why "bảo trì máy in"
      """
  )

  @Argument(help: "A plan file or its folder.")
  var plan: String

  @OptionGroup
  var day: DecidedDay

  @Option(help: ArgumentHelp("Why, for people.", valueName: "text"))
  var why: String?

  @OptionGroup
  var options: DecisionOptions

  func run() throws {
    let context = try DecisionContext(at: plan, options: options)
    let (series, day) = try day.resolved(in: context)
    let subject = "\(series) \(day)"
    try context.requireOpen(day)
    try context.refuse(
      context.pins(of: series),
      of: subject,
      on: day,
      saying: "\(series) is pinned to",
      advising: "unpin"
    )
    if let standing = context.bans(of: series).first(where: { $0.date == day }) {
      Console.output.line("\(subject) is banned already (\(context.place(of: standing)))")
      return
    }
    var changed = context.decisions
    try changed.add(Decision(.ban(Ban(series: series, date: day, reason: why))))
    let trial = try context.trial(of: changed, orElse: "\(subject) cannot be banned")
    try context.record(trial, saying: "\(subject) is banned")
  }
}
