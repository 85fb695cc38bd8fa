/// Finds, among the nodes that one choice leads to, the one with given states.
///
/// Open addressing with linear probing; emptied in the time that it took to fill.
struct JointNodeTable {
  private struct Slot {
    var hash: UInt64
    /// The node; -1 where the slot is empty.
    var node: Int
  }

  private static let empty = Slot(hash: 0, node: -1)
  private var slots = ContiguousArray(repeating: empty, count: 1_024)
  private var used: ContiguousArray<Int> = []

  /// Forgets all nodes.
  mutating func removeAll() {
    for slot in used { slots[slot] = Self.empty }
    used.removeAll(keepingCapacity: true)
  }

  /// Finds the node that a choice leads to, or puts it down as the next.
  ///
  /// - Parameters:
  ///   - graph: The nodes.
  ///   - tail: The node before the choice.
  ///   - path: The path that chooses.
  ///   - state: The state that it comes to.
  /// - Returns: The node; where it is new, the number that the next node gets.
  mutating func insert(_ graph: JointGraph, after tail: Int, path: Int, state: Int32) -> Int {
    if used.count * 2 >= slots.count { grow() }
    var hash: UInt64 = 0
    for other in 0..<graph.pathCount where other != path {
      hash = (hash ^ UInt64(graph.state(of: other, at: tail))) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 32
    }
    hash = (hash ^ UInt64(state)) &* 0xFF51_AFD7_ED55_8CCD
    let mask = slots.count - 1
    var slot = Self.first(of: hash) & mask
    while slots[slot].node >= 0 {
      let node = slots[slot].node
      if slots[slot].hash == hash, graph.isSame(node, as: tail, path: path, state: state) {
        return node
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = Slot(hash: hash, node: graph.count)
    used.append(slot)
    return graph.count
  }

  private static func first(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash ^ hash >> 32) }

  private mutating func grow() {
    let members = used.map { slots[$0] }
    slots = ContiguousArray(repeating: Self.empty, count: slots.count * 4)
    used.removeAll(keepingCapacity: true)
    let mask = slots.count - 1
    for member in members {
      var slot = Self.first(of: member.hash) & mask
      while slots[slot].node >= 0 { slot = (slot + 1) & mask }
      slots[slot] = member
      used.append(slot)
    }
  }
}
