public import Scheduling

/// What came of reading a plan: the plan where it can be understood, and what was found.
public struct PlanReading: Sendable {
  /// The plan; `nil` where it cannot be understood.
  public let plan: Plan?
  /// Whether the plan can be understood, and its limits cannot hold together.
  public let isContradictory: Bool
  /// The errors and the warnings, from the top of each file to its end.
  public let diagnostics: [Diagnostic]
  /// How many more were found than are listed.
  public let omitted: Int

  /// The plan.
  ///
  /// - Returns: The plan, without the warnings.
  /// - Throws: ``PlanFileError`` with all diagnostics where there is an error.
  public func get() throws(PlanFileError) -> Plan {
    guard let plan, !isContradictory else {
      throw PlanFileError(
        isContradictory ? .contradictory : .invalid,
        diagnostics: diagnostics,
        omitted: omitted
      )
    }
    return plan
  }
}
