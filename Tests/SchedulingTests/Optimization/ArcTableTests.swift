import TestSupport
import Testing

@testable import Scheduling

/// Arcs that are not looked at, against all arcs.
struct ArcTableTests {
  @Test(arguments: 0..<4)
  func `no arc is passed over that is better than all that are looked at`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    var passedOver = 0
    for _ in 0..<100 {
      let count = number(2...40)
      var points = [0]
      while points.count < count { points.append(points[points.count - 1] + number(1...4)) }
      let ideal = number(0...20)
      let windows = (0..<number(0...6)).map { _ in
        let lower = number(0...points[count - 1])
        return (lower: lower, upper: lower + number(0...9), cost: number(0...90))
      }
      var arcs = ArcTable(positions: count, arcs: count * count)
      var successors: ContiguousArray<Range<Int>> = []
      for tail in 0..<count {
        let first = number(tail + 1...count)
        // Most ranges end no farther than those of later positions do, but not all.
        let end = number(0...4) == 0 ? number(first...count) : max(first, count - 3)
        successors.append(first..<end)
        arcs.begin(tail, to: first)
        for head in first..<end {
          let gap = points[head] - points[tail]
          let missed = windows.filter { $0.lower > points[tail] && $0.upper < points[head] }
          arcs.append((gap - ideal) * (gap - ideal) + missed.reduce(0) { $0 + $1.cost })
        }
      }
      let rest = ContiguousArray(
        (0..<count).map { _ in number(0...9) == 0 ? unreachable : number(-500...0) }
      )
      var bound = SuccessorBound()
      for tail in (0..<count).reversed() where number(0...9) > 0 {
        let heads = successors[tail]
        let narrowed = bound.narrowed(heads)
        let all = arcs.least(from: tail, to: heads, scale: 1, then: rest, at: 0)
        let least = arcs.least(from: tail, to: narrowed, scale: 1, then: rest, at: 0)
        #expect(least.cost == all.cost)
        #expect(least.head == all.head)
        passedOver += heads.count - narrowed.count
        bound.note(least.head, of: heads)
      }
      let kept = ContiguousArray(successors.map { $0.dropFirst($0.count / 3).dropLast() })
      let fewer = arcs.keeping(kept)
      for tail in 0..<count {
        for head in kept[tail] { #expect(fewer[tail, head] == arcs[tail, head]) }
      }
      #expect(fewer.count == kept.reduce(0) { $0 + $1.count })
    }
    #expect(passedOver > 1_000)
  }
}
