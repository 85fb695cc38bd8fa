internal import PlanFiles
internal import Scheduling

/// A plan as a command works with it.
struct LoadedPlan {
  /// The plan.
  var plan: Plan
  /// Limits of the plan that cannot hold together; only the past can excuse them.
  var contradictions: [Diagnostic]

  /// Reads a plan, and shows its warnings on standard error.
  ///
  /// - Parameter path: A plan file or its folder.
  /// - Throws: ``Failure`` with everything that keeps the plan from being understood.
  init(at path: String) throws(Failure) {
    let reading: PlanReading
    do {
      reading = try PlanFile(at: path).reading()
      guard let plan = reading.plan else {
        _ = try reading.get()
        preconditionFailure("a reading without a plan has an error")
      }
      self.plan = plan
    } catch {
      throw Failure(error)
    }
    contradictions = reading.diagnostics.filter { $0.severity == .error }
    for warning in reading.diagnostics where warning.severity == .warning {
      Console.errors.line(warning.description)
    }
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
