import CivilTime
import Scheduling
import Testing

struct MovedTermTests {
  @Test
  func `each released day that is not chosen costs the price`() throws {
    let dates = Array(try days("2024-01-01", "2024-01-04"))
    #expect(
      MovedTerm.points(
        released: [dates[0], dates[1], dates[2]],
        chosen: [dates[1], dates[3]],
        price: 9
      ) == 18
    )
    #expect(MovedTerm.points(isChosen: true, price: 9) == 0)
    #expect(MovedTerm.points(isChosen: false, price: 9) == 9)
  }
}
