internal import ArgumentParser
internal import CivilTime
internal import Scheduling

/// A day of a series as a command line names it: `SERIES DAY`, or an issue that is on it.
struct DecidedDay: ParsableArguments {
  @Argument(help: "A series, such as page, or an issue, such as page@2024-06-11.")
  var subject: String

  @Argument(help: "The day, where a series is named.", transform: CommandLineValue.day)
  var day: CivilDate?

  /// The series and the day.
  ///
  /// - Parameter context: What the command works with.
  /// - Returns: Both.
  /// - Throws: ``Failure`` of wrong usage where they name nothing.
  func resolved(in context: DecisionContext) throws -> (series: String, day: CivilDate) {
    if let day {
      try context.plan.requireSeries(subject)
      return (subject, day)
    }
    if case .day(let series, let day) = IssueReference(subject) {
      try context.plan.requireSeries(series)
      return (series, day)
    }
    let schedule = try context.requireSchedule()
    let issue = try IssueReference.issue(subject, among: schedule.occurrences, of: context.plan)
    return (issue.series, issue.date)
  }
}
