/// A way by which bytes of strangers come into the program, with the laws that hold for all of them.
///
/// The fuzzer in `Tests/Fuzzing` and the tests that replay its corpus go the same ways.
public enum FuzzEntry: String, Sendable, CaseIterable {
  /// A plan, with decisions and calendars beside it: ``PlanFiles``.
  case plan
  /// A calendar that is read, written and expanded.
  case calendar
  /// A calendar that is linted.
  case lint
  /// A recurrence rule with its start, and an event that has it.
  case recurrence

  /// Lets some bytes in.
  ///
  /// - Parameter bytes: Any bytes.
  /// - Returns: The laws that were broken, in words; none where all is well.
  public func brokenLaws(by bytes: [UInt8]) -> [String] {
    var laws = Laws()
    switch self {
    case .plan: laws.checkPlan(bytes)
    case .calendar: laws.checkCalendar(bytes)
    case .lint: laws.checkLint(bytes)
    case .recurrence: laws.checkRecurrence(bytes)
    }
    return laws.broken
  }
}
