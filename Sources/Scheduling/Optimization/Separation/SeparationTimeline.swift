/// Which paths may choose at each point of a separated problem, and whom that blocks for how long.
struct SeparationTimeline {
  /// A position that a path may choose at a point.
  struct Candidate {
    /// The path.
    let path: Int
    /// The position.
    let position: Int32
    /// The point.
    let point: Int32
    /// The other paths that the choice keeps from choosing for a while, in ``blocked``.
    let blocked: Range<Int>
    /// The separations that the path belongs to, in ``separations``.
    let separations: Range<Int>
  }

  /// A path that keeps its distance from a choice.
  struct Blocked {
    /// The path.
    let path: Int
    /// Its first position at the point of the choice or after it.
    let current: Int32
    /// Its first position that is far enough behind the point of the choice.
    let free: Int32
  }

  /// The points at which there are positions, ascending.
  let points: [Int]
  /// The positions at all points, by point, then by path.
  let candidates: ContiguousArray<Candidate>
  /// For each point, which of the ``candidates`` are at it.
  let ranges: [Range<Int>]
  /// Whom the candidates block, one candidate's after another's.
  let blocked: ContiguousArray<Blocked>
  /// The numbers of the separations that each path belongs to, one path's after another's.
  let separations: ContiguousArray<Int>
  /// For each path, for each position the number of its point.
  let pointNumbers: [ContiguousArray<Int>]

  /// Compiles a problem.
  ///
  /// - Complexity: O(p²n log n) for p paths of n positions.
  init(_ problem: SeparatedPaths) {
    let points = Set(problem.paths.flatMap { $0.positions.map(\.point) }).sorted()
    func number(of point: Int) -> Int {
      points.partitioningIndex { $0 >= point }
    }
    let positionPoints = problem.paths.map { ContiguousArray($0.positions.map(\.point)) }
    func firstPosition(of path: Int, from point: Int) -> Int32 {
      Int32(positionPoints[path].partitioningIndex { $0 >= point })
    }
    var separations: ContiguousArray<Int> = []
    let memberships = problem.paths.indices.map { path in
      let begin = separations.count
      separations += problem.separations.indices.filter {
        problem.separations[$0].paths.contains(path)
      }
      return begin..<separations.count
    }
    var blocked: ContiguousArray<Blocked> = []
    var candidates = [[Candidate]](repeating: [], count: points.count)
    for (path, own) in problem.paths.enumerated() {
      let distances = problem.paths.indices.map { problem.distance(path, $0) }
      for (index, position) in own.positions.enumerated() {
        let begin = blocked.count
        for (other, distance) in distances.enumerated() where distance > 0 && !position.isSettled {
          blocked.append(
            Blocked(
              path: other,
              current: firstPosition(of: other, from: position.point),
              free: firstPosition(of: other, from: position.point + distance)
            )
          )
        }
        candidates[number(of: position.point)].append(
          Candidate(
            path: path,
            position: Int32(index),
            point: Int32(position.point),
            blocked: begin..<blocked.count,
            separations: memberships[path]
          )
        )
      }
    }
    self.candidates = ContiguousArray(candidates.joined())
    var end = 0
    ranges = candidates.map { candidates in
      end += candidates.count
      return end - candidates.count..<end
    }
    self.blocked = blocked
    self.separations = separations
    self.points = points
    pointNumbers = positionPoints.map { ContiguousArray($0.map { number(of: $0) }) }
  }
}

extension RandomAccessCollection where Index == Int {
  /// The index of the first element that satisfies a condition which all after it satisfy too.
  fileprivate func partitioningIndex(where belongs: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if belongs(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
