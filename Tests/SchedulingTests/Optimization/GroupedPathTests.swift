import Scheduling
import TestSupport
import Testing

/// Shortest paths under limits against all choices of positions.
struct GroupedPathTests {
  @Test(arguments: 0..<4)
  func `paths and costs of forcing are the best of all, however the problem is adjusted`(
    seed: Int
  ) {
    var random = SeededGenerator(seed: seed)
    var feasible = 0
    for _ in 0..<120 {
      let instance = RandomGroupedPath(using: &random)
      // One solver for all adjustments: nothing of one solution may be left in the next.
      var solver = GroupedPathSolver(instance.compiled)
      for round in 0..<3 {
        var adjustments = GroupedPathSolver.Adjustments()
        if round > 0 {
          for index in instance.positions.indices {
            switch Int.random(in: 0..<10, using: &random) {
            case 0: adjustments.forbidden.insert(index)
            case 1: adjustments.forced.insert(index)
            default: break
            }
          }
          adjustments.prices = ContiguousArray(
            instance.positions.map { _ in Int.random(in: -3...9, using: &random) }
          )
        }
        let expected = instance.bruteForce(adjustments)
        #expect(solver.solve(adjustments) == expected.best)
        #expect(solver.costsOfForcing(adjustments) == expected.through)
        if expected.best != nil { feasible += 1 }
      }
    }
    #expect(feasible >= 60)
  }

  @Test
  func `a path without positions costs all windows`() {
    let path = GroupedPath(
      positions: [],
      groupLimits: [GroupedPath.Limits()],
      totalLimits: GroupedPath.Limits(),
      leastGap: 1,
      windows: [GroupedPath.Window(lower: 3, upper: 4, cost: 7)],
      gapCost: { _ in 0 }
    )
    var solver = GroupedPathSolver(path)
    #expect(solver.solve() == GroupedPathSolver.Solution(cost: 7, path: []))
    #expect(solver.costsOfForcing() == [])
  }

  @Test
  func `a limit on the whole path is kept where the best path without it breaks it`() {
    // Each position is worth 10, but only two may be chosen: the first of the best pairs.
    let path = GroupedPath(
      positions: (0..<5).map { GroupedPath.Position(point: $0, group: 0, cost: -10) },
      groupLimits: [GroupedPath.Limits()],
      totalLimits: GroupedPath.Limits(least: 0, most: 2),
      leastGap: 2,
      windows: [],
      gapCost: { _ in 0 }
    )
    var solver = GroupedPathSolver(path)
    #expect(solver.solve() == GroupedPathSolver.Solution(cost: -20, path: [0, 2]))
    #expect(solver.costsOfForcing() == [-20, -20, -20, -20, -20])
  }
}
