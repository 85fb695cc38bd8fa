/// A time limit that counts: a search may go on so many times, and then never again.
final class Allowance {
  private var left: Int

  /// Allows a number of questions.
  init(_ count: Int) {
    left = count
  }

  /// Whether the search may go on.
  func mayGoOn() -> Bool {
    left -= 1
    return left >= 0
  }
}
