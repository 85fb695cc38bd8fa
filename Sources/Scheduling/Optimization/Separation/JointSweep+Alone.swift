/// Bounds by each path alone.
extension JointSweep {
  /// Puts down the choices that may follow a node, under the bounds of each path alone.
  ///
  /// - Parameters:
  ///   - node: The node.
  ///   - number: The candidate chosen at it; the first of all where there is none.
  mutating func extendAlone(_ node: Int, from number: Int) {
    let count = timeline.candidates.count
    // Of the paths that may choose at the same point, only those after the chooser do so after it.
    let chooser = Int(graph.choosers[node])
    let origin = timeline.candidates[number].point
    var point = origin
    var bound = graph.bounds[node]
    var next = firstChoice(from: timeline.firstAtPoint[number])
    while next < count {
      let here = timeline.candidates[next].point
      bound += refund(from: point, until: here)
      guard bound <= limit else { return }
      point = here
      // What those pay who wait at this point is not yet due when one of them chooses.
      let before = bound
      var cutoff = Int.min
      while next < count, timeline.candidates[next].point == here {
        cutoff = max(cutoff, cutoffs[next])
        let path = paths[timeline.candidates[next].path]
        let position = timeline.candidates[next].position
        if position >= path.first && position < path.end {
          let index = path.origin + Int(position)
          let arc = automata.arcs[index]
          if arc.target >= 0 && (here > origin || timeline.candidates[next].path > chooser) {
            put(next, after: node, to: arc.target, bound: before + arc.through - arc.waiting)
          }
          bound += automata.arcs[index + 1].waiting - arc.waiting
        }
        next += 1
      }
      guard bound < cutoff else {
        drop(bound)
        return
      }
    }
    bound += refund(from: point, until: nil)
    end(node, bound: bound)
  }

  /// Puts a choice down, unless it costs too much.
  private mutating func put(_ number: Int, after node: Int, to state: Int32, bound: Int) {
    var bound = bound
    // Choices that cost as much as the cutoff were dropped before.
    let cutoff = cutoffs[number]
    guard bound < cutoff else { return }
    for index in timeline.candidates[number].blocked {
      let blocked = timeline.blocked[index]
      let path = paths[blocked.path]
      let current = max(path.first, blocked.current)
      guard blocked.free > current else { continue }
      bound +=
        automata.waiting(path.number, for: blocked.free)
        - automata.waiting(path.number, for: current)
    }
    guard bound < cutoff else { return }
    put(number, after: node, state: state, bound: bound)
  }
}
