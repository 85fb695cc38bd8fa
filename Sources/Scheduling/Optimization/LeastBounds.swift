/// The states with the least bounds, where there are more than there is room for.
///
/// Bounds are sorted into buckets; of the first bucket that does not fit whole, the first states are
/// kept. So the time is linear, and the same bounds give the same states.
struct LeastBounds {
  /// The numbers of the states that are kept, ascending.
  let kept: [Int]
  /// The least bound of those that are not.
  let leastDropped: Int

  /// Selects states; `nil` where there is room for all.
  init?(_ bounds: ContiguousArray<Int>, room: Int) {
    guard bounds.count > room, let least = bounds.min(), let most = bounds.max() else {
      return nil
    }
    let buckets = 1_024
    let size = (most - least) / buckets + 1
    var counts = [Int](repeating: 0, count: buckets)
    for bound in bounds { counts[(bound - least) / size] += 1 }
    var rest = room
    var full = 0
    while counts[full] <= rest {
      rest -= counts[full]
      full += 1
    }
    var kept: [Int] = []
    kept.reserveCapacity(room)
    var dropped = Int.max
    for (index, bound) in bounds.enumerated() {
      let bucket = (bound - least) / size
      if bucket > full || bucket == full && rest == 0 {
        dropped = min(dropped, bound)
        continue
      }
      if bucket == full { rest -= 1 }
      kept.append(index)
    }
    self.kept = kept
    leastDropped = dropped
  }
}
