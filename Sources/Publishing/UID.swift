/// The identity of a published event (`UID`, RFC 5545, section 3.8.4.7), for ever.
///
/// It is made of the plan, the series and a number that is given once and never again: never of a
/// day, a theme or a position, because those change. The parts are of a-z, 0-9 and `-`, so that
/// the dots between them, and how many there are, keep every two identities apart.
package enum UID {
  /// The identity of an issue.
  package static func issue(plan: String, series: String, number: Int) -> String {
    "\(plan).\(series).\(number)@lichsong"
  }

  /// The identity of a further airing of an issue.
  ///
  /// - Parameters:
  ///   - plan: The identifier of the plan.
  ///   - series: The identifier of the series.
  ///   - number: The number of the issue.
  ///   - airing: The number of the further airing within the series, from 1: see
  ///     ``Release/Plan/Airing``.
  /// - Returns: The identity.
  package static func airing(plan: String, series: String, number: Int, airing: Int) -> String {
    "\(plan).\(series).\(number).airing.\(airing)@lichsong"
  }

  /// The identity of a deadline of an issue.
  ///
  /// - Parameters:
  ///   - plan: The identifier of the plan.
  ///   - series: The identifier of the series.
  ///   - number: The number of the issue.
  ///   - deadline: The identifier of the deadline within the series.
  /// - Returns: The identity.
  package static func deadline(
    plan: String,
    series: String,
    number: Int,
    deadline: String
  ) -> String {
    "\(plan).\(series).\(number).deadline.\(deadline)@lichsong"
  }

  /// The identity of the beginning or the end of an activity.
  package static func milestone(
    _ milestone: Milestone,
    plan: String,
    activity: String
  ) -> String {
    "\(plan).activity.\(activity).\(milestone.rawValue)@lichsong"
  }

  /// What comes before the `@` behind the identifier of the plan, such as `segment.6`.
  static func local(_ uid: String, plan: String) -> String {
    String(uid.prefix { $0 != "@" }.dropFirst(plan.count + 1))
  }

  /// Whether an identity is that of a deadline or an activity of a plan.
  static func isBesideIssues(_ uid: String, of plan: String) -> Bool {
    guard uid.hasSuffix("@lichsong"), uid.hasPrefix("\(plan).") else { return false }
    let parts = local(uid, plan: plan).split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 3 && parts[0] == "activity" || parts.count == 4 && parts[2] == "deadline"
  }

  /// What an identity of an issue or a further airing is that of.
  package struct Parts: Sendable, Hashable {
    /// The identifier of the plan.
    package var plan: String
    /// The identifier of the series.
    package var series: String
    /// The number of the issue.
    package var number: Int
    /// The number of the further airing within the series; `nil` for the issue itself.
    package var airing: Int?

    /// Creates the parts of an identity.
    package init(plan: String, series: String, number: Int, airing: Int? = nil) {
      self.plan = plan
      self.series = series
      self.number = number
      self.airing = airing
    }
  }

  /// What an identity of an issue or a further airing is that of.
  ///
  /// - Parameter uid: The identity of any event.
  /// - Returns: Its parts; `nil` for any other.
  package static func parts(of uid: String) -> Parts? {
    let halves = uid.split(separator: "@", omittingEmptySubsequences: false)
    guard halves.count == 2, halves[1] == "lichsong" else { return nil }
    let parts = halves[0].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3 || parts.count == 5 && parts[3] == "airing",
      !parts[0].isEmpty, !parts[1].isEmpty, let number = Int(parts[2])
    else { return nil }
    let airing = parts.count == 5 ? Int(parts[4]) : nil
    guard parts.count == 3 || airing != nil else { return nil }
    return Parts(plan: parts[0], series: parts[1], number: number, airing: airing)
  }
}
