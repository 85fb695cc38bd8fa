/// Bounds by pairs of paths, where those of each path alone leave too many states.
extension JointSweep {
  /// A path at the node that is extended.
  struct Member {
    /// The point of its last position.
    var chosen = 0
    /// The least scaled cost from its state to the end.
    var least = 0
    /// The first point that is far enough from choices of others.
    var free = 0
    /// The same after a further choice of another.
    var delayed = 0
  }

  /// A group of ``PairBounds`` at the node that is extended.
  struct Group {
    /// The state of its first path, by its number within the path.
    var first = 0
    /// The state of its second path.
    var second = 0
    /// The point from which on it may choose.
    var opening = 0
    /// What it loses if it chooses nothing before the point that is looked at.
    var waiting = 0
  }

  /// Puts down the choices that may follow a node, under the bounds of pairs.
  ///
  /// - Parameters:
  ///   - node: The node.
  ///   - number: The candidate chosen at it; the first of all where there is none.
  ///   - pairs: The bounds.
  mutating func extend(_ node: Int, from number: Int, under pairs: PairBounds) {
    let count = timeline.candidates.count
    let chooser = Int(graph.choosers[node])
    let origin = timeline.candidates[number].point
    setUpMembers()
    var paid = graph.bounds[node]
    for index in pairs.groups.indices {
      groups[index] = group(index, from: origin, pairs)
      paid -= pairs.loss(
        index,
        groups[index].first,
        groups[index].second,
        from: groups[index].opening
      )
    }
    var point = origin
    var next = firstChoice(from: timeline.firstAtPoint[number])
    while next < count {
      let here = timeline.candidates[next].point
      paid += refund(from: point, until: here)
      point = here
      let bound = paid + wait(until: here - pairs.origin, pairs)
      guard bound <= limit else { return }
      let first = next
      var cutoff = Int.min
      while next < count, timeline.candidates[next].point == here {
        cutoff = max(cutoff, cutoffs[next])
        next += 1
      }
      guard bound < cutoff else {
        drop(bound)
        return
      }
      for number in first..<next {
        let path = timeline.candidates[number].path
        let position = timeline.candidates[number].position
        // Of the paths that may choose at the same point, only those after the chooser do so after it.
        guard position >= paths[path].first, position < paths[path].end,
          here > origin || path > chooser
        else { continue }
        let arc = automata.arcs[paths[path].origin + Int(position)]
        if arc.target >= 0 { put(number, along: arc, after: node, waiting: bound, pairs) }
      }
    }
    paid += refund(from: point, until: nil)
    end(node, bound: paid + wait(until: pairs.end, pairs))
  }

  /// Finds out since when each path may choose at the node that is extended.
  private mutating func setUpMembers() {
    for path in paths.indices {
      let state = automata.states[paths[path].number]
      members[path] = Member(
        chosen: state.position < 0 ? Int.min / 2 : Int(state.point),
        least: automata.arcs[Int(state.offset)].waiting,
        free: Int.min / 2,
        delayed: Int.min / 2
      )
    }
    for path in paths.indices {
      let position = automata.states[paths[path].number].position
      guard position >= 0 else { continue }
      for index in timeline.candidates[timeline.number(of: position, path: path)].blocked {
        let blocked = timeline.blocked[index]
        let free = max(members[blocked.path].free, blocked.point)
        members[blocked.path].free = free
        members[blocked.path].delayed = free
      }
    }
  }

  /// Finds out what a group may do at the node that is extended.
  private func group(_ index: Int, from point: Int, _ pairs: PairBounds) -> Group {
    let (first, second) = (pairs.groups[index].first, pairs.groups[index].second)
    let chosen = max(members[first].chosen, members[second].chosen) + 1
    let free = min(members[first].free, members[second].free)
    return Group(
      first: paths[first].number - pairs.bases[first],
      second: second == first ? 0 : paths[second].number - pairs.bases[second],
      opening: max(point, chosen, free) - pairs.origin
    )
  }

  /// What the groups lose if none chooses before a point.
  private mutating func wait(until point: Int, _ pairs: PairBounds) -> Int {
    var sum = 0
    for index in groups.indices {
      let group = groups[index]
      let loss = pairs.loss(index, group.first, group.second, from: max(group.opening, point))
      groups[index].waiting = loss
      sum += loss
    }
    return sum
  }

  /// Puts a choice down, unless it costs too much.
  ///
  /// - Parameters:
  ///   - number: The candidate.
  ///   - arc: The arc to it.
  ///   - node: The node before it.
  ///   - waiting: The bound of all that wait until then.
  ///   - pairs: The bounds.
  private mutating func put(
    _ number: Int,
    along arc: PathAutomata.Arc,
    after node: Int,
    waiting: Int,
    _ pairs: PairBounds
  ) {
    let candidate = timeline.candidates[number]
    let own = pairs.groupOfPath[candidate.path]
    let group = groups[own]
    let point = candidate.point - pairs.origin
    let state = Int(arc.target) - pairs.bases[candidate.path]
    let loss =
      candidate.path == pairs.groups[own].first
      ? pairs.loss(own, state, group.second, from: point + 1)
      : pairs.loss(own, group.first, state, from: point + 1)
    var bound = waiting - group.waiting + arc.through - members[candidate.path].least + loss
    let cutoff = cutoffs[number]
    guard bound < cutoff else { return }
    for index in candidate.blocked {
      let blocked = timeline.blocked[index]
      members[blocked.path].delayed = max(members[blocked.path].free, blocked.point)
    }
    for other in groups.indices where other != own {
      let pair = pairs.groups[other]
      let free = min(members[pair.first].delayed, members[pair.second].delayed)
      let group = groups[other]
      let opening = max(group.opening, point, free - pairs.origin)
      bound += pairs.loss(other, group.first, group.second, from: opening) - group.waiting
    }
    for index in candidate.blocked {
      let path = timeline.blocked[index].path
      members[path].delayed = members[path].free
    }
    guard bound < cutoff else { return }
    put(number, after: node, state: arc.target, bound: bound)
  }
}
