import Publishing
import Scheduling
import TestSupport

/// A way in which planners change a plan.
struct PlanEdit: Sendable {
  /// What it is called in messages.
  let name: String
  /// Changes the plan; tells whether there was something to change.
  ///
  /// It is given what was released last, for decisions are about that.
  let apply: @Sendable (inout Plan, Release?, inout SeededGenerator) -> Bool

  init(
    _ name: String,
    _ apply: @escaping @Sendable (inout Plan, Release?, inout SeededGenerator) -> Bool
  ) {
    self.name = name
    self.apply = apply
  }

  /// A change of one of the plan's series.
  init(
    ofSeries name: String,
    _ change: @escaping @Sendable (inout Series, Plan, inout SeededGenerator) -> Bool
  ) {
    self.init(name) { plan, _, random in
      guard let index = random.one(of: plan.series.indices) else { return false }
      return change(&plan.series[index], plan, &random)
    }
  }

  /// Every way, decisions three times: they are what plans change by most.
  static let all =
    ofWords + ofSeries + ofThemes + ofDecisions + ofDecisions + ofDecisions + ofPublishing
    + ofActivities
}
