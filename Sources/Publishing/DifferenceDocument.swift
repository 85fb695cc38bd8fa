package import CivilTime

/// What changes from one release to another, as programs read it: `diff --format json`.
package struct DifferenceDocument: Sendable, Hashable, Codable {
  /// An event at one time.
  package struct Event: Sendable, Hashable, Codable {
    /// The day.
    package var date: CivilDate
    /// The hour in the plan's time zone, where there is one.
    package var time: TimeOfDay?
    /// The length in minutes, where there is one.
    package var minutes: Int?
    /// The identifier of its theme, where there is one.
    package var theme: String?
    /// The title.
    package var title: String
    /// The identifier of its outlet; absent for an activity.
    package var outlet: String?
    /// `confirmed` or `cancelled`.
    package var status: String

    init(_ event: PublishedEvent) {
      date = event.date
      time = event.time
      minutes = event.minutes
      theme = event.theme
      title = event.summary
      outlet = event.outlet
      status = event.status.rawValue
    }
  }

  /// An event that changes.
  package struct Change: Sendable, Hashable, Codable {
    /// The identity.
    package var uid: String
    /// `issue`, `airing` or `activity`.
    package var event: String
    /// The identifier of the series, or of the activity.
    package var series: String
    /// The number of the issue; 1 for the beginning of an activity, 2 for its end.
    package var number: Int
    /// `added`, `cancelled`, `revived`, `moved`, `hour`, `theme`, `text`: at least one.
    package var kinds: [ReleaseDifference.Kind]
    /// The event before; absent where it was not there.
    package var before: Event?
    /// The event after.
    package var after: Event
    /// Why, where that is known.
    package var reason: String?
  }

  /// What a schedule made afresh would change, and save.
  package struct Fresh: Sendable, Hashable, Codable {
    /// How many issues would be on another day, be new, or be gone.
    package var moved: Int
    /// How many would have another theme.
    package var rethemed: Int
    /// How many points it would save, without those for moving.
    package var saved: Int

    /// Creates a count.
    package init(moved: Int, rethemed: Int, saved: Int) {
      self.moved = moved
      self.rethemed = rethemed
      self.saved = saved
    }
  }

  /// The identifier of the plan.
  package var plan: String
  /// The number of the earlier release; absent for nothing.
  package var from: Int?
  /// The number of the later release; absent for the plan as it is now.
  package var to: Int?
  /// What changes, by day.
  package var changes: [Change]
  /// How many issues stand as they were.
  package var unchanged: Int
  /// What a schedule made afresh would save; absent where that is nothing, or not asked.
  package var fresh: Fresh?

  /// Renders a difference.
  package init(
    _ difference: ReleaseDifference,
    of plan: String,
    from: Int?,
    to: Int?,
    fresh: Fresh? = nil
  ) {
    self.plan = plan
    self.from = from
    self.to = to
    unchanged = difference.unchanged
    self.fresh = fresh
    changes = difference.changes.map { change in
      Change(
        uid: change.after.uid,
        event: change.after.kind.rawValue,
        series: change.after.series,
        number: change.after.number,
        kinds: change.kinds,
        before: change.before.map(Event.init),
        after: Event(change.after),
        reason: change.reason?.planners
      )
    }
  }
}
