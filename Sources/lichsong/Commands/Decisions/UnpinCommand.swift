internal import ArgumentParser

/// Takes a pin back: `lichsong unpin PLAN SERIES DAY`.
struct UnpinCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unpin",
    abstract: "Takes back a pin that was recorded in decisions.yaml.",
    discussion: """
      A pin that the plan itself writes is not changed: its line is said.

      EXAMPLE: lichsong unpin calendars/kien-giang-2024 page 2024-06-11
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
      context.pins(of: series),
      of: "\(series) \(day)",
      on: day,
      word: "pin"
    )
  }
}
