/// The prices that take the place of separations, and the lower bound that they give.
///
/// Positions of two different paths are at least k apart just if each window of k points is touched
/// by at most one path of the separation. Relaxed with a price for each window, and with one for
/// the count of each path, every path is alone: it pays the price of each window that it touches,
/// once. For any prices, the least costs of all paths, less the sum of the prices, are a lower bound
/// (Lagrangian relaxation: M. L. Fisher, "The Lagrangian relaxation method for solving integer
/// programming problems", Management Science 27, 1981).
struct SeparationPrices: Equatable {
  /// What all costs and prices are multiplied by, so that prices can be fractions of a point.
  static let scale = 64

  /// A separation with its windows.
  struct Windows: Equatable {
    /// The paths, by their numbers.
    let paths: [Int]
    /// How many points each window has.
    let distance: Int
    /// The first point of the first window.
    let origin: Int
    /// The price of each window, by its first point less ``origin``; at least 0.
    var prices: ContiguousArray<Int>
    /// For each window, the sum of the prices before it; one entry more than there are windows.
    private(set) var sums: ContiguousArray<Int>

    init(_ separation: SeparatedPaths.Separation, points: ClosedRange<Int>) {
      paths = separation.paths
      distance = separation.distance
      origin = points.lowerBound - separation.distance + 1
      prices = ContiguousArray(repeating: 0, count: points.upperBound - origin + 1)
      sums = ContiguousArray(repeating: 0, count: prices.count + 1)
    }

    /// The point behind that at which the last window ends.
    var end: Int { origin + prices.count - 1 + distance }

    /// Brings ``sums`` up to date with ``prices``.
    mutating func addUp() {
      for index in prices.indices {
        sums[index + 1] = sums[index] + prices[index]
      }
    }

    /// The sum of the prices of the windows that begin at some points.
    ///
    /// - Parameters:
    ///   - first: The first of these points; those before the first window count nothing.
    ///   - last: The last of these points, not after the last window's.
    /// - Returns: The sum.
    func sum(from first: Int, through last: Int) -> Int {
      let lower = max(first - origin, 0)
      let upper = last - origin + 1
      return upper > lower ? sums[upper] - sums[lower] : 0
    }

    /// Adds to some numbers the prices of the windows that hold some points.
    ///
    /// - Parameters:
    ///   - points: The points, none of which lies outside those that the windows were made for.
    ///   - numbers: A number for each of them.
    func addTouching(_ points: ContiguousArray<Int>, to numbers: inout ContiguousArray<Int>) {
      for (index, point) in points.enumerated() {
        let end = point - origin + 1
        numbers[index] += sums[end] - sums[end - distance]
      }
    }
  }

  /// The separations.
  var windows: [Windows]
  /// The price of a position of each path, for the limits on its total; of either sign.
  var perPosition: [Int]

  /// The prices as a path meets them.
  ///
  /// - Parameters:
  ///   - path: The number of the path.
  ///   - totals: The fewest and the most positions that it may have.
  /// - Returns: The prices.
  func met(by path: Int, totals: GroupedPath.Limits) -> PathPrices {
    PathPrices(
      windows: windows.filter { $0.paths.contains(path) },
      perPosition: perPosition[path],
      totals: totals
    )
  }
}

/// The prices that one path meets.
struct PathPrices {
  /// The separations that it belongs to.
  let windows: [SeparationPrices.Windows]
  /// The price of each of its positions.
  let perPosition: Int
  /// The price of having no position at all.
  ///
  /// It makes up for what the price of positions is worth, which is subtracted from every bound. So
  /// that such a path costs in a bound what it costs; where there must be a position, too much.
  let ofNone: Int

  /// Prices of windows alone.
  init(windows: [SeparationPrices.Windows] = []) {
    self.windows = windows
    perPosition = 0
    ofNone = 0
  }

  /// Prices of windows and of positions.
  ///
  /// - Parameters:
  ///   - windows: The separations that the path belongs to.
  ///   - perPosition: The price of each position, for limits on the total; of either sign.
  ///   - totals: These limits.
  init(windows: [SeparationPrices.Windows], perPosition: Int, totals: GroupedPath.Limits) {
    self.windows = windows
    self.perPosition = perPosition
    ofNone = totals.least > 0 ? unreachable : totals.worth(of: perPosition)
  }

  /// The same with another price of each position.
  func changing(perPosition: Int, totals: GroupedPath.Limits) -> PathPrices {
    PathPrices(windows: windows, perPosition: perPosition, totals: totals)
  }

  /// The prices of the windows that hold a point, and not an earlier one.
  func touching(_ point: Int, after earlier: Int) -> Int {
    var sum = 0
    for index in windows.indices {
      let first = max(earlier + 1, point - windows[index].distance + 1)
      sum += windows[index].sum(from: first, through: point)
    }
    return sum
  }
}

extension GroupedPath.Limits {
  /// The most that a price for limits on the number of something can add up to within the limits.
  ///
  /// - Precondition: There is a limit above, or the price is not positive.
  ///
  /// - Parameter price: The price, of either sign.
  /// - Returns: That sum.
  func worth(of price: Int) -> Int { price >= 0 ? price * most : price * least }

  /// By how much a number is beyond the limit that a price stands for: positive above, negative below.
  ///
  /// - Parameters:
  ///   - count: The number; none at all pays nothing where that is within the limits.
  ///   - price: The price, of either sign.
  /// - Returns: The difference; 0 where it is within the limits and has no price.
  func excess(of count: Int, at price: Int) -> Int {
    guard count > 0 || least > 0 else { return 0 }
    if count > most || price > 0 { return count - most }
    return count < least || price < 0 ? count - least : 0
  }

  /// A price that is moved, and stops at 0: that of a limit above is never negative, that of one below
  /// never positive.
  static func price(_ price: Int, movedBy step: Int) -> Int {
    let moved = price + step
    return price > 0 && moved < 0 || price < 0 && moved > 0 ? 0 : moved
  }
}
