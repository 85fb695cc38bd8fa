/// What paths lose from a joint state on, by pairs: a bound for states of all paths.
///
/// Each path is in one group, with the other of its pair or alone.
struct PairBounds {
  /// The paths of a group.
  struct Group {
    /// The first path.
    var first: Int
    /// The second path; the first again where that is alone.
    var second: Int
  }

  /// Where the losses of a group stand from a point on.
  private struct Layer {
    /// The first state of the first path.
    var row: Int32
    /// How many states of it there are.
    var height: UInt32
    /// The first state of the second path.
    var column: Int32
    /// How many states of it there are.
    var width: UInt32
    /// Where the losses begin.
    var offset: Int
  }

  /// The groups.
  let groups: ContiguousArray<Group>
  /// For each path, its group.
  let groupOfPath: ContiguousArray<Int>
  /// For each path, the number of its first state.
  let bases: ContiguousArray<Int>
  /// The first point of the problem.
  let origin: Int
  /// How many points there are.
  let end: Int
  private var layers: ContiguousArray<Layer> = []
  private var losses: ContiguousArray<UInt16> = []

  /// Lays out the losses of a relaxation.
  ///
  /// - Complexity: O(m) for m losses.
  init(_ relaxation: PairRelaxation) {
    let timelines = relaxation.timelines
    origin = relaxation.alone.span.lowerBound
    end = relaxation.alone.span.count
    bases = ContiguousArray(timelines.map(\.base))
    let paired = relaxation.pairs.map(\.paths)
    let single = timelines.indices.filter { path in !paired.contains { $0.contains(path) } }
    groups = ContiguousArray(
      paired.map { Group(first: $0[0], second: $0[1]) }
        + single.map { Group(first: $0, second: $0) }
    )
    var groupOfPath = ContiguousArray(repeating: 0, count: timelines.count)
    for (index, group) in groups.enumerated() {
      groupOfPath[group.first] = index
      groupOfPath[group.second] = index
    }
    self.groupOfPath = groupOfPath
    for table in relaxation.tables { append(table) }
    for path in single { append(timelines[path]) }
  }

  private mutating func append(_ table: PairTable) {
    let offset = losses.count
    losses.reserveCapacity(offset + table.blocks.count * 8)
    for block in table.blocks {
      for lane in 0..<8 { losses.append(block[lane]) }
    }
    for layer in table.layers {
      let columns = layer.columns.lowerBound * 8..<layer.columns.upperBound * 8
      append(layer.rows, columns, offset: offset + layer.offset * 8)
    }
  }

  private mutating func append(_ path: StateTimeline) {
    var begins = ContiguousArray(repeating: 0, count: end + 1)
    var rows = ContiguousArray(repeating: PairTable.far, count: path.points.count)
    for state in path.open[end] {
      rows[state] = UInt16(min(path.lossAtEnd[state], Int(PairTable.far)))
    }
    for point in (0...end).reversed() {
      if point < end {
        for arc in path.arcs[path.arcsToPoint[point]] where arc.loss < Int32(PairTable.far) {
          rows[Int(arc.tail)] = min(rows[Int(arc.tail)], UInt16(arc.loss))
        }
      }
      begins[point] = losses.count
      losses.append(contentsOf: rows[path.open[point]])
    }
    for point in 0...end { append(path.open[point], 0..<1, offset: begins[point]) }
  }

  private mutating func append(_ rows: Range<Int>, _ columns: Range<Int>, offset: Int) {
    layers.append(
      Layer(
        row: Int32(rows.lowerBound),
        height: UInt32(rows.count),
        column: Int32(columns.lowerBound),
        width: UInt32(columns.count),
        offset: offset
      )
    )
  }

  /// What a group loses, scaled: where no choice is of interest, more than any that is.
  ///
  /// - Parameters:
  ///   - group: The group.
  ///   - first: The state of its first path, by its number within the path.
  ///   - second: That of the second; 0 where there is none.
  ///   - point: The point from which on the group chooses, counted from ``origin``.
  /// - Returns: The loss.
  func loss(_ group: Int, _ first: Int, _ second: Int, from point: Int) -> Int {
    let layer = layers[group &* (end &+ 1) &+ min(point, end)]
    let row = UInt32(truncatingIfNeeded: first &- Int(layer.row))
    let column = UInt32(truncatingIfNeeded: second &- Int(layer.column))
    guard row < layer.height, column < layer.width else { return Int(PairTable.far) }
    return Int(losses[layer.offset &+ Int(row) &* Int(layer.width) &+ Int(column)])
  }
}
