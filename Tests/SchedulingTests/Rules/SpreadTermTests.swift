import Scheduling
import TestSupport
import Testing

struct SpreadTermTests {
  @Test(arguments: [
    // Two of five: the even places are ranks 0.75 and 3.25.
    (1, 2, 0, 5, 1),  // 0.75² = 0.5625
    (1, 2, 1, 5, 0),  // 0.25² = 0.0625
    (1, 2, 4, 5, 11),  // 3.25² = 10.5625
    (2, 2, 3, 5, 0),
    (2, 2, 1, 5, 5),  // 2.25² = 5.0625
    // One of two: the even place is rank 0.5, and 0.5² = 0.25.
    (1, 1, 0, 2, 0),
    (1, 1, 1, 2, 0),
  ])
  func `an issue costs its squared distance from its even place`(
    issue: Int,
    count: Int,
    rank: Int,
    eligible: Int,
    points: Int
  ) {
    #expect(SpreadTerm.points(issue: issue, of: count, rank: rank, among: eligible) == points)
  }

  @Test
  func `issues in order cost less than out of order, however the points are rounded`() {
    var exceptions: [[Int]] = []
    for eligible in 2...16 {
      for count in 2...eligible {
        func points(_ issue: Int, _ rank: Int) -> Int {
          SpreadTerm.points(issue: issue, of: count, rank: rank, among: eligible)
        }
        for issue in 1..<count {
          for rank in 0..<eligible - 1 {
            let inOrder = points(issue, rank) + points(issue + 1, rank + 1)
            if inOrder >= points(issue, rank + 1) + points(issue + 1, rank) {
              exceptions.append([eligible, count, issue, rank])
            }
          }
        }
      }
    }
    #expect(exceptions.isEmpty)
  }
}
