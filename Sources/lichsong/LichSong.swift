internal import ArgumentParser

@main
struct LichSong: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lichsong",
    abstract: "Schedules a yearly communication plan and publishes its calendars.",
    discussion: """
      A PLAN is a plan file or its folder, such as calendars/kien-giang-2024.

      EXIT STATUS:
        0   done
        1   the plan cannot be met, a limit is broken, or lint found errors
        64  wrong usage
        65  a file that cannot be understood
        66  a file that is not there
        73  a file that cannot be written
        75  another publish is running, or a file was changed meanwhile: try again
      """,
    version: "0.1.0",
    subcommands: [
      CheckCommand.self, ScheduleCommand.self, ExplainCommand.self, PinCommand.self,
      UnpinCommand.self, BanCommand.self, UnbanCommand.self, DoneCommand.self,
      PublishCommand.self, RenderCommand.self, DiffCommand.self, HolidaysCommand.self,
      LintCommand.self, ServeCommand.self,
    ]
  )

  /// Runs the command that the arguments name, and ends with the exit status that they lead to.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      Failure(error)?.exit()
      exit(withError: error)
    }
  }
}
