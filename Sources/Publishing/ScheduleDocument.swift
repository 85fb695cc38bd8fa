package import CivilTime
package import Scheduling

/// A schedule as programs read it: `schedule --format json`, `schedule.json`, and in releases.
package struct ScheduleDocument: Sendable, Hashable, Codable {
  /// Points with their proven bound, term by term.
  package struct Score: Sendable, Hashable, Codable {
    /// The sum of the terms.
    package var points: Int
    /// No choice has fewer points.
    package var bound: Int
    /// The points of each term.
    package var terms: [String: Int]

    /// Renders a score of the scheduling core.
    package init<Term: RawRepresentable<String>>(_ score: Scheduling.Score<Term>) {
      points = score.points
      bound = score.bound
      terms = Dictionary(uniqueKeysWithValues: score.terms.map { ($0.key.rawValue, $0.value) })
    }
  }

  /// An issue.
  package struct Occurrence: Sendable, Hashable, Codable {
    /// The identity under which it is published.
    package var uid: String
    /// The identifier of its series.
    package var series: String
    /// Its number within the series.
    package var number: Int
    /// The day.
    package var date: CivilDate
    /// The hour in the plan's time zone, where there is one.
    package var time: TimeOfDay?
    /// The length on air, in minutes, where there is one.
    package var minutes: Int?
    /// The identifier of its theme, where there is one.
    package var theme: String?

    /// Renders an issue of a plan.
    package init(_ occurrence: Scheduling.Occurrence, of plan: Plan) {
      uid = UID.issue(plan: plan.id, series: occurrence.series, number: occurrence.number)
      series = occurrence.series
      number = occurrence.number
      date = occurrence.date
      time = occurrence.time
      minutes = occurrence.minutes
      theme = occurrence.theme
    }

    /// The occurrence without its published identity.
    package var occurrence: Scheduling.Occurrence {
      Scheduling.Occurrence(
        series: series,
        number: number,
        date: date,
        time: time,
        minutes: minutes,
        theme: theme
      )
    }
  }

  /// The identifier of the plan.
  package var plan: String
  /// The number of the release that it was published in; absent where it was not.
  package var release: Int?
  /// `optimal` or `feasible`.
  package var status: String
  /// What the choice of days costs.
  package var dates: Score
  /// How often each theme comes.
  package var counts: [String: Int]
  /// What the placement of the themes costs.
  package var placement: Score
  /// Every issue, by day, then by series in the plan's order.
  package var occurrences: [Occurrence]

  /// Renders a schedule.
  package init(_ schedule: Schedule, of plan: Plan) {
    self.plan = plan.id
    status = schedule.status.rawValue
    dates = Score(schedule.dates)
    counts = Dictionary(
      schedule.counts.map { ($0.theme, $0.count) },
      uniquingKeysWith: { first, _ in first }
    )
    placement = Score(schedule.placement)
    occurrences = schedule.occurrences.map { Occurrence($0, of: plan) }
  }
}
