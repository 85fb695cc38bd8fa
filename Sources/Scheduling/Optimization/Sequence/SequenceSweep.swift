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

  private struct Layer {
    var bounds: ContiguousArray<Int> = []
    var histories: ContiguousArray<Int32> = []
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
    wordCount = (kindCount + (problem.chains.max() ?? 0)) >> perWordLog + 1
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
    var next = Layer()
    merged.removeAll()
    for state in layer.bounds.indices {
      let last = get(lastIndex, of: state, in: layer.words)
      let before = layer.bounds[state] - relaxation.cost(from: row, after: last)
      for kind in kinds(left: layer, state, in: row) {
        let used = get(kind, of: state, in: layer.words)
        guard used < problem.counts[kind] else { continue }
        let cost = costs[problem.offsets[kind] + used]
        let bound = before + cost + (kind == last ? repeatCost : 0)
        guard bound <= limit, cost < unreachable / 2 else { continue }
        let candidate = next.bounds.count
        for word in 0..<wordCount { next.words.append(layer.words[state * wordCount + word]) }
        set(used + 1, at: kind, of: candidate, in: &next.words)
        set(
          isRemembered ? kind : kindCount,
          at: lastIndex,
          of: candidate,
          in: &next.words
        )
        let step = Step(parent: layer.histories[state], kind: Int32(kind))
        let same = merged.insert(candidate, words: next.words, wordCount: wordCount)
        if same == candidate {
          next.bounds.append(bound)
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
  private func kinds(left layer: Layer, _ state: Int, in row: Int) -> Range<Int> {
    var due: Int?
    for kind in 0..<kindCount {
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
      for word in 0..<wordCount {
        layer.words[kept * wordCount + word] = layer.words[index * wordCount + word]
      }
    }
    layer.bounds.removeLast(layer.bounds.count - count)
    layer.histories.removeLast(layer.histories.count - count)
    layer.words.removeLast(layer.words.count - count * wordCount)
    return selection.leastDropped
  }
}
