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
  /// What cannot be chosen under them: `days`, or `themes` on the best days.
  package var choice: String
  /// Further clashes, none of which has a limit in common with another or with the first.
  package var others: [[Line]]
  /// Changes each of which mends the plan, each tried, those first that change the least.
  package var mends: [String]
  /// What the time limit left open: `clash`, whether every line of each clash is needed; `others`,
  /// whether there are more clashes; `days`, whether the days that themes were tried on are the best;
  /// `mends`, whether there are more mends.
  package var exhausted: [String]

  /// Renders why a plan cannot be met.
  ///
  /// - Parameters:
  ///   - infeasibility: Why, with at least one clash.
  ///   - plan: The plan.
  package init(_ infeasibility: Infeasibility, of plan: Plan) {
    let clashes = infeasibility.clashes.map { $0.limits.map { Line($0, of: plan) } }
    self.plan = plan.id
    status = "infeasible"
    clash = clashes.first ?? []
    choice = (infeasibility.clashes.first?.choice ?? .days).rawValue
    others = Array(clashes.dropFirst())
    mends = infeasibility.mends.map { $0.sentence(in: plan) }
    exhausted = Infeasibility.Question.allCases.filter(infeasibility.exhausted.contains)
      .map(\.rawValue)
  }
}
