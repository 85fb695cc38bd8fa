public import CivilTime

/// Changes to a plan that cannot be met, with which it can.
///
/// Where one change is enough a mend is that one; where lines clash that have nothing to do with
/// each other, it is one change for each clash.
public struct Mend: Sendable, Hashable {
  /// The changes, at least one, none of which can be left out.
  public var changes: [PlanChange]

  /// Creates a mend.
  public init(_ changes: [PlanChange]) {
    self.changes = changes
  }

  /// A plan with all changes.
  ///
  /// - Parameter plan: The plan.
  /// - Returns: The plan that can be met.
  public func applied(to plan: Plan) -> Plan {
    changes.reduce(plan) { $1.applied(to: $0) }
  }

  /// The day from which the schedule must be free to change; `nil` where that stays as it is.
  public var from: CivilDate? {
    for case .changeFrom(let date, _) in changes { return date }
    return nil
  }

  /// What is to be changed, in English, with the place and the clause of each line.
  ///
  /// - Parameter plan: The plan, without the changes.
  /// - Returns: The sentence: no capital, no full stop.
  public func sentence(in plan: Plan) -> String {
    changes.map { change in
      guard let citation = change.line(in: plan).flatMap(plan.citation(of:)) else {
        return change.description
      }
      let clause = citation.clause.map { ", clause \($0)" } ?? ""
      return "\(change) (\(citation.file):\(citation.line)\(clause))"
    }
    .joined(separator: "; and ")
  }
}
