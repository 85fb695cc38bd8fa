internal import ArgumentParser

@main
struct LichSong: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lichsong",
    abstract: "Schedules a yearly communication plan and publishes its calendars."
  )
}
