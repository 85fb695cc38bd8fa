internal import PlanFiles
internal import Scheduling

/// A plan as a command works with it.
struct LoadedPlan {
  /// The plan.
  var plan: Plan
  /// Limits of the plan that cannot hold together; only the past can excuse them.
  var contradictions: [Diagnostic]
  /// What probably does not say what its writer meant.
  var warnings: [Diagnostic]

  /// Reads a plan, and shows its warnings on standard error.
  ///
  /// - Parameter path: A plan file or its folder.
  /// - Throws: ``Failure`` with everything that keeps the plan from being understood.
  init(at path: String) throws(Failure) {
    do {
      try self.init(PlanFile(at: path).reading())
    } catch {
      throw Failure(error)
    }
    for warning in warnings { Console.errors.line(warning.description) }
  }

  /// Takes what was read.
  ///
  /// - Parameter reading: What came of reading a plan.
  /// - Throws: ``PlanFileError`` with everything that keeps the plan from being understood.
  init(_ reading: PlanReading) throws(PlanFileError) {
    guard let plan = reading.plan else {
      _ = try reading.get()
      preconditionFailure("a reading without a plan has an error")
    }
    self.plan = plan
    contradictions = reading.diagnostics.filter { $0.severity == .error }
    warnings = reading.diagnostics.filter { $0.severity == .warning }
  }
}

extension Failure {
  /// What an unusable plan file ends the program with.
  init(_ error: PlanFileError) {
    let status: Int32 =
      switch error.reason {
      case .missing, .unreadable: Self.noInput
      case .invalid: Self.badData
      case .contradictory: Self.cannotBeMet
      }
    self.init(message: error.description, status: status)
  }
}
