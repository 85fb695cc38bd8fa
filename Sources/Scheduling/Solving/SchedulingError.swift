/// Why a plan was not scheduled.
public enum SchedulingError: Error, Sendable, Equatable {
  /// The plan contradicts itself in a way that leaves nothing to solve: a number is out of range,
  /// an identifier is doubled or unknown.
  case invalid([PlanProblem])
  /// The search was stopped before it found a schedule; none has fewer points than the bound.
  case exhausted(bound: Int)
  /// No schedule keeps all limits.
  case infeasible(Clash)
}

extension SchedulingError: CustomStringConvertible {
  /// What is wrong, in English, a line for each finding.
  public var description: String {
    switch self {
    case .invalid(let problems):
      problems.map { "\($0.message); \($0.advice)" }.joined(separator: "\n")
    case .exhausted(let bound):
      "no schedule was found in time; none has fewer than \(bound) points for its days"
    case .infeasible(let clash):
      "these limits cannot hold together:\n"
        + clash.limits.map { "\($0.subject): \($0.rule)" }.joined(separator: "\n")
    }
  }
}
