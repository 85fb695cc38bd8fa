extension Assignment.Matching {
  /// Gives a free row a column, and others further ones where that costs less.
  ///
  /// - Complexity: O(nm) for n rows and m columns.
  ///
  /// - Parameters:
  ///   - start: The row.
  ///   - costs: What rows and columns cost.
  /// - Returns: Whether there is a column for it; where there is none, nothing has changed.
  mutating func augment(from start: Int, costs: some Assignment.PairCosts) -> Bool {
    guard let path = shortestPath(from: start, costs: costs) else { return false }
    rowPotentials[start] += path.length
    for column in path.scanned {
      let gain = path.length - path.distance[column]
      rowPotentials[rowOfColumn[column]] += gain
      columnPotentials[column] -= gain
    }
    // Each column on the path goes to the row of the column before it.
    var column = path.end
    while column >= 0 {
      let before = path.previous[column]
      let row = before < 0 ? start : rowOfColumn[before]
      rowOfColumn[column] = row
      columnOfRow[row] = column
      column = before
    }
    return true
  }

  /// A shortest path from a free row to a free column, by reduced costs.
  private struct Path {
    /// The column that it ends at.
    var end = -1
    /// Its length.
    var length = 0
    /// The columns whose rows were scanned: none is farther than the end.
    var scanned: ContiguousArray<Int> = []
    /// For each column, its distance.
    var distance: ContiguousArray<Int>
    /// For each column that was come to, the column before it, -1 for none.
    var previous: ContiguousArray<Int>
  }

  private func shortestPath(from start: Int, costs: some Assignment.PairCosts) -> Path? {
    let columns = columnPotentials.count
    var path = Path(
      distance: ContiguousArray(repeating: unreachable, count: columns),
      previous: ContiguousArray(repeating: -1, count: columns)
    )
    /// The columns that were come to, but are farther than the length so far.
    var farther: ContiguousArray<Int> = []
    /// Those that are just that far, and have yet to be scanned.
    var nearest: ContiguousArray<Int> = []
    var row = start
    var column = -1
    while true {
      let toRow = path.length - rowPotentials[row]
      costs.forEachColumn(of: row) { other, cost in
        let through = toRow + cost - columnPotentials[other]
        let known = path.distance[other]
        guard through < known else { return }
        path.distance[other] = through
        path.previous[other] = column
        if through == path.length && column >= 0 {
          if rowOfColumn[other] < 0 { path.end = other }
          nearest.append(other)
        } else if known == unreachable {
          farther.append(other)
        }
      }
      if path.end >= 0 { return path }
      if nearest.isEmpty {
        collectNearest(&nearest, from: &farther, of: &path, isFirst: column < 0)
        if path.end >= 0 { return path }
      }
      guard let next = nearest.popLast() else { return nil }
      column = next
      path.scanned.append(column)
      row = rowOfColumn[column]
    }
  }

  /// Makes the path longer, up to the nearest columns that it was not long enough for.
  private func collectNearest(
    _ nearest: inout ContiguousArray<Int>,
    from farther: inout ContiguousArray<Int>,
    of path: inout Path,
    isFirst: Bool
  ) {
    var least = unreachable
    var kept = 0
    for index in farther.indices {
      let column = farther[index]
      let distance = path.distance[column]
      // Those that are no farther were come to again on a shorter way, and scanned since.
      guard isFirst || distance > path.length else { continue }
      farther[kept] = column
      kept += 1
      if distance < least {
        least = distance
        nearest.removeAll(keepingCapacity: true)
      }
      if distance == least { nearest.append(column) }
    }
    farther.removeLast(farther.count - kept)
    path.length = least
    if let free = nearest.last(where: { rowOfColumn[$0] < 0 }) { path.end = free }
  }
}
