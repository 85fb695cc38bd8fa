/// How much more two paths that keep their distance from each other cost together than each of them
/// alone, from every point on and for every two open states: their *loss*.
///
/// Dynamic programming over both paths at once, from the end backward, in dense rows: at each point
/// either path may choose, or neither. Losses are small, so that sixteen bits are enough for each,
/// and eight are computed at a time. (Dynamic programming over a few chains whose coupling to the
/// others is relaxed: M. Guignard, S. Kim, "Lagrangean decomposition", Mathematical Programming 39,
/// 1987.)
struct PairTable {
  /// What stands for a loss that is of no interest, however great.
  static let far: UInt16 = 1 << 15

  /// Eight losses.
  typealias Block = SIMD8<UInt16>

  /// Where the losses of a point stand.
  struct Layer {
    /// The states of the first path, one row each.
    var rows: Range<Int>
    /// The blocks of a row; block b holds the states 8b to 8b + 7 of the second path.
    var columns: Range<Int>
    /// The first block of the first row.
    var offset: Int

    /// Where block 0 of a row would stand.
    func origin(of row: Int) -> Int {
      offset + (row - rows.lowerBound) * columns.count - columns.lowerBound
    }
  }

  /// For each point, and after them for the end, where its losses stand.
  private(set) var layers: ContiguousArray<Layer> = []
  /// The losses.
  private(set) var blocks: ContiguousArray<Block> = []
  /// The losses of the arcs of the second path to a point, for each state that they lead to.
  private var entries: ContiguousArray<Block> = []
  /// The states that they lead to.
  private var heads: ContiguousArray<Int> = []

  /// How many losses two paths have, about.
  static func size(_ first: StateTimeline, _ second: StateTimeline) -> Int {
    zip(first.open, second.open).reduce(0) { $0 + $1.0.count * $1.1.count }
  }

  /// Computes all losses.
  ///
  /// - Complexity: O(m₁m₂ + a₁m₂ + a₂m₁), where m are the open states of all points and a the arcs.
  ///
  /// - Parameters:
  ///   - first: The states of the first path.
  ///   - second: The states of the second path.
  ///   - distance: The least distance of two positions that are not both settled, at least 1.
  mutating func fill(_ first: StateTimeline, _ second: StateTimeline, distance: Int) {
    let end = first.open.count - 1
    layers.removeAll(keepingCapacity: true)
    var size = 0
    for point in 0...end {
      let rows = first.open[point]
      var open = second.open[point]
      // Of two settled positions at a point the first is chosen first: the second is open after it.
      if point > 0, first.isSettled[point - 1], second.isSettled[point - 1] {
        open = second.open[point - 1].lowerBound..<open.upperBound
      }
      let columns = open.lowerBound >> 3..<(open.upperBound + 7) >> 3
      layers.append(Layer(rows: rows, columns: columns, offset: size))
      size += rows.count * columns.count
    }
    blocks.removeAll(keepingCapacity: true)
    blocks.append(contentsOf: repeatElement(Block(repeating: Self.far), count: size))
    for row in first.open[end] {
      for other in second.open[end] {
        let loss = min(first.lossAtEnd[row] + second.lossAtEnd[other], Int(Self.far))
        blocks[layers[end].origin(of: row) + other >> 3][other & 7] = UInt16(loss)
      }
    }
    for point in (0..<end).reversed() {
      if first.isSettled[point] && second.isSettled[point] {
        chooseBoth(point, first, second)
      } else {
        gather(second.arcsToPoint[point], of: second, columns: layers[point].columns)
        // What chooses at this point keeps its distance from what was chosen before.
        let latest = max(point - distance + 1, 0)
        let rows = first.open[second.isSettled[point] ? point : latest].upperBound
        let columns = second.open[first.isSettled[point] ? point : latest].upperBound
        waitOrChooseSecond(point, rowsEnd: rows)
        chooseFirst(point, first, end: columns)
      }
    }
  }

  /// The loss from a point on.
  ///
  /// - Parameters:
  ///   - first: A state of the first path.
  ///   - second: A state of the second path.
  ///   - point: The point, counted from the first of the problem.
  /// - Returns: The loss.
  func loss(_ first: Int, _ second: Int, at point: Int) -> UInt16 {
    let layer = layers[point]
    guard layer.rows.contains(first), layer.columns.contains(second >> 3) else { return Self.far }
    return blocks[layer.origin(of: first) + second >> 3][second & 7]
  }

  /// Both paths have a settled position at a point.
  private mutating func chooseBoth(
    _ point: Int,
    _ first: StateTimeline,
    _ second: StateTimeline
  ) {
    for one in first.arcs[first.arcsToPoint[point]] {
      for other in second.arcs[second.arcsToPoint[point]] {
        let rest = loss(Int(one.head), Int(other.head), at: point + 1)
        let after = min(Int(other.loss) + Int(rest), Int(Self.far))
        lower(Int(one.head), Int(other.tail), at: point + 1, to: after)
        lower(Int(one.tail), Int(other.tail), at: point, to: Int(one.loss) + after)
      }
    }
  }

  private mutating func lower(_ first: Int, _ second: Int, at point: Int, to loss: Int) {
    let block = layers[point].origin(of: first) + second >> 3
    blocks[block][second & 7] = min(blocks[block][second & 7], UInt16(min(loss, Int(Self.far))))
  }

  /// Sorts some arcs of the second path by the states that they lead to, in blocks as those of a row.
  private mutating func gather(_ arcs: Range<Int>, of path: StateTimeline, columns: Range<Int>) {
    heads.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
    for arc in path.arcs[arcs] where arc.loss < Int32(Self.far) {
      var entry = heads.count - 1
      while entry >= 0, heads[entry] != Int(arc.head) { entry -= 1 }
      if entry < 0 {
        entry = heads.count
        heads.append(Int(arc.head))
        entries.append(
          contentsOf: repeatElement(Block(repeating: Self.far), count: columns.count)
        )
      }
      let block = entry * columns.count + Int(arc.tail) >> 3 - columns.lowerBound
      entries[block][Int(arc.tail) & 7] = UInt16(arc.loss)
    }
  }

  /// At a point neither path chooses, or the second.
  ///
  /// - Parameters:
  ///   - point: The point.
  ///   - rowsEnd: The first state of the first path that is too near for the second to choose.
  private mutating func waitOrChooseSecond(_ point: Int, rowsEnd: Int) {
    let (layer, next) = (layers[point], layers[point + 1])
    let columns = layer.columns.clamped(to: next.columns)
    let width = layer.columns.count
    for row in layer.rows.clamped(to: next.rows) {
      let target = layer.origin(of: row)
      let source = next.origin(of: row)
      for column in columns { blocks[target + column] = blocks[source + column] }
      guard row < rowsEnd else { continue }
      for (entry, head) in heads.enumerated() {
        let loss = blocks[source + head >> 3][head & 7]
        guard loss < Self.far else { continue }
        let rest = Block(repeating: loss)
        let begin = target + layer.columns.lowerBound
        for column in 0..<width {
          let sum = entries[entry * width + column] &+ rest
          blocks[begin + column] = pointwiseMin(blocks[begin + column], sum)
        }
      }
    }
  }

  /// At a point the first path chooses, where that is better.
  ///
  /// - Parameters:
  ///   - point: The point.
  ///   - first: The states of the first path.
  ///   - end: The first state of the second path that is too near.
  private mutating func chooseFirst(_ point: Int, _ first: StateTimeline, end: Int) {
    let (layer, next) = (layers[point], layers[point + 1])
    let columns = layer.columns.clamped(to: next.columns)
    let whole = columns.clamped(to: 0..<end >> 3)
    for arc in first.arcs[first.arcsToPoint[point]] where arc.loss < Int32(Self.far) {
      let target = layer.origin(of: Int(arc.tail))
      let source = next.origin(of: Int(arc.head))
      let loss = UInt16(arc.loss)
      for column in whole {
        let sum = blocks[source + column] &+ Block(repeating: loss)
        blocks[target + column] = pointwiseMin(blocks[target + column], sum)
      }
      guard end & 7 > 0, columns.contains(end >> 3) else { continue }
      for lane in 0..<end & 7 {
        let sum = blocks[source + end >> 3][lane] + loss
        blocks[target + end >> 3][lane] = min(blocks[target + end >> 3][lane], sum)
      }
    }
  }
}
