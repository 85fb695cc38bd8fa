/// Finds, among the joint states made at one point, the one that a choice leads to.
///
/// Open addressing with linear probing; emptied in the time that it took to fill.
struct JointStateTable {
  private struct Slot {
    var hash: UInt64
    /// The number of the state; -1 where the slot is empty.
    var index: Int
  }

  private static let empty = Slot(hash: 0, index: -1)
  private var slots = ContiguousArray(repeating: empty, count: 1_024)
  private var used: ContiguousArray<Int> = []

  /// Forgets all states.
  mutating func removeAll() {
    for slot in used { slots[slot] = Self.empty }
    used.removeAll(keepingCapacity: true)
  }

  /// Finds the state that another becomes by a choice, or puts it down as new.
  ///
  /// - Parameters:
  ///   - states: All states.
  ///   - index: The state before the choice.
  ///   - move: The choice.
  ///   - chooser: The path that chooses.
  /// - Returns: The number of the state; where it is new, the number that the next state gets.
  mutating func insert(
    _ states: JointStates,
    _ index: Int,
    after move: JointStates.Move,
    of chooser: Int
  ) -> Int {
    if used.count * 2 >= slots.count { grow() }
    let mask = slots.count - 1
    var slot = Self.first(of: move.hash) & mask
    while slots[slot].index >= 0 {
      let other = slots[slot].index
      if slots[slot].hash == move.hash,
        states.isSame(other, as: index, after: move, of: chooser)
      {
        return other
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = Slot(hash: move.hash, index: states.count)
    used.append(slot)
    return states.count
  }

  private static func first(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash ^ hash >> 32) }

  private mutating func grow() {
    let members = used.map { slots[$0] }
    slots = ContiguousArray(repeating: Self.empty, count: slots.count * 4)
    used.removeAll(keepingCapacity: true)
    let mask = slots.count - 1
    for member in members {
      var slot = Self.first(of: member.hash) & mask
      while slots[slot].index >= 0 { slot = (slot + 1) & mask }
      slots[slot] = member
      used.append(slot)
    }
  }
}
