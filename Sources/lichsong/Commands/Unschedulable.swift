internal import PlanFiles
internal import Scheduling

/// That a plan has no schedule, and why.
struct Unschedulable: Error {
  /// Why.
  enum Reason {
    /// There is nothing to solve, or no time to solve it in.
    case unsolved(SchedulingError)
    /// Limits cannot hold together.
    case infeasible(Infeasibility)
  }

  /// Why.
  var reason: Reason
  /// The plan.
  var loaded: LoadedPlan

  /// What people read: what was seen without solving, then each line of the plan that takes part,
  /// with its place and its clause, then what would mend it.
  var message: String {
    (loaded.contradictions.map(\.description) + explanation).joined(separator: "\n")
  }

  private var explanation: [String] {
    switch reason {
    case .unsolved(let error): ["\(error)"]
    case .infeasible(let infeasibility):
      infeasibility.clashes.enumerated().flatMap { index, clash in
        [(index == 0 ? "the plan cannot be met: " : "and beside that ") + clash.choice.words]
          + clash.limits.map { limit in
            "  \(limit.line.map(loaded.plan.place) ?? "")\(limit.subject): \(limit.rule)"
          }
      } + advice(infeasibility.mends)
    }
  }

  private func advice(_ mends: [Mend]) -> [String] {
    guard !mends.isEmpty else { return ["no change of a line or two was found that mends it"] }
    return ["what would mend it, each tried by itself, the least change first"]
      + mends.map { "  \($0.sentence(in: loaded.plan))" }
  }
}

extension Clash.Choice {
  /// What it means that limits clash, before they are listed.
  fileprivate var words: String {
    switch self {
    case .days:
      "these lines cannot hold together, and without any one they can"
    case .themes:
      "on the days chosen, these lines of themes cannot hold together, and without any one they can"
    }
  }
}
