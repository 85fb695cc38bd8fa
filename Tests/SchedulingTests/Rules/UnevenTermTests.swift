import Scheduling
import Testing

struct UnevenTermTests {
  // 366 days and 12 issues: the ideal gap is 30.5 days.
  private let term = UnevenTerm(dayCount: 366, aim: 12, price: 3)

  @Test(arguments: [
    (30, 3 * 0),  // 0.5² = 0.25
    (31, 3 * 0),
    (32, 3 * 2),  // 1.5² = 2.25
    (29, 3 * 2),
    (33, 3 * 6),  // 2.5² = 6.25
    (1, 3 * 870),  // 29.5² = 870.25
  ])
  func `a gap costs its squared distance from the ideal gap`(gap: Int, points: Int) {
    #expect(term.points(gap: gap) == points)
  }

  @Test(arguments: [
    (15, 3 * 0),  // half days: 31 / 2 - 30.5 / 2 = 0.25, squared 0.0625
    (14, 3 * 1),  // 29 / 2 - 15.25 = -0.75, squared 0.5625
    (0, 3 * 218),  // 0.5 - 15.25 = -14.75, squared 217.5625
  ])
  func `an end costs the same of half a gap`(days: Int, points: Int) {
    #expect(term.points(fromStart: days) == points)
    #expect(term.points(toEnd: days) == points)
  }

  @Test
  func `without an aim nothing is uneven`() {
    let term = UnevenTerm(dayCount: 366, aim: 0, price: 1)
    #expect(term.points(gap: 5) == 0)
    #expect(term.points(fromStart: 5) == 0)
  }
}
