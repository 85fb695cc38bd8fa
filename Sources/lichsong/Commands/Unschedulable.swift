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
        [(index == 0 ? "the plan cannot be met: " : "and beside that ") + clash.words]
          + clash.limits.map { limit in
            "  \(limit.line.map(loaded.plan.place) ?? "")\(limit.subject): \(limit.rule)"
          }
      } + reservations(infeasibility.exhausted) + advice(infeasibility)
    }
  }

  /// What of the clashes was not found out in time.
  private func reservations(_ exhausted: Set<Infeasibility.Question>) -> [String] {
    [
      exhausted.contains(.others)
        ? "whether other lines clash as well was not found out in time" : nil,
      exhausted.contains(.days)
        ? "the days were not proven best in time; on better ones themes may clash in another way"
        : nil,
    ].compactMap(\.self)
  }

  private func advice(_ infeasibility: Infeasibility) -> [String] {
    let isCut = infeasibility.exhausted.contains(.mends)
    guard !infeasibility.mends.isEmpty else {
      return [
        isCut
          ? "no change that mends it was found in time; a longer --time-limit tries more"
          : "no change of a line or two was found that mends it"
      ]
    }
    return ["what would mend it, each tried by itself, the least change first"]
      + infeasibility.mends.map { "  \($0.sentence(in: loaded.plan))" }
      + (isCut ? ["not all changes were tried in time; a longer --time-limit tries more"] : [])
  }
}

extension Clash {
  /// What it means that limits clash, before they are listed.
  fileprivate var words: String {
    let lines =
      switch choice {
      case .days: "these lines cannot hold together"
      case .themes: "on the days chosen, these lines of themes cannot hold together"
      }
    return lines
      + (isSmallest
        ? ", and without any one they can"
        : "; whether all of them are needed was not found out in time")
  }
}
