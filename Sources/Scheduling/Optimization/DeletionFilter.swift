/// A subset that is infeasible, and feasible without any one of its elements.
///
/// Each element is left out in turn, and stays out where the rest is infeasible without it. So the
/// result is irreducible, and of several such subsets it is one that keeps late elements: put
/// first what should be named last.
///
/// - Complexity: One call of `isInfeasible` for each element.
/// - Precondition: `elements` as a whole is infeasible, and a superset of an infeasible set is
///   infeasible too.
///
/// Source: J. W. Chinneck, E. W. Dravnieks, "Locating minimal infeasible constraint sets in linear
/// programs", ORSA Journal on Computing 3 (1991).
///
/// - Parameters:
///   - elements: Constraints that cannot hold together.
///   - isInfeasible: Whether some of them cannot hold together.
/// - Returns: The subset, in the order of `elements`.
package func irreducibleInfeasibleSubset<Element>(
  of elements: [Element],
  where isInfeasible: ([Element]) -> Bool
) -> [Element] {
  var kept = elements
  var index = 0
  while index < kept.count {
    var rest = kept
    rest.remove(at: index)
    if isInfeasible(rest) {
      kept = rest
    } else {
      index += 1
    }
  }
  return kept
}
