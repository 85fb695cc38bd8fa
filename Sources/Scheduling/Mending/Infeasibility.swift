public import CivilTime

/// Why a plan cannot be met, and what would mend it.
public struct Infeasibility: Sendable, Hashable {
  /// Clashes of which no two have a limit in common, at least one.
  ///
  /// Each must be mended. Where they all are of days, themes may clash as well once there are days.
  public var clashes: [Clash]
  /// Changes each of which mends the plan, those first that change the least.
  ///
  /// Each was tried: the scheduler finds a schedule for the plan with it. There is none where the
  /// search was stopped before one was found.
  public var mends: [Mend]

  /// Creates a finding.
  public init(clashes: [Clash], mends: [Mend]) {
    self.clashes = clashes
    self.mends = mends
  }
}

extension Scheduler {
  /// Why a plan cannot be met, and what would mend it.
  ///
  /// A number is eased to the nearest value that works, a pin moved to the nearest day.
  ///
  /// - Complexity: A search for days, as in ``optimal(for:keeping:from:while:)``, for each change
  ///   that is offered, and for each limit of a clash some answers to whether there are any days.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - released: What the last release published.
  ///   - from: The day from which the schedule may change; the period's first day where it is
  ///     `nil`.
  ///   - mayGoOn: Asked again and again whether another change may be tried.
  /// - Returns: The clashes and the mends; `nil` where the plan can be met, where it cannot be
  ///   understood, and where neither was found out.
  public static func infeasibility(
    of plan: Plan,
    keeping released: ReleasedSchedule = ReleasedSchedule(),
    from: CivilDate? = nil,
    while mayGoOn: @escaping () -> Bool = { true }
  ) -> Infeasibility? {
    guard plan.malformations().isEmpty else { return nil }
    let request = SchedulingRequest(plan: plan, released: released, from: from)
    let clashes = request.clashes(while: mayGoOn)
    guard !clashes.isEmpty else { return nil }
    let search = MendSearch(request: request, mayGoOn: mayGoOn)
    return Infeasibility(clashes: clashes, mends: search.mends(of: clashes))
  }
}
