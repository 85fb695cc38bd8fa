/// The states of one path by the points at which they may still choose, and its arcs by the points
/// that they lead to.
///
/// Points count from the first of the problem. At a point those states are open that were reached
/// before it and that may choose at it or later; as states are numbered by their positions, they
/// are a range, with a few among them that are not open any more.
struct StateTimeline {
  /// An arc to a position.
  struct Arc {
    /// The state that it leaves, by its number within the path.
    var tail: Int32
    /// The state that it leads to, likewise.
    var head: Int32
    /// By how much more than the least a path costs that takes it, scaled.
    var loss: Int32
  }

  /// For each point, and after them for the end, the open states, by their numbers within the path.
  let open: ContiguousArray<Range<Int>>
  /// For each point, the arcs to it, in ``arcs``.
  let arcsToPoint: ContiguousArray<Range<Int>>
  /// The arcs by the points that they lead to, and then by the states that they leave.
  let arcs: ContiguousArray<Arc>
  /// For each state, by how much more than the least a path costs that ends there, scaled.
  let lossAtEnd: ContiguousArray<Int>
  /// For each point, whether a settled position of the path lies at it.
  let isSettled: ContiguousArray<Bool>
  /// For each state, its point; before all others where it has no position yet.
  let points: ContiguousArray<Int>
  /// The number of the first state among those of all paths.
  let base: Int

  /// Sorts the states and arcs of a path.
  ///
  /// - Complexity: O(a) for a arcs.
  ///
  /// - Parameters:
  ///   - path: The number of the path.
  ///   - automata: The states and arcs of all paths.
  ///   - positions: The positions of the path.
  ///   - span: The points of the problem.
  init(
    _ path: Int,
    in automata: PathAutomata,
    positions: [GroupedPath.Position],
    span: ClosedRange<Int>
  ) {
    let numbers = automata.numbers(of: path)
    base = numbers.lowerBound
    let origin = span.lowerBound
    let end = span.count
    var settled = ContiguousArray(repeating: false, count: end)
    for position in positions where position.isSettled { settled[position.point - origin] = true }
    isSettled = settled

    var points = ContiguousArray(repeating: -end, count: numbers.count)
    var lastUses = ContiguousArray(repeating: -1, count: numbers.count)
    var lossAtEnd = ContiguousArray(repeating: unreachable, count: numbers.count)
    var counts = ContiguousArray(repeating: 0, count: end + 1)
    for (index, number) in numbers.enumerated() {
      let state = automata.states[number]
      if state.position >= 0 { points[index] = Int(state.point) - origin }
      let least = automata.arcs[Int(state.offset)].waiting
      let atEnd = automata.arcs[Int(state.offset + state.end - state.first)].waiting
      if state.end > state.first {
        lastUses[index] = positions[Int(state.end) - 1].point - origin
        for head in state.first..<state.end
        where automata.arcs[Int(state.offset + head - state.first)].target >= 0 {
          counts[positions[Int(head)].point - origin] += 1
        }
      }
      if atEnd < unreachable / 2 {
        lastUses[index] = end
        lossAtEnd[index] = atEnd - least
      }
    }
    self.points = points
    self.lossAtEnd = lossAtEnd

    var begins = ContiguousArray(repeating: 0, count: end)
    var sum = 0
    for point in 0..<end {
      begins[point] = sum
      sum += counts[point]
    }
    arcsToPoint = ContiguousArray((0..<end).map { begins[$0]..<begins[$0] + counts[$0] })
    var arcs = ContiguousArray(repeating: Arc(tail: 0, head: 0, loss: 0), count: sum)
    for (index, number) in numbers.enumerated() {
      let state = automata.states[number]
      let least = automata.arcs[Int(state.offset)].waiting
      for head in state.first..<state.end {
        let arc = automata.arcs[Int(state.offset + head - state.first)]
        guard arc.target >= 0 else { continue }
        let point = positions[Int(head)].point - origin
        arcs[begins[point]] = Arc(
          tail: Int32(index),
          head: arc.target - Int32(base),
          loss: Int32(clamping: arc.through - least)
        )
        begins[point] += 1
      }
    }
    self.arcs = arcs

    var open: ContiguousArray<Range<Int>> = []
    open.reserveCapacity(end + 1)
    var first = 0
    var next = 0
    for point in 0...end {
      while next < points.count, points[next] < point { next += 1 }
      while first < next, lastUses[first] < point { first += 1 }
      open.append(first..<next)
    }
    self.open = open
  }
}
