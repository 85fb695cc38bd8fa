import TestSupport
import Testing

@testable import PlanFiles

@Suite struct SuggestionTests {
  /// The distance by its definition: the cheapest of all first steps.
  private func bruteForce(_ a: ArraySlice<Character>, _ b: ArraySlice<Character>) -> Int {
    guard let x = a.first, let y = b.first else { return max(a.count, b.count) }
    var best = min(
      bruteForce(a.dropFirst(), b) + 1,
      bruteForce(a, b.dropFirst()) + 1,
      bruteForce(a.dropFirst(), b.dropFirst()) + (x == y ? 0 : 1)
    )
    let (nextX, nextY) = (a.dropFirst().first, b.dropFirst().first)
    if let nextX, let nextY, x == nextY, y == nextX {
      best = min(best, bruteForce(a.dropFirst(2), b.dropFirst(2)) + 1)
    }
    return best
  }

  @Test("The distance is the fewest steps, and the same both ways", arguments: 0..<20)
  func distance(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<10 {
      func word() -> [Character] {
        let letters: [Character] = ["a", "b", "ộ"]
        return (0..<Int.random(in: 0...5, using: &generator)).compactMap { _ in
          letters.randomElement(using: &generator)
        }
      }
      let (a, b) = (word(), word())
      #expect(editDistance(a, b) == bruteForce(a[...], b[...]), "\(a) \(b)")
      #expect(editDistance(a, b) == editDistance(b, a))
      #expect((editDistance(a, b) == 0) == (a == b))
    }
  }

  @Test(
    "Near words are suggested, others are not",
    arguments: [
      ("per-mouth", "per-month"), ("permonth", "per-month"), ("PER-MONTH", "per-month"),
      ("slot", "slots"), ("solts", "slots"), ("at", "at"), ("ta", "at"), ("xyz", nil), ("", nil),
      ("per", nil),
    ]
  )
  func suggestions(word: String, expected: String?) {
    #expect(nearest(to: word, among: ["per-month", "per-year", "slots", "at"]) == expected)
  }

  @Test(
    "Identifiers that resemble a text",
    arguments: [
      ("Chuyên trang", "chuyen-trang"), ("Đài PT-TH", "dai-pt-th"), ("--a--b--", "a-b"),
      ("漢字", nil), ("Ⅲ.4", "4"), ("Thi đua “là” yêu nước!", "thi-dua-la-yeu-nuoc"),
      (String(repeating: "ă", count: 70), String(repeating: "a", count: 64)),
    ]
  )
  func identifiers(text: String, expected: String?) {
    let identifier = Identifier.resembling(text)
    #expect(identifier == expected)
    if let identifier { #expect(Identifier.isValid(identifier)) }
  }
}
