/// The matching of two ascending rows of points, in order, that moves them least.
///
/// No two pairs cross. As many points as the shorter row has are matched, and of these matchings
/// the sum of the distances is least. Of several, the lexicographically first is found: the first
/// old point that can be is matched, to the earliest new point that it can be matched to, then the
/// next, and so on, where any match comes before none.
///
/// - Complexity: O(nm(n + m)) for n old and m new points.
/// - Precondition: Both rows ascend.
///
/// Source: dynamic programming over pairs of prefixes, as for the alignment of two sequences: R. A.
/// Wagner, M. J. Fischer, "The string-to-string correction problem", 1974.
///
/// - Parameters:
///   - old: The points that were.
///   - new: The points that are.
/// - Returns: For each old point, the index of its new point; `nil` where it has none.
package func monotoneMatching(of old: [Int], with new: [Int]) -> [Int?] {
  let columns = new.count + 1
  // The least distance of a best matching of the points from `row` and from `column` on. The most
  // that can be matched is always as many as the shorter rest, so only the distance is kept.
  var distances = [Int](repeating: 0, count: (old.count + 1) * columns)
  for row in stride(from: old.count - 1, through: 0, by: -1) {
    for column in stride(from: new.count - 1, through: 0, by: -1) {
      var best =
        abs(old[row] - new[column]) + distances[(row + 1) * columns + column + 1]
      if old.count - row > new.count - column {
        best = min(best, distances[(row + 1) * columns + column])
      }
      if old.count - row < new.count - column {
        best = min(best, distances[row * columns + column + 1])
      }
      distances[row * columns + column] = best
    }
  }
  var matching: [Int?] = []
  var column = 0
  for row in old.indices {
    let spare = max(0, (new.count - column) - (old.count - row))
    let target = distances[row * columns + column]
    let match = (column..<new.count).prefix(spare + 1).first { candidate in
      abs(old[row] - new[candidate]) + distances[(row + 1) * columns + candidate + 1] == target
    }
    matching.append(match)
    if let match { column = match + 1 }
  }
  return matching
}
