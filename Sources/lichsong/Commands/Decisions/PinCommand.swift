internal import ArgumentParser
internal import CivilTime
internal import Scheduling

/// Records that an issue must appear on a day: `lichsong pin PLAN SERIES DAY`.
struct PinCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pin",
    abstract: "Records that an issue appears on a day, checked before it is written.",
    discussion: """
      A pin is written to decisions.yaml beside the plan. It is tried first: what it costs and moves is \
      said, and where the plan cannot be met with it, which lines clash and what would mend them; then \
      nothing is written. An ISSUE is named as for `lichsong explain`.

      EXAMPLES:
        lichsong pin calendars/kien-giang-2024 page 2024-06-11 --why "số đặc biệt"
        lichsong pin calendars/kien-giang-2024 segment.6
        lichsong pin calendars/kien-giang-2024 segment.6 --on 2024-06-16 --dry-run
        lichsong pin calendars/kien-giang-2024 --from-feed station.ics
      """
  )

  @Argument(help: "A plan file or its folder.")
  var plan: String

  @Argument(help: "A series, such as page, or an issue, such as segment.6.")
  var subject: String?

  @Argument(help: "The day, where a series is named.", transform: CommandLineValue.day)
  var day: CivilDate?

  @Option(
    help: ArgumentHelp("The day that the issue moves to.", valueName: "day"),
    transform: CommandLineValue.day
  )
  var on: CivilDate?

  @Option(help: ArgumentHelp("The theme that it has.", valueName: "theme"))
  var theme: String?

  @Option(help: ArgumentHelp("Why, for people.", valueName: "text"))
  var why: String?

  @Option(
    name: .customLong("from-feed"),
    help: ArgumentHelp(
      "Pin what was moved in a calendar that was exported from somewhere else; - for standard input.",
      valueName: "file"
    )
  )
  var feed: String?

  @Flag(help: "With --from-feed: write without asking.")
  var yes = false

  @OptionGroup
  var options: DecisionOptions

  func validate() throws {
    if feed != nil {
      guard subject == nil, on == nil, theme == nil else {
        throw ValidationError("With --from-feed, the file says which issues are pinned, and where.")
      }
    } else if subject == nil {
      throw ValidationError("Name a series and a day, an issue, or a file with --from-feed.")
    } else if day != nil && on != nil {
      throw ValidationError("Name a series and a day, or an issue and --on a day.")
    }
  }

  func run() throws {
    let context = try DecisionContext(at: plan, options: options)
    if let feed {
      try MovedEvents(in: FeedFile(at: feed), context)
        .pin(isConfirmed: yes || options.isDryRun, why: why)
    } else if let subject, let day {
      try context.plan.requireSeries(subject)
      try context.pin(Pin(series: subject, date: day, theme: theme, reason: why))
    } else if let subject {
      let schedule = try context.requireSchedule()
      let issue = try IssueReference.issue(
        subject,
        among: schedule.occurrences,
        of: context.plan
      )
      let pin = Pin(series: issue.series, date: on ?? issue.date, theme: theme, reason: why)
      try context.pin(pin, for: issue)
    }
  }
}
