/// Finds, among states that stand as words in a row, one with the same words.
///
/// Open addressing with linear probing; emptied in constant time by counting generations.
struct MergeTable {
  private struct Slot {
    var hash: UInt64 = 0
    var index: Int32 = 0
    var generation: Int32 = 0
  }

  private var slots = ContiguousArray(repeating: Slot(), count: 1_024)
  private var generation: Int32 = 0
  private var count = 0

  /// Forgets all states.
  mutating func removeAll() {
    generation += 1
    count = 0
  }

  /// Adds a state, unless one with the same words is there.
  ///
  /// - Parameters:
  ///   - index: The number of the state.
  ///   - hash: A hash of its words.
  ///   - words: The words of all states, `wordCount` for each.
  ///   - wordCount: How many words a state has.
  /// - Returns: The number of the state that has these words: `index` where it is new.
  mutating func insert(
    _ index: Int,
    _ hash: UInt64,
    words: ContiguousArray<UInt32>,
    wordCount: Int
  ) -> Int {
    if count * 2 >= slots.count { grow() }
    let mask = slots.count - 1
    var slot = Self.first(of: hash) & mask
    while slots[slot].generation == generation {
      let other = Int(slots[slot].index)
      if slots[slot].hash == hash, Self.areSame(index, other, words, wordCount) { return other }
      slot = (slot + 1) & mask
    }
    slots[slot] = Slot(hash: hash, index: Int32(index), generation: generation)
    count += 1
    return index
  }

  private static func first(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash ^ hash >> 32) }

  private static func areSame(
    _ one: Int,
    _ other: Int,
    _ words: ContiguousArray<UInt32>,
    _ wordCount: Int
  ) -> Bool {
    for offset in 0..<wordCount
    where words[one * wordCount + offset] != words[other * wordCount + offset] { return false }
    return true
  }

  private mutating func grow() {
    let members = slots.filter { $0.generation == generation }
    slots = ContiguousArray(repeating: Slot(), count: slots.count * 2)
    generation = 1
    let mask = slots.count - 1
    for member in members {
      var slot = Self.first(of: member.hash) & mask
      while slots[slot].generation == generation { slot = (slot + 1) & mask }
      slots[slot] = member
      slots[slot].generation = generation
    }
  }
}
