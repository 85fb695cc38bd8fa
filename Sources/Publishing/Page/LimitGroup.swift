/// Limits on a page that are about the same and come from the same clause.
struct LimitGroup: Sendable {
  let clause: String?
  /// The titles that they are about, in one line.
  let subject: String
  private(set) var limits: [Release.Plan.Limit]

  /// Groups limits that stand one behind the other.
  ///
  /// - Parameter limits: The limits, in the plan's order.
  /// - Returns: The same in groups, in the same order.
  static func groups(of limits: [Release.Plan.Limit]) -> [LimitGroup] {
    var groups: [LimitGroup] = []
    for limit in limits {
      let subject = limit.subject.joined(separator: ", ")
      if let last = groups.indices.last, groups[last].subject == subject,
        groups[last].clause == limit.clause
      {
        groups[last].limits.append(limit)
      } else {
        groups.append(LimitGroup(clause: limit.clause, subject: subject, limits: [limit]))
      }
    }
    return groups
  }
}
