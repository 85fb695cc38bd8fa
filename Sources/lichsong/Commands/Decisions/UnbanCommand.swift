internal import ArgumentParser

/// Takes a ban back: `lichsong unban PLAN SERIES DAY`.
struct UnbanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unban",
    abstract: "Takes back a ban that was recorded in decisions.yaml.",
    discussion: """
      A ban that the plan itself writes is not changed: its line is said.

      EXAMPLE: lichsong unban calendars/kien-giang-2024 page 2024-11-15
      """
  )

  @Argument(help: "A plan file or its folder.")
  var plan: String

  @OptionGroup
  var day: DecidedDay

  @OptionGroup
  var options: DecisionOptions

  func run() throws {
    let context = try DecisionContext(at: plan, options: options)
    let (series, day) = try day.resolved(in: context)
    try context.takeBack(
      context.bans(of: series),
      of: "\(series) \(day)",
      on: day,
      word: "ban"
    )
  }
}
