internal import PlanFiles
internal import Scheduling

/// That a plan has no schedule, and why.
struct Unschedulable: Error {
  /// Why.
  var reason: SchedulingError
  /// The plan.
  var loaded: LoadedPlan

  /// What people read: what was seen without solving, then each line of the plan that takes part,
  /// with its place and its clause.
  var message: String {
    (loaded.contradictions.map(\.description) + [explanation]).joined(separator: "\n")
  }

  private var explanation: String {
    switch reason {
    case .invalid, .exhausted:
      "\(reason)"
    case .infeasible(let clash):
      "the plan cannot be met: these lines cannot hold together, and without any one they can\n"
        + clash.limits.map { "  \($0.line.map(loaded.plan.place) ?? "")\($0.subject): \($0.rule)" }
        .joined(separator: "\n")
    }
  }
}
