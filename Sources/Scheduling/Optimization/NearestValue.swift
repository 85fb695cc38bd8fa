/// The value nearest to one that does not work, where every value beyond one that works does too.
///
/// - Complexity: O(log d) calls of `works` for a distance d of the two values.
///
/// - Parameters:
///   - start: A value that does not work.
///   - end: The last value to look at, above or below.
///   - works: Whether a value works.
/// - Returns: The value; `nil` where not even the last works.
package func nearestValue(
  from start: Int,
  to end: Int,
  where works: (Int) -> Bool
) -> Int? {
  guard start != end, works(end) else { return nil }
  let sign = end > start ? 1 : -1
  /// The greatest distance that is known not to work, and the least that is known to.
  var (failing, working) = (0, abs(end - start))
  while working - failing > 1 {
    let middle = failing + (working - failing) / 2
    if works(start + sign * middle) { working = middle } else { failing = middle }
  }
  return start + sign * working
}

/// The first of some elements that works by itself, where none of several works if they do not all
/// together.
///
/// - Complexity: O(log n) calls of `work` for n elements where only the one that is found works
///   with others, and O(n) at the worst.
///
/// - Parameters:
///   - elements: The elements, in the order of preference.
///   - work: Whether elements work together.
/// - Returns: The element; `nil` where none works.
package func firstWorking<Element>(
  of elements: ArraySlice<Element>,
  where work: (ArraySlice<Element>) -> Bool
) -> Element? {
  guard !elements.isEmpty, work(elements) else { return nil }
  if elements.count == 1 { return elements.first }
  let middle = elements.startIndex + elements.count / 2
  return firstWorking(of: elements[..<middle], where: work)
    ?? firstWorking(of: elements[middle...], where: work)
}
