import Scheduling
import Testing

struct RepeatedTermTests {
  @Test
  func `the same theme twice costs the price, none twice nothing`() {
    #expect(RepeatedTerm.points("law", "law", price: 50) == 50)
    #expect(RepeatedTerm.points("law", "congress", price: 50) == 0)
    #expect(RepeatedTerm.points("law", nil, price: 50) == 0)
    #expect(RepeatedTerm.points(nil, nil, price: 50) == 0)
  }

  @Test
  func `pairs are consecutive within a series`() {
    let pairs = RepeatedTerm.pairs(of: ["page", "segment", "page", "page", "segment"])
    #expect(pairs.map { [$0.first, $0.second] } == [[0, 2], [2, 3], [1, 4]])
  }
}
