import Scheduling
import Testing

struct RethemedTermTests {
  @Test
  func `another theme than the released one costs the price`() {
    #expect(RethemedTerm.points(released: "law", theme: "law", price: 200) == 0)
    #expect(RethemedTerm.points(released: "law", theme: "congress", price: 200) == 200)
    #expect(RethemedTerm.points(released: nil, theme: "law", price: 200) == 200)
    #expect(RethemedTerm.points(released: nil, theme: nil, price: 200) == 0)
  }
}
