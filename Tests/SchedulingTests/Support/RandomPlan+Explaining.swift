import CivilTime
import Scheduling

extension RandomPlan {
  /// The best schedule of the plan, with a pin more; `nil` where no schedule keeps all limits.
  func schedule(
    adding pin: Pin? = nil,
    while mayGoOn: @escaping () -> Bool = { true }
  ) throws -> Schedule? {
    var plan = plan
    if let pin { plan.pins.append(pin) }
    do {
      return try Scheduler.optimal(for: plan, keeping: released, from: from, while: mayGoOn)
    } catch SchedulingError.infeasible {
      return nil
    }
  }

  /// Explains a schedule of the plan.
  func explainer(
    of schedule: Schedule,
    while mayGoOn: @escaping () -> Bool = { true }
  ) -> Explainer {
    Explainer(schedule, of: plan, keeping: released, from: from, while: mayGoOn)
  }

  /// What was released from the day on from which the schedule may change, once a day and series.
  var openReleased: [Occurrence] {
    let history = History(released, plan: plan, from: from)
    return plan.series.flatMap { history.open($0.id) }
  }

  /// Whether an issue stands as it was released.
  func isHistory(_ issue: Occurrence) -> Bool {
    from.map { issue.date < $0 } ?? false
  }

  /// An issue in the middle of those that may change.
  func someOpenIssue(of schedule: Schedule) -> Occurrence? {
    let open = schedule.occurrences.filter { !isHistory($0) }
    return open.isEmpty ? nil : open[open.count / 2]
  }
}
