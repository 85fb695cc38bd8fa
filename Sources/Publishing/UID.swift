/// The identity of a published event (`UID`, RFC 5545, section 3.8.4.7), for ever.
///
/// It is made of the plan, the series and a number that is given once and never again: never of a
/// day, a theme or a position, because those change. The parts are of a-z, 0-9 and `-`, so that
/// the dots between them keep every two identities apart.
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
}
