import CivilTime
import Scheduling
import Testing

struct UnusualTermTests {
  @Test
  func `a slot costs what its rule says, and what is no slot nothing`() throws {
    let date = try day("2024-01-05")
    let series = Series("page", on: [date], cost: 30)
    let plan = Plan(try days("2024-01-01", "2024-01-31"), series: [series])
    let slots = plan.slots(of: series)
    #expect(UnusualTerm.points(on: date, slots: slots) == 30)
    #expect(UnusualTerm.points(on: date + 1, slots: slots) == 0)
  }
}
