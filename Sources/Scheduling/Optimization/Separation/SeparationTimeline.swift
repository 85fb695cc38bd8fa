/// Which paths may choose at each point of a separated problem, and whom that blocks for how long.
struct SeparationTimeline {
  /// A position that a path may choose.
  struct Candidate {
    /// Its point.
    let point: Int
    /// The path.
    let path: Int
    /// The position.
    let position: Int32
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
    /// The first point that is.
    let point: Int
  }

  /// The positions of all paths, by point, then by path.
  let candidates: ContiguousArray<Candidate>
  /// For each candidate, the first at its point.
  let firstAtPoint: ContiguousArray<Int>
  /// Whom the candidates block, one candidate's after another's.
  let blocked: ContiguousArray<Blocked>
  /// The numbers of the separations that each path belongs to, one path's after another's.
  let separations: ContiguousArray<Int>
  /// For each path, for each position the number of its candidate.
  private let numbers: [ContiguousArray<Int>]

  /// Compiles a problem.
  ///
  /// - Complexity: O(pn log n) for p paths and n positions in all.
  init(_ problem: SeparatedPaths) {
    let points = problem.paths.map { $0.positions.map(\.point) }
    func firstPosition(of path: Int, from point: Int) -> Int32 {
      Int32(points[path].partitioningIndex { $0 >= point })
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
    var candidates: ContiguousArray<Candidate> = []
    for (path, own) in problem.paths.enumerated() {
      let distances = problem.paths.indices.map { problem.distance(path, $0) }
      for (index, position) in own.positions.enumerated() {
        let begin = blocked.count
        for (other, distance) in distances.enumerated() where distance > 0 && !position.isSettled {
          blocked.append(
            Blocked(
              path: other,
              current: firstPosition(of: other, from: position.point),
              free: firstPosition(of: other, from: position.point + distance),
              point: position.point + distance
            )
          )
        }
        candidates.append(
          Candidate(
            point: position.point,
            path: path,
            position: Int32(index),
            blocked: begin..<blocked.count,
            separations: memberships[path]
          )
        )
      }
    }
    candidates.sort { ($0.point, $0.path) < ($1.point, $1.path) }
    var numbers = points.map { ContiguousArray(repeating: 0, count: $0.count) }
    var firstAtPoint: ContiguousArray<Int> = []
    for (number, candidate) in candidates.enumerated() {
      numbers[candidate.path][Int(candidate.position)] = number
      let isFirst = number == 0 || candidates[number - 1].point < candidate.point
      firstAtPoint.append(isFirst ? number : firstAtPoint[number - 1])
    }
    self.candidates = candidates
    self.firstAtPoint = firstAtPoint
    self.blocked = blocked
    self.separations = separations
    self.numbers = numbers
  }

  /// The candidate that a position of a path is.
  func number(of position: Int32, path: Int) -> Int { numbers[path][Int(position)] }
}
