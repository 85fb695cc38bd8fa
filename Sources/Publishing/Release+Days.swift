package import CivilTime
internal import Scheduling

extension Release.Plan {
  /// A day with a name.
  package struct NamedDay: Sendable, Hashable, Codable {
    package var date: CivilDate
    package var title: String
  }

  /// The days of a plan's period on which one of its series has no issue because it is a day off.
  ///
  /// - Parameter plan: The plan.
  /// - Returns: The days, in order; where calendars name one differently, all names.
  static func daysOff(of plan: Scheduling.Plan) -> [NamedDay] {
    let avoided = Set(plan.series.flatMap(\.avoid))
    return days(
      plan.calendars.filter { avoided.contains($0.id) }.flatMap { $0.days.map { ($0, $1) } },
      of: plan
    )
  }

  /// The commemorative days of a plan's period.
  ///
  /// - Parameter plan: The plan.
  /// - Returns: The days, in order, each name once.
  static func observances(of plan: Scheduling.Plan) -> [NamedDay] {
    days(plan.observances.flatMap { day in day.dates.map { ($0, day.title) } }, of: plan)
  }

  private static func days(
    _ named: [(CivilDate, String)],
    of plan: Scheduling.Plan
  ) -> [NamedDay] {
    Set(named.filter { plan.period.contains($0.0) }.map { NamedDay(date: $0, title: $1) })
      .sorted { ($0.date, $0.title) < ($1.date, $1.title) }
  }
}
