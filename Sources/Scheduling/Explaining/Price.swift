/// What a change to a schedule costs, in points, as far as it is known.
public struct Price: Sendable, Hashable {
  /// The change costs no less.
  public var atLeast: Int
  /// The change costs no more; `nil` where a search was stopped before it found any schedule with it.
  public var atMost: Int?

  /// Creates a price that is known within limits.
  ///
  /// - Parameters:
  ///   - atLeast: What the change costs at the least.
  ///   - atMost: What it costs at the most, no less; `nil` where that is not known.
  public init(atLeast: Int, atMost: Int?) {
    self.atLeast = atLeast
    self.atMost = atMost
  }

  /// Creates the price of a change from what the best choices cost with it and without it.
  ///
  /// - Parameters:
  ///   - changed: What the best known choice with the change costs, and what none costs less than.
  ///   - best: The same for the schedule as it is.
  package init(of changed: (points: Int, bound: Int), beside best: (points: Int, bound: Int)) {
    self.init(
      atLeast: changed.bound - best.points,
      atMost: changed.points - best.bound
    )
  }

  /// The price, of which is known besides that it is no less than so many points.
  func atLeast(_ points: Int) -> Price { Price(atLeast: max(atLeast, points), atMost: atMost) }

  /// Whether the price is known to the point.
  public var isExact: Bool { atMost == atLeast }
}
