/// Dynamic programming over the rows of a sequenced assignment, in their order.
///
/// A state says how many copies of each kind are used and which kind the last row of each chain has.
/// It carries a lower bound on every assignment that it can become, from the relaxation; states that
/// agree merge, and those whose bound is above what is known to be possible are dropped, as in
/// ``JointSweep``.
struct SequenceSweep {
  /// What a sweep found.
  struct Outcome {
    /// The kind of each row in the best assignment found; `nil` where none was.
    var best: [Int]?
    /// No assignment that was dropped for want of width costs less, scaled; `nil` where none was.
    var leastDropped: Int?
  }

  private let relaxation: SequenceRelaxation
  private let problem: SequencedAssignment
  private let kindCount: Int
  private let wordCount: Int
  /// How many bits a number has, how many numbers a word, as a power of two, and the bits of one.
  private let (bits, perWordLog, mask): (Int, Int, UInt32)
  /// For each row and each kind, how many rows from it on may have the kind.
  private let remaining: ContiguousArray<Int>
  /// For each number of a state, what it is multiplied by in the hash.
  private let multipliers: ContiguousArray<UInt64>

  private struct Layer {
    var bounds: ContiguousArray<Int> = []
    var histories: ContiguousArray<Int32> = []
    /// For each state the sum of its numbers, each multiplied.
    ///
    /// The hash of a state that follows needs only the two numbers that change. (Multilinear hashing:
    /// D. Lemire, O. Kaser, "Strongly universal string hashing is fast", The Computer Journal 57, 2014.)
    var hashes: ContiguousArray<UInt64> = []
    /// For each state a number for each kind, its count, and one for each chain, its last kind; four
    /// to a word, or two or one where they are large.
    var words: ContiguousArray<UInt32> = []
  }

  private struct Step {
    var parent: Int32
    var kind: Int32
  }

  /// Prepares to sweep.
  init(_ relaxation: SequenceRelaxation) {
    self.relaxation = relaxation
    let problem = relaxation.problem
    self.problem = problem
    kindCount = problem.counts.count
    let greatest = max(kindCount, problem.counts.max() ?? 0)
    bits = greatest < 1 << 8 ? 8 : greatest < 1 << 16 ? 16 : 32
    perWordLog = bits == 8 ? 2 : bits == 16 ? 1 : 0
    mask = .max >> UInt32(32 - bits)
    let numberCount = kindCount + (problem.chains.max() ?? 0) + 1
    wordCount = (numberCount - 1) >> perWordLog + 1
    multipliers = ContiguousArray((0..<numberCount).map { Self.multiplier($0) })
    var remaining = ContiguousArray(repeating: 0, count: (problem.chains.count + 1) * kindCount)
    for row in problem.chains.indices.reversed() {
      for kind in 0..<kindCount where problem.counts[kind] > 0 {
        let cost = problem.costs.table[row * problem.costs.columns + problem.offsets[kind]]
        remaining[row * kindCount + kind] =
          remaining[(row + 1) * kindCount + kind] + (cost < unreachable ? 1 : 0)
      }
    }
    self.remaining = remaining
  }

  /// The multiplier of a number: all bits of its index, mixed.
  private static func multiplier(_ index: Int) -> UInt64 {
    var mixed = UInt64(index + 1) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ mixed >> 32) &* 0xFF51_AFD7_ED55_8CCD
    return (mixed ^ mixed >> 29) | 1
  }

  /// Sweeps over all rows.
  ///
  /// - Parameters:
  ///   - width: The most states that are kept after a row.
  ///   - limit: The scaled cost above which no assignment is of interest.
  ///   - mayGoOn: Asked at each row whether the sweep may go on; where it may not, all states are
  ///     dropped.
  /// - Returns: What was found.
  func run(width: Int, limit: Int, while mayGoOn: () -> Bool) -> Outcome {
    var layer = Layer()
    layer.bounds.append(relaxation.bound)
    layer.histories.append(-1)
    // All hashes are relative to this one.
    layer.hashes.append(0)
    layer.words.append(contentsOf: repeatElement(0, count: wordCount))
    for chain in 0...(problem.chains.max() ?? 0) {
      set(kindCount, at: kindCount + chain, of: 0, in: &layer.words)
    }
    var steps: ContiguousArray<Step> = []
    var merged = MergeTable()
    var leastDropped: Int?
    for row in problem.chains.indices {
      guard mayGoOn() else {
        return Outcome(
          best: nil,
          leastDropped: min(layer.bounds.min() ?? .max, leastDropped ?? .max)
        )
      }
      layer = extended(layer, by: row, &steps, &merged, limit: limit)
      if let dropped = narrow(&layer, to: width) {
        leastDropped = min(leastDropped ?? dropped, dropped)
      }
    }
    guard let least = layer.bounds.indices.min(by: { layer.bounds[$0] < layer.bounds[$1] }) else {
      return Outcome(best: nil, leastDropped: leastDropped)
    }
    var kinds: [Int] = []
    var history = layer.histories[least]
    while history >= 0 {
      kinds.append(Int(steps[Int(history)].kind))
      history = steps[Int(history)].parent
    }
    return Outcome(best: kinds.reversed(), leastDropped: leastDropped)
  }

  /// Where in its word a number begins.
  private func shift(of index: Int) -> UInt32 { UInt32((index & (1 << perWordLog - 1)) * bits) }

  private func get(_ index: Int, of state: Int, in words: ContiguousArray<UInt32>) -> Int {
    let word = words[state * wordCount + index >> perWordLog]
    return Int(word >> shift(of: index) & mask)
  }

  private func set(
    _ value: Int,
    at index: Int,
    of state: Int,
    in words: inout ContiguousArray<UInt32>
  ) {
    let shift = shift(of: index)
    let word = state * wordCount + index >> perWordLog
    words[word] = words[word] & ~(mask << shift) | UInt32(value) << shift
  }

  /// The states after a row: each with each kind that the row can have.
  private func extended(
    _ layer: Layer,
    by row: Int,
    _ steps: inout ContiguousArray<Step>,
    _ merged: inout MergeTable,
    limit: Int
  ) -> Layer {
    let chain = problem.chains[row]
    let lastIndex = kindCount + chain
    // Where nothing can repeat the row, nothing depends on what it has.
    let isRemembered = relaxation.following[row].map { problem.mayRepeat[$0] } ?? false
    // What a copy costs in the row, and behind it to the end of the chain.
    let costs = ContiguousArray(
      problem.kindOfColumn.indices.map { column in
        relaxation.cost(of: row, column: column)
          + relaxation.cost(behind: row, with: problem.kindOfColumn[column])
      }
    )
    let repeatCost = relaxation.repeatCost(in: row)
    let leastCosts = ContiguousArray(
      problem.counts.indices.map { kind in
        costs[problem.offsets[kind]..<problem.offsets[kind] + problem.counts[kind]].min()
          ?? unreachable
      }
    )
    let scarce = problem.counts.indices.filter {
      problem.counts[$0] > remaining[(row + 1) * kindCount + $0]
    }
    var next = Layer()
    merged.removeAll()
    for state in layer.bounds.indices {
      let last = get(lastIndex, of: state, in: layer.words)
      let before = layer.bounds[state] - relaxation.cost(from: row, after: last)
      for kind in kinds(left: layer, state, in: row, among: scarce)
      where before + leastCosts[kind] <= limit {
        let used = get(kind, of: state, in: layer.words)
        guard used < problem.counts[kind] else { continue }
        let cost = costs[problem.offsets[kind] + used]
        let bound = before + cost + (kind == last ? repeatCost : 0)
        guard bound <= limit, cost < unreachable / 2 else { continue }
        let value = isRemembered ? kind : kindCount
        let hash =
          layer.hashes[state] &+ multipliers[kind]
          &+ UInt64(bitPattern: Int64(value - last)) &* multipliers[lastIndex]
        let candidate = next.bounds.count
        for word in 0..<wordCount { next.words.append(layer.words[state * wordCount + word]) }
        set(used + 1, at: kind, of: candidate, in: &next.words)
        set(value, at: lastIndex, of: candidate, in: &next.words)
        let step = Step(parent: layer.histories[state], kind: Int32(kind))
        let same = merged.insert(candidate, hash, words: next.words, wordCount: wordCount)
        if same == candidate {
          next.bounds.append(bound)
          next.hashes.append(hash)
          next.histories.append(Int32(steps.count))
          steps.append(step)
        } else {
          next.words.removeLast(wordCount)
          if bound < next.bounds[same] {
            next.bounds[same] = bound
            steps[Int(next.histories[same])] = step
          }
        }
      }
    }
    return next
  }

  /// The kinds that a row can have so that the rows behind it are enough for what is left of each
  /// kind: all, or a single one, or none.
  ///
  /// - Parameters:
  ///   - layer: The states before the row.
  ///   - state: One of them.
  ///   - row: The row.
  ///   - scarce: The kinds of which there are more copies than rows behind this one.
  /// - Returns: The kinds.
  private func kinds(
    left layer: Layer,
    _ state: Int,
    in row: Int,
    among scarce: [Int]
  ) -> Range<Int> {
    var due: Int?
    for kind in scarce {
      let left = problem.counts[kind] - get(kind, of: state, in: layer.words)
      let lacking = left - remaining[(row + 1) * kindCount + kind]
      guard lacking > 0 else { continue }
      if lacking > 1 || due != nil { return 0..<0 }
      due = kind
    }
    return due.map { $0..<$0 + 1 } ?? 0..<kindCount
  }

  /// Keeps the states with the least bounds.
  ///
  /// - Returns: The least bound that was dropped; `nil` where none was.
  private func narrow(_ layer: inout Layer, to width: Int) -> Int? {
    guard let selection = LeastBounds(layer.bounds, room: width) else { return nil }
    let count = selection.kept.count
    for (kept, index) in selection.kept.enumerated() {
      layer.bounds[kept] = layer.bounds[index]
      layer.histories[kept] = layer.histories[index]
      layer.hashes[kept] = layer.hashes[index]
      for word in 0..<wordCount {
        layer.words[kept * wordCount + word] = layer.words[index * wordCount + word]
      }
    }
    layer.bounds.removeLast(layer.bounds.count - count)
    layer.histories.removeLast(layer.histories.count - count)
    layer.hashes.removeLast(layer.hashes.count - count)
    layer.words.removeLast(layer.words.count - count * wordCount)
    return selection.leastDropped
  }
}
