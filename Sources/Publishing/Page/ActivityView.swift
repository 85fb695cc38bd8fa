internal import CivilTime
internal import Scheduling

/// An activity of a plan on its page: when it takes place, and who is in charge.
struct ActivityView: Sendable {
  /// A day of the activity, which calendars show as an event.
  struct Day: Sendable {
    /// The place of the event on the page; `nil` where none is published.
    let anchor: String?
    let date: CivilDate
    let day: Bilingual
  }

  /// A part of the period, in days from its first: a bar beneath the days.
  struct Bar: Sendable {
    let start: Int
    let length: Int
    let period: Int
  }

  let title: String
  let first: Day?
  let last: Day?
  /// Whether the plan names no days.
  let isAnyTime: Bool
  let owner: String?
  let clause: String?
  let bar: Bar?
  let isCancelled: Bool
  let notes: [String]

  /// The activities of a release: those of the plan, and behind them those that are still published.
  ///
  /// - Parameter release: The release.
  /// - Returns: The activities, in the plan's order.
  static func activities(of release: Release) -> [ActivityView] {
    let events = Dictionary(
      grouping: release.events.filter { $0.kind == .activity },
      by: \.series
    )
    let planned = release.plan.activities ?? []
    let former = events.keys.filter { id in !planned.contains { $0.id == id } }.sorted {
      (events[$0]?.first?.date ?? .max, $0) < (events[$1]?.first?.date ?? .max, $1)
    }
    return planned.map { ActivityView($0.id, $0, events[$0.id] ?? [], of: release.plan) }
      + former.map { ActivityView($0, nil, events[$0] ?? [], of: release.plan) }
  }

  private init(
    _ id: String,
    _ activity: Release.Plan.Activity?,
    _ events: [PublishedEvent],
    of plan: Release.Plan
  ) {
    let wording = Wording(language: Language(rawValue: plan.language) ?? .vietnamese)
    let standing = events.filter { $0.status == .confirmed }
    isCancelled = standing.isEmpty && !events.isEmpty
    title =
      activity?.title
      ?? events.first.map { event in
        let milestone = Milestone(number: event.number) ?? .end
        let words = [wording.cancelledTitle(""), wording.milestoneTitle(milestone, of: "")]
        return words.reduce(event.summary) {
          $0.hasPrefix($1) ? String($0.dropFirst($1.count)) : $0
        }
      } ?? id
    func day(_ milestone: Milestone, _ date: CivilDate?) -> Day? {
      let event = events.first { $0.number == milestone.number }
      return (event?.date ?? date).map { date in
        Day(
          anchor: event.map { UID.local($0.uid, plan: plan.id) },
          date: date,
          day: .day(date)
        )
      }
    }
    isAnyTime = activity.map { ($0.from, $0.to) == (plan.from, plan.to) } ?? false
    let isOneDay = activity.map { $0.from == $0.to } ?? false
    first = day(.start, isAnyTime || isOneDay ? nil : activity?.from)
    last = day(.end, isAnyTime ? nil : activity?.to)
    owner = activity?.owner
    clause = activity?.clause
    notes = events.compactMap(\.note)
    let start = isAnyTime ? plan.from : max(plan.from, first?.date ?? last?.date ?? plan.from)
    let end = isAnyTime ? plan.to : min(plan.to, last?.date ?? plan.to)
    bar =
      start <= end
      ? Bar(
        start: start.dayNumber - plan.from.dayNumber,
        length: end.dayNumber - start.dayNumber + 1,
        period: plan.to.dayNumber - plan.from.dayNumber + 1
      ) : nil
  }
}
