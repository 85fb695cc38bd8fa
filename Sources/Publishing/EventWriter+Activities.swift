internal import CivilTime
internal import Scheduling

extension EventWriter {
  /// The days of an activity that calendars show: see ``Milestone``.
  ///
  /// - Parameter activity: An activity of the plan.
  /// - Returns: Its beginning and its end, or its end alone.
  func milestones(of activity: Activity) -> [PublishedEvent] {
    guard let window = activity.window, window.count > 1 else {
      let day = (activity.window ?? plan.period).upperBound
      return [event(.end, of: activity, on: day, isOnlyDay: activity.window != nil)]
    }
    return [
      event(.start, of: activity, on: window.lowerBound),
      event(.end, of: activity, on: window.upperBound),
    ]
  }

  private func event(
    _ milestone: Milestone,
    of activity: Activity,
    on date: CivilDate,
    isOnlyDay: Bool = false
  ) -> PublishedEvent {
    let lines = [
      wording.window(activity.window, of: plan.period),
      activity.owner.map(wording.owner),
      wording.basis(document: plan.source?.number, clause: activity.clause, themeClause: nil),
    ]
    return PublishedEvent(
      uid: UID.milestone(milestone, plan: plan.id, activity: activity.id),
      kind: .activity,
      series: activity.id,
      number: milestone.number,
      date: date,
      status: .confirmed,
      summary: isOnlyDay
        ? activity.title : wording.milestoneTitle(milestone, of: activity.title),
      description: lines.compactMap(\.self).joined(separator: "\n"),
      categories: [wording.activities],
      reminders: plan.publishing.reminders,
      sequence: 0,
      changed: Timestamp(secondsSinceEpoch: 0)
    )
  }
}
