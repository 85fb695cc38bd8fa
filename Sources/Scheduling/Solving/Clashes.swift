/// Clashes of a plan of which no two have a limit in common.
package struct Clashes: Sendable, Hashable {
  /// The clashes; none where what is sought can be chosen, and where that was not found out.
  package private(set) var found: [Clash] = []
  /// Whether without all of their limits there is a choice.
  ///
  /// It is not known where the search was stopped, and where a clash is not known to be smallest: what
  /// it has too much may be a clash by itself.
  package private(set) var areAll = true

  /// The limits of all of them.
  package var limits: Set<Limit> { Set(found.flatMap(\.limits)) }

  /// Creates a list without a clash.
  package init() {}

  /// Adds a clash.
  ///
  /// - Parameter clash: The clash.
  /// - Returns: Whether it makes sense to look for another.
  package mutating func add(_ clash: Clash) -> Bool {
    // What cannot be chosen under no limit at all, no line of the plan can be blamed for.
    if !clash.limits.isEmpty { found.append(clash) }
    if !clash.isSmallest || clash.limits.isEmpty { areAll = false }
    return areAll
  }

  /// Notes that there may be others.
  package mutating func stop() {
    areAll = false
  }
}
