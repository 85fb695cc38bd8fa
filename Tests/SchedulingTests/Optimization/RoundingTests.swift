import Scheduling
import Testing

struct RoundingTests {
  @Test(arguments: [(0, 4, 0), (1, 4, 0), (2, 4, 1), (5, 4, 1), (6, 4, 2), (7, 1, 7), (1, 2, 1)])
  func `halves are rounded up`(dividend: Int, divisor: Int, quotient: Int) {
    #expect(roundedQuotient(dividend, by: divisor) == quotient)
  }
}
