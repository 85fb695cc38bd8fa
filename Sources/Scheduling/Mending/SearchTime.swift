/// The time of a search, which remembers that it has ended.
final class SearchTime {
  private let mayGoOn: () -> Bool
  /// Whether something was left undone because there was no more time.
  private(set) var hasEnded = false

  /// Creates a time.
  ///
  /// - Parameter mayGoOn: Asked again and again whether the search may go on, until it may not.
  init(_ mayGoOn: @escaping () -> Bool) {
    self.mayGoOn = mayGoOn
  }

  /// Whether there is time to do something; asked only before it would be done.
  func isLeft() -> Bool {
    if !hasEnded { hasEnded = !mayGoOn() }
    return !hasEnded
  }
}
