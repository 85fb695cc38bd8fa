public import CivilTime

/// Why a plan cannot be met, and what would mend it.
public struct Infeasibility: Sendable, Hashable {
  /// What a search that is stopped can leave open.
  public enum Question: String, Sendable, CaseIterable {
    /// Whether the limits of a clash hold together without any one of them: it may name too many.
    case clash
    /// Whether there are other clashes, which have no limit in common with those that are named.
    case others
    /// Whether the days on which themes were tried are the best; on better days others may clash.
    case days
    /// Whether there are other mends, or any.
    case mends
  }

  /// Clashes of which no two have a limit in common, at least one.
  ///
  /// Each must be mended. Where they all are of days, themes may clash as well once there are days.
  public var clashes: [Clash]
  /// Changes each of which mends the plan, those first that change the least.
  ///
  /// Each was tried: the scheduler finds a schedule for the plan with it. Where ``Question/days`` was
  /// left open, it is on the days that it finds in the time that there was.
  public var mends: [Mend]
  /// What was left open because the search was stopped.
  public var exhausted: Set<Question>

  /// Creates a finding.
  public init(clashes: [Clash], mends: [Mend], exhausted: Set<Question> = []) {
    self.clashes = clashes
    self.mends = mends
    self.exhausted = exhausted
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
  ///   - mayGoOn: Asked again and again whether the search for clashes may go on.
  ///   - mayMend: Asked again and again whether another change may be tried; where it is `nil`, as
  ///     long as the search for clashes may go on.
  /// - Returns: The clashes and the mends; `nil` where the plan can be met, where it cannot be
  ///   understood, and where neither was found out.
  public static func infeasibility(
    of plan: Plan,
    keeping released: ReleasedSchedule = ReleasedSchedule(),
    from: CivilDate? = nil,
    while mayGoOn: @escaping () -> Bool = { true },
    mendingWhile mayMend: (() -> Bool)? = nil
  ) -> Infeasibility? {
    SchedulingRequest(plan, keeping: released, from: from)
      .infeasibility(while: mayGoOn, mendingWhile: mayMend)
  }
}
