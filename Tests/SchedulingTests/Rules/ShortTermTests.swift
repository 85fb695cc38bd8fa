import Scheduling
import Testing

struct ShortTermTests {
  @Test(arguments: [(0, 1_500), (2, 500), (3, 0), (4, 0)])
  func `each issue fewer than the aim costs the price`(issues: Int, points: Int) {
    #expect(ShortTerm.points(issues: issues, aim: 3, price: 500) == points)
  }
}
