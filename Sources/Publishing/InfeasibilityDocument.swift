package import Scheduling

/// That a plan cannot be met, as programs read it: `schedule --format json`.
package struct InfeasibilityDocument: Sendable, Hashable, Codable {
  /// A limit that takes part in the clash.
  package struct Line: Sendable, Hashable, Codable {
    /// The file that states it, where one does.
    package var file: String?
    /// The line in the file, from 1.
    package var line: Int?
    /// The clause that it renders.
    package var clause: String?
    /// What it requires, and of what.
    package var rule: String

    /// Renders a limit of a plan.
    package init(_ limit: Limit, of plan: Plan) {
      let citation = limit.line.flatMap { plan.citations[$0] }
      file = citation?.file
      line = citation?.line
      clause = citation?.clause
      rule = "\(limit.subject): \(limit.rule)"
    }
  }

  /// The identifier of the plan.
  package var plan: String
  /// Always `infeasible`.
  package var status: String
  /// Limits that cannot hold together, though without any one of them the others can.
  package var clash: [Line]
  /// Changes that mend it.
  package var mends: [String]

  /// Renders a clash.
  package init(_ clash: Clash, of plan: Plan) {
    self.plan = plan.id
    status = "infeasible"
    self.clash = clash.limits.map { Line($0, of: plan) }
    mends = []
  }
}
