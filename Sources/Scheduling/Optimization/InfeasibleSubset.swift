/// Elements that are infeasible together, found by leaving out what is not needed.
package struct InfeasibleSubset<Element> {
  /// The elements, in the order in which they were given.
  package var elements: [Element]
  /// Whether they are known to be feasible without any one of them.
  ///
  /// Where a question was left open they may be too many; infeasible they are in any case.
  package var isIrreducible: Bool

  /// Creates a subset.
  package init(elements: [Element], isIrreducible: Bool) {
    self.elements = elements
    self.isIrreducible = isIrreducible
  }
}

/// A subset that is infeasible, and feasible without any one of its elements.
///
/// Of several such subsets it is one that keeps late elements: put first what should be named last.
/// It is the subset that would be left if each element in turn were left out for good where the rest
/// is infeasible without it; halving the elements finds it with fewer questions where it is small.
///
/// Only what is known to be infeasible without an element goes on without it, so whatever is left
/// open, what comes of it is infeasible.
///
/// - Complexity: O(k log(n / k)) calls of `isInfeasible` for k elements found of n.
/// - Precondition: `elements` as a whole is infeasible, and a superset of an infeasible set is
///   infeasible too.
///
/// Source: U. Junker, "QUICKXPLAIN: preferred explanations and relaxations for over-constrained
/// problems", AAAI 2004.
///
/// - Parameters:
///   - elements: Constraints that cannot hold together.
///   - isInfeasible: Whether some of them cannot hold together; `nil` leaves it open.
/// - Returns: The subset.
package func irreducibleInfeasibleSubset<Element>(
  of elements: [Element],
  where isInfeasible: ([Element]) -> Bool?
) -> InfeasibleSubset<Element> {
  var isIrreducible = true
  /// Whether some elements are known to be infeasible.
  func isKnownInfeasible(_ elements: [Element]) -> Bool {
    guard let answer = isInfeasible(elements) else {
      isIrreducible = false
      return false
    }
    return answer
  }
  /// What of `candidates` has to join `background`, which grew since it was last asked about or not.
  func needed(
    of candidates: ArraySlice<Element>,
    beside background: [Element],
    isGrown: Bool
  ) -> [Element] {
    if isGrown && isKnownInfeasible(background) { return [] }
    if candidates.count <= 1 { return Array(candidates) }
    let middle = candidates.startIndex + candidates.count / 2
    let early = candidates[..<middle]
    let late = candidates[middle...]
    let neededEarly = needed(of: early, beside: background + late, isGrown: true)
    let neededLate = needed(
      of: late,
      beside: background + neededEarly,
      isGrown: !neededEarly.isEmpty
    )
    return neededEarly + neededLate
  }
  let elements = needed(of: elements[...], beside: [], isGrown: true)
  return InfeasibleSubset(elements: elements, isIrreducible: isIrreducible)
}

/// A small subset that is infeasible, and feasible without any one of its elements.
///
/// The smallest of all is hard to find. Here, for each element of an irreducible subset, one that
/// does without it is sought, and taken where it is smaller; of two as small the first stands.
///
/// - Complexity: O(k² log n) calls of `isInfeasible` for k elements found first of n.
/// - Precondition: That of ``irreducibleInfeasibleSubset(of:where:)``.
///
/// - Parameters:
///   - elements: Constraints that cannot hold together, those first that should be named last.
///   - isInfeasible: Whether some of them cannot hold together; `nil` leaves it open.
/// - Returns: The subset.
package func smallInfeasibleSubset<Element: Equatable>(
  of elements: [Element],
  where isInfeasible: ([Element]) -> Bool?
) -> InfeasibleSubset<Element> {
  let first = irreducibleInfeasibleSubset(of: elements, where: isInfeasible)
  var smallest = first
  for element in first.elements {
    let others = elements.filter { $0 != element }
    guard isInfeasible(others) == true else { continue }
    let other = irreducibleInfeasibleSubset(of: others, where: isInfeasible)
    let isBetter =
      other.isIrreducible == smallest.isIrreducible
      ? other.elements.count < smallest.elements.count : other.isIrreducible
    if isBetter { smallest = other }
  }
  return smallest
}
