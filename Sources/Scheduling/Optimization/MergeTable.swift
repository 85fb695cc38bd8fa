/// Finds, among states that stand as words in a row, one with the same words.
///
/// Open addressing with linear probing; emptied in constant time by counting generations.
struct MergeTable {
  private var indices: ContiguousArray<Int32> = ContiguousArray(repeating: 0, count: 1_024)
  private var generations: ContiguousArray<Int32> = ContiguousArray(repeating: 0, count: 1_024)
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
  ///   - words: The words of all states, `wordCount` for each.
  ///   - wordCount: How many words a state has.
  /// - Returns: The number of the state that has these words: `index` where it is new.
  mutating func insert(
    _ index: Int,
    words: ContiguousArray<UInt32>,
    wordCount: Int
  ) -> Int {
    if count * 2 >= indices.count { grow(words: words, wordCount: wordCount) }
    let slot = slot(of: index, words: words, wordCount: wordCount)
    if generations[slot] == generation { return Int(indices[slot]) }
    generations[slot] = generation
    indices[slot] = Int32(index)
    count += 1
    return index
  }

  private func slot(of index: Int, words: ContiguousArray<UInt32>, wordCount: Int) -> Int {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for offset in 0..<wordCount {
      hash = (hash ^ UInt64(words[index * wordCount + offset])) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 32
    }
    let mask = indices.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while generations[slot] == generation {
      let other = Int(indices[slot])
      var isSame = true
      for offset in 0..<wordCount
      where words[index * wordCount + offset] != words[other * wordCount + offset] {
        isSame = false
        break
      }
      if isSame { return slot }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private mutating func grow(words: ContiguousArray<UInt32>, wordCount: Int) {
    let members = indices.indices.filter { generations[$0] == generation }.map { indices[$0] }
    let size = indices.count * 2
    indices = ContiguousArray(repeating: 0, count: size)
    generations = ContiguousArray(repeating: 0, count: size)
    generation = 1
    for member in members {
      let slot = slot(of: Int(member), words: words, wordCount: wordCount)
      generations[slot] = generation
      indices[slot] = member
    }
  }
}
