/// What holds of every release after another, whatever changed in the plan.
struct Law: Sendable {
  /// What it is called in messages.
  let name: String
  /// How a release breaks it: nothing where it does not.
  let violations: @Sendable (Transition) -> [String]

  init(_ name: String, _ violations: @escaping @Sendable (Transition) -> [String]) {
    self.name = name
    self.violations = violations
  }

  /// Every law.
  static let all = [
    identities, identityOfIssues, versions, sameInAllFeeds, cancellations, noGhosts, pastStands,
    releaseHoldsAll, readsBack, feedsKeepEvents, notes, themesStay, quietWithoutChange,
  ]
}
